using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Proposals;

namespace ZOE.Matching.Domain.Placements;

/// <summary>What the coach enters to agree a placement.</summary>
public sealed record PlacementOrder
{
    public required PlacementKind Kind { get; init; }

    /// <summary>The legal basis; None only for kinds without funding. A Probebeschäftigung must choose.</summary>
    public LegalBasis LegalBasis { get; init; }

    public required DateOnly StartOn { get; init; }

    /// <summary>Last day; null only for a job.</summary>
    public DateOnly? EndOn { get; init; }

    /// <summary>Hours a week, 1 to 48.</summary>
    public required int HoursPerWeek { get; init; }

    public InsuranceKind Insurance { get; init; }

    /// <summary>Probebeschäftigung: the employer states that the job is additional.</summary>
    public bool IsAdditional { get; init; }

    /// <summary>Day of the employer's application for money.</summary>
    public DateOnly? AppliedOn { get; init; }

    /// <summary>EGZ: last day of the subsidy, if known.</summary>
    public DateOnly? FundedUntil { get; init; }

    public string? Mentor { get; init; }

    public Guid? ContactId { get; init; }

    /// <summary>Why the coach passes over a warning of the law.</summary>
    public string? WarningReason { get; init; }
}

/// <summary>Everything that decides about a placement beside the order itself.</summary>
public sealed record PlacementFacts
{
    public required Client Client { get; init; }

    public required Employer Employer { get; init; }

    /// <summary>A new or an existing measure of this client; holds the stated condition.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The vacancy; null = candidate-led.</summary>
    public Vacancy? Vacancy { get; init; }

    /// <summary>The released proposal; needed with a vacancy.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>The client's yes to this employer; needed without a vacancy.</summary>
    public Consent? Consent { get; init; }

    /// <summary>The client's placements, from <see cref="PlacementSpan.Of(IEnumerable{Placement})"/>.</summary>
    public required IReadOnlyList<PlacementSpan> History { get; init; }

    public required IReadOnlyList<LegalRule> Rules { get; init; }

    public required Guid ById { get; init; }

    public required DateTime NowUtc { get; init; }
}
