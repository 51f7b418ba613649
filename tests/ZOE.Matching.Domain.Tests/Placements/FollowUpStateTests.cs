using ZOE.Matching.Domain.Placements;

namespace ZOE.Matching.Domain.Tests.Placements;

public class FollowUpStateTests
{
    private static readonly DateOnly Due = Given.Day("2027-03-28");

    [Theory]
    [InlineData(FollowUpState.Open, -1, null)]
    [InlineData(FollowUpState.Open, 0, FollowUpState.Asked)]
    [InlineData(FollowUpState.Open, 40, FollowUpState.Asked)]
    [InlineData(FollowUpState.Asked, 2, null)]
    [InlineData(FollowUpState.Asked, 3, FollowUpState.Reminded)]
    [InlineData(FollowUpState.Reminded, 6, null)]
    [InlineData(FollowUpState.Reminded, 7, FollowUpState.CallTask)]
    [InlineData(FollowUpState.CallTask, 40, null)]
    [InlineData(FollowUpState.Answered, 40, null)]
    [InlineData(FollowUpState.Void, 40, null)]
    public void DueStep_DaysAfterDue_Is(FollowUpState state, int days, FollowUpState? step) => In(state).DueStep(Due.AddDays(days)).Should().Be(step);

    [Theory]
    [InlineData(FollowUpState.Open, null)]
    [InlineData(FollowUpState.Asked, null)]
    [InlineData(FollowUpState.Reminded, null)]
    [InlineData(FollowUpState.CallTask, null)]
    [InlineData(FollowUpState.Answered, "FollowUp.AlreadyAnswered")]
    [InlineData(FollowUpState.Void, "FollowUp.NoLongerNeeded")]
    public void Reply_InState_IsTakenOnce(FollowUpState state, string? code) =>
        In(state).Reply(FollowUpAnswer.Difficulties, AnswerSource.CoachByPhone, "spät", Given.Now).Refusal?.Code.Should().Be(code);

    [Theory]
    [InlineData(FollowUpState.Answered, FollowUpState.Asked)]
    [InlineData(FollowUpState.Void, FollowUpState.Reminded)]
    [InlineData(FollowUpState.Open, FollowUpState.Answered)]
    [InlineData(FollowUpState.Open, FollowUpState.Void)]
    public void Take_WhatIsNoStep_Throws(FollowUpState state, FollowUpState step)
    {
        var row = In(state);
        row.Invoking(r => r.Take(step, Due)).Should().Throw<InvalidOperationException>();
        row.State.Should().Be(state);
    }

    [Fact]
    public void Void_Answered_StaysAnswered()
    {
        var row = In(FollowUpState.Answered);
        row.Void();
        row.State.Should().Be(FollowUpState.Answered);
    }

    private static FollowUp In(FollowUpState state)
    {
        var row = new FollowUp { Kind = FollowUpKind.MidTerm, DueOn = Due };
        if (state == FollowUpState.Void) row.Void();
        if (state == FollowUpState.Answered) row.Reply(FollowUpAnswer.Well, AnswerSource.EmployerLink, null, Given.Now);
        if (state is FollowUpState.Asked or FollowUpState.Reminded or FollowUpState.CallTask) row.Take(FollowUpState.Asked, Due);
        if (state is FollowUpState.Reminded or FollowUpState.CallTask) row.Take(FollowUpState.Reminded, Due.AddDays(3));
        if (state is FollowUpState.CallTask) row.Take(FollowUpState.CallTask, Due.AddDays(7));
        return row;
    }
}
