using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Vocabulary;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Settings;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Vocabulary;

namespace ZOE.Matching.Web.Features.Admin.Vocabulary;

/// <summary>What the page of the vocabularies shows.</summary>
/// <param name="Folder">Where the files lie; null when no folder is configured.</param>
/// <param name="Imports">The last imports, newest first.</param>
public sealed record VocabularyPage(string? Folder, int Concepts, int Labels, int Retired, int Postcodes, IReadOnlyList<VocabularyImport> Imports)
{
    public bool IsRunning => Imports.Any(i => i.State == ImportState.Running);
}

/// <summary>The public vocabularies: what is loaded, from where, under which licence; import with progress.</summary>
[Area("Admin")]
[Authorize(Policy = Policies.Admin)]
[Route("/admin/vocabulary")]
public sealed class VocabularyController(MatchingDbContext db, VocabularyImports imports, PortalSettings settings, IStringLocalizer<Administering> texts) : PortalController
{
    private const int Shown = 5;

    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken stop)
    {
        var page = new VocabularyPage(settings.VocabularyFolder, await db.Concepts.CountAsync(stop), await db.ConceptLabels.CountAsync(stop), await db.Concepts.CountAsync(c => c.Retired, stop),
            await db.Postcodes.CountAsync(stop), await db.VocabularyImports.AsNoTracking().OrderByDescending(i => i.StartedAtUtc).Take(Shown).ToListAsync(stop));
        // Without JavaScript: the page comes again by itself while something runs.
        if (page.IsRunning) Response.Headers.Append("Refresh", "3");
        return View("Vocabulary", page);
    }

    [HttpPost("import")]
    public async Task<IActionResult> Import(CancellationToken stop)
    {
        if (settings.VocabularyFolder is not { } folder) TempData["Problem"] = texts["Vocabulary.NoFolder"].Value;
        else Notice(texts[await imports.StartAsync(folder, stop) ? "Vocabulary.Started" : "Vocabulary.RunsAlready"]);
        return RedirectToAction(nameof(Show));
    }
}
