namespace ZOE.Matching.Domain.Placements;

/// <summary>What is asked, and when.</summary>
public enum FollowUpKind
{
    /// <summary>Has the client come on the first day?</summary>
    FirstDay,

    /// <summary>How is it going at half-time?</summary>
    MidTerm,

    /// <summary>Probebeschäftigung, 28 days before the end: will you take over?</summary>
    TakeOver,

    /// <summary>7 days before the end: what follows?</summary>
    BeforeEnd,

    /// <summary>At the end: outcome and what the client can do.</summary>
    End,

    /// <summary>Still employed one month after the start of work?</summary>
    AfterOneMonth,

    /// <summary>Still employed after three months?</summary>
    AfterThreeMonths,

    /// <summary>Still employed after six months?</summary>
    AfterSixMonths,
}

/// <summary>Where a follow-up stands.</summary>
public enum FollowUpState
{
    /// <summary>Not yet due, or due and not yet asked.</summary>
    Open,

    /// <summary>The employer was asked by mail.</summary>
    Asked,

    /// <summary>Asked a second time after silence.</summary>
    Reminded,

    /// <summary>Still silent: the coach calls.</summary>
    CallTask,

    Answered,

    /// <summary>No longer needed.</summary>
    Void,
}

/// <summary>How a placement is going, as the employer says.</summary>
public enum FollowUpAnswer
{
    /// <summary>Yes, came / going well / still here.</summary>
    Well,

    /// <summary>There are difficulties; please call.</summary>
    Difficulties,

    NeverCame,

    BrokenOff,

    TakenOn,

    TrainingFollows,

    Extend,

    EndsAsPlanned,
}

/// <summary>Who gave the answer.</summary>
public enum AnswerSource
{
    /// <summary>The employer by the link in the mail.</summary>
    EmployerLink,

    /// <summary>The employer in the portal.</summary>
    EmployerPortal,

    /// <summary>A coach after a call ("by phone").</summary>
    CoachByPhone,
}

/// <summary>One question about a placement on its due day; written when the placement is made.</summary>
public sealed class FollowUp : IPartOf<Placement>
{
    /// <summary>Days of silence until the reminder.</summary>
    public const int RemindAfterDays = 3;

    /// <summary>Days of silence after the reminder until the coach is asked to call.</summary>
    public const int CallAfterDays = 4;

    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid PlacementId { get; init; }

    public FollowUpKind Kind { get; init; }

    public DateOnly DueOn { get; set; }

    public FollowUpState State { get; private set; }

    /// <summary>Day of the last step (asked, reminded); the next step counts from it.</summary>
    public DateOnly? LastStepOn { get; private set; }

    public FollowUpAnswer? Answer { get; private set; }

    public AnswerSource? Source { get; private set; }

    public DateTime? AnsweredAtUtc { get; private set; }

    /// <summary>What the employer wrote; a statement, unverified.</summary>
    public string? Comment { get; private set; }

    public Guid RootId => PlacementId;

    public bool IsOpen => State is not (FollowUpState.Answered or FollowUpState.Void);

    /// <summary>The state that is due on that day, or null when nothing is to be done. Pure: jobs ask, then write.</summary>
    public FollowUpState? DueStep(DateOnly today) => State switch
    {
        FollowUpState.Open => today >= DueOn ? FollowUpState.Asked : null,
        FollowUpState.Asked => today >= LastStepOn!.Value.AddDays(RemindAfterDays) ? FollowUpState.Reminded : null,
        FollowUpState.Reminded => today >= LastStepOn!.Value.AddDays(CallAfterDays) ? FollowUpState.CallTask : null,
        FollowUpState.CallTask or FollowUpState.Answered or FollowUpState.Void => null,
    };

    /// <summary>Takes the step that <see cref="DueStep"/> named.</summary>
    /// <exception cref="InvalidOperationException">It is answered or void, or the step is no asking.</exception>
    public void Take(FollowUpState step, DateOnly today)
    {
        if (!IsOpen || step is not (FollowUpState.Asked or FollowUpState.Reminded or FollowUpState.CallTask))
            throw new InvalidOperationException($"No step from {State} to {step}");
        State = step;
        LastStepOn = today;
    }

    public Decision Reply(FollowUpAnswer answer, AnswerSource source, string? comment, DateTime nowUtc)
    {
        if (State == FollowUpState.Answered) return new Refusal("FollowUp.AlreadyAnswered");
        if (State == FollowUpState.Void) return new Refusal("FollowUp.NoLongerNeeded");
        State = FollowUpState.Answered;
        Answer = answer;
        Source = source;
        Comment = comment;
        AnsweredAtUtc = nowUtc;
        return Decision.Accepted;
    }

    public void Void()
    {
        if (IsOpen) State = FollowUpState.Void;
    }
}
