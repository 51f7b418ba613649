using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;

namespace ZOE.Matching.Domain.Tests.Law;

public class ScopeTests
{
    private static readonly Guid Client = Guid.NewGuid();
    private static readonly Guid Firm = Guid.NewGuid();

    [Theory]
    [InlineData("2027-01-31", "2027-04-29", false)]
    [InlineData("2027-01-31", "2027-04-30", false)]
    [InlineData("2027-01-31", "2027-05-01", true)]
    [InlineData("2027-11-30", "2028-02-28", false)]
    [InlineData("2027-11-30", "2028-02-29", false)]
    [InlineData("2027-11-30", "2028-03-01", true)]
    public void Trial_AroundThreeMonths_Refuses(string start, string end, bool refused) =>
        Check(Trial(LegalBasis.TrialEmployment46, start, end)).Any(f => f.Refuses).Should().Be(refused);

    [Theory]
    [InlineData("2027-04-30", LegalBasis.TrialEmployment46, "2027-03-01", false)]
    [InlineData("2027-05-01", LegalBasis.TrialEmployment46, "2027-03-01", true)]
    [InlineData("2027-05-01", LegalBasis.TrialEmployment16f, "2027-03-01", true)]
    [InlineData("2027-05-01", LegalBasis.TrialEmployment46, "2027-03-03", false)]
    public void Trial_ConsecutiveAtSameEmployer_IsOneEmployment(string end, LegalBasis basis, string start, bool refused)
    {
        // Began on 1 February, ends on Sunday 28 February: the chain ends on 30 April. A real gap (1 and 2 March are working days) begins a new employment.
        var before = Span(LegalBasis.TrialEmployment46, "2027-02-01", "2027-02-28");
        Check(Trial(basis, start, end), before).Any(f => f.Refuses).Should().Be(refused);
    }

    [Fact]
    public void Trial_OnlyAWeekendBetween_IsOneEmployment()
    {
        var before = Span(LegalBasis.TrialEmployment46, "2027-02-01", "2027-02-26");
        var finding = Check(Trial(LegalBasis.TrialEmployment46, "2027-03-01", "2027-05-01"), before).Single(f => f.Rule.Code == "TrialEmployment46ThreeMonths");
        finding.Refuses.Should().BeTrue();
        finding.LastAllowedOn.Should().Be(Given.Day("2027-04-30"));
    }

    [Fact]
    public void Trial_OtherEmployer_BeginsAnew() =>
        Check(Trial(LegalBasis.TrialEmployment46, "2027-05-01", "2027-07-31"), Span(LegalBasis.TrialEmployment46, "2027-02-01", "2027-04-30") with { EmployerId = Guid.NewGuid() })
            .Should().NotContain(f => f.IsBroken);

    [Theory]
    [InlineData("2028-12-30", null, false)]
    [InlineData("2028-12-31", null, false)]
    [InlineData("2029-01-01", null, true)]
    [InlineData("2029-01-01", "AghStillNeeded", false)]
    [InlineData("2029-12-31", "AghStillNeeded", false)]
    [InlineData("2030-01-01", "AghStillNeeded", true)]
    public void Agh_InOnePiece_EndsAfter24Or36Months(string end, string? condition, bool refused) =>
        Check(Agh("2027-01-01", end) with { Condition = condition, ConditionReason = "Grund" }).Any(f => f.Refuses).Should().Be(refused);

    [Theory]
    [InlineData("2027-12-26", false)]
    [InlineData("2027-12-27", true)]
    public void Agh_InPieces_MonthsHave30Days(string end, bool refused)
    {
        // 24 × 30 = 720 days; 2026 used 360 (1 January to 26 December); 360 more from 1 January 2027.
        var finding = Check(Agh("2027-01-01", end), Span(LegalBasis.Agh, "2026-01-01", "2026-12-26")).Single();
        finding.Refuses.Should().Be(refused);
        finding.Used.Should().Be(360);
    }

