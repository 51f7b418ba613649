using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;

namespace ZOE.Matching.Domain.Tests.Placements;

public class PlacementStateTests
{
    private static readonly DateOnly Start = Given.Day("2027-02-01");
    private static readonly DateOnly End = Given.Day("2027-02-28");

    /// <summary>Every state with every command: the refusal, or the state that follows.</summary>
    [Theory]
    [InlineData(PlacementState.AwaitingFunding, "Start", "Placement.FundingMissing")]
    [InlineData(PlacementState.AwaitingFunding, "RunOut", "Placement.NotRunning")]
    [InlineData(PlacementState.AwaitingFunding, "CallOff", "CalledOff")]
    [InlineData(PlacementState.AwaitingFunding, "Conclude", "Placement.FundingMissing")]
    [InlineData(PlacementState.AwaitingFunding, "Grant", "Planned")]
    [InlineData(PlacementState.AwaitingFunding, "Deny", "CalledOff")]
    [InlineData(PlacementState.Planned, "Start", "Running")]
    [InlineData(PlacementState.Planned, "RunOut", "Placement.NotRunning")]
    [InlineData(PlacementState.Planned, "CallOff", "CalledOff")]
    [InlineData(PlacementState.Planned, "Conclude", "Ended")]
    [InlineData(PlacementState.Planned, "Grant", "Funding.AlreadyDecided")]
    [InlineData(PlacementState.Running, "Start", "Placement.NotPlanned")]
    [InlineData(PlacementState.Running, "RunOut", "Ended")]
    [InlineData(PlacementState.Running, "CallOff", "Placement.AlreadyStarted")]
    [InlineData(PlacementState.Running, "Conclude", "Ended")]
    [InlineData(PlacementState.Running, "Deny", "Funding.AlreadyDecided")]
    [InlineData(PlacementState.Ended, "Start", "Placement.NotPlanned")]
    [InlineData(PlacementState.Ended, "RunOut", "Placement.NotRunning")]
    [InlineData(PlacementState.Ended, "CallOff", "Placement.AlreadyStarted")]
    [InlineData(PlacementState.Ended, "Conclude", "Ended")]
    [InlineData(PlacementState.CalledOff, "Start", "Placement.FundingMissing")]
    [InlineData(PlacementState.CalledOff, "RunOut", "Placement.NotRunning")]
    [InlineData(PlacementState.CalledOff, "CallOff", "Placement.WasCalledOff")]
    [InlineData(PlacementState.CalledOff, "Conclude", "Placement.WasCalledOff")]
    [InlineData(PlacementState.CalledOff, "Grant", "Funding.NotAwaited")]
    public void Command_InState_LeadsTo(PlacementState state, string command, string result)
    {
        var placement = In(state);
        var decision = command switch
        {
            "Start" => placement.Start(Start),
            "RunOut" => placement.RunOut(End.AddDays(1)),
            "CallOff" => placement.CallOff(),
            "Conclude" => placement.Conclude(PlacementOutcome.TakenOn, null, null, End),
            "Grant" => placement.RecordFunding(Funding(true), true, Given.Today),
            "Deny" => placement.RecordFunding(Funding(false), true, Given.Today),
            _ => throw new ArgumentException(command),
        };
        (decision.Refusal?.Code ?? placement.State.ToString()).Should().Be(result);
        if (decision.IsRefused) placement.State.Should().Be(state);
    }

    [Theory]
    [InlineData("2027-01-31", "Placement.NotYet")]
    [InlineData("2027-02-01", null)]
    [InlineData("2027-02-02", null)]
    public void Start_Day_IsNotBeforeStart(string day, string? code) => In(PlacementState.Planned).Start(Given.Day(day)).Refusal?.Code.Should().Be(code);

    [Theory]
    [InlineData("2027-02-28", "Placement.NotYetOver")]
    [InlineData("2027-03-01", null)]
    public void RunOut_Day_IsAfterTheLastDay(string day, string? code)
    {
        var placement = In(PlacementState.Running);
        placement.RunOut(Given.Day(day)).Refusal?.Code.Should().Be(code);
        placement.FollowUps.Should().OnlyContain(f => f.IsOpen, "the outcome is still asked for");
    }

