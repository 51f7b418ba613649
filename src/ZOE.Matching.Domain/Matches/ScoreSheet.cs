using ZOE.Matching.Domain.Employers;

namespace ZOE.Matching.Domain.Matches;

/// <summary>Collects what the criteria say about one pair, in the order in which they speak.</summary>
/// <param name="reasons">False: only the points are wanted, nothing is written down.</param>
internal sealed class ScoreSheet(MatchContext context, bool reasons = true)
{
    /// <summary>Sum of the points given so far.</summary>
    public int Points { get; private set; }

    public List<MatchContribution> Contributions { get; } = reasons ? [] : None<MatchContribution>.List;

    public List<MatchGap> Gaps { get; } = reasons ? [] : None<MatchGap>.List;

    public List<MatchClarify> Clarify { get; } = reasons ? [] : None<MatchClarify>.List;

    public MatchContext Context => context;

    public void Give(MatchCriterion criterion, int points, int of, Guid? conceptId = null)
    {
        Points += points;
        if (reasons) Contributions.Add(new(criterion, points, of, conceptId, Label(conceptId)));
    }

    public void GivePercent(MatchCriterion criterion, int percent, int of) => Give(criterion, of * percent / 100, of);

    public void GiveUnknown(MatchCriterion criterion, int of, ClarifyKind ask)
    {
        GivePercent(criterion, context.Weights.UnknownPercent, of);
        Ask(ask);
    }

    public void Miss(GapKind kind, int need, int? have, RequirementWeight weight = RequirementWeight.Required, Guid? conceptId = null)
    {
        if (reasons) Gaps.Add(new(kind, need, have, weight, conceptId, Label(conceptId)));
    }

    public void Ask(ClarifyKind kind, Guid? conceptId = null, string? subject = null)
    {
        if (reasons) Clarify.Add(new(kind, conceptId, subject ?? Label(conceptId)));
    }

    private static class None<T>
    {
        /// <summary>Stands in for the lists of a sheet without reasons; nothing is ever added.</summary>
        public static readonly List<T> List = [];
    }

    private string? Label(Guid? conceptId) => conceptId is { } id ? context.Graph.Label(id) : null;
}
