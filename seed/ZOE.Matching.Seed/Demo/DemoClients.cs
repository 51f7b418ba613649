using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Seed.Demo;

/// <summary>A client with what the other parts need to know.</summary>
internal sealed record DemoClient(Client Client, string Branch, Trade Trade)
{
    public List<Placement> Placements { get; } = [];

    public List<Guid> Courses { get; } = [];
}

/// <summary>Four hundred clients: who they are, what they can do, how it is known, and their yes to be searchable.</summary>
internal static class DemoClients
{
    public const int Count = 400;
    private const int OfDemoCoach = 100;

    public static void Add(DemoWorld world)
    {
        var names = DemoPools.Names.SelectMany(p => Enumerable.Repeat(p, p.Share)).ToList();
        var demoCoach = world.Account("coach@demo.example");
        var others = world.Coaches.Where(c => c.Email!.StartsWith("coach0", StringComparison.Ordinal)).ToList();
        for (var i = 0; i < Count; i++)
        {
            var coach = i < OfDemoCoach ? demoCoach : others[i % others.Count];
            var (branch, trade) = DemoTrades.Weighted[(i * 73 + 5) % DemoTrades.Weighted.Count];
            world.Clients.Add(NewClient(world, i, coach, world.One(names), branch, trade));
        }
    }

    private static DemoClient NewClient(DemoWorld world, int number, PortalUser coach, NamePool pool, string branch, Trade trade)
    {
        var entry = world.DaysAgo(60, number % 9 == 0 ? 3300 : 1300);
        var place = world.Chance(62) ? world.Reference.City : world.One(world.Reference.Places);
        var client = new Client
        {
            Id = world.NewId(),
            Pseudonym = world.NewId(),
            VerbisNumber = $"237D{100000 + number * 271}",
            EntryOn = entry,
            Group = number % 10 == 9 ? null : trade.Learned == QualificationGroup.Degree ? ClientGroup.A : world.Chance(60) ? ClientGroup.B : ClientGroup.C,
            CoachId = coach.Id,
            OfficerId = world.Officer(coach.TeamId!.Value).Id,
            TeamId = coach.TeamId!.Value,
            WorkPermission = number % 40 == 7 ? WorkPermission.NotAllowed : number % 25 == 3 ? WorkPermission.Unknown : WorkPermission.Allowed,
            WorkPermissionUntil = world.Chance(25) ? world.Today.AddDays(world.Random.Int(45, 900)) : null,
            ResidenceBoundUntil = world.Chance(15) ? world.Today.AddDays(world.Random.Int(20, 600)) : null,
            PlaceAgs = place.Ags,
            AddressIsTemporary = world.Chance(12),
            Qualification = world.Chance(75) ? trade.Learned : world.One([QualificationGroup.Unknown, QualificationGroup.None, QualificationGroup.School]),
            WantedForms = Forms(world),
            WantedHours = world.Chance(55) ? world.One([20, 25, 30, 35, 39, 40]) : null,
            Shifts = world.Chance(80) ? trade.Shifts | Shifts.Day : Shifts.None,
            AvailableFrom = world.Chance(70) ? world.Today.AddDays(world.Random.Int(-60, 50)) : null,
            Wish = world.Chance(45) ? world.One(DemoPools.Wishes) : null,
            LastContactOn = DemoWorld.Workday(world.DaysAgo(3, 75)),
            CreatedAtUtc = world.At(DemoWorld.Workday(entry)),
        };
        client.Person = NewPerson(world, client, pool, number, DemoReference.Postcode(place, number), place.Name);
        AddGerman(world, client, trade);
        AddProfile(world, client, trade, pool);
        client.Phase = client.GermanSpoken < CefrLevel.A2 ? Phase.Preparation : world.One([Phase.Orientation, Phase.Orientation, Phase.Qualification, Phase.Integration]);
        AddSearchConsent(world, client, pool, number);
        return new DemoClient(client, branch, trade);
    }

