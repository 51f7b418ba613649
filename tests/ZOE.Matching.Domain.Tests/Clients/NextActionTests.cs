using ZOE.Matching.Domain.Clients;

namespace ZOE.Matching.Domain.Tests.Clients;

public sealed class NextActionTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly ClientStanding Settled = new(null, 0, 3, CefrLevel.B1, true, 0, false, Today);

    [Fact]
    public void Of_EachStanding_NamesWhatComesFirst()
    {
        NextActions.Of(Settled with { TaskDueOn = Today, WaitingCompetences = 1 }, Today).Should().Be(NextAction.DoTask);
        NextActions.Of(Settled with { TaskDueOn = Today.AddDays(1), WaitingCompetences = 1 }, Today).Should().Be(NextAction.ConfirmCompetences);
        NextActions.Of(Settled with { ProfileEntries = 0, German = CefrLevel.None }, Today).Should().Be(NextAction.FillProfile);
        NextActions.Of(Settled with { German = CefrLevel.None, IsSearchable = false }, Today).Should().Be(NextAction.ProveGerman);
        NextActions.Of(Settled with { IsSearchable = false, FittingVacancies = 4 }, Today).Should().Be(NextAction.RecordConsent);
        NextActions.Of(Settled with { FittingVacancies = 4, LastContactOn = null }, Today).Should().Be(NextAction.LookAtVacancies);
        NextActions.Of(Settled with { FittingVacancies = 4, UnderWay = true }, Today).Should().Be(NextAction.Wait);
        NextActions.Of(Settled with { LastContactOn = Today.AddDays(-42) }, Today).Should().Be(NextAction.Wait);
        NextActions.Of(Settled with { LastContactOn = Today.AddDays(-43) }, Today).Should().Be(NextAction.Talk);
        NextActions.Of(Settled with { TaskDueOn = Today.AddDays(1) }, Today).Should().Be(NextAction.DoTask);
    }

    [Theory]
    [InlineData("2015-12-31", "Client.OtherResponsibility")]
    [InlineData("2016-01-01", null)]
    [InlineData("2026-11-23", null)]
    [InlineData("2026-11-24", "Client.EntryInFuture")]
    public void CheckEntry_Day_IsInTheResponsibilityOfTheZoe(string day, string? refused) =>
        (Client.CheckEntry(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Today).Refusal?.Code).Should().Be(refused);
}
