using System.ComponentModel.DataAnnotations;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Searches;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Account.Searches;

/// <summary>Name and frequency of a saved search.</summary>
[TextsFrom(typeof(SavedSearches))]
public class SearchForm
{
    [Display(Name = "SearchForm.Name")]
    [Required]
    [StringLength(SavedSearch.MaxName)]
    public string Name { get; set; } = "";

    [Display(Name = "SearchForm.Frequency")]
    [Required]
    public SearchFrequency? Frequency { get; set; }

    /// <summary>The version that was on the screen.</summary>
    public int Version { get; set; }
}

/// <summary>A search to be saved: what among, and the query string of the search page.</summary>
[TextsFrom(typeof(SavedSearches))]
public sealed class NewSearchForm : SearchForm
{
    [Required]
    public SavedSearchKind? Kind { get; set; }

    [StringLength(CriteriaState.Longest)]
    public string? State { get; set; }
}

/// <summary>One own search in the list.</summary>
public sealed record SearchRow(SavedSearch Search, IReadOnlyList<string> Criteria, int Told);

/// <summary>The list.</summary>
/// <param name="MaySave">Whether this role can save searches at all.</param>
public sealed record SearchesPage(IReadOnlyList<SearchRow> Rows, bool MaySave);

/// <summary>One search with what it finds now.</summary>
/// <param name="Hits">Null when the engine does not answer.</param>
/// <param name="Told">Ids of hits that were told.</param>
/// <param name="Candidates">The rounded number, for candidates.</param>
public sealed record SearchPageModel(SavedSearch Search, IReadOnlyList<string> Criteria, IReadOnlyList<SeenHit>? Hits, IReadOnlySet<Guid> Told, Domain.Matches.CountBand? Candidates, bool EngineIsDown);
