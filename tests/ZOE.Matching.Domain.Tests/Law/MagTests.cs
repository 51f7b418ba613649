using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;

namespace ZOE.Matching.Domain.Tests.Law;

public class MagTests
{
    private static readonly Guid Client = Guid.NewGuid();
    private static readonly Guid Firm = Guid.NewGuid();
    private static readonly Guid OtherFirm = Guid.NewGuid();
    private static readonly Guid Measure = Guid.NewGuid();

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void SixWeeks_AroundLimit_RefusesFromDay43(int over, bool refused)
    {
        var six = Of("MagSixWeeks", Check("2027-03-01", Given.Day("2027-04-11").AddDays(over)));
        six.Refuses.Should().Be(refused);
        six.LastAllowedOn.Should().Be(Given.Day("2027-04-11"));
        (six.Used, six.Requested, six.Allowed, six.Left).Should().Be((0, 42 + over, 42, 42));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void TwelveWeeks_ConditionWithReason_RefusesFromDay85(int over, bool refused)
    {
        var findings = Check("2027-03-01", Given.Day("2027-05-23").AddDays(over), condition: Rules.LongTerm, reason: "Seit 3 Jahren ohne Arbeit");
        findings.Should().NotContain(f => f.Rule.Code == "MagSixWeeks");
        Of("MagTwelveWeeks", findings).Refuses.Should().Be(refused);
        Of("MagTwelveWeeks", findings).LastAllowedOn.Should().Be(Given.Day("2027-05-23"));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, "Grund")]
    [InlineData(Rules.LongTerm, null)]
    [InlineData(Rules.LongTerm, "  ")]
    [InlineData("Something", "Grund")]
    public void TwelveWeeks_ConditionNotStatedWithReason_SixWeeksRefuse(string? condition, string? reason)
    {
        var six = Of("MagSixWeeks", Check("2027-03-01", Given.Day("2027-05-23"), condition: condition, reason: reason));
        six.Refuses.Should().BeTrue();
        six.LastAllowedOn.Should().Be(Given.Day("2027-04-11"));
    }

    [Fact]
    public void KnowledgeTransfer_Stated_DoesNotLiftSixWeeks() =>
        Of("MagSixWeeks", Check("2027-03-01", Given.Day("2027-04-12"), condition: "KnowledgeTransfer", reason: "Kasse lernen")).Refuses.Should().BeTrue();

    [Theory]
    [InlineData("2027-04-02", false)]
    [InlineData("2027-04-03", true)]
    public void SplitAtTwoEmployers_SameMeasure_CountTogether(string end, bool refused)
    {
        // 14 days before, so 28 are left: from 6 March to 2 April.
        var before = Span(OtherFirm, Measure, "2027-02-01", "2027-02-14");
        var six = Of("MagSixWeeks", Check("2027-03-06", Given.Day(end), history: before));
        six.Refuses.Should().Be(refused);
        (six.Used, six.Left).Should().Be((14, 28));
        six.LastAllowedOn.Should().Be(Given.Day("2027-04-02"));
    }

    [Theory]
    [InlineData("2027-04-11", false)]
    [InlineData("2027-04-12", true)]
    public void Parallel_SameMeasure_OverlappingDaysCountOnce(string end, bool refused)
    {
        var beside = Span(OtherFirm, Measure, "2027-03-01", "2027-03-20");
        var six = Of("MagSixWeeks", Check("2027-03-10", Given.Day(end), history: beside));
        six.Refuses.Should().Be(refused);
        six.LastAllowedOn.Should().Be(Given.Day("2027-04-11"));
        six.Used.Should().Be(20);
    }

    [Fact]
    public void NothingLeft_EvenOneDay_HasNoLastAllowedDay()
    {
        var six = Of("MagSixWeeks", Check("2027-05-03", Given.Day("2027-05-03"), history: Span(OtherFirm, Measure, "2027-03-01", "2027-04-11")));
        six.Refuses.Should().BeTrue();
        six.LastAllowedOn.Should().BeNull();
        six.Left.Should().Be(0);
    }

    [Fact]
    public void SecondMeasure_OtherEmployer_IsNotRefusedAndNotWarned() =>
        Check("2027-05-03", Given.Day("2027-06-13"), history: Span(OtherFirm, Guid.NewGuid(), "2027-03-01", "2027-04-11"))
            .Should().NotContain(f => f.IsBroken);

    [Fact]
    public void SecondMeasure_SameEmployer_IsWarnedOnly()
    {
        var findings = Check("2027-05-03", Given.Day("2027-06-13"), history: Span(Firm, Guid.NewGuid(), "2027-03-01", "2027-04-11"));
        findings.Should().NotContain(f => f.Refuses);
        findings.Where(f => f.Warns).Select(f => f.Rule.Code).Should().Equal("MagSecondSameEmployer");
    }

