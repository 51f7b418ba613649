using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;

namespace ZOE.Matching.Domain.Steering;

/// <summary>Stages from the proposal to being taken on.</summary>
public enum FunnelStage
{
    Proposed,
    Answered,

    /// <summary>Interview or yes.</summary>
    Positive,

    Placed,

    OutcomeKnown,

    TakenOn,
}

/// <summary>How one proposal, or one placement without a proposal, got on. No person in it.</summary>
public sealed record FunnelFact
{
    /// <summary>Day of the proposal, or of the agreement when candidate-led; its month is the cohort.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Kind of the placement, or of the vacancy before there is one.</summary>
    public required PlacementKind Kind { get; init; }

    /// <summary>The instrument; None while there is no placement.</summary>
    public LegalBasis Instrument { get; init; }

    public required IReadOnlySet<FunnelStage> Reached { get; init; }

    /// <summary>Of a proposal and the placement that came of it, if any; of a placement alone when candidate-led.</summary>
    public static FunnelFact Of(Proposal? proposal, PlacementKind vacancyKind, Placement? placement)
    {
        if (proposal is null && placement is null) throw new ArgumentException("Neither a proposal nor a placement", nameof(proposal));
        var reached = new HashSet<FunnelStage>();
        if (proposal is not null) reached.Add(FunnelStage.Proposed);
        if (proposal?.AnsweredAtUtc is not null) reached.Add(FunnelStage.Answered);
        if (proposal is not null && (proposal.State is ProposalState.Interview or ProposalState.Accepted || proposal.ReleasedAtUtc is not null)) reached.Add(FunnelStage.Positive);
        if (placement is not null && placement.State != PlacementState.CalledOff) reached.Add(FunnelStage.Placed);
        if (placement?.Outcome is not null) reached.Add(FunnelStage.OutcomeKnown);
        if (placement?.Outcome == PlacementOutcome.TakenOn) reached.Add(FunnelStage.TakenOn);
        return new FunnelFact
        {
            On = LegalDay.Of(proposal?.ProposedAtUtc ?? placement!.CreatedAtUtc),
            Kind = placement?.Kind ?? vacancyKind,
            Instrument = placement?.LegalBasis ?? LegalBasis.None,
            Reached = reached,
        };
    }
}

/// <summary>Counts of one group, stage by stage.</summary>
public sealed class FunnelRow
{
    private readonly List<FunnelFact> _facts;

    internal FunnelRow(IEnumerable<FunnelFact> facts) => _facts = [.. facts];

    /// <summary>How many reached the stage; placements without a proposal are counted from Placed on.</summary>
    public int Count(FunnelStage stage) => _facts.Count(f => f.Reached.Contains(stage));

    /// <summary>Placements made without a proposal (candidate-led).</summary>
    public int CandidateLed => _facts.Count(f => f.Reached.Contains(FunnelStage.Placed) && !f.Reached.Contains(FunnelStage.Proposed));

    /// <summary>Of those at the stage before, how many per hundred went on, 0 to 100; null when there were none.</summary>
    public int? PercentOfPrevious(FunnelStage stage) => stage switch
    {
        FunnelStage.Proposed => null,
        FunnelStage.Answered => Percent(stage, FunnelStage.Proposed),
        FunnelStage.Positive => Percent(stage, FunnelStage.Answered),
        FunnelStage.Placed => Percent(stage, FunnelStage.Positive),
        FunnelStage.OutcomeKnown => Percent(stage, FunnelStage.Placed),
        FunnelStage.TakenOn => Percent(stage, FunnelStage.OutcomeKnown),
    };

    private int? Percent(FunnelStage stage, FunnelStage previous)
    {
        var of = Count(previous);
        var both = _facts.Count(f => f.Reached.Contains(previous) && f.Reached.Contains(stage));
        return of == 0 ? null : ((both * 200) + of) / (of * 2);
    }
}

/// <summary>The funnel from proposal to outcome; pure counting.</summary>
public static class Funnel
{
    public static FunnelRow Total(IEnumerable<FunnelFact> facts) => new(facts);

    /// <summary>By month of the proposal (its first day), in order.</summary>
    public static IReadOnlyList<(DateOnly Month, FunnelRow Row)> ByMonth(IEnumerable<FunnelFact> facts) =>
        Group(facts, f => new DateOnly(f.On.Year, f.On.Month, 1));

    public static IReadOnlyList<(PlacementKind Kind, FunnelRow Row)> ByKind(IEnumerable<FunnelFact> facts) => Group(facts, f => f.Kind);

    public static IReadOnlyList<(LegalBasis Instrument, FunnelRow Row)> ByInstrument(IEnumerable<FunnelFact> facts) => Group(facts, f => f.Instrument);

    private static List<(TKey Key, FunnelRow Row)> Group<TKey>(IEnumerable<FunnelFact> facts, Func<FunnelFact, TKey> key) =>
        [.. facts.GroupBy(key).OrderBy(g => g.Key).Select(g => (g.Key, new FunnelRow(g)))];
}
