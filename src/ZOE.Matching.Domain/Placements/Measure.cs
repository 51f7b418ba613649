using ZOE.Matching.Domain.Law;

namespace ZOE.Matching.Domain.Placements;

/// <summary>One measure in the sense of the law (Maßnahme): its placements, at one or several employers and with extensions, count together.</summary>
public sealed class Measure : Aggregate
{
    public Guid ClientId { get; init; }

    public LegalBasis LegalBasis { get; init; }

    /// <summary>The stated condition under which a longer limit holds (e.g. LongTermUnemployedWithObstacles), with its reason.</summary>
    public string? Condition { get; set; }

    public string? ConditionReason { get; set; }

    public DateTime CreatedAtUtc { get; init; }
}
