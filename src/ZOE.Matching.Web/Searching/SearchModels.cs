namespace ZOE.Matching.Web.Searching;

/// <summary>For whom the page is: whose records, and where a hit leads.</summary>
/// <param name="OwnerId">The own organisation.</param>
/// <param name="OnlyOwner">Nothing but the own organisation's records is ever shown.</param>
/// <param name="LinkOf">Address of a record by its id and the id of its organisation; null where this user has no page of it.</param>
/// <param name="Demand">Where to turn when nothing is found; null = nowhere.</param>
/// <param name="Saves">This user keeps searches.</param>
public sealed record SearchAudience(Guid? OwnerId, bool OnlyOwner, Func<Guid, Guid, string?> LinkOf, string? Demand = null, bool Saves = false);

/// <summary>A record as the database shows it now.</summary>
public sealed record FoundRecord(
    Guid Id, Guid OrganisationId, string Title, string? Description, string Reference, string Organisation, string Place, DateOnly StartsOn, Enum Kind, string? Level, string? Extra);

/// <summary>A hit with its reasons.</summary>
/// <param name="IsSimilar">It lacks some of the words and is not counted.</param>
public sealed record SearchRow(FoundRecord Record, string? Link, IReadOnlyList<MarkedText> Title, IReadOnlyList<MarkedText> Text, IReadOnlyList<string> Why, bool IsSimilar = false);

/// <summary>A value of a filter. Count is null while the engine does not answer.</summary>
public sealed record FacetChoice(string Value, string Label, int? Count, bool Chosen);

/// <summary>A filter with its values.</summary>
public sealed record FacetView(string Field, string Label, IReadOnlyList<FacetChoice> Choices);

/// <summary>An active filter and the address without it.</summary>
public sealed record ChipView(string Label, string Href);

/// <summary>The active filters, and the address of the empty search.</summary>
public sealed record ChipList(IReadOnlyList<ChipView> Chips, string Reset);

/// <summary>A link with its text.</summary>
public sealed record WayOut(string Label, string Href);

/// <summary>One search page.</summary>
public sealed record SearchView
{
    public required SearchState State { get; init; }

    public required SearchSheet Sheet { get; init; }

    public required IReadOnlyList<SearchRow> Rows { get; init; }

    public required int Total { get; init; }

    public required int From { get; init; }

    /// <summary>Rows that are counted.</summary>
    public int Hits => Rows.Count(r => !r.IsSimilar);

    /// <summary>The user may keep this search and be told of new hits.</summary>
    public bool CanBeSaved { get; init; }

    /// <summary>The user may report that nothing fitting is there.</summary>
    public bool CanReportDemand { get; init; }

    public IReadOnlyList<FacetView> Facets { get; init; } = [];

    public IReadOnlyList<ChipView> Chips { get; init; } = [];

    public IReadOnlyList<WayOut> Places { get; init; } = [];

    public IReadOnlyList<WayOut> WaysOut { get; init; } = [];

    /// <summary>The search with its typing mended, to be offered.</summary>
    public string? Corrected { get; init; }

    /// <summary>A place was typed that is not known; it does not narrow the search.</summary>
    public bool PlaceUnknown { get; init; }

    /// <summary>The words mean nothing that can be searched.</summary>
    public bool MeansNothing { get; init; }

    /// <summary>The engine does not answer; this comes from the database.</summary>
    public bool EngineDown { get; init; }

    public bool CanBeOwn { get; init; }

    public string? Next { get; init; }

    public string? Previous { get; init; }
}
