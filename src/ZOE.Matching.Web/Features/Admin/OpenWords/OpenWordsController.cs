using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Search.German;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Vocabulary;

namespace ZOE.Matching.Web.Features.Admin.OpenWords;

/// <summary>One open word with the three best guesses.</summary>
public sealed record OpenWordRow(OpenWord Word, IReadOnlyList<LinkSuggestion> Guesses);

/// <summary>The open words typed most often.</summary>
/// <param name="Total">How many are open in all.</param>
public sealed record OpenWordsPage(IReadOnlyList<OpenWordRow> Rows, int Total);

/// <summary>Words that could not be linked to the vocabulary: confirm a guess, choose another concept, or dismiss.</summary>
[Area("Admin")]
[Authorize(Policy = Policies.Admin)]
[Route("/admin/open-words")]
public sealed class OpenWordsController(MatchingDbContext db, ConceptLinks links, OpenWordDesk desk, CurrentUser user, IStringLocalizer<Administering> texts) : PortalController
{
    private const int Shown = 25;

    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken stop)
    {
        var open = db.OpenWords.AsNoTracking().Where(w => w.State == OpenWordState.Open);
        var rows = new List<OpenWordRow>();
        foreach (var word in await open.OrderByDescending(w => w.Count).ThenBy(w => w.Folded).Take(Shown).ToListAsync(stop))
        {
            var link = await links.LinkAsync(word.Typed, word.Kind, stop);
            rows.Add(new OpenWordRow(word, link.ConceptId is { } sure ? [new LinkSuggestion(sure, link.Label ?? "", 100)] : [.. link.Suggestions.Take(3)]));
        }

        return View("OpenWords", new OpenWordsPage(rows, await open.CountAsync(stop)));
    }

    /// <param name="conceptId">A guess; wins over <paramref name="label"/>.</param>
    /// <param name="label">Name of another concept of that kind.</param>
    [HttpPost("{id:guid}/link")]
    public async Task<IActionResult> Link(Guid id, Guid? conceptId, string? label, CancellationToken stop)
    {
        if (await db.OpenWords.SingleOrDefaultAsync(w => w.Id == id && w.State == OpenWordState.Open, stop) is not { } word) return NotFound();
        var chosen = string.IsNullOrWhiteSpace(label) ? conceptId : (await links.LinkAsync(label, word.Kind, stop)).ConceptId;
        if (chosen is { } concept && await desk.LinkAsync(word, concept, user.Id, stop)) Notice(texts["OpenWords.Linked", word.Typed]);
        else TempData["Problem"] = texts["OpenWords.NoConcept"].Value;
        return RedirectToAction(nameof(Show));
    }

    [HttpPost("{id:guid}/dismiss")]
    public async Task<IActionResult> Dismiss(Guid id, CancellationToken stop)
    {
        if (await db.OpenWords.SingleOrDefaultAsync(w => w.Id == id && w.State == OpenWordState.Open, stop) is not { } word) return NotFound();
        await desk.DismissAsync(word, user.Id, stop);
        Notice(texts["OpenWords.Dismissed", word.Typed]);
        return RedirectToAction(nameof(Show));
    }
}
