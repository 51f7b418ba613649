using ZOE.Matching.Domain.Providers;

namespace ZOE.Matching.Domain.Tests.Providers;

public class CourseTests
{
    [Theory]
    [InlineData("2027-02-01", "2027-02-01", "2027-02-01", CefrLevel.A2, CefrLevel.A2, null)]
    [InlineData("2027-02-01", "2027-01-31", "2027-01-31", CefrLevel.None, CefrLevel.None, "Course.EndBeforeStart")]
    [InlineData("2027-02-01", "2027-06-30", "2027-02-02", CefrLevel.None, CefrLevel.None, "Course.EnrolAfterStart")]
    [InlineData("2027-02-01", "2027-06-30", "2027-01-11", CefrLevel.None, CefrLevel.None, "Course.EnrolInPast")]
    [InlineData("2027-02-01", "2027-06-30", "2027-01-12", CefrLevel.None, CefrLevel.B1, null)]
    [InlineData("2027-02-01", "2027-06-30", "2027-01-12", CefrLevel.B1, CefrLevel.A2, "Course.LevelFalls")]
    [InlineData("2027-02-01", "2027-06-30", "2027-01-12", CefrLevel.B1, CefrLevel.None, null)]
    public void CheckDates_FirstThingWrong(string starts, string ends, string enrol, CefrLevel from, CefrLevel to, string? code) =>
        Course(starts, ends, enrol, from, to).CheckDates(Given.Today)?.Code.Should().Be(code);

    [Fact]
    public void Publish_ProviderWaitsOrCourseCancelled_IsRefused()
    {
        var provider = new Provider { Name = "Träger", ContactName = "A", Email = "a@example.org" };
        var course = Course("2027-02-01", "2027-06-30", "2027-01-12", CefrLevel.None, CefrLevel.None);
        course.Publish(provider, Given.Now).Refusal!.Code.Should().Be("Course.ProviderNotApproved");
        provider.Approve(Given.Coach);
        course.Publish(provider, Given.Now).IsRefused.Should().BeFalse();
        (course.IsOpenOn(Given.Today), course.IsOpenOn(Given.Today.AddDays(1))).Should().Be((true, false));
        course.Cancel();
        course.Expire();
        course.State.Should().Be(CourseState.Cancelled);
        course.Publish(provider, Given.Now).Refusal!.Code.Should().Be("Course.WasCancelled");
    }

    private static Course Course(string starts, string ends, string enrol, CefrLevel from, CefrLevel to) => new()
    {
        Reference = "K-1",
        Title = "Kurs",
        InstrumentCode = "X",
        PlaceAgs = "03241001",
        StartsOn = Given.Day(starts),
        EndsOn = Given.Day(ends),
        EnrolUntil = Given.Day(enrol),
        LevelFrom = from,
        LevelTo = to,
    };
}
