using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Domain.Work;

namespace ZOE.Matching.Domain.Tests.Placements;

public class FollowUpPlanTests
{
    [Theory]
    [InlineData(PlacementKind.Internship, "2027-03-01", "2027-03-13", "FirstDay 03-01, End 03-13")]
    [InlineData(PlacementKind.Internship, "2027-03-01", "2027-03-14", "FirstDay 03-01, BeforeEnd 03-07, MidTerm 03-08, End 03-14")]
    [InlineData(PlacementKind.Internship, "2027-03-01", "2027-03-15", "FirstDay 03-01, BeforeEnd 03-08, End 03-15")]
    [InlineData(PlacementKind.Internship, "2027-03-01", "2027-03-01", "End 03-01")]
    [InlineData(PlacementKind.Internship, "2027-03-15", "2027-04-11", "FirstDay 03-15, MidTerm 03-29, BeforeEnd 04-04, End 04-11")]
    [InlineData(PlacementKind.Internship, "2028-02-01", "2028-03-13", "FirstDay 02-01, MidTerm 02-22, BeforeEnd 03-06, End 03-13")]
    [InlineData(PlacementKind.TrialEmployment, "2027-03-01", "2027-05-31", "FirstDay 03-01, MidTerm 04-16, TakeOver 05-03, BeforeEnd 05-24, End 05-31")]
    [InlineData(PlacementKind.TrialEmployment, "2027-03-01", "2027-03-29", "FirstDay 03-01, MidTerm 03-15, BeforeEnd 03-22, End 03-29")]
    [InlineData(PlacementKind.TrialEmployment, "2027-03-01", "2027-03-30", "FirstDay 03-01, TakeOver 03-02, MidTerm 03-16, BeforeEnd 03-23, End 03-30")]
    [InlineData(PlacementKind.TrialEmployment, "2027-03-01", "2027-03-08", "FirstDay 03-01, MidTerm 03-05, End 03-08")]
    [InlineData(PlacementKind.Job, "2027-08-31", null, "FirstDay 08-31, AfterOneMonth 09-30, AfterThreeMonths 11-30, AfterSixMonths 02-29")]
    [InlineData(PlacementKind.Apprenticeship, "2027-08-01", "2030-07-31", "FirstDay 08-01, AfterOneMonth 09-01, AfterThreeMonths 11-01, AfterSixMonths 02-01, BeforeEnd 07-24, End 07-31")]
    [InlineData(PlacementKind.Job, "2027-03-01", "2027-04-01", "FirstDay 03-01, BeforeEnd 03-25, End 04-01")]
    [InlineData(PlacementKind.InCompanyRetraining, "2027-03-01", "2027-03-31", "FirstDay 03-01, MidTerm 03-16, BeforeEnd 03-24, End 03-31")]
    public void For_ByHand_IsThisPlan(PlacementKind kind, string start, string? end, string plan) =>
        string.Join(", ", FollowUpPlan.For(kind, Given.Day(start), Given.DayOrNull(end)).Select(q => $"{q.Kind} {q.DueOn:MM-dd}")).Should().Be(plan);

    [Fact]
    public void For_EveryLength_NeverTwoOnADayNoneOutsideAndAlwaysAnEnd()
    {
        var start = new DateOnly(2027, 3, 20);
        foreach (var kind in Enum.GetValues<PlacementKind>())
        {
            for (var days = 1; days <= 400; days++)
            {
                var end = start.AddDays(days - 1);
                var plan = FollowUpPlan.For(kind, start, end);
                plan.Select(q => q.DueOn).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder();
                plan.Should().OnlyContain(q => q.DueOn >= start && q.DueOn <= end);
                plan[^1].Should().Be((FollowUpKind.End, end));
                if (kind == PlacementKind.Internship && days is > 1 and < 14) plan.Select(q => q.Kind).Should().Equal(FollowUpKind.FirstDay, FollowUpKind.End);
            }
        }
    }

