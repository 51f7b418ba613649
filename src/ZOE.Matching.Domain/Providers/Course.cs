namespace ZOE.Matching.Domain.Providers;

/// <summary>How people get into a course (Zugangsweg).</summary>
public enum AccessRoute
{
    /// <summary>Zuweisung by the Jobcenter.</summary>
    Assignment,

    /// <summary>Aktivierungs- und Vermittlungsgutschein.</summary>
    Avgs,

    /// <summary>Bildungsgutschein.</summary>
    EducationVoucher,

    /// <summary>Berechtigung or obligation of the BAMF.</summary>
    Bamf,

    /// <summary>Open registration at the Träger.</summary>
    Open,
}

/// <summary>When lessons take place.</summary>
public enum CourseMode
{
    FullTime,
    PartTime,
    Evening,
    Online,
}

/// <summary>Where a course stands.</summary>
public enum CourseState
{
    Draft,
    Published,
    Cancelled,
    Expired,
}

/// <summary>A bookable offer of a Träger (Kurs, Maßnahme) with dates, seats and what people can do afterwards.</summary>
public sealed class Course : Aggregate
{
    public Guid ProviderId { get; init; }

    public required string Reference { get; init; }

    public required string Title { get; set; }

    public required string InstrumentCode { get; set; }

    /// <summary>Branch; for Deutsch für den Beruf one of the four.</summary>
    public string? BranchCode { get; set; }

    public AccessRoute AccessRoute { get; set; }

    public string? Description { get; set; }

    public DateOnly StartsOn { get; set; }

    public DateOnly EndsOn { get; set; }

    /// <summary>Last day of enrolment (Anmeldeschluss), not after the start.</summary>
    public DateOnly EnrolUntil { get; set; }

    /// <summary>Hours a week, 1 to 48.</summary>
    public int HoursPerWeek { get; set; }

    public CourseMode Mode { get; set; }

    /// <summary>All seats, 1 to 500.</summary>
    public int Seats { get; set; }

    /// <summary>German needed to enter; None = none.</summary>
    public CefrLevel LevelFrom { get; set; }

    /// <summary>German reached at the end; None = not a language course.</summary>
    public CefrLevel LevelTo { get; set; }

    public required string PlaceAgs { get; set; }

    public CourseState State { get; private set; }

    public DateTime? PublishedAtUtc { get; private set; }

    public DateTime CreatedAtUtc { get; init; }

    public List<CourseGain> Gains { get; } = [];

    /// <summary>Can still be entered on that day.</summary>
    public bool IsOpenOn(DateOnly day) => State == CourseState.Published && day <= EnrolUntil;

    public Decision Publish(Provider provider, DateTime nowUtc)
    {
        if (!provider.IsApproved) return new Refusal("Course.ProviderNotApproved");
        if (State == CourseState.Cancelled) return new Refusal("Course.WasCancelled");
        if (CheckDates(LegalDay.Of(nowUtc)) is { } refusal) return refusal;
        State = CourseState.Published;
        PublishedAtUtc ??= nowUtc;
        return Decision.Accepted;
    }

    /// <summary>The first thing wrong with dates and levels, or null.</summary>
    public Refusal? CheckDates(DateOnly today)
    {
        if (EndsOn < StartsOn) return new Refusal("Course.EndBeforeStart") { Field = nameof(EndsOn) };
        if (EnrolUntil > StartsOn) return new Refusal("Course.EnrolAfterStart") { Field = nameof(EnrolUntil) };
        if (EnrolUntil < today) return new Refusal("Course.EnrolInPast") { Field = nameof(EnrolUntil) };
        if (LevelTo != CefrLevel.None && LevelTo < LevelFrom) return new Refusal("Course.LevelFalls") { Field = nameof(LevelTo) };
        return null;
    }

    public void Cancel() => State = CourseState.Cancelled;

    /// <summary>Ends a published one; a draft or a cancelled one stays what it is.</summary>
    public void Expire()
    {
        if (State == CourseState.Published) State = CourseState.Expired;
    }
}

/// <summary>A competence or certificate that people have after a course.</summary>
public sealed class CourseGain : IPartOf<Course>
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid CourseId { get; init; }

    public Vocabulary.ConceptKind Kind { get; set; }

    public required string Typed { get; set; }

    public Guid? ConceptId { get; set; }

    public Guid RootId => CourseId;
}
