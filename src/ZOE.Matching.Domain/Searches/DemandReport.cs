using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Domain.Searches;

/// <summary>A search that found too little, reported by the searcher (gemeldeter Bedarf). It does not name who reported it.</summary>
public sealed class DemandReport
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public SavedSearchKind Kind { get; init; }

    /// <summary>Words of the search, folded, so that spellings count together.</summary>
    public required string Words { get; init; }

    /// <summary>City or sector of the place searched around; null for everywhere.</summary>
    public Area? Area { get; init; }

    public PortalRole ByRole { get; init; }

    public DateOnly ReportedOn { get; init; }

    /// <summary>Unique fingerprint of reporter, search and month: a person counts once.</summary>
    public required string OnceKey { get; init; }
}

/// <summary>Reports of the same demand.</summary>
public sealed record DemandCount(SavedSearchKind Kind, string Words, Area? Area, PortalRole ByRole, int Reports);

/// <summary>Counts demand for those who plan courses.</summary>
public static class DemandCounts
{
    /// <summary>Smaller counts are not shown: rare words could point at a person.</summary>
    public const int Smallest = 5;

    /// <summary>What is shown, most first.</summary>
    public static IReadOnlyList<DemandCount> Shown(IEnumerable<DemandCount> counts) =>
        [.. counts.Where(c => c.Reports >= Smallest).OrderByDescending(c => c.Reports).ThenBy(c => c.Words, StringComparer.Ordinal).ThenBy(c => c.Kind).ThenBy(c => c.ByRole)];
}