    [Fact]
    public void Replan_LaterEnd_KeepsAnsweredMovesOpenAndAddsMissing()
    {
        var placement = new Placement { Kind = PlacementKind.Internship, StartOn = Given.Day("2027-03-01"), EndOn = Given.Day("2027-03-10") };
        FollowUpPlan.Replan(placement);
        placement.FollowUps[0].Reply(FollowUpAnswer.Well, AnswerSource.EmployerLink, null, Given.Now);
        placement.EndOn = Given.Day("2027-04-11");
        FollowUpPlan.Replan(placement);
        FollowUpPlan.Replan(placement);
        placement.FollowUps.OrderBy(f => f.DueOn).Select(f => (f.Kind, f.DueOn, f.State)).Should().Equal(
            (FollowUpKind.FirstDay, Given.Day("2027-03-01"), FollowUpState.Answered),
            (FollowUpKind.MidTerm, Given.Day("2027-03-22"), FollowUpState.Open),
            (FollowUpKind.BeforeEnd, Given.Day("2027-04-04"), FollowUpState.Open),
            (FollowUpKind.End, Given.Day("2027-04-11"), FollowUpState.Open));
    }

    [Fact]
    public void Replan_Shorter_VoidsWhatNoLongerFits()
    {
        var placement = new Placement { Kind = PlacementKind.Internship, StartOn = Given.Day("2027-03-01"), EndOn = Given.Day("2027-04-11") };
        FollowUpPlan.Replan(placement);
        placement.EndOn = Given.Day("2027-03-10");
        FollowUpPlan.Replan(placement);
        placement.FollowUps.Where(f => f.State == FollowUpState.Void).Select(f => f.Kind).Should().BeEquivalentTo([FollowUpKind.MidTerm, FollowUpKind.BeforeEnd]);
        placement.FollowUps.Single(f => f.Kind == FollowUpKind.End).DueOn.Should().Be(Given.Day("2027-03-10"));
    }

    [Theory]
    [InlineData(FollowUpKind.FirstDay, FollowUpAnswer.Well, null, false, null, null)]
    [InlineData(FollowUpKind.FirstDay, FollowUpAnswer.NeverCame, PlacementOutcome.NeverCame, false, WorkTaskKind.NextStep, null)]
    [InlineData(FollowUpKind.MidTerm, FollowUpAnswer.Difficulties, null, false, WorkTaskKind.Difficulties, null)]
    [InlineData(FollowUpKind.MidTerm, FollowUpAnswer.BrokenOff, PlacementOutcome.BrokenOff, true, WorkTaskKind.NextStep, null)]
    [InlineData(FollowUpKind.BeforeEnd, FollowUpAnswer.TakenOn, null, false, WorkTaskKind.NextStep, Phase.Aftercare)]
    [InlineData(FollowUpKind.End, FollowUpAnswer.TakenOn, PlacementOutcome.TakenOn, false, WorkTaskKind.NextStep, Phase.Aftercare)]
    [InlineData(FollowUpKind.End, FollowUpAnswer.TrainingFollows, PlacementOutcome.TrainingFollows, false, WorkTaskKind.NextStep, Phase.Qualification)]
    [InlineData(FollowUpKind.BeforeEnd, FollowUpAnswer.Extend, null, false, WorkTaskKind.NextStep, Phase.Integration)]
    [InlineData(FollowUpKind.End, FollowUpAnswer.EndsAsPlanned, PlacementOutcome.EndedAsPlanned, false, WorkTaskKind.NextStep, null)]
    public void Consequence_Answer_Means(FollowUpKind kind, FollowUpAnswer answer, PlacementOutcome? outcome, bool reason, WorkTaskKind? task, Phase? next) =>
        FollowUpConsequence.Of(kind, answer).Should().Be(new FollowUpConsequence(outcome, reason, task, next));

    [Fact]
    public void Answers_EndAlwaysTellsAnOutcome_OthersDoNotOfferImpossible()
    {
        foreach (var kind in Enum.GetValues<PlacementKind>())
        {
            FollowUpQuestions.AnswersFor(FollowUpKind.End, kind).Should().OnlyHaveUniqueItems().And.OnlyContain(a => FollowUpConsequence.Of(FollowUpKind.End, a).Outcome != null);
            FollowUpQuestions.Allows(FollowUpKind.FirstDay, kind, FollowUpAnswer.NeverCame).Should().BeTrue();
            FollowUpQuestions.Allows(FollowUpKind.MidTerm, kind, FollowUpAnswer.NeverCame).Should().BeFalse();
            FollowUpQuestions.Allows(FollowUpKind.AfterOneMonth, kind, FollowUpAnswer.TakenOn).Should().BeFalse();
        }
    }
}
