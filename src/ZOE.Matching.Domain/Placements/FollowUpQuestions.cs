namespace ZOE.Matching.Domain.Placements;

/// <summary>Which answers a question offers.</summary>
public static class FollowUpQuestions
{
    /// <summary>The answers for one question about one kind of placement, in the order they are shown.</summary>
    public static IReadOnlyList<FollowUpAnswer> AnswersFor(FollowUpKind question, PlacementKind placement) => question switch
    {
        FollowUpKind.FirstDay => [FollowUpAnswer.Well, FollowUpAnswer.Difficulties, FollowUpAnswer.NeverCame],
        FollowUpKind.MidTerm or FollowUpKind.AfterOneMonth or FollowUpKind.AfterThreeMonths or FollowUpKind.AfterSixMonths =>
            [FollowUpAnswer.Well, FollowUpAnswer.Difficulties, FollowUpAnswer.BrokenOff],
        FollowUpKind.TakeOver => [FollowUpAnswer.TakenOn, FollowUpAnswer.EndsAsPlanned, FollowUpAnswer.Difficulties, FollowUpAnswer.BrokenOff],
        FollowUpKind.BeforeEnd or FollowUpKind.End => AtTheEnd(question, placement),
    };

    public static bool Allows(FollowUpKind question, PlacementKind placement, FollowUpAnswer answer) => AnswersFor(question, placement).Contains(answer);

    private static IReadOnlyList<FollowUpAnswer> AtTheEnd(FollowUpKind question, PlacementKind placement)
    {
        List<FollowUpAnswer> answers = [FollowUpAnswer.TakenOn];
        if (placement is PlacementKind.Internship or PlacementKind.TrialEmployment) answers.Add(FollowUpAnswer.TrainingFollows);
        answers.Add(FollowUpAnswer.Extend);
        answers.Add(FollowUpAnswer.EndsAsPlanned);
        if (question == FollowUpKind.BeforeEnd) answers.Add(FollowUpAnswer.Difficulties);
        answers.Add(FollowUpAnswer.BrokenOff);
        return answers;
    }
}
