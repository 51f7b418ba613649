using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;

namespace ZOE.Matching.Domain.Tests.Placements;

public class PlacementRulesTests
{
    private static readonly DateOnly Start = Given.Day("2027-02-01");

    [Fact]
    public void Make_CandidateLedInternship_IsPlannedWithItsQuestions()
    {
        var placement = PlacementRules.Make(Given.Internship(Start, Given.Day("2027-03-14")), Given.Facts(LegalBasis.Mag)).Accepted;
        placement.State.Should().Be(PlacementState.Planned);
        placement.Subsidised.Should().BeFalse();
        placement.FollowUps.Select(f => (f.Kind, f.DueOn)).Should().Equal(
            (FollowUpKind.FirstDay, Start), (FollowUpKind.MidTerm, Given.Day("2027-02-22")), (FollowUpKind.BeforeEnd, Given.Day("2027-03-07")), (FollowUpKind.End, Given.Day("2027-03-14")));
        placement.FollowUps.Should().OnlyContain(f => f.PlacementId == placement.Id && f.State == FollowUpState.Open);
    }

    [Fact]
    public void Make_OneDayTooLong_IsRefusedWithTextSourceAndLastDay()
    {
        var refusal = PlacementRules.Make(Given.Internship(Start, Given.Day("2027-03-15")), Given.Facts(LegalBasis.Mag)).Refusal!;
        refusal.Code.Should().Be("Law.Refused");
        refusal.Args.Should().Equal("Text of MagSixWeeks", "Source of MagSixWeeks", Given.Day("2027-03-14"));
        refusal.Field.Should().Be("EndOn");
    }

    [Fact]
    public void Make_TwelveWeeksWithStatedReason_IsMade()
    {
        var facts = Given.Facts(LegalBasis.Mag);
        facts.Measure.Condition = Rules.LongTerm;
        facts.Measure.ConditionReason = "Seit 2022 ohne Arbeit, Betreuung der Kinder ungeklärt";
        PlacementRules.Make(Given.Internship(Start, Given.Day("2027-04-25")), facts).IsRefused.Should().BeFalse();
        PlacementRules.Make(Given.Internship(Start, Given.Day("2027-04-26")), facts).Refusal!.Args[2].Should().Be(Given.Day("2027-04-25"));
    }

    [Theory]
    [InlineData(null, "Law.ReasonNeeded")]
    [InlineData(" ", "Law.ReasonNeeded")]
    [InlineData("Neuer Bereich: Lager statt Küche", null)]
    public void Make_SecondMeasureSameEmployer_AsksForReason(string? reason, string? code)
    {
        var facts = Given.Facts(LegalBasis.Mag);
        facts = facts with { History = [Span(facts, "2026-11-02", "2026-12-06", 30)] };
        var decision = PlacementRules.Make(Given.Internship(Start, Given.Day("2027-03-07")) with { WarningReason = reason }, facts);
        decision.Refusal?.Code.Should().Be(code);
        decision.Refusal?.Field.Should().Be("WarningReason");
        decision.Value?.WarningReason.Should().Be(reason);
    }

    public static TheoryData<string, Func<PlacementOrder, PlacementOrder>, string?> Orders => new()
    {
        { "as it is", o => o, null },
        { "one day", o => o with { EndOn = o.StartOn }, null },
        { "end before start", o => o with { EndOn = o.StartOn.AddDays(-1) }, "Placement.EndBeforeStart" },
        { "no end", o => o with { EndOn = null }, "Placement.EndMissing" },
        { "0 hours", o => o with { HoursPerWeek = 0 }, "Placement.HoursOutOfRange" },
        { "1 hour", o => o with { HoursPerWeek = 1 }, null },
        { "48 hours", o => o with { HoursPerWeek = 48 }, null },
        { "49 hours", o => o with { HoursPerWeek = 49 }, "Placement.HoursOutOfRange" },
        { "12 months ahead", o => o with { StartOn = Given.Day("2028-01-12"), EndOn = Given.Day("2028-01-20") }, null },
        { "a day more", o => o with { StartOn = Given.Day("2028-01-13"), EndOn = Given.Day("2028-01-20") }, "Placement.StartTooFarAhead" },
        { "90 days back", o => o with { StartOn = Given.Day("2026-10-14"), EndOn = Given.Day("2026-10-20") }, null },
        { "91 days back", o => o with { StartOn = Given.Day("2026-10-13"), EndOn = Given.Day("2026-10-20") }, "Placement.StartTooLongAgo" },
        { "no basis", o => o with { LegalBasis = LegalBasis.None }, "Placement.BasisNotAllowed" },
        { "insured", o => o with { Insurance = InsuranceKind.Insured }, "Placement.InternshipIsNoEmployment" },
        { "trial without basis", o => o with { Kind = PlacementKind.TrialEmployment, LegalBasis = LegalBasis.None }, "Placement.BasisMissing" },
        { "trial by MAG", o => o with { Kind = PlacementKind.TrialEmployment }, "Placement.BasisNotAllowed" },
        { "job by MAG", o => o with { Kind = PlacementKind.Job }, "Placement.BasisNotAllowed" },
    };

