using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;

namespace ZOE.Matching.Domain.Tests.Employers;

public class VacancyTests
{
    [Theory]
    [InlineData(true, PlacementKind.Job, false, 0, null)]
    [InlineData(true, PlacementKind.Job, false, -1, "Vacancy.ExpiryInPast")]
    [InlineData(false, PlacementKind.Job, false, 0, "Vacancy.EmployerNotApproved")]
    [InlineData(true, PlacementKind.TrialEmployment, false, 0, "Vacancy.AdditionalMissing")]
    [InlineData(true, PlacementKind.TrialEmployment, true, 0, null)]
    public void Publish_IsRefusedWhereWrong(bool approved, PlacementKind kind, bool additional, int daysLeft, string? code)
    {
        var employer = Given.Employer(approved);
        var vacancy = Given.Vacancy(employer, kind, published: false);
        vacancy.IsAdditional = additional;
        vacancy.ExpiresOn = Given.Today.AddDays(daysLeft);
        vacancy.Publish(employer, Given.Now).Refusal?.Code.Should().Be(code);
        vacancy.State.Should().Be(code is null ? VacancyState.Published : VacancyState.Draft);
    }

    [Fact]
    public void Publish_LateInTheEvening_CountsTheDayInBerlin()
    {
        var employer = Given.Employer();
        var vacancy = Given.Vacancy(employer, published: false);
        vacancy.ExpiresOn = Given.Day("2027-07-01");
        vacancy.Publish(employer, new DateTime(2027, 7, 1, 21, 59, 59, DateTimeKind.Utc)).IsRefused.Should().BeFalse();
        vacancy.Publish(employer, new DateTime(2027, 7, 1, 22, 0, 0, DateTimeKind.Utc)).Refusal!.Code.Should().Be("Vacancy.ExpiryInPast");
    }

    [Fact]
    public void Publish_AnotherEmployer_IsRefused()
    {
        var vacancy = Given.Vacancy(Given.Employer(), published: false);
        vacancy.Publish(Given.Employer(), Given.Now).Refusal!.Code.Should().Be("Vacancy.WrongEmployer");
    }

    [Fact]
    public void Expire_Closed_StaysClosed()
    {
        var vacancy = Given.Vacancy(Given.Employer());
        vacancy.Close("Filled");
        vacancy.Expire();
        (vacancy.State, vacancy.CloseReason).Should().Be((VacancyState.Closed, "Filled"));
    }
}
