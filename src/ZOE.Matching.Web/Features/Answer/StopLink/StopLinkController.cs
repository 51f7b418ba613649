using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Web.Features.Answer.Shared;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Searches;

namespace ZOE.Matching.Web.Features.Answer.StopLink;

/// <summary>Stops a saved search by the link of its mail: GET shows, POST stops, by a person or by the mail program (RFC 8058).</summary>
[Area("Answer")]
[Route("answer/stop/{token}")]
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class StopLinkController(MatchingDbContext db, LinkDesk links, SavedSearchDesk desk) : LinkPage
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string token, CancellationToken stop)
    {
        if (await links.FindAsync(token, LinkPurpose.StopSavedSearch) is not { } link) return Over(LinkEnd.Unknown);
        var search = await SearchAsync(link, stop);
        if (search is null or { IsStopped: true }) return View("Stopped", true);
        return link.UsedAtUtc is not null || links.IsExpired(link) ? Over(LinkEnd.Expired) : View("Show", search.Name);
    }

    // A mail program sends this POST by itself, without a cookie and without having seen the page, so there can be no antiforgery token.
    // It does no more than the unguessable token in the address allows, whoever sends it. RFC 8058 forbids a redirect as answer.
    [HttpPost("")]
    [IgnoreAntiforgeryToken]
    public async Task<IActionResult> Stop(string token, CancellationToken stop)
    {
        if (await links.FindAsync(token, LinkPurpose.StopSavedSearch) is not { } link) return Over(LinkEnd.Unknown);
        if (await SearchAsync(link, stop) is null or { IsStopped: true }) return View("Stopped", true);
        return await desk.StopByLinkAsync(link) ? View("Stopped", false) : Over(LinkEnd.Expired);
    }

    private Task<SavedSearch?> SearchAsync(AnswerLink link, CancellationToken stop) =>
        db.SavedSearches.AsNoTracking().SingleOrDefaultAsync(s => s.Id == link.RecordId, stop);
}