    [Fact]
    public void Extension_SameMeasureSameEmployer_IsNotWarned() =>
        Check("2027-03-15", Given.Day("2027-04-11"), history: Span(Firm, Measure, "2027-03-01", "2027-03-14")).Should().NotContain(f => f.IsBroken);

    [Theory]
    [InlineData("2027-04-11", false)]
    [InlineData("2027-04-12", true)]
    public void CompanyTimeInYear_ThirdMeasure_WarnsFromDay85InTwelveMonths(string end, bool warned)
    {
        // 42 days in the year before; 84 are free of warning.
        var findings = Check("2027-03-01", Given.Day(end), history: Span(OtherFirm, Guid.NewGuid(), "2026-06-01", "2026-07-12"), condition: Rules.LongTerm, reason: "Grund");
        Of("MagCompanyTimeInYear", findings).Warns.Should().Be(warned);
    }

    [Fact]
    public void CompanyTimeInYear_OlderThanTwelveMonths_CountsNothing() =>
        Of("MagCompanyTimeInYear", Check("2027-03-01", Given.Day("2027-04-11"), history: Span(OtherFirm, Guid.NewGuid(), "2025-06-01", "2026-02-28"))).Used.Should().Be(0);

    [Fact]
    public void OtherClient_SameMeasureId_CountsNothing()
    {
        var strange = Span(Firm, Measure, "2027-01-01", "2027-02-28") with { ClientId = Guid.NewGuid() };
        Check("2027-03-01", Given.Day("2027-04-11"), history: strange).Should().NotContain(f => f.IsBroken);
    }

    [Theory]
    [InlineData("2027-06-30", 4, true)]
    [InlineData("2027-07-01", 6, false)]
    public void RuleChange_RuleOfTheStartHolds(string start, int weeks, bool warned)
    {
        LegalRule[] rules =
        [
            Rules.Rule("Old", LegalBasis.Mag, 4, RuleUnit.Weeks, RuleScope.Measure, RuleEffect.Refuse, until: "2027-06-30"),
            Rules.Rule("New", LegalBasis.Mag, 6, RuleUnit.Weeks, RuleScope.Measure, RuleEffect.Refuse, from: "2027-07-01"),
        ];
        var last = Given.Day(start).AddDays((weeks * 7) - 1);
        var findings = LegalClock.Check(Request(start, last), [], rules);
        findings.Should().NotContain(f => f.Refuses);
        findings.Any(f => f is { Cause: FindingCause.RuleChanges, Warns: true }).Should().Be(warned);
        LegalClock.Check(Request(start, last.AddDays(1)), [], rules).Should().Contain(f => f.Refuses);
    }

    [Fact]
    public void RuleChange_SameFigureGoesOn_IsNotWarned()
    {
        LegalRule[] rules =
        [
            Rules.Rule("Old", LegalBasis.Mag, 6, RuleUnit.Weeks, RuleScope.Measure, RuleEffect.Refuse, until: "2027-06-30"),
            Rules.Rule("New", LegalBasis.Mag, 6, RuleUnit.Weeks, RuleScope.Measure, RuleEffect.Refuse, from: "2027-07-01"),
        ];
        LegalClock.Check(Request("2027-06-20", Given.Day("2027-07-20")), [], rules).Should().NotContain(f => f.IsBroken);
    }

    private static LegalFinding Of(string code, IReadOnlyList<LegalFinding> findings) => findings.Single(f => f.Rule.Code == code);

    private static IReadOnlyList<LegalFinding> Check(string start, DateOnly end, string? condition = null, string? reason = null, params PlacementSpan[] history) =>
        LegalClock.Check(Request(start, end) with { Condition = condition, ConditionReason = reason }, history, Rules.All);

    private static PlacementRequest Request(string start, DateOnly end) => new()
    {
        ClientId = Client,
        EmployerId = Firm,
        MeasureId = Measure,
        Kind = PlacementKind.Internship,
        LegalBasis = LegalBasis.Mag,
        StartOn = Given.Day(start),
        EndOn = end,
        HoursPerWeek = 30,
    };

    private static PlacementSpan Span(Guid firm, Guid measure, string start, string end) => new()
    {
        PlacementId = Guid.NewGuid(),
        ClientId = Client,
        EmployerId = firm,
        MeasureId = measure,
        Kind = PlacementKind.Internship,
        LegalBasis = LegalBasis.Mag,
        StartOn = Given.Day(start),
        EndOn = Given.Day(end),
        HoursPerWeek = 20,
    };
}
