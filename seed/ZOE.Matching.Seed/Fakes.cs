using Bogus;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Seed;

/// <summary>Makes records for tests: complete and allowed, varied by a fixed seed. What a test is about it sets with the With… steps of <see cref="FakeSteps"/>. Nothing is saved.</summary>
public sealed class Fakes(TimeProvider clock, int seed = 1)
{
    private readonly Faker _faker = new("de") { Random = new Randomizer(seed) };
    private int _number;

    /// <summary>AGS of Hannover, where fakes live when nothing else is said.</summary>
    public const string City = "03241001";

    private DateTime Now => clock.NowUtc();

    private DateOnly Today => clock.Today();

    /// <summary>A client who may work, speaks German at B1, and has said yes to nothing yet.</summary>
    public Client NewClient(Guid coachId, Guid teamId)
    {
        var number = ++_number;
        var client = new Client
        {
            VerbisNumber = $"T{seed:000}D{number:00000}",
            EntryOn = Today.AddDays(-200),
            CoachId = coachId,
            TeamId = teamId,
            WorkPermission = WorkPermission.Allowed,
            PlaceAgs = City,
            Qualification = QualificationGroup.Vocational,
            LastContactOn = Today.AddDays(-7),
            CreatedAtUtc = Now.AddDays(-200),
        };
        client.Person = new ClientPerson
        {
            ClientId = client.Id,
            FirstName = _faker.Name.FirstName(),
            LastName = _faker.Name.LastName(),
            BirthDate = new DateOnly(1990, 1, 1).AddDays(_faker.Random.Int(0, 4000)),
            Street = $"Teststraße {number}",
            Postcode = "30159",
            Town = "Hannover",
            Phone = $"0511 555{number:0000}",
            Email = $"client{number}-{seed}@fake.example",
            ContactLanguage = "Deutsch",
        };
        return client.WithGerman(CefrLevel.B1, Today.AddDays(-60));
    }

    /// <summary>An approved employer with one contact who has an address.</summary>
    public Employer NewEmployer(Guid approvedById)
    {
        var employer = NewWaitingEmployer();
        employer.Approve(approvedById, Now.AddDays(-90));
        return employer;
    }

    /// <summary>An employer who has registered and waits.</summary>
    public Employer NewWaitingEmployer()
    {
        var number = ++_number;
        var employer = new Employer { Name = $"{_faker.Name.LastName()} Testbetrieb {number} GmbH", BranchCode = "Technical", Street = $"Werkstraße {number}", Postcode = "30159", PlaceAgs = City, CreatedAtUtc = Now.AddDays(-100) };
        employer.Contacts.Add(new EmployerContact { EmployerId = employer.Id, Name = _faker.Name.FullName(), Function = "Personalleitung", Email = $"firm{number}-{seed}@fake.example", Phone = $"0511 666{number:0000}" });
        return employer;
    }

    /// <summary>A draft of a full-time job at this employer, open for two months once it is published.</summary>
    public Vacancy NewVacancy(Employer employer) => new()
    {
        EmployerId = employer.Id,
        Reference = $"T-{seed:000}-{++_number:00000}",
        Title = "Metallbauer/Metallbauerin",
        BranchCode = employer.BranchCode,
        Kind = PlacementKind.Job,
        GermanSpoken = CefrLevel.A2,
        HoursPerWeek = 39,
        Shifts = Shifts.Day,
        WageCentsPerHour = 1600 + _faker.Random.Int(0, 20) * 10,
        PlaceAgs = employer.PlaceAgs ?? City,
        StartOn = Today.AddDays(21),
        ExpiresOn = Today.AddDays(60),
        ContactId = employer.Contacts.FirstOrDefault()?.Id,
        CreatedAtUtc = Now.AddDays(-3),
    };

    /// <summary>An approved Träger.</summary>
    public Provider NewProvider(Guid approvedById)
    {
        var number = ++_number;
        var provider = new Provider { Name = $"Bildungswerk {_faker.Name.LastName()} {number}", PlaceAgs = City, ContactName = _faker.Name.FullName(), Email = $"provider{number}-{seed}@fake.example", CreatedAtUtc = Now.AddDays(-100) };
        provider.Approve(approvedById);
        return provider;
    }

    /// <summary>A draft of a German course at this Träger that starts in four weeks.</summary>
    public Course NewCourse(Provider provider) => new()
    {
        ProviderId = provider.Id,
        Reference = $"TK-{seed:000}-{++_number:00000}",
        Title = "Deutsch für den Beruf: Werkstatt und Technik",
        InstrumentCode = "DeutschFuerDenBeruf",
        BranchCode = "Technical",
        StartsOn = Today.AddDays(28),
        EndsOn = Today.AddDays(140),
        EnrolUntil = Today.AddDays(21),
        HoursPerWeek = 20,
        Mode = CourseMode.PartTime,
        Seats = 15,
        LevelFrom = CefrLevel.A2,
        LevelTo = CefrLevel.B1,
        PlaceAgs = provider.PlaceAgs ?? City,
        CreatedAtUtc = Now.AddDays(-3),
    };

