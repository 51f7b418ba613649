using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;

namespace ZOE.Matching.Domain.Law;

/// <summary>What somebody wants to agree, as far as the law counts it.</summary>
public sealed record PlacementRequest
{
    public required Guid ClientId { get; init; }

    public required Guid EmployerId { get; init; }

    /// <summary>The measure it is part of; a new id for a new measure.</summary>
    public required Guid MeasureId { get; init; }

    public required PlacementKind Kind { get; init; }

    public required LegalBasis LegalBasis { get; init; }

    public required DateOnly StartOn { get; init; }

    /// <summary>Last day; null = open-ended.</summary>
    public DateOnly? EndOn { get; init; }

    public int HoursPerWeek { get; init; }

    /// <summary>The condition stated for a longer limit; it counts only with <see cref="ConditionReason"/>.</summary>
    public string? Condition { get; init; }

    public string? ConditionReason { get; init; }

    public InsuranceKind Insurance { get; init; }

    /// <summary>EGZ: last day of the subsidy, if it is known; the job itself goes on.</summary>
    public DateOnly? FundedUntil { get; init; }

    /// <summary>Day of the employer's application for money.</summary>
    public DateOnly? AppliedOn { get; init; }

    /// <summary>Whether a rule's condition holds: two follow from the facts of the request, every other must be stated with a reason.</summary>
    public bool Fulfils(string? condition) => condition switch
    {
        null => true,
        "Minijob" => Insurance == InsuranceKind.Minijob,
        "NotAppliedBeforeStart" => AppliedOn >= StartOn,
        _ => !string.IsNullOrWhiteSpace(ConditionReason) && string.Equals(Condition, condition, StringComparison.Ordinal),
    };
}

/// <summary>An existing placement that was not called off, as far as the law counts it.</summary>
public sealed record PlacementSpan
{
    public required Guid PlacementId { get; init; }

    public required Guid ClientId { get; init; }

    public required Guid EmployerId { get; init; }

    public required Guid MeasureId { get; init; }

    public required PlacementKind Kind { get; init; }

    public required LegalBasis LegalBasis { get; init; }

    public required DateOnly StartOn { get; init; }

    /// <summary>Last day; null = open-ended.</summary>
    public DateOnly? EndOn { get; init; }

    public int HoursPerWeek { get; init; }

    public InsuranceKind Insurance { get; init; }

    /// <summary>The spans of placements that took or take place. Called off and never begun count nothing; broken off counts until that day.</summary>
    public static IReadOnlyList<PlacementSpan> Of(IEnumerable<Placement> placements) =>
        [.. placements.Where(p => p.State != PlacementState.CalledOff && p.Outcome != PlacementOutcome.NeverCame).Select(Of)];

    private static PlacementSpan Of(Placement placement) => new()
    {
        PlacementId = placement.Id,
        ClientId = placement.ClientId,
        EmployerId = placement.EmployerId,
        MeasureId = placement.MeasureId,
        Kind = placement.Kind,
        LegalBasis = placement.LegalBasis,
        StartOn = placement.StartOn,
        EndOn = RealEnd(placement),
        HoursPerWeek = placement.HoursPerWeek,
        Insurance = placement.Insurance,
    };

    private static DateOnly? RealEnd(Placement placement) =>
        placement.Outcome == PlacementOutcome.BrokenOff && placement.OutcomeOn is { } day && (placement.EndOn is null || day < placement.EndOn)
            ? day
            : placement.EndOn;
}
