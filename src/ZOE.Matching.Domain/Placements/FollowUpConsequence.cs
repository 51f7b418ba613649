using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Domain.Work;

namespace ZOE.Matching.Domain.Placements;

/// <summary>What follows from an answer.</summary>
/// <param name="Outcome">The outcome that is known now; null = not yet.</param>
/// <param name="NeedsReason">Side and reason must be asked before the outcome can be recorded.</param>
/// <param name="Task">The task for the coach; null = none.</param>
/// <param name="NextPhase">The phase of the client's next step, where the answer tells it.</param>
public sealed record FollowUpConsequence(PlacementOutcome? Outcome, bool NeedsReason, WorkTaskKind? Task, Phase? NextPhase)
{
    private static readonly FollowUpConsequence Nothing = new(null, false, null, null);

    /// <summary>Before the end an employer only announces what will be (taken on, extended); the outcome is what the answer at the end tells. Broken off and never came are known at once.</summary>
    public static FollowUpConsequence Of(FollowUpKind question, FollowUpAnswer answer) => answer switch
    {
        FollowUpAnswer.Well => Nothing,
        FollowUpAnswer.Difficulties => new(null, false, WorkTaskKind.Difficulties, null),
        FollowUpAnswer.NeverCame => new(PlacementOutcome.NeverCame, false, WorkTaskKind.NextStep, null),
        FollowUpAnswer.BrokenOff => new(PlacementOutcome.BrokenOff, true, WorkTaskKind.NextStep, null),
        FollowUpAnswer.TakenOn => Known(question, PlacementOutcome.TakenOn, Phase.Aftercare),
        FollowUpAnswer.TrainingFollows => Known(question, PlacementOutcome.TrainingFollows, Phase.Qualification),
        FollowUpAnswer.Extend => Known(question, PlacementOutcome.Extended, Phase.Integration),
        FollowUpAnswer.EndsAsPlanned => Known(question, PlacementOutcome.EndedAsPlanned, null),
    };

    private static FollowUpConsequence Known(FollowUpKind question, PlacementOutcome outcome, Phase? next) =>
        new(question == FollowUpKind.End ? outcome : null, false, WorkTaskKind.NextStep, next);
}