    /// <summary>A member of a place, for tests without reference data.</summary>
    public static Place NewCity() => new() { Ags = City, Name = "Hannover", Area = Area.City, Lat = 52.37949, Lon = 9.76968, Postcodes = "30159" };
}

/// <summary>Steps that make a fake what a test needs; each gives the same record back.</summary>
public static class FakeSteps
{
    /// <summary>German spoken and written, proved on that day.</summary>
    public static Client WithGerman(this Client client, CefrLevel level, DateOnly on)
    {
        foreach (var skill in Enum.GetValues<LanguageSkill>())
            client.AddLanguageEvidence(new LanguageEvidence { ClientId = client.Id, Skill = skill, Level = level, Kind = EvidenceKind.Certificate, Source = "Sprachzertifikat", On = on, RecordedById = client.CoachId, RecordedAtUtc = LegalDay.StartsAtUtc(on) });
        return client;
    }

    /// <summary>A competence, occupation or certificate with one proof.</summary>
    public static Client WithSkill(this Client client, Concept concept, SkillLevel level, DateOnly on, EvidenceKind kind = EvidenceKind.Tested, DateOnly? validUntil = null)
    {
        var entry = new ProfileEntry { ClientId = client.Id, Kind = concept.Kind, Typed = concept.Label, ConceptId = concept.Id };
        entry.Evidence.Add(new CompetenceEvidence { ClientId = client.Id, EntryId = entry.Id, Kind = kind, Level = level, Source = "Test", On = on, ValidUntil = validUntil, RecordedById = client.CoachId, RecordedAtUtc = LegalDay.StartsAtUtc(on) });
        client.Profile.Add(entry);
        return client;
    }

    /// <summary>Yes to be searchable, from that day for six months.</summary>
    public static Client WithSearchConsent(this Client client, DateOnly given) => client.With(ConsentScope.Search, RecipientGroup.ApprovedEmployers, given, null, null);

    /// <summary>Yes to this vacancy, from that day for six months.</summary>
    public static Client WithYesTo(this Client client, Vacancy vacancy, DateOnly given) => client.With(ConsentScope.Vacancy, RecipientGroup.OneEmployer, given, vacancy.Id, vacancy.EmployerId);

    /// <summary>Yes to this employer without a vacancy, from that day for six months.</summary>
    public static Client WithYesTo(this Client client, Employer employer, DateOnly given) => client.With(ConsentScope.Employer, RecipientGroup.OneEmployer, given, null, employer.Id);

    public static Vacancy WithRequirement(this Vacancy vacancy, Concept concept, RequirementWeight weight = RequirementWeight.Required, SkillLevel level = SkillLevel.Basic, bool demandedByLaw = false)
    {
        vacancy.Requirements.Add(new VacancyRequirement { VacancyId = vacancy.Id, Kind = concept.Kind, Typed = concept.Label, ConceptId = concept.Id, Weight = weight, MinLevel = level, DemandedByLaw = demandedByLaw });
        return vacancy;
    }

    /// <exception cref="InvalidOperationException">The rules refuse it.</exception>
    public static Vacancy Published(this Vacancy vacancy, Employer employer, DateTime nowUtc) =>
        vacancy.Publish(employer, nowUtc).Refusal is { } refusal ? throw new InvalidOperationException($"Refused: {refusal.Code}") : vacancy;

    public static Course WithGain(this Course course, Concept concept)
    {
        course.Gains.Add(new CourseGain { CourseId = course.Id, Kind = concept.Kind, Typed = concept.Label, ConceptId = concept.Id });
        return course;
    }

    /// <exception cref="InvalidOperationException">The rules refuse it.</exception>
    public static Course Published(this Course course, Provider provider, DateTime nowUtc) =>
        course.Publish(provider, nowUtc).Refusal is { } refusal ? throw new InvalidOperationException($"Refused: {refusal.Code}") : course;

    private static Client With(this Client client, ConsentScope scope, RecipientGroup recipients, DateOnly given, Guid? vacancyId, Guid? employerId)
    {
        client.Consents.Add(new Consent
        {
            ClientId = client.Id,
            Scope = scope,
            Recipients = recipients,
            VacancyId = vacancyId,
            EmployerId = employerId,
            Purpose = "Test",
            TextVersion = "2026-11",
            Language = "Deutsch",
            Way = ConsentWay.Paper,
            GivenOn = given,
            ValidUntil = ConsentRules.DefaultValidUntil(given),
            RecordedById = client.CoachId,
            RecordedAtUtc = LegalDay.StartsAtUtc(given),
        });
        return client;
    }
}