    private static ClientPerson NewPerson(DemoWorld world, Client client, NamePool pool, int number, string postcode, string town)
    {
        var woman = world.Chance(pool.Language == "Ukrainisch" ? 65 : 38);
        var first = world.One(woman ? pool.Women : pool.Men);
        var last = world.One(pool.Last);
        return new ClientPerson
        {
            ClientId = client.Id,
            FirstName = first,
            LastName = last,
            BirthDate = new DateOnly(world.Today.Year - world.Random.Int(19, 57), world.Random.Int(1, 12), world.Random.Int(1, 28)),
            Sex = woman ? "w" : "m",
            Origin = pool.Origin,
            Street = DemoPools.Street(world),
            Postcode = postcode,
            Town = town,
            Phone = $"0152 555{10000 + number * 17}",
            Email = world.Chance(60) ? $"{DemoPools.Ascii(first)}.{DemoPools.Ascii(last)}{number}@post.example" : null,
            ContactLanguage = client.GermanSpoken >= CefrLevel.B1 ? "Deutsch" : pool.Language,
            NeedsInterpreter = client.GermanSpoken < CefrLevel.A2,
            Notes = world.Chance(40) ? world.One(DemoPools.Notes) : null,
        };
    }

    private static List<PlacementKind> Forms(DemoWorld world) => world.Random.Int(1, 10) switch
    {
        <= 4 => [],
        <= 6 => [PlacementKind.Job],
        <= 8 => [PlacementKind.Job, PlacementKind.TrialEmployment, PlacementKind.Internship],
        9 => [PlacementKind.Internship],
        _ => [PlacementKind.Apprenticeship, PlacementKind.InCompanyRetraining],
    };

    private static void AddGerman(DemoWorld world, Client client, Trade trade)
    {
        var level = world.Random.Int(1, 100) switch
        {
            <= 10 => CefrLevel.A1,
            <= 45 => CefrLevel.A2,
            <= 84 => CefrLevel.B1,
            <= 97 => CefrLevel.B2,
            _ => CefrLevel.C1,
        };
        if (trade.Learned == QualificationGroup.Degree && level < CefrLevel.B1) level = CefrLevel.B1;
        var on = DemoWorld.Workday(world.DaysAgo(40, 400));
        if (level > CefrLevel.A1 && world.Chance(50)) Add(level - 1, on.AddDays(-world.Random.Int(150, 300)), EvidenceKind.SelfStated, "Angabe im Erstgespräch");
        Add(level, on, world.Chance(70) ? EvidenceKind.Certificate : EvidenceKind.Tested, world.Chance(70) ? "Zertifikat eines Sprachkurses" : "Einstufungstest");

        void Add(CefrLevel reached, DateOnly day, EvidenceKind kind, string source)
        {
            var written = reached > CefrLevel.A1 && world.Chance(40) ? reached - 1 : reached;
            foreach (var (skill, shown) in new[] { (LanguageSkill.Spoken, reached), (LanguageSkill.Written, written) })
                client.AddLanguageEvidence(new LanguageEvidence { Id = world.NewId(), ClientId = client.Id, Skill = skill, Level = shown, Kind = kind, Source = source, On = day, RecordedById = client.CoachId, RecordedAtUtc = world.At(day.AddDays(3)) });
        }
    }

    private static void AddProfile(DemoWorld world, Client client, Trade trade, NamePool pool)
    {
        var occupation = world.Reference.Concept(trade.Key);
        var skilled = trade.Learned is QualificationGroup.Vocational or QualificationGroup.Degree;
        AddEntry(world, client, occupation, skilled ? SkillLevel.Expert : SkillLevel.Independent).Years = world.Random.Int(1, skilled ? 18 : 9);
        foreach (var concept in world.Reference.Of(occupation, ConceptRelationKind.Essential))
            if (world.Chance(concept.Kind == ConceptKind.Certificate ? 55 : 86)) AddEntry(world, client, concept, world.One([SkillLevel.Guided, SkillLevel.Independent, SkillLevel.Independent, SkillLevel.Expert]));
        foreach (var concept in world.Reference.Of(occupation, ConceptRelationKind.Optional))
            if (world.Chance(30)) AddEntry(world, client, concept, world.One([SkillLevel.Basic, SkillLevel.Guided, SkillLevel.Independent]));
        if (trade.Licence is { } licence && world.Chance(40)) AddEntry(world, client, world.Reference.Concept(licence), SkillLevel.Independent);
        if (world.Chance(32)) AddEntry(world, client, world.Reference.Concept("fuehrerschein-b"), SkillLevel.Independent);
        AddEntry(world, client, world.Reference.Concept(pool.Key), SkillLevel.Expert);
        if (world.Chance(25)) AddEntry(world, client, world.Reference.Concept("sprache-englisch"), world.One([SkillLevel.Basic, SkillLevel.Guided, SkillLevel.Independent]));
    }