    public static TheoryData<string, bool, FundingDecision, string?> Fundings => new()
    {
        { "by anybody", false, Funding(true), "Funding.DutyMissing" },
        { "applied the day before", true, Funding(true, applied: "2027-01-11"), null },
        { "applied on the start", true, Funding(true, applied: "2027-02-01", decided: "2027-02-01"), "Funding.AppliedAfterStart" },
        { "decided tomorrow", true, Funding(true, decided: "2027-02-02"), "Funding.InFuture" },
        { "decided before applied", true, Funding(true, applied: "2027-01-11", decided: "2027-01-10"), "Funding.DecidedBeforeApplied" },
        { "another basis", true, Funding(true, LegalBasis.Egz), "Funding.OtherBasis" },
    };

    [Theory]
    [MemberData(nameof(Fundings), DisableDiscoveryEnumeration = true)]
    public void RecordFunding_IsRefusedWhereWrong(string what, bool duty, FundingDecision decision, string? code) =>
        In(PlacementState.AwaitingFunding).RecordFunding(decision, duty, Start).Refusal?.Code.Should().Be(code, what);

    [Fact]
    public void RecordFunding_Denied_VoidsQuestions()
    {
        var placement = In(PlacementState.AwaitingFunding);
        placement.RecordFunding(Funding(false), true, Given.Today);
        placement.FollowUps.Should().OnlyContain(f => f.State == FollowUpState.Void);
    }

    [Fact]
    public void RecordFunding_NotSubsidised_IsRefused() =>
        new Placement { StartOn = Start }.RecordFunding(Funding(true), true, Given.Today).Refusal!.Code.Should().Be("Funding.NotSubsidised");

    [Theory]
    [InlineData(PlacementOutcome.BrokenOff, null, "Other", "2027-02-10", "Placement.SideMissing")]
    [InlineData(PlacementOutcome.BrokenOff, OutcomeSide.Employer, null, "2027-02-10", "Placement.ReasonMissing")]
    [InlineData(PlacementOutcome.BrokenOff, OutcomeSide.Employer, "", "2027-02-10", "Placement.ReasonMissing")]
    [InlineData(PlacementOutcome.BrokenOff, OutcomeSide.Client, "Other", "2027-02-10", null)]
    [InlineData(PlacementOutcome.NeverCame, null, null, "2027-02-01", null)]
    [InlineData(PlacementOutcome.NeverCame, null, null, "2027-01-31", "Placement.NotYet")]
    [InlineData(PlacementOutcome.EndedAsPlanned, null, null, "2027-02-28", null)]
    public void Conclude_IsRefusedWhereWrong_ElseVoidsOpenQuestions(PlacementOutcome outcome, OutcomeSide? side, string? reason, string on, string? code)
    {
        var placement = In(PlacementState.Running);
        placement.Conclude(outcome, side, reason, Given.Day(on)).Refusal?.Code.Should().Be(code);
        placement.FollowUps.All(f => f.State == FollowUpState.Void).Should().Be(code is null);
        placement.Outcome.Should().Be(code is null ? outcome : null);
    }

    [Fact]
    public void Conclude_Twice_IsRefused()
    {
        var placement = In(PlacementState.Running);
        placement.Conclude(PlacementOutcome.TakenOn, null, null, End);
        placement.Conclude(PlacementOutcome.NeverCame, null, null, End).Refusal!.Code.Should().Be("Placement.OutcomeKnown");
        placement.Outcome.Should().Be(PlacementOutcome.TakenOn);
    }

    private static Placement In(PlacementState state)
    {
        var placement = new Placement { Kind = PlacementKind.TrialEmployment, LegalBasis = LegalBasis.TrialEmployment16f, Subsidised = true, StartOn = Start, EndOn = End };
        placement.AwaitFunding();
        FollowUpPlan.Replan(placement);
        if (state is PlacementState.AwaitingFunding) return placement;
        if (state is PlacementState.CalledOff)
        {
            placement.CallOff();
            return placement;
        }

        placement.RecordFunding(Funding(true), true, Given.Today);
        if (state is PlacementState.Running or PlacementState.Ended) placement.Start(Start);
        if (state is PlacementState.Ended) placement.RunOut(End.AddDays(1));
        placement.State.Should().Be(state);
        return placement;
    }

    private static FundingDecision Funding(bool granted, LegalBasis basis = LegalBasis.TrialEmployment16f, string applied = "2027-01-11", string decided = "2027-01-12") =>
        new() { Granted = granted, LegalBasis = basis, AppliedOn = Given.Day(applied), DecidedOn = Given.Day(decided) };
}
