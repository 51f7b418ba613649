using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Providers;

namespace ZOE.Matching.Seed.Demo;

/// <summary>What one kind of course looks like.</summary>
internal sealed record CoursePlan(string Instrument, string Title, int Weeks, int Hours, CefrLevel From, CefrLevel To, AccessRoute Access, string? Branch, params string[] Gains);

/// <summary>A hundred and twenty courses over all bookable instruments, from past to half a year ahead.</summary>
internal static class DemoCourses
{
    public const int Count = 120;
    private const int OfOwnProvider = 12;

    private static readonly CoursePlan[] Plans =
    [
        new("DeutschFuerDenBeruf", "Deutsch für den Beruf: Büro und Verwaltung", 24, 20, CefrLevel.B1, CefrLevel.B2, AccessRoute.Assignment, "Commercial", "briefe-und-e-mails-schreiben"),
        new("DeutschFuerDenBeruf", "Deutsch für den Beruf: Pflege und Gesundheit", 24, 20, CefrLevel.A2, CefrLevel.B1, AccessRoute.Assignment, "Care", "pflege-dokumentieren"),
        new("DeutschFuerDenBeruf", "Deutsch für den Beruf: Werkstatt und Technik", 20, 20, CefrLevel.A2, CefrLevel.B1, AccessRoute.Assignment, "Technical", "arbeitsschutz-beachten"),
        new("DeutschFuerDenBeruf", "Deutsch für den Beruf: Küche, Hotel und Service", 20, 20, CefrLevel.A1, CefrLevel.A2, AccessRoute.Assignment, "Hospitality", "mit-kunden-umgehen"),
        new("Quintam", "QuIntaM: Lager, Metall und Gabelstapler", 26, 35, CefrLevel.A2, CefrLevel.B1, AccessRoute.Assignment, "Logistics", "gabelstaplerschein", "lagerarbeit"),
        new("ArbiMet", "Arbi-Met: Arbeiten im Metallhandwerk", 20, 39, CefrLevel.A2, CefrLevel.None, AccessRoute.Assignment, "Technical", "metallbearbeitung", "feilen-saegen-bohren"),
        new("Integrationskurs", "Integrationskurs mit Orientierung", 30, 25, CefrLevel.None, CefrLevel.B1, AccessRoute.Bamf, null),
        new("Kompas", "KompAS: Deutsch, Kompetenzen und Praxis", 26, 35, CefrLevel.None, CefrLevel.A2, AccessRoute.Bamf, null, "im-team-arbeiten"),
        new("Agh", "AGH Möbelhalle mit Sprachanteil", 26, 25, CefrLevel.None, CefrLevel.None, AccessRoute.Assignment, "Other", "handwerklich-arbeiten"),
        new("KommunaleMassnahme", "Nähwerkstatt im Stadtteil", 16, 15, CefrLevel.None, CefrLevel.None, AccessRoute.Open, "Textile", "naehen"),
        new("MySkills", "MYSKILLS: Können zeigen", 1, 8, CefrLevel.None, CefrLevel.None, AccessRoute.Assignment, null),
        new("Kompetenzfeststellung", "Kompetenzfeststellung in Werkstätten", 6, 30, CefrLevel.A2, CefrLevel.None, AccessRoute.Assignment, "Technical"),
        new("Landessprachfoerderung", "Landessprachkurs am Vormittag", 12, 20, CefrLevel.A1, CefrLevel.A2, AccessRoute.Open, null),
        new("BerufsbezogeneDeutschfoerderung", "Berufsdeutsch mit Praktikum", 26, 30, CefrLevel.B1, CefrLevel.B2, AccessRoute.Bamf, null),
        new("Sprachkurs", "Alphabetisierung am Abend", 30, 12, CefrLevel.None, CefrLevel.A1, AccessRoute.Open, null),
        new("Perf", "PerF: Perspektiven für Flüchtlinge", 12, 30, CefrLevel.A1, CefrLevel.None, AccessRoute.Assignment, null),
        new("Perjuf", "PerjuF: Berufe kennenlernen", 26, 35, CefrLevel.A1, CefrLevel.None, AccessRoute.Assignment, null),
        new("Toff", "Take off for Future", 16, 35, CefrLevel.A2, CefrLevel.None, AccessRoute.Assignment, null),
        new("Jugendwerkstatt", "Jugendwerkstatt Holz und Garten", 40, 30, CefrLevel.None, CefrLevel.None, AccessRoute.Assignment, "Construction", "holzbearbeitung"),
        new("Cfk", "Sprachtraining im Center für Kommunikation", 16, 25, CefrLevel.A1, CefrLevel.A2, AccessRoute.Assignment, null),
        new("VorbereitungAufAusbildung", "Fit für die Ausbildung", 20, 35, CefrLevel.B1, CefrLevel.B1, AccessRoute.Assignment, null, "einfach-rechnen-und-messen"),
        new("Anpassungsqualifizierung", "Anpassung Elektrotechnik", 26, 39, CefrLevel.B1, CefrLevel.None, AccessRoute.EducationVoucher, "Technical", "elektrische-anlagen-pruefen"),
        new("Externenpruefung", "Vorbereitung auf die Externenprüfung Metallbau", 40, 35, CefrLevel.B1, CefrLevel.None, AccessRoute.EducationVoucher, "Technical", "metallbearbeitung"),
        new("Teilqualifikation", "Teilqualifikation Fachlagerist, Baustein 1", 14, 39, CefrLevel.A2, CefrLevel.None, AccessRoute.EducationVoucher, "Logistics", "waren-einlagern", "kommissionieren"),
        new("UmschulungBeimTraeger", "Umschulung Fachkraft für Metalltechnik", 70, 39, CefrLevel.B1, CefrLevel.None, AccessRoute.EducationVoucher, "Technical", "metallbearbeitung", "schweissen"),
        new("Ubh", "Lernhilfe neben der Umschulung", 40, 6, CefrLevel.B1, CefrLevel.None, AccessRoute.Assignment, null),
        new("AvgsMat", "Bewerben mit Erfolg", 8, 20, CefrLevel.A2, CefrLevel.None, AccessRoute.Avgs, null),
        new("AvgsEinzelcoaching", "Einzelcoaching: mein Weg in Arbeit", 10, 5, CefrLevel.A2, CefrLevel.None, AccessRoute.Avgs, null),
        new("AvgsKenntnisvermittlung", "Kassenschulung mit Praxis", 6, 30, CefrLevel.A2, CefrLevel.None, AccessRoute.Avgs, "Retail", "kassenschein", "kassieren"),
        new("BildungsgutscheinWeiterbildung", "Schweißen MAG mit Prüfung", 10, 39, CefrLevel.A2, CefrLevel.None, AccessRoute.EducationVoucher, "Technical", "mag-schweissen", "schweisserpruefung-mag"),
        new("BildungsgutscheinWeiterbildung", "Gabelstapler und Lagerpraxis", 4, 39, CefrLevel.A2, CefrLevel.None, AccessRoute.EducationVoucher, "Logistics", "gabelstaplerschein", "gabelstapler-fahren"),
        new("BildungsgutscheinWeiterbildung", "Basisqualifikation Pflege", 12, 35, CefrLevel.B1, CefrLevel.None, AccessRoute.EducationVoucher, "Care", "basisqualifikation-pflege", "grundpflege"),
        new("Abh", "Ausbildungsbegleitende Hilfen am Nachmittag", 40, 6, CefrLevel.A2, CefrLevel.None, AccessRoute.Assignment, null),
        new("Asa", "Assistierte Ausbildung", 40, 8, CefrLevel.A2, CefrLevel.None, AccessRoute.Assignment, null),
        new("Jobcoaching", "Jobcoaching im neuen Betrieb", 16, 4, CefrLevel.A1, CefrLevel.None, AccessRoute.Assignment, null),
    ];

