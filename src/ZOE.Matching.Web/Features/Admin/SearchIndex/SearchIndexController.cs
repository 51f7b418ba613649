using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Search;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Projections;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Admin.SearchIndex;

/// <summary>State of the search indexes: documents, drift against the database, rebuild with progress.</summary>
[Area("Admin")]
[Authorize(Policy = Policies.Admin)]
[Route("/admin/search-index")]
public sealed class SearchIndexController(IndexStatus status, IndexRebuilds rebuilds, IStringLocalizer<Administering> texts) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken stop)
    {
        var states = await status.ReadAsync(stop);
        // Without JavaScript: the page comes again by itself while something runs.
        if (states.Any(s => s.Rebuild is { IsRunning: true })) Response.Headers.Append("Refresh", "3");
        return View("SearchIndex", states);
    }

    [HttpPost("{kind}/rebuild")]
    public IActionResult Rebuild(string kind)
    {
        if (!Enum.TryParse<SearchKind>(kind, out var chosen) || !Enum.IsDefined(chosen)) return NotFound();
        Notice(texts[rebuilds.Start(chosen) ? "Index.Started" : "Index.RunsAlready", Label.Of(chosen)]);
        return RedirectToAction(nameof(Show));
    }

    [HttpPost("repair")]
    public async Task<IActionResult> Repair(CancellationToken stop)
    {
        Notice(texts["Index.Repaired", await status.RepairAsync(stop)]);
        return RedirectToAction(nameof(Show));
    }
}
