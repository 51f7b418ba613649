using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Seed.Demo;

/// <summary>A vacancy with what the other parts need to know.</summary>
internal sealed record DemoVacancy(Vacancy Vacancy, Employer Employer, Trade Trade, DateOnly PublishedOn, DateOnly? OverOn)
{
    public string Branch => Vacancy.BranchCode!;

    public bool IsDraft => Vacancy.PublishedAtUtc is null;

    /// <summary>The last day on which something could happen to it.</summary>
    public DateOnly LastDay(DateOnly today) => OverOn ?? today;
}

/// <summary>A hundred and fifty vacancies: most published now, the others drafts or over for up to eighteen months. What is over is closed at the end, when all proposals are made.</summary>
internal static class DemoVacancies
{
    public const int Count = 150;
    private const int OfOwnFirm = 8;

    private static readonly (string Trade, PlacementKind Kind)[] OwnFirm =
    [
        ("metallbauer", PlacementKind.Job), ("schweisser", PlacementKind.Job), ("metallhelfer", PlacementKind.TrialEmployment), ("schweisser", PlacementKind.Internship),
        ("schlosser", PlacementKind.Job), ("metallbauer", PlacementKind.Apprenticeship), ("metallhelfer", PlacementKind.Internship), ("metallbauer", PlacementKind.InCompanyRetraining),
    ];

    public static void Add(DemoWorld world)
    {
        var open = world.Employers.Where(e => e.IsApproved && e.Id != DemoStaff.OwnFirm).ToList();
        for (var i = 0; i < Count; i++)
        {
            var employer = i < OfOwnFirm ? world.Employers[0] : open[i % open.Count];
            var trades = DemoTrades.ByBranch[employer.BranchCode!].ToList();
            var trade = i < OfOwnFirm ? trades.First(t => t.Key == OwnFirm[i].Trade) : trades[(i / open.Count + i) % trades.Count];
            var kind = i < OfOwnFirm ? OwnFirm[i].Kind : Kind(world, trade);
            world.Vacancies.Add(NewVacancy(world, i, employer, trade, kind));
        }
    }

    /// <summary>Closes or expires what was over before today.</summary>
    public static void End(DemoWorld world)
    {
        foreach (var (vacancy, at) in world.Vacancies.Where(v => v.OverOn is not null).Select((v, at) => (v.Vacancy, at)))
        {
            if (at % 3 == 0) vacancy.Expire();
            else vacancy.Close(world.One(["FilledByPortal", "FilledByPortal", "FilledElsewhere", "NoLongerNeeded"]));
        }
    }

    private static PlacementKind Kind(DemoWorld world, Trade trade) => world.Random.Int(1, 100) switch
    {
        <= 36 => PlacementKind.Job,
        <= 74 => PlacementKind.Internship,
        <= 88 => PlacementKind.TrialEmployment,
        <= 95 when trade.Learned == QualificationGroup.Vocational || trade.Cents > 1600 => PlacementKind.Apprenticeship,
        <= 95 => PlacementKind.Job,
        _ => PlacementKind.InCompanyRetraining,
    };

