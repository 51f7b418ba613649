using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Searches;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Account.Searches;

/// <summary>The own saved searches: list, save, look, change, stop, delete; and reporting a demand.</summary>
[Area("Account")]
[Authorize(Policy = Policies.SignedIn)]
[Route("/account/searches")]
public sealed partial class SearchesController(
    MatchingDbContext db, OwnRecords own, SavedSearchDesk desk, CriteriaWords words, IStringLocalizer<SavedSearches> texts) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromServices] CurrentUser user, CancellationToken stop)
    {
        var rows = new List<SearchRow>();
        foreach (var search in await own.SavedSearches.AsNoTracking().OrderBy(s => s.Name).ThenBy(s => s.Id).Take(SavedSearchRules.MostOfOneOwner).ToListAsync(stop))
            rows.Add(new SearchRow(search, await words.OfAsync(search.Criteria, stop), await db.SavedSearchHits.CountAsync(h => h.SearchId == search.Id, stop)));
        return View("Index", new SearchesPage(rows, user.Role is { } role && SavedSearchRules.KindsOf(role).Count > 0));
    }

    [HttpPost("")]
    public async Task<IActionResult> Save(NewSearchForm form, [FromServices] CriteriaState states, CancellationToken stop)
    {
        if (form.Kind is not { } kind || !Enum.IsDefined(kind)) return NotFound();
        var criteria = await states.ReadAsync(kind, form.State, stop);
        if (ModelState.IsValid)
        {
            if ((await desk.SaveAsync(kind, form.Name, criteria, form.Frequency!.Value)).Refusal is not { } refusal)
            {
                Notice(texts["Saved"]);
                return RedirectToAction(nameof(Index));
            }

            Refuse(refusal);
        }

        ViewData["Criteria"] = await words.OfAsync(criteria, stop);
        return View("New", form);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken stop) =>
        await FindAsync(id, stop) is { } search ? await PageAsync(search, new SearchForm { Name = search.Name, Frequency = search.Frequency, Version = search.Version }, stop) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Change(Guid id, SearchForm form, [FromServices] TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } search) return NotFound();
        if (!ModelState.IsValid) return await PageAsync(search, form, stop);
        db.Expect(search, form.Version);
        if (search.Change(form.Name, form.Frequency!.Value, clock.NowUtc()).Refusal is { } refusal) Refuse(refusal);
        else if (await SavedAsync(() => db.SaveChangesAsync(stop)))
        {
            Notice(texts["Changed"]);
            return RedirectToAction(nameof(Show), new { id });
        }

        db.ChangeTracker.Clear();
        return await PageAsync((await FindAsync(id, stop))!, form, stop);
    }

    [HttpPost("{id:guid}/stop")]
    public Task<IActionResult> Stop(Guid id, CancellationToken stop) => ActAsync(id, "StoppedNotice", desk.StopAsync, stop);

    [HttpPost("{id:guid}/resume")]
    public Task<IActionResult> Resume(Guid id, [FromServices] TimeProvider clock, CancellationToken stop) => ActAsync(id, "Resumed", search =>
    {
        search.Resume(clock.NowUtc());
        return db.SaveChangesAsync(stop);
    }, stop);

    [HttpPost("{id:guid}/delete")]
    public Task<IActionResult> Delete(Guid id, CancellationToken stop) => ActAsync(id, "Deleted", desk.DeleteAsync, stop);

    private async Task<IActionResult> ActAsync(Guid id, string notice, Func<SavedSearch, Task> act, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } search) return NotFound();
        if (await SavedAsync(() => act(search))) Notice(texts[notice]);
        else Problem(new Refusal("Save.Outdated"));
        return RedirectToAction(nameof(Index));
    }

    private Task<SavedSearch?> FindAsync(Guid id, CancellationToken stop) => own.SavedSearches.SingleOrDefaultAsync(s => s.Id == id, stop);

    private async Task<IActionResult> PageAsync(SavedSearch search, SearchForm form, CancellationToken stop)
    {
        var look = HttpContext.RequestServices.GetRequiredService<SearchLook>();
        var (hits, band, down) = ((IReadOnlyList<SeenHit>?)null, (CountBand?)null, false);
        try
        {
            if (search.Kind == SavedSearchKind.Candidates) band = await look.CandidatesAsync(search.Criteria, stop);
            else hits = await look.HitsAsync(search.Kind, search.Criteria, null, 50, stop);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The page of the search stays usable while the engine is away; the sentence on it says so.
            down = true;
            LogEngine(HttpContext.RequestServices.GetRequiredService<ILogger<SearchesController>>(), exception);
        }

        var told = await db.SavedSearchHits.Where(h => h.SearchId == search.Id).Select(h => h.RecordId).ToHashSetAsync(stop);
        ViewData["Page"] = new SearchPageModel(search, await words.OfAsync(search.Criteria, stop), hits, told, band, down);
        return View("Show", form);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search engine did not answer for a saved search.")]
    private static partial void LogEngine(ILogger log, Exception exception);
}
