namespace ZOE.Matching.Search;

/// <summary>A search in finished tokens; no engine language and no free text.</summary>
public sealed record SearchQuery
{
    /// <summary>Largest page.</summary>
    public const int MaxPageSize = 100;

    /// <summary>Most groups, and most alternatives in a group.</summary>
    public const int MaxGroups = 24, MaxAlternatives = 128;

    /// <summary>Words of the search, one group each; the best alternative of a group counts. Empty: every document matches with score 0.</summary>
    public IReadOnlyList<TokenGroup> Groups { get; init; } = [];

    /// <summary>How many of the groups that are not optional must match, at least 1; more than there are counts as all. Where all are optional, one must match.</summary>
    public int MinimumGroups { get; init; } = 1;

    /// <summary>What alone decides which documents are hits; <see cref="Groups"/> then only give points, and none of them must match. Null: the groups decide.</summary>
    public Demand? Demand { get; init; }

    /// <summary>Least score of a hit; 0 for none. Hits below are not counted either: no tail of noise. Ignored without groups.</summary>
    public int MinimumPoints { get; init; }

    /// <summary>The words typed mean nothing: the search finds nothing (as opposed to no words, which find everything).</summary>
    public bool FindsNothing { get; init; }

    /// <summary>Keyword filters: every field must hold, within a field one of the values. A place set is a filter on the place field.</summary>
    public IReadOnlyList<KeywordFilter> Filters { get; init; } = [];

    /// <summary>Day filters: the document must carry the day and it must not lie before the floor.</summary>
    public IReadOnlyList<DayFloor> DayFloors { get; init; } = [];

    /// <summary>Keyword fields to count.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>Order of the hits; ids break ties, so that pages never shift.</summary>
    public SearchSort Sort { get; init; } = SearchSort.ByScore;

    /// <summary><see cref="SearchPage.NextCursor"/> of the page before; null for the first page. A damaged one throws <see cref="ArgumentException"/>.</summary>
    public string? Cursor { get; init; }

    /// <summary>Hits per page, 0 (only counts) to <see cref="MaxPageSize"/>.</summary>
    public int PageSize { get; init; } = 20;
}

/// <summary>Groups that must match and give no points.</summary>
/// <param name="Groups">At least one; their weights say nothing.</param>
/// <param name="Minimum">How many of them must match, at least 1; more than there are counts as all.</param>
public sealed record Demand(IReadOnlyList<TokenGroup> Groups, int Minimum);

/// <summary>One typed word with what may stand for it.</summary>
/// <param name="Word">As typed, for the explanation.</param>
/// <param name="Alternatives">Tokens any of which satisfies the group; the one with the most points counts.</param>
/// <param name="Optional">Adds points but does not count towards the minimum.</param>
public sealed record TokenGroup(string Word, IReadOnlyList<TokenAlternative> Alternatives, bool Optional = false);

/// <summary>One token that may stand for a typed word.</summary>
/// <param name="Token">Finished token.</param>
/// <param name="Class">How closely it stands for the typed word.</param>
/// <param name="Weight">1 to 100; points = this times the weight of the document's token.</param>
public sealed record TokenAlternative(string Token, TokenClass Class, int Weight);

/// <summary>The document carries one of the values in the field. No values: nothing matches.</summary>
/// <param name="Field">Keyword field of the kind (see <see cref="SearchSchema"/>).</param>
/// <param name="Values">Allowed values.</param>
public sealed record KeywordFilter(string Field, IReadOnlyCollection<string> Values);

/// <summary>The document's day is on or after the floor.</summary>
/// <param name="Field">Day field of the kind.</param>
/// <param name="NotBefore">First day that passes.</param>
public sealed record DayFloor(string Field, DateOnly NotBefore);

/// <summary>Order of hits.</summary>
public sealed record SearchSort
{
    private SearchSort(string? dayField, bool descending) => (DayField, Descending) = (dayField, descending);

    /// <summary>Score descending, then id ascending.</summary>
    public static SearchSort ByScore { get; } = new(null, true);

    /// <summary>Day field to sort by; null for the score.</summary>
    public string? DayField { get; }

    /// <summary>Largest first.</summary>
    public bool Descending { get; }

    /// <summary>Earliest day first, documents without the day last, then id ascending. Not for <see cref="SearchKind.Cards"/>.</summary>
    public static SearchSort Soonest(string dayField) => new(dayField, false);

    /// <summary>Latest day first, documents without the day last, then id ascending. Not for <see cref="SearchKind.Cards"/>.</summary>
    public static SearchSort Newest(string dayField) => new(dayField, true);
}
