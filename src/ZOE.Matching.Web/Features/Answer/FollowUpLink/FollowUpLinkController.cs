using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Web.Features.Answer.Shared;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Placements;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Answer.FollowUpLink;

/// <summary>What a link leads to.</summary>
public sealed record LinkedFollowUp(AnswerLink Link, Placement Placement, FollowUp FollowUp);

/// <summary>An employer answers a question about a placement by the link in the mail, without an account: GET shows, POST acts, once. No name stands here.</summary>
[Area("Answer")]
[Route("answer/follow-up/{token}")]
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class FollowUpLinkController(MatchingDbContext db, LinkDesk links, FollowUpDesk desk, FollowUpReplies replies) : LinkPage
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string token, CancellationToken stop) =>
        await FindAsync(token, stop) is { } found ? await ClosedAsync(found, stop) ?? Page(await replies.AskAsync(found.Placement, found.FollowUp, stop), new FollowUpReplyForm()) : Over(LinkEnd.Unknown);

    [HttpPost("")]
    public async Task<IActionResult> Send(string token, FollowUpReplyForm form, CancellationToken stop)
    {
        if (await FindAsync(token, stop) is not { } found) return Over(LinkEnd.Unknown);
        if (await ClosedAsync(found, stop) is { } closed) return closed;
        var asked = await replies.AskAsync(found.Placement, found.FollowUp, stop);
        if (await replies.ReadAsync(asked, form, AnswerSource.EmployerLink, ModelState, stop) is not { } reply) return Page(asked, form);
        var decision = await db.InOneEffectAsync(async () =>
        {
            var placement = await db.Placements.Include(p => p.FollowUps).Include(p => p.Observed).SingleAsync(p => p.Id == found.Placement.Id);
            return await desk.AnswerAsync(placement, found.FollowUp.Id, reply, null, found.Link);
        });
        // Someone was faster: the page that comes next says what holds.
        if (decision.Refusal is not { Field: not null } refusal) return RedirectToAction(nameof(Show), new { token });
        Refuse(refusal);
        return Page(asked, form);
    }

    private async Task<LinkedFollowUp?> FindAsync(string token, CancellationToken stop)
    {
        if (await links.FindAsync(token, LinkPurpose.AnswerFollowUp) is not { } link) return null;
        var placement = await db.Placements.AsNoTracking().Include(p => p.FollowUps).SingleOrDefaultAsync(p => p.FollowUps.Any(f => f.Id == link.RecordId), stop);
        return placement is null ? null : new LinkedFollowUp(link, placement, placement.FollowUps.Single(f => f.Id == link.RecordId));
    }

    /// <summary>The page for a link that takes no answer (any more); null when it does.</summary>
    private async Task<ViewResult?> ClosedAsync(LinkedFollowUp found, CancellationToken stop)
    {
        if (found.FollowUp.State == FollowUpState.Answered) return View("Answered", await replies.AskAsync(found.Placement, found.FollowUp, stop));
        if (found.FollowUp.State == FollowUpState.Void || found.Placement.State is PlacementState.CalledOff or PlacementState.AwaitingFunding) return Over(LinkEnd.NotNeeded);
        return links.IsExpired(found.Link) || found.Link.UsedAtUtc is not null ? Over(LinkEnd.Expired) : null;
    }

    private ViewResult Page(AskedFollowUp asked, FollowUpReplyForm form)
    {
        ViewData["Asked"] = asked;
        return View("Show", form);
    }
}
