using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;

namespace ZOE.Matching.Domain.Employers;

/// <summary>Where a vacancy stands.</summary>
public enum VacancyState
{
    Draft,
    Published,
    Closed,
    Expired,
}

/// <summary>Kind of employment contract by social insurance.</summary>
public enum InsuranceKind
{
    /// <summary>Sozialversicherungspflichtig.</summary>
    Insured,

    /// <summary>Minijob (geringfügig).</summary>
    Minijob,

    /// <summary>No employment (Praktikum).</summary>
    None,
}

/// <summary>A vacancy (Stelle): job, Praktikum, Probebeschäftigung, Ausbildung or betriebliche Einzelumschulung.</summary>
public sealed class Vacancy : Aggregate
{
    public Guid EmployerId { get; init; }

    /// <summary>Number that people can say on the phone, unique.</summary>
    public required string Reference { get; init; }

    public required string Title { get; set; }

    /// <summary>The occupation of the vocabulary, if the title was linked.</summary>
    public Guid? OccupationId { get; set; }

    public string? BranchCode { get; set; }

    public string? Description { get; set; }

    public PlacementKind Kind { get; set; }

    /// <summary>Probebeschäftigung only: the employer states that the job is additional (zusätzlich).</summary>
    public bool IsAdditional { get; set; }

    public CefrLevel GermanSpoken { get; set; }

    public CefrLevel GermanWritten { get; set; }

    /// <summary>One level lower is fine with a parallel course.</summary>
    public bool OneLevelLowerIsFine { get; set; }

    /// <summary>Hours a week, 1 to 48.</summary>
    public int HoursPerWeek { get; set; }

    public Shifts Shifts { get; set; }

    /// <summary>Gross wage an hour in cents; null = by tariff or unpaid.</summary>
    public int? WageCentsPerHour { get; set; }

    public string? Tariff { get; set; }

    /// <summary>Fixed-term until; null = permanent.</summary>
    public DateOnly? FixedTermUntil { get; set; }

    public InsuranceKind Insurance { get; set; }

    /// <summary>Zeitarbeit (Arbeitnehmerüberlassung).</summary>
    public bool TemporaryAgency { get; set; }

    /// <summary>AGS of the place of work.</summary>
    public required string PlaceAgs { get; set; }

    public DateOnly StartOn { get; set; }

    /// <summary>Number of openings, 1 to 200.</summary>
    public int Openings { get; set; } = 1;

    public VacancyState State { get; private set; }

    public DateTime? PublishedAtUtc { get; private set; }

    /// <summary>Last day on which it is shown; the employer can extend it.</summary>
    public DateOnly ExpiresOn { get; set; }

    public string? CloseReason { get; private set; }

    public Guid? ContactId { get; set; }

    public DateTime CreatedAtUtc { get; init; }

    public List<VacancyRequirement> Requirements { get; } = [];

    /// <summary>Seen by others on that day.</summary>
    public bool IsOpenOn(DateOnly day) => State == VacancyState.Published && day <= ExpiresOn;

    /// <summary>Publishes it, if the employer is approved and everything that the law asks for is there.</summary>
    public Decision Publish(Employer employer, DateTime nowUtc)
    {
        if (EmployerId != employer.Id) return new Refusal("Vacancy.WrongEmployer");
        if (!employer.IsApproved) return new Refusal("Vacancy.EmployerNotApproved");
        if (Kind == PlacementKind.TrialEmployment && !IsAdditional)
            return new Refusal("Vacancy.AdditionalMissing") { Field = nameof(IsAdditional) };
        if (ExpiresOn < LegalDay.Of(nowUtc)) return new Refusal("Vacancy.ExpiryInPast") { Field = nameof(ExpiresOn) };
        State = VacancyState.Published;
        PublishedAtUtc ??= nowUtc;
        CloseReason = null;
        return Decision.Accepted;
    }

    public void Close(string reasonCode)
    {
        State = VacancyState.Closed;
        CloseReason = reasonCode;
    }

    /// <summary>Ends a published one after its last day; a draft or a closed one stays what it is.</summary>
    public void Expire()
    {
        if (State == VacancyState.Published) State = VacancyState.Expired;
    }
}

/// <summary>How much a requirement matters.</summary>
public enum RequirementWeight
{
    Required,
    Wished,
}

/// <summary>A competence, certificate (licence) or language that a vacancy asks for.</summary>
public sealed class VacancyRequirement : IPartOf<Vacancy>
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid VacancyId { get; init; }

    public Vocabulary.ConceptKind Kind { get; set; }

    public required string Typed { get; set; }

    public Guid? ConceptId { get; set; }

    public SkillLevel MinLevel { get; set; } = SkillLevel.Basic;

    public RequirementWeight Weight { get; set; }

    /// <summary>Law or safety demands it from the first day: without it no match (e.g. a driving licence).</summary>
    public bool DemandedByLaw { get; set; }

    public Guid RootId => VacancyId;
}
