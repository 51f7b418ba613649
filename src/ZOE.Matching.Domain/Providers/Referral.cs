namespace ZOE.Matching.Domain.Providers;

/// <summary>Where a referral stands.</summary>
public enum ReferralState
{
    Sent,
    Accepted,
    Returned,
    Attending,
    Finished,
    BrokenOff,
}

/// <summary>A client referred to a course (Zuweisung). The Träger sees the client only through it.</summary>
public sealed class Referral : Aggregate
{
    public Guid CourseId { get; init; }

    public Guid ProviderId { get; init; }

    public Guid ClientId { get; init; }

    /// <summary>The vacancy whose gap the course closes, if that is why.</summary>
    public Guid? VacancyId { get; init; }

    public Guid ReferredById { get; init; }

    public DateTime ReferredAtUtc { get; init; }

    public ReferralState State { get; private set; }

    public string? ReturnReason { get; private set; }

    public string? ReturnNote { get; private set; }

    public DateTime? AnsweredAtUtc { get; private set; }

    /// <summary>Level reached, as reported at the end.</summary>
    public CefrLevel LevelReached { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public bool Passed { get; private set; }

    public List<Attendance> Attendance { get; } = [];

    public List<ReferralResult> Results { get; } = [];

    public bool IsOpen => State is ReferralState.Sent or ReferralState.Accepted or ReferralState.Attending;

    public Decision Accept(DateTime nowUtc)
    {
        if (State != ReferralState.Sent) return new Refusal("Referral.AlreadyAnswered");
        State = ReferralState.Accepted;
        AnsweredAtUtc = nowUtc;
        return Decision.Accepted;
    }

    /// <summary>Gives it back to the Maßnahmebetreuung with a reason.</summary>
    public Decision Return(string reasonCode, string? note, DateTime nowUtc)
    {
        if (State is not (ReferralState.Sent or ReferralState.Accepted)) return new Refusal("Referral.AlreadyAnswered");
        if (string.IsNullOrEmpty(reasonCode)) return new Refusal("Referral.ReasonMissing") { Field = "Reason" };
        State = ReferralState.Returned;
        ReturnReason = reasonCode;
        ReturnNote = note;
        AnsweredAtUtc = nowUtc;
        return Decision.Accepted;
    }

    public Decision AddAttendance(Attendance week)
    {
        if (State is not (ReferralState.Accepted or ReferralState.Attending)) return new Refusal("Referral.NotRunning");
        if (Attendance.Any(a => a.WeekStartsOn == week.WeekStartsOn)) return new Refusal("Referral.WeekAlreadyThere") { Field = "WeekStartsOn" };
        State = ReferralState.Attending;
        Attendance.Add(week);
        return Decision.Accepted;
    }

    /// <summary>Reports the end with what was reached. Competences wait for the coach's confirmation.</summary>
    public Decision Finish(bool passed, CefrLevel levelReached, DateOnly endedOn)
    {
        if (State is not (ReferralState.Accepted or ReferralState.Attending)) return new Refusal("Referral.NotRunning");
        State = passed ? ReferralState.Finished : ReferralState.BrokenOff;
        Passed = passed;
        LevelReached = levelReached;
        EndedOn = endedOn;
        return Decision.Accepted;
    }
}

/// <summary>Hours of one week (Anwesenheit). Reasons of absence are not held.</summary>
public sealed class Attendance : IPartOf<Referral>
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid ReferralId { get; init; }

    /// <summary>Monday of the week.</summary>
    public DateOnly WeekStartsOn { get; init; }

    public int HoursPresent { get; set; }

    public int HoursAbsent { get; set; }

    public Guid RootId => ReferralId;
}

/// <summary>A competence or certificate that the Träger reports as gained; it waits for the coach.</summary>
public sealed class ReferralResult : IPartOf<Referral>
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid ReferralId { get; init; }

    public Vocabulary.ConceptKind Kind { get; set; }

    public required string Typed { get; set; }

    public Guid? ConceptId { get; set; }

    public Clients.SkillLevel Level { get; set; }

    public Placements.ObservationState State { get; set; }

    public Guid RootId => ReferralId;
}
