using ZOE.Matching.Domain.Clients;

namespace ZOE.Matching.Domain.Tests.Clients;

public class ConsentTests
{
    private readonly Client _client = Given.Client();

    [Theory]
    [InlineData("2027-01-09", false)]
    [InlineData("2027-01-10", true)]
    [InlineData("2027-03-28", true)]
    [InlineData("2027-07-10", true)]
    [InlineData("2027-07-11", false)]
    public void HoldsOn_Edges_AreBothIncluded(string day, bool holds)
    {
        var consent = Search("2027-01-10", "2027-07-10");
        consent.HoldsOn(Given.Day(day)).Should().Be(holds);
        consent.End = new ConsentEnd { ConsentId = consent.Id, ClientId = _client.Id };
        consent.HoldsOn(Given.Day(day)).Should().BeFalse("it was withdrawn");
    }

    [Theory]
    [InlineData("2027-01-12", "2027-01-12", null)]
    [InlineData("2027-01-13", "2027-02-12", "Consent.InFuture")]
    [InlineData("2027-01-01", "2027-01-11", "Consent.AlreadyOver")]
    [InlineData("2027-01-12", "2028-01-12", null)]
    [InlineData("2027-01-12", "2028-01-13", "Consent.TooLong")]
    public void Check_DaysAndSpan(string given, string until, string? code) =>
        Consent.Check(Given.Day(given), Given.Day(until), Given.Today).Refusal?.Code.Should().Be(code);

    [Fact]
    public void Covers_EachScope_OnlyItsOwn()
    {
        var (vacancy, employer) = (Guid.NewGuid(), Guid.NewGuid());
        var toVacancy = Given.Consent(_client, ConsentScope.Vacancy, vacancy);
        var toEmployer = Given.Consent(_client, ConsentScope.Employer, employerId: employer);
        (toVacancy.Covers(vacancy, employer), toVacancy.Covers(Guid.NewGuid(), employer), toVacancy.CoversEmployer(employer)).Should().Be((true, false, false));
        (toEmployer.Covers(vacancy, employer), toEmployer.CoversEmployer(employer), toEmployer.CoversEmployer(Guid.NewGuid())).Should().Be((false, true, false));
    }

    [Fact]
    public void ActiveSearch_OfThoseThatHold_LatestGiven()
    {
        var old = Search("2026-11-01", "2027-10-01");
        var late = Search("2027-01-05", "2027-02-01");
        var other = Given.Consent(_client, ConsentScope.Vacancy, Guid.NewGuid());
        ConsentRules.ActiveSearch([late, old, other], Given.Today).Should().BeSameAs(late);
        ConsentRules.ActiveSearch([old, late, other], Given.Day("2027-02-02")).Should().BeSameAs(old);
        ConsentRules.ActiveSearch([other], Given.Today).Should().BeNull();
    }

    [Theory]
    [InlineData("2027-06-09", null)]
    [InlineData("2027-06-10", "2027-06-10")]
    [InlineData("2027-07-02", "2027-06-10")]
    [InlineData("2027-07-03", "2027-07-03")]
    [InlineData("2027-07-10", "2027-07-03")]
    [InlineData("2027-07-11", null)]
    public void ReminderDue_ThirtyAndSevenDaysBefore(string today, string? due) =>
        ConsentRules.ReminderDue(Search("2027-01-10", "2027-07-10"), Given.Day(today)).Should().Be(Given.DayOrNull(due));

    [Fact]
    public void ReminderDays_ShortConsent_OnlyAfterItWasGiven() =>
        ConsentRules.ReminderDays(Search("2027-01-10", "2027-01-20")).Should().Equal(Given.Day("2027-01-13"));

    [Theory]
    [InlineData("2027-01-12", "2027-07-12")]
    [InlineData("2027-08-31", "2028-02-29")]
    public void DefaultValidUntil_IsSixMonths(string given, string until) => ConsentRules.DefaultValidUntil(Given.Day(given)).Should().Be(Given.Day(until));

    private Consent Search(string given, string until) => Given.Consent(_client, ConsentScope.Search, given: Given.Day(given), until: Given.Day(until));
}