    public static void Add(DemoWorld world)
    {
        var approved = world.Providers.Where(p => p.IsApproved && p.Id != DemoStaff.OwnProvider).ToList();
        var waiting = world.Providers.First(p => !p.IsApproved);
        for (var i = 0; i < Count; i++)
        {
            var provider = i < OfOwnProvider ? world.Providers[0] : i == Count - 1 ? waiting : approved[i % approved.Count];
            world.Courses.Add(NewCourse(world, i, provider, Plans[i % Plans.Length]));
        }
    }

    /// <summary>Ends what can no longer be entered, once all referrals are made.</summary>
    public static void End(DemoWorld world)
    {
        foreach (var course in world.Courses.Where(c => c.State == CourseState.Published && c.EnrolUntil < world.Today)) course.Expire();
    }

    private static Course NewCourse(DemoWorld world, int number, Provider provider, CoursePlan plan)
    {
        // Each kind has past and coming dates: its first round starts soon, its later ones before or after; the Träger of the demo sign-in has all of them.
        var round = number < OfOwnProvider ? number % 4 : number / Plans.Length;
        var starts = round switch
        {
            0 => world.Today.AddDays(world.Random.Int(12, 60)),
            1 => world.Today.AddDays(-world.Random.Int(25, 120)),
            2 => world.Today.AddDays(world.Random.Int(60, 180)),
            _ => world.Today.AddDays(-world.Random.Int(150, 330)),
        };
        starts = starts.AddDays(-((int)starts.DayOfWeek + 6) % 7);
        var place = world.Reference.Places.Single(p => p.Ags == provider.PlaceAgs);
        var made = world.Today < starts.AddDays(-52) ? world.DaysAgo(8, 35) : DemoWorld.Workday(starts.AddDays(-world.Random.Int(60, 70)));
        var course = new Course
        {
            Id = world.NewId(),
            ProviderId = provider.Id,
            Reference = $"K-{made.Year % 100}-{number + 1:0000}",
            Title = plan.Title,
            InstrumentCode = plan.Instrument,
            BranchCode = plan.Branch,
            AccessRoute = plan.Access,
            Description = "Kleine Gruppen, erfahrene Lehrkräfte und Zeit für Fragen. Fahrkarten werden erstattet, wenn das Jobcenter zustimmt.",
            StartsOn = starts,
            EndsOn = starts.AddDays(plan.Weeks * 7 - 3),
            EnrolUntil = starts.AddDays(-world.Random.Int(3, 10)),
            HoursPerWeek = plan.Hours,
            Mode = plan.Title.EndsWith("Abend", StringComparison.Ordinal) ? CourseMode.Evening : plan.Hours >= 30 ? CourseMode.FullTime : number % 17 == 5 ? CourseMode.Online : CourseMode.PartTime,
            Seats = world.One([12, 14, 15, 16, 18, 20]),
            LevelFrom = plan.From,
            LevelTo = plan.To,
            PlaceAgs = place.Ags,
            CreatedAtUtc = world.At(made.AddDays(-2)),
        };
        foreach (var key in plan.Gains)
        {
            var concept = world.Reference.Concept(key);
            course.Gains.Add(new CourseGain { Id = world.NewId(), CourseId = course.Id, Kind = concept.Kind, Typed = concept.Label, ConceptId = concept.Id });
        }

        if (!provider.IsApproved || number % 23 == 22) return course;
        DemoProposals.Refused(course.Publish(provider, world.At(made)).Refusal);
        if (number % 41 == 40) course.Cancel();
        return course;
    }
}