    private static DemoVacancy NewVacancy(DemoWorld world, int number, Employer employer, Trade trade, PlacementKind kind)
    {
        // Of twenty, one is a draft and six are over; the other thirteen are published now.
        var slot = number < OfOwnFirm ? (number == 6 ? 1 : 10) : number % 20;
        var over = slot is >= 1 and <= 6;
        var published = DemoWorld.Workday(over ? world.DaysAgo(90, 540) : world.DaysAgo(2, 55));
        var expires = over ? published.AddDays(world.Random.Int(45, 85)) : published.AddDays(90);
        var insured = kind is PlacementKind.Internship ? InsuranceKind.None : kind == PlacementKind.Job && number % 11 == 0 ? InsuranceKind.Minijob : InsuranceKind.Insured;
        var occupation = world.Reference.Concept(trade.Key);
        var vacancy = new Vacancy
        {
            Id = world.NewId(),
            EmployerId = employer.Id,
            Reference = $"S-{published.Year % 100}-{number + 1:0000}",
            Title = kind switch
            {
                PlacementKind.Internship => $"Praktikum als {occupation.Label}",
                PlacementKind.Apprenticeship => $"Ausbildung: {occupation.Label}",
                PlacementKind.InCompanyRetraining => $"Umschulung im Betrieb: {occupation.Label}",
                PlacementKind.TrialEmployment or PlacementKind.Job => occupation.Label,
            },
            OccupationId = occupation.Id,
            BranchCode = employer.BranchCode,
            Description = world.One(DemoPools.Descriptions),
            Kind = kind,
            IsAdditional = kind == PlacementKind.TrialEmployment,
            GermanSpoken = kind == PlacementKind.Apprenticeship ? CefrLevel.B1 : trade.Spoken,
            GermanWritten = kind == PlacementKind.Apprenticeship ? CefrLevel.B1 : trade.Spoken > CefrLevel.A1 ? trade.Spoken - 1 : CefrLevel.None,
            OneLevelLowerIsFine = world.Chance(45),
            HoursPerWeek = insured == InsuranceKind.Minijob ? 10 : world.One([25, 30, 35, 39, 39, 40]),
            Shifts = trade.Shifts,
            WageCentsPerHour = kind is PlacementKind.Job or PlacementKind.TrialEmployment ? trade.Cents + world.Random.Int(0, 12) * 10 : null,
            Tariff = kind == PlacementKind.Job && world.Chance(30) ? "Nach Tarif der Branche" : null,
            FixedTermUntil = kind == PlacementKind.Job && world.Chance(25) ? published.AddDays(400) : null,
            Insurance = insured,
            TemporaryAgency = employer.BranchCode == "Other",
            PlaceAgs = employer.PlaceAgs!,
            StartOn = DemoWorld.Workday(published.AddDays(world.Random.Int(25, 70))),
            Openings = over ? world.Random.Int(2, 4) : world.One([1, 1, 1, 2, 3]),
            ExpiresOn = expires,
            ContactId = employer.Contacts[0].Id,
            CreatedAtUtc = world.At(published.AddDays(-1)),
        };
        AddRequirements(world, vacancy, occupation, trade);
        if (slot != 0)
        {
            var decision = vacancy.Publish(employer, world.At(published));
            if (decision.Refusal is { } refusal) throw new InvalidOperationException($"Demo vacancy refused: {refusal.Code}");
        }

        return new DemoVacancy(vacancy, employer, trade, published, over ? expires.AddDays(1) : null);
    }

    private static void AddRequirements(DemoWorld world, Vacancy vacancy, Concept occupation, Trade trade)
    {
        var learns = vacancy.Kind is PlacementKind.Internship or PlacementKind.Apprenticeship or PlacementKind.InCompanyRetraining;
        foreach (var concept in world.Reference.Of(occupation, ConceptRelationKind.Essential))
        {
            var licence = concept.Kind == ConceptKind.Certificate;
            Add(concept, learns && !licence ? RequirementWeight.Wished : RequirementWeight.Required, learns ? SkillLevel.Basic : world.One([SkillLevel.Basic, SkillLevel.Guided, SkillLevel.Guided, SkillLevel.Independent]), licence && !learns);
        }

        foreach (var concept in world.Reference.Of(occupation, ConceptRelationKind.Optional).Take(2))
            if (world.Chance(55)) Add(concept, RequirementWeight.Wished, SkillLevel.Basic, false);
        if (trade.Licence is { } key && world.Chance(35)) Add(world.Reference.Concept(key), RequirementWeight.Wished, SkillLevel.Basic, false);

        void Add(Concept concept, RequirementWeight weight, SkillLevel level, bool demanded)
        {
            if (vacancy.Requirements.All(r => r.ConceptId != concept.Id))
                vacancy.Requirements.Add(new VacancyRequirement { Id = world.NewId(), VacancyId = vacancy.Id, Kind = concept.Kind, Typed = concept.Label, ConceptId = concept.Id, MinLevel = level, Weight = weight, DemandedByLaw = demanded });
        }
    }
}