    [Theory]
    [MemberData(nameof(Orders), DisableDiscoveryEnumeration = true)]
    public void Make_Order_IsRefusedWhereWrong(string what, Func<PlacementOrder, PlacementOrder> change, string? code) =>
        PlacementRules.Make(change(Given.Internship(Start, Given.Day("2027-02-21"))), Given.Facts(LegalBasis.Mag)).Refusal?.Code.Should().Be(code, what);

    public static TheoryData<string, Func<PlacementFacts, PlacementFacts>, string?> Sides => new()
    {
        { "employer waits", f => f with { Employer = Given.Employer(approved: false) }, "Placement.EmployerNotApproved" },
        { "no yes", f => f with { Consent = null }, "Placement.YesMissing" },
        { "yes to another employer", f => f with { Consent = Given.Consent(f.Client, ConsentScope.Employer, employerId: Guid.NewGuid()) }, "Placement.YesMissing" },
        { "only searchable", f => f with { Consent = Given.Consent(f.Client, ConsentScope.Search) }, "Placement.YesMissing" },
        { "yes of another client", f => f with { Consent = Given.Consent(Given.Client(), ConsentScope.Employer, employerId: f.Employer.Id) }, "Placement.YesMissing" },
        { "measure of another client", f => f with { Measure = new Measure { ClientId = Guid.NewGuid(), LegalBasis = LegalBasis.Mag } }, "Placement.OtherMeasure" },
        { "measure of another basis", f => f with { Measure = new Measure { ClientId = f.Client.Id, LegalBasis = LegalBasis.None } }, "Placement.OtherMeasure" },
        { "vacancy without proposal", f => f with { Vacancy = Given.Vacancy(f.Employer) }, "Placement.ProposalNotReleased" },
        { "vacancy of another employer", f => f with { Vacancy = Given.Vacancy(Given.Employer()) }, "Placement.WrongEmployer" },
    };

    [Theory]
    [MemberData(nameof(Sides), DisableDiscoveryEnumeration = true)]
    public void Make_Sides_AreRefusedWhereWrong(string what, Func<PlacementFacts, PlacementFacts> change, string? code) =>
        PlacementRules.Make(Given.Internship(Start, Given.Day("2027-02-21")), change(Given.Facts(LegalBasis.Mag))).Refusal?.Code.Should().Be(code, what);

