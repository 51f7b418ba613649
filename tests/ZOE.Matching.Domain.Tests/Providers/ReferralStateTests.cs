using ZOE.Matching.Domain.Providers;

namespace ZOE.Matching.Domain.Tests.Providers;

public class ReferralStateTests
{
    /// <summary>Every state with every command: the refusal, or the state that follows.</summary>
    [Theory]
    [InlineData(ReferralState.Sent, "Accept", "Accepted")]
    [InlineData(ReferralState.Sent, "Return", "Returned")]
    [InlineData(ReferralState.Sent, "ReturnWithoutReason", "Referral.ReasonMissing")]
    [InlineData(ReferralState.Sent, "Week", "Referral.NotRunning")]
    [InlineData(ReferralState.Sent, "Finish", "Referral.NotRunning")]
    [InlineData(ReferralState.Accepted, "Accept", "Referral.AlreadyAnswered")]
    [InlineData(ReferralState.Accepted, "Return", "Returned")]
    [InlineData(ReferralState.Accepted, "Week", "Attending")]
    [InlineData(ReferralState.Accepted, "Finish", "Finished")]
    [InlineData(ReferralState.Accepted, "BreakOff", "BrokenOff")]
    [InlineData(ReferralState.Attending, "Accept", "Referral.AlreadyAnswered")]
    [InlineData(ReferralState.Attending, "Return", "Referral.AlreadyAnswered")]
    [InlineData(ReferralState.Attending, "Week", "Referral.WeekAlreadyThere")]
    [InlineData(ReferralState.Attending, "Finish", "Finished")]
    [InlineData(ReferralState.Returned, "Accept", "Referral.AlreadyAnswered")]
    [InlineData(ReferralState.Returned, "Return", "Referral.AlreadyAnswered")]
    [InlineData(ReferralState.Returned, "Finish", "Referral.NotRunning")]
    [InlineData(ReferralState.Finished, "Week", "Referral.NotRunning")]
    [InlineData(ReferralState.Finished, "Finish", "Referral.NotRunning")]
    [InlineData(ReferralState.BrokenOff, "Return", "Referral.AlreadyAnswered")]
    [InlineData(ReferralState.BrokenOff, "Finish", "Referral.NotRunning")]
    public void Command_InState_LeadsTo(ReferralState state, string command, string result)
    {
        var referral = new Referral();
        if (state == ReferralState.Returned) Do(referral, "Return");
        if (state is not (ReferralState.Sent or ReferralState.Returned)) Do(referral, "Accept");
        if (state == ReferralState.Attending) Do(referral, "Week");
        if (state == ReferralState.Finished) Do(referral, "Finish");
        if (state == ReferralState.BrokenOff) Do(referral, "BreakOff");
        referral.State.Should().Be(state);
        (Do(referral, command)?.Code ?? referral.State.ToString()).Should().Be(result);
    }

    private static Refusal? Do(Referral referral, string command) => command switch
    {
        "Accept" => referral.Accept(Given.Now).Refusal,
        "Return" => referral.Return("Full", null, Given.Now).Refusal,
        "ReturnWithoutReason" => referral.Return("", null, Given.Now).Refusal,
        "Week" => referral.AddAttendance(new Attendance { ReferralId = referral.Id, WeekStartsOn = Given.Day("2027-01-11"), HoursPresent = 20 }).Refusal,
        "Finish" => referral.Finish(true, CefrLevel.B1, Given.Today).Refusal,
        "BreakOff" => referral.Finish(false, CefrLevel.None, Given.Today).Refusal,
        _ => throw new ArgumentException(command),
    };
}