    [Fact]
    public void Agh_AfterFiveYears_ANewFrameBegins()
    {
        var before = Span(LegalBasis.Agh, "2020-01-01", "2021-12-31");
        Check(Agh("2024-12-01", "2024-12-31"), before).Should().Contain(f => f.Refuses, "the five years end on 31 December 2024");
        Check(Agh("2025-01-01", "2026-12-31"), before).Should().NotContain(f => f.Refuses);
        Check(Agh("2025-01-01", "2027-01-01"), before).Should().Contain(f => f.Refuses);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("2028-02-29", false)]
    [InlineData("2028-03-01", true)]
    public void Egz_LimitsTheSubsidyNotTheJob(string? fundedUntil, bool refused)
    {
        var finding = Check(Egz("2027-03-01") with { FundedUntil = Given.DayOrNull(fundedUntil) }).Single(f => f.Rule.Code == "EgzTwelveMonths");
        finding.Refuses.Should().Be(refused);
        finding.LastAllowedOn.Should().Be(Given.Day("2028-02-29"));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("2027-02-28", false)]
    [InlineData("2027-03-01", true)]
    [InlineData("2027-03-02", true)]
    public void Egz_ApplicationMustPrecedeStart(string? applied, bool refused) =>
        Check(Egz("2027-03-01") with { AppliedOn = Given.DayOrNull(applied) }).Any(f => f.Refuses).Should().Be(refused);

    [Theory]
    [InlineData("2026-12-01", "2027-02-28", false)]
    [InlineData("2026-11-28", "2027-02-28", true)]
    [InlineData("2022-01-01", "2023-02-28", false)]
    public void Egz_InsuredWorkThereInFourYears_WarnsAboveThreeMonths(string from, string to, bool warned) =>
        Check(Egz("2027-03-01"), Span(LegalBasis.TrialEmployment16f, from, to)).Any(f => f.Warns).Should().Be(warned);

    [Theory]
    [InlineData(InsuranceKind.Insured, false)]
    [InlineData(InsuranceKind.Minijob, true)]
    public void Egz_Minijob_IsWarned(InsuranceKind insurance, bool warned) =>
        Check(Egz("2027-03-01") with { Insurance = insurance }).Any(f => f.Warns).Should().Be(warned);

    [Theory]
    [InlineData(299, false)]
    [InlineData(300, false)]
    [InlineData(301, true)]
    public void StateLanguage_SumOfHours_RefusesAbove300(int sum, bool refused)
    {
        var finding = LegalClock.CheckHours(LegalBasis.StateLanguage, 200, sum - 200, Given.Today, Rules.All);
        finding!.Refuses.Should().Be(refused);
        finding.Left.Should().Be(100);
    }

    private static IReadOnlyList<LegalFinding> Check(PlacementRequest request, params PlacementSpan[] history) => LegalClock.Check(request, history, Rules.All);

    private static PlacementRequest Trial(LegalBasis basis, string start, string end) => Request(PlacementKind.TrialEmployment, basis, start, end);

    private static PlacementRequest Agh(string start, string end) => Request(PlacementKind.Job, LegalBasis.Agh, start, end);

    private static PlacementRequest Egz(string start) => Request(PlacementKind.Job, LegalBasis.Egz, start, null);

    private static PlacementRequest Request(PlacementKind kind, LegalBasis basis, string start, string? end) => new()
    {
        ClientId = Client,
        EmployerId = Firm,
        MeasureId = Guid.NewGuid(),
        Kind = kind,
        LegalBasis = basis,
        StartOn = Given.Day(start),
        EndOn = Given.DayOrNull(end),
        HoursPerWeek = 30,
    };

    private static PlacementSpan Span(LegalBasis basis, string start, string end) => new()
    {
        PlacementId = Guid.NewGuid(),
        ClientId = Client,
        EmployerId = Firm,
        MeasureId = Guid.NewGuid(),
        Kind = PlacementKind.TrialEmployment,
        LegalBasis = basis,
        StartOn = Given.Day(start),
        EndOn = Given.Day(end),
        HoursPerWeek = 30,
    };
}