    [Theory]
    [InlineData(WorkPermission.Allowed, "2027-02-01", false)]
    [InlineData(WorkPermission.Allowed, "2027-01-31", true)]
    [InlineData(WorkPermission.Unknown, null, false)]
    [InlineData(WorkPermission.NotAllowed, null, true)]
    public void Make_WorkPermission_MustHoldOnTheStart(WorkPermission permission, string? until, bool refused)
    {
        var facts = Given.Facts(LegalBasis.Mag);
        facts.Client.WorkPermission = permission;
        facts.Client.WorkPermissionUntil = Given.DayOrNull(until);
        PlacementRules.Make(Given.Internship(Start, Given.Day("2027-02-21")), facts).Refusal?.Code.Should().Be(refused ? "Placement.MayNotWork" : null);
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "Placement.ProposalNotReleased")]
    public void Make_WithVacancy_NeedsReleasedProposal(bool released, string? code)
    {
        var facts = Given.Facts(LegalBasis.None);
        var vacancy = Given.Vacancy(facts.Employer);
        var proposal = Given.Proposal(facts.Client, vacancy, facts.Employer, released);
        var decision = PlacementRules.Make(Given.Job(Start), facts with { Consent = null, Vacancy = vacancy, Proposal = proposal });
        decision.Refusal?.Code.Should().Be(code);
        decision.Value?.ProposalId.Should().Be(released ? proposal.Id : null);
    }

    [Theory]
    [InlineData(18, null)]
    [InlineData(19, "Placement.TooManyHours")]
    public void Make_BesideAnother_AtMost48HoursTogether(int hours, string? code)
    {
        var facts = Given.Facts(LegalBasis.Mag);
        facts = facts with { History = [Span(facts, "2027-02-21", "2027-03-31", hours, Guid.NewGuid())] };
        PlacementRules.Make(Given.Internship(Start, Given.Day("2027-02-21")), facts).Refusal?.Code.Should().Be(code);
        PlacementRules.Make(Given.Internship(Start, Given.Day("2027-02-20")), facts).IsRefused.Should().BeFalse("they do not meet");
    }

    [Fact]
    public void Make_OthersOneAfterTheOther_HoursAreNotAdded()
    {
        var facts = Given.Facts(LegalBasis.Mag);
        facts = facts with { History = [Span(facts, "2027-01-20", "2027-02-05", 18, Guid.NewGuid()), Span(facts, "2027-02-06", "2027-02-28", 18, Guid.NewGuid())] };
        PlacementRules.Make(Given.Internship(Start, Given.Day("2027-02-21")), facts).IsRefused.Should().BeFalse();
    }

    [Theory]
    [InlineData(LegalBasis.TrialEmployment16f)]
    [InlineData(LegalBasis.TrialEmployment46)]
    public void Make_Trial_AwaitsFundingAndAsksAboutTakingOver(LegalBasis basis)
    {
        var placement = PlacementRules.Make(Given.Trial(Start, Given.Day("2027-04-30")) with { LegalBasis = basis }, Given.Facts(basis)).Accepted;
        (placement.Subsidised, placement.State).Should().Be((true, PlacementState.AwaitingFunding));
        placement.FollowUps.Single(f => f.Kind == FollowUpKind.TakeOver).DueOn.Should().Be(Given.Day("2027-04-02"));
    }

    [Fact]
    public void Make_Trial_NeedsStatementInsuranceAndApplicationInTime()
    {
        var facts = Given.Facts(LegalBasis.TrialEmployment16f);
        var order = Given.Trial(Start, Given.Day("2027-03-31"));
        PlacementRules.Make(order with { IsAdditional = false }, facts).Refusal!.Code.Should().Be("Placement.AdditionalMissing");
        PlacementRules.Make(order with { Insurance = InsuranceKind.Minijob }, facts).Refusal!.Code.Should().Be("Placement.InsuranceNeeded");
        PlacementRules.Make(order with { StartOn = Given.Today.AddDays(-1) }, facts).Refusal!.Code.Should().Be("Funding.ApplicationMissing");
        PlacementRules.Make(order with { StartOn = Given.Today, AppliedOn = Given.Today }, facts).Refusal!.Code.Should().Be("Funding.AppliedAfterStart");
        PlacementRules.Make(order with { AppliedOn = Given.Today.AddDays(1) }, facts).Refusal!.Code.Should().Be("Funding.AppliedInFuture");
        PlacementRules.Make(order with { AppliedOn = Given.Today }, facts).IsRefused.Should().BeFalse();
    }

    [Fact]
    public void Make_EgzAppliedOnTheStart_IsRefusedByTheRule() =>
        PlacementRules.Make(Given.Job(Given.Today) with { LegalBasis = LegalBasis.Egz, AppliedOn = Given.Today }, Given.Facts(LegalBasis.Egz)).Refusal
            .Should().BeEquivalentTo(new { Code = "Law.NothingLeft", Field = "AppliedOn" });

    [Theory]
    [InlineData("2027-02-21", "2027-03-14", "Placement.ExtendsBeforeEnd")]
    [InlineData("2027-02-22", "2027-03-14", null)]
    [InlineData("2027-02-22", "2027-03-15", "Law.Refused")]
    public void Extend_SameMeasure_CountsTogether(string start, string end, string? code)
    {
        var facts = Given.Facts(LegalBasis.Mag);
        var first = PlacementRules.Make(Given.Internship(Start, Given.Day("2027-02-21")), facts).Accepted;
        var decision = PlacementRules.Extend(first, Given.Internship(Given.Day(start), Given.Day(end)), facts with { History = PlacementSpan.Of([first]), Consent = null });
        decision.Refusal?.Code.Should().Be(code);
        if (code is null) (decision.Accepted.ExtendsId, decision.Accepted.MeasureId).Should().Be((first.Id, first.MeasureId));
    }

    [Fact]
    public void Spans_CalledOffAndNeverCame_CountNothing_BrokenOffCountsUntilThatDay()
    {
        Placement Made() => PlacementRules.Make(Given.Internship(Start, Given.Day("2027-03-14")), Given.Facts(LegalBasis.Mag)).Accepted;
        var (off, never, broken) = (Made(), Made(), Made());
        off.CallOff();
        never.Conclude(PlacementOutcome.NeverCame, null, null, Start);
        broken.Conclude(PlacementOutcome.BrokenOff, OutcomeSide.Employer, "Other", Given.Day("2027-02-10"));
        PlacementSpan.Of([off, never, broken]).Select(s => (s.PlacementId, s.EndOn)).Should().Equal((broken.Id, Given.Day("2027-02-10")));
    }

    private static PlacementSpan Span(PlacementFacts facts, string start, string end, int hours, Guid? employer = null) => new()
    {
        PlacementId = Guid.NewGuid(),
        ClientId = facts.Client.Id,
        EmployerId = employer ?? facts.Employer.Id,
        MeasureId = Guid.NewGuid(),
        Kind = PlacementKind.Internship,
        LegalBasis = LegalBasis.Mag,
        StartOn = Given.Day(start),
        EndOn = Given.Day(end),
        HoursPerWeek = hours,
    };
}