    private static ProfileEntry AddEntry(DemoWorld world, Client client, Concept concept, SkillLevel level)
    {
        if (client.Profile.FirstOrDefault(e => e.ConceptId == concept.Id) is { } there) return there;
        var entry = new ProfileEntry { Id = world.NewId(), ClientId = client.Id, Kind = concept.Kind, Typed = concept.Label.Split('/')[0] is { Length: > 3 } first && world.Chance(20) ? first : concept.Label, ConceptId = concept.Id };
        client.Profile.Add(entry);
        if (concept.Kind == ConceptKind.Certificate)
        {
            // A few ran out: that is what reminders are for.
            AddEvidence(world, client, entry, EvidenceKind.Certificate, level, "Vorgelegter Nachweis", world.DaysAgo(30, concept.ValidityMonths is > 0 and var months ? months * 33 : 1500), concept.ValidityMonths);
            return entry;
        }

        AddEvidence(world, client, entry, EvidenceKind.SelfStated, level, "Angabe im Gespräch", world.DaysAgo(200, 500), null);
        if (concept.Kind == ConceptKind.Competence && world.Chance(35))
        {
            var (kind, source) = world.One([(EvidenceKind.Tested, "MYSKILLS-Test"), (EvidenceKind.CourseResult, "Kompetenzfeststellung beim Träger"), (EvidenceKind.ObservedAtWork, "Arbeitszeugnis"), (EvidenceKind.Tested, "Arbeitsprobe in der Werkstatt")]);
            var shown = world.Chance(30) && level > SkillLevel.Basic ? level - 1 : level;
            AddEvidence(world, client, entry, kind, shown, source, world.DaysAgo(20, 190), null);
        }

        return entry;
    }

    private static void AddEvidence(DemoWorld world, Client client, ProfileEntry entry, EvidenceKind kind, SkillLevel level, string source, DateOnly on, int? validMonths) =>
        entry.Evidence.Add(new CompetenceEvidence
        {
            Id = world.NewId(),
            ClientId = client.Id,
            EntryId = entry.Id,
            Kind = kind,
            Level = level,
            Source = source,
            On = on,
            ValidUntil = validMonths is > 0 and var months ? on.AddMonths(months).AddDays(-1) : null,
            RecordedById = client.CoachId,
            RecordedAtUtc = world.At(on.AddDays(2)),
        });

    /// <summary>About 65 of 100 are searchable; of the others some let it run out, some withdrew, most were never asked.</summary>
    private static void AddSearchConsent(DemoWorld world, Client client, NamePool pool, int number)
    {
        var kind = number * 37 % 100;
        if (kind >= 80) return;
        var ranOut = kind is >= 65 and < 74;
        var given = DemoWorld.Workday(ranOut ? world.DaysAgo(195, 330) : world.DaysAgo(4, 160));
        var consent = NewConsent(world, client, given, ConsentScope.Search, RecipientGroup.ApprovedEmployers, "Von freigegebenen Arbeitgebern ohne Namen gefunden werden", pool.Language);
        if (kind >= 74)
            consent.End = new ConsentEnd { ConsentId = consent.Id, ClientId = client.Id, Way = ConsentWay.Spoken, EndedAtUtc = world.At(given.AddDays(world.Random.Int(1, 40))), RecordedById = client.CoachId };
    }

    /// <summary>Writes a yes of the client, as it is asked for: for six months.</summary>
    public static Consent NewConsent(DemoWorld world, Client client, DateOnly given, ConsentScope scope, RecipientGroup recipients, string purpose, string? language = null, Guid? vacancyId = null, Guid? employerId = null)
    {
        var consent = new Consent
        {
            Id = world.NewId(),
            ClientId = client.Id,
            Scope = scope,
            Recipients = recipients,
            VacancyId = vacancyId,
            EmployerId = employerId,
            Purpose = purpose,
            TextVersion = "2026-11",
            Language = language ?? client.Person!.ContactLanguage!,
            Way = world.One([ConsentWay.Paper, ConsentWay.Spoken, ConsentWay.Spoken]),
            WithInterpreter = client.Person!.NeedsInterpreter,
            GivenOn = given,
            ValidUntil = ConsentRules.DefaultValidUntil(given),
            RecordedById = client.CoachId,
            RecordedAtUtc = world.At(given),
        };
        client.Consents.Add(consent);
        return consent;
    }
}
