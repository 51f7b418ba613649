namespace ZOE.Matching.Search;

/// <summary>One page of a search.</summary>
/// <param name="Hits">Hits in final order, at most the page size.</param>
/// <param name="Total">Exact number of matching documents over all pages. For employers the page must band it.</param>
/// <param name="Facets">Per asked field: values with exact counts, by count descending, then value. A field's own filter does not narrow its own counts.</param>
/// <param name="NextCursor">Where the next page starts; null on the last page. It holds a score or day and an id, unencrypted: protect it before it reaches an employer.</param>
public sealed record SearchPage(
    IReadOnlyList<SearchHit> Hits, int Total, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets, string? NextCursor);

/// <summary>One hit.</summary>
/// <param name="Id">Id of the record.</param>
/// <param name="Score">Sum of the points of all contributions; 0 for a search without words.</param>
/// <param name="Contributions">At most one per token group: the best alternative that matched.</param>
public sealed record SearchHit(Guid Id, int Score, IReadOnlyList<Contribution> Contributions);

/// <summary>Why a hit is here: the points one typed word gave.</summary>
/// <param name="Word">The word as typed (<see cref="TokenGroup.Word"/>).</param>
/// <param name="Token">The token that matched.</param>
/// <param name="Field">Where in the document.</param>
/// <param name="InDocument">How closely the token stands for the document's word.</param>
/// <param name="InQuery">How closely the token stands for the typed word.</param>
/// <param name="Points">Query weight times document weight.</param>
public sealed record Contribution(
    string Word, string Token, SearchField Field, TokenClass InDocument, TokenClass InQuery, int Points);

/// <summary>One value of a facet.</summary>
/// <param name="Value">Keyword value.</param>
/// <param name="Count">Exact number of documents, at least 1. For employers the page must band it.</param>
public sealed record FacetValue(string Value, int Count);
