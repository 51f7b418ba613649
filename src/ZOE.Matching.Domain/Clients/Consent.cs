namespace ZOE.Matching.Domain.Clients;

/// <summary>What a consent covers: to be searchable, one vacancy, or one employer.</summary>
public enum ConsentScope
{
    Search,
    Vacancy,
    Employer,
}

/// <summary>How the client said yes.</summary>
public enum ConsentWay
{
    Link,
    Paper,
    Spoken,
}

/// <summary>Who may receive the data.</summary>
public enum RecipientGroup
{
    /// <summary>Employers who were approved by the Arbeitgeberservice.</summary>
    ApprovedEmployers,

    /// <summary>The employer of the one vacancy named.</summary>
    OneEmployer,
}

/// <summary>A yes of the client (Einwilligung, §§ 67b SGB X, Art. 7 DSGVO). Append-only; it ends by date or by a <see cref="ConsentEnd"/>.</summary>
public sealed class Consent : IPartOf<Client>, IAppendOnly
{
    /// <summary>Longest span of a consent, in months (safety.md section 3).</summary>
    public const int MaxMonths = 12;

    /// <summary>Span when nothing else is said, in months.</summary>
    public const int DefaultMonths = 6;

    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid ClientId { get; init; }

    public ConsentScope Scope { get; init; }

    public RecipientGroup Recipients { get; init; }

    /// <summary>For one vacancy: which.</summary>
    public Guid? VacancyId { get; init; }

    /// <summary>For one employer (candidate-led): which.</summary>
    public Guid? EmployerId { get; init; }

    /// <summary>What the data are used for, as told to the client.</summary>
    public required string Purpose { get; init; }

    /// <summary>Version of the text shown or read out.</summary>
    public required string TextVersion { get; init; }

    /// <summary>Language in which the client was told.</summary>
    public required string Language { get; init; }

    public ConsentWay Way { get; init; }

    /// <summary>Somebody translated.</summary>
    public bool WithInterpreter { get; init; }

    public DateOnly GivenOn { get; init; }

    /// <summary>Last day of validity.</summary>
    public DateOnly ValidUntil { get; init; }

    public Guid RecordedById { get; init; }

    public DateTime RecordedAtUtc { get; init; }

    /// <summary>The withdrawal, if there was one.</summary>
    public ConsentEnd? End { get; set; }

    public Guid RootId => ClientId;

    /// <summary>Holds on that day: given, not run out, not withdrawn.</summary>
    public bool HoldsOn(DateOnly day) => End is null && GivenOn <= day && day <= ValidUntil;

    /// <summary>Covers a proposal to this vacancy of this employer. A consent to be searchable never does.</summary>
    public bool Covers(Guid vacancyId, Guid employerId) => Scope switch
    {
        ConsentScope.Vacancy => VacancyId == vacancyId,
        ConsentScope.Employer => false,
        ConsentScope.Search => false,
    };

    /// <summary>Covers a candidate-led placement at this employer.</summary>
    public bool CoversEmployer(Guid employerId) => Scope == ConsentScope.Employer && EmployerId == employerId;

    /// <summary>Checks day and span before a consent is written.</summary>
    public static Decision Check(DateOnly givenOn, DateOnly validUntil, DateOnly today)
    {
        if (givenOn > today) return new Refusal("Consent.InFuture") { Field = "GivenOn" };
        if (validUntil < today) return new Refusal("Consent.AlreadyOver") { Field = "ValidUntil" };
        if (validUntil > givenOn.AddMonths(MaxMonths)) return new Refusal("Consent.TooLong", MaxMonths) { Field = "ValidUntil" };
        return Decision.Accepted;
    }
}

/// <summary>The withdrawal of a consent (Widerruf). No reason is stored. Append-only.</summary>
public sealed class ConsentEnd : IPartOf<Client>, IAppendOnly
{
    public Guid ConsentId { get; init; }

    public Guid ClientId { get; init; }

    public ConsentWay Way { get; init; }

    public DateTime EndedAtUtc { get; init; }

    public Guid? RecordedById { get; init; }

    public Guid RootId => ClientId;
}
