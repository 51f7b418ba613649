using Bogus;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Seed;

namespace ZOE.Matching.Benchmarks.Pages;

/// <summary>How many records a portal under measurement holds, its demo data included.</summary>
internal sealed record PortalSize(int Profiles, int Vacancies, int Courses)
{
    public override string ToString() => FormattableString.Invariant($"{Profiles:N0} profiles, {Vacancies:N0} vacancies, {Courses:N0} courses");
}

/// <summary>Fills the portal of the demo data up to a size: the same seed gives the same people, firms and offers. Saved as the product saves, rules and outbox included.</summary>
internal sealed class Crowd(MatchingDbContext db, TimeProvider clock, int seed)
{
    /// <summary>Published vacancies of the demo employer and courses of the demo Träger, so that their own searches have something to do.</summary>
    public const int OfOwn = 60;

    /// <summary>Clients of a team: fifteen coaches with a hundred each. The first ones are in the team of the demo coach.</summary>
    private const int OfTeam = 1_500;

    private const int Occupations = 200, Employers = 400, Providers = 40, SaveEvery = 400;

    private readonly Fakes _fakes = new(clock, seed % 1000);
    private readonly Randomizer _random = new(seed);
    private List<(Concept Occupation, List<Concept> Skills)> _trades = [];
    private string[] _places = [];

    public async Task FillAsync(PortalSize size)
    {
        await LoadAsync();
        var staff = await db.Users.Where(u => u.TeamId != null).OrderBy(u => u.Email).ToListAsync();
        // Not the coach who searches: a caseload stays what it is.
        var other = staff.First(u => u.Email != "coach@demo.example");
        var missing = size.Profiles - await db.Consents.CountAsync(c => c.Scope == ConsentScope.Search && c.End == null);
        var sites = await db.Sites.OrderBy(s => s.Code).Select(s => s.Code).ToListAsync();
        List<Team> further = [.. Enumerable.Range(1, missing / OfTeam).Select(i => new Team { Name = $"Team {i}", SiteCode = sites[i % sites.Count] })];
        db.AddRange(further);
        await AddAsync(missing, i => NewClient(other.Id, i < OfTeam ? other.TeamId!.Value : further[i / OfTeam - 1].Id));
        await AddAsync(Employers, _ => NewEmployer(other.Id));
        var own = (await db.Users.SingleAsync(u => u.Email == "arbeitgeber@demo.example")).EmployerId!.Value;
        var employers = await db.Employers.AsNoTracking().Include(e => e.Contacts).Where(e => e.Approval == ApprovalState.Approved).OrderBy(e => e.Name).ThenBy(e => e.Id).ToListAsync();
        var firm = employers.Single(e => e.Id == own);
        await AddAsync(size.Vacancies - await db.Vacancies.CountAsync(v => v.State == VacancyState.Published), i => NewVacancy(i < OfOwn ? firm : employers[i % employers.Count]));
        await AddAsync(Providers, _ => _fakes.NewProvider(other.Id));
        var ownProvider = (await db.Users.SingleAsync(u => u.Email == "traeger@demo.example")).ProviderId!.Value;
        var providers = await db.Providers.AsNoTracking().Where(p => p.Approval == ApprovalState.Approved).OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync();
        var house = providers.Single(p => p.Id == ownProvider);
        await AddAsync(size.Courses - await db.Courses.CountAsync(c => c.State == CourseState.Published), i => NewCourse(i < OfOwn ? house : providers[i % providers.Count]));
    }

    private async Task LoadAsync()
    {
        var concepts = await db.Concepts.AsNoTracking().Where(c => !c.Retired).ToDictionaryAsync(c => c.Id);
        var relations = await db.ConceptRelations.AsNoTracking().Where(r => r.Kind == ConceptRelationKind.Essential).OrderBy(r => r.Id).ToListAsync();
        var needed = relations.ToLookup(r => r.FromId, r => r.ToId);
        var known = concepts.Values.Where(c => c.Kind == ConceptKind.Occupation).OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => (c, needed[c.Id].Where(concepts.ContainsKey).Select(id => concepts[id]).Where(s => s.Kind is ConceptKind.Competence or ConceptKind.Certificate).OrderBy(s => s.Key, StringComparer.Ordinal).ToList()))
            .Where(t => t.Item2.Count >= 3).ToList();
        _trades = [.. _random.Shuffle(known).Take(Occupations)];
        _places = [.. (await db.Places.AsNoTracking().OrderBy(p => p.Ags).ToListAsync()).Select(p => p.Ags)];
    }

    private async Task AddAsync(int count, Func<int, object> make)
    {
        for (var done = 0; done < count;)
        {
            for (var i = 0; i < SaveEvery && done < count; i++, done++) db.Add(make(done));
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Some trades are common and most are rare.</summary>
    private (Concept Occupation, List<Concept> Skills) Trade() => _trades[(int)(Math.Pow(_random.Double(), 2.5) * _trades.Count)];

    private Client NewClient(Guid coachId, Guid teamId)
    {
        var today = clock.Today();
        var trade = Trade();
        var client = _fakes.NewClient(coachId, teamId).WithSearchConsent(today.AddDays(-_random.Int(1, 90)));
        client.PlaceAgs = _random.ArrayElement(_places);
        client.Qualification = _random.Enum<QualificationGroup>();
        client.WantedHours = _random.Bool(0.5f) ? _random.ArrayElement([20, 30, 39]) : null;
        client.AvailableFrom = today.AddDays(_random.Int(0, 120));
        client.WithGerman(_random.ArrayElement([CefrLevel.A1, CefrLevel.A2, CefrLevel.A2, CefrLevel.B1, CefrLevel.B1, CefrLevel.B2, CefrLevel.C1]), today.AddDays(-20));
        client.WithSkill(trade.Occupation, SkillLevel.Independent, today.AddDays(-300));
        foreach (var skill in _random.Shuffle(trade.Skills.Take(12)).Take(_random.Int(2, 6))) client.WithSkill(skill, _random.Enum<SkillLevel>(), today.AddDays(-100));
        return client;
    }

    private Employer NewEmployer(Guid approvedById)
    {
        var employer = _fakes.NewEmployer(approvedById);
        employer.PlaceAgs = _random.ArrayElement(_places);
        return employer;
    }

    private Vacancy NewVacancy(Employer employer)
    {
        var trade = Trade();
        var vacancy = _fakes.NewVacancy(employer);
        (vacancy.Title, vacancy.OccupationId) = (Short($"{trade.Occupation.Label} (m/w/d)"), trade.Occupation.Id);
        vacancy.Description = Description(trade.Skills);
        vacancy.PlaceAgs = _random.ArrayElement(_places);
        vacancy.Kind = _random.Enum(PlacementKind.TrialEmployment);
        vacancy.GermanSpoken = _random.ArrayElement([CefrLevel.A1, CefrLevel.A2, CefrLevel.B1, CefrLevel.B2]);
        vacancy.HoursPerWeek = _random.ArrayElement([15, 20, 30, 39, 40]);
        vacancy.Shifts = (Shifts)_random.Int(1, 31);
        if (_random.Bool(0.3f)) vacancy.FixedTermUntil = vacancy.StartOn.AddYears(1);
        foreach (var skill in _random.Shuffle(trade.Skills.Take(12)).Take(_random.Int(2, 5))) vacancy.WithRequirement(skill, _random.Enum<RequirementWeight>());
        return vacancy.Published(employer, clock.NowUtc());
    }

    private Course NewCourse(Provider provider)
    {
        var trade = Trade();
        var course = _fakes.NewCourse(provider);
        course.Title = Short($"{course.Title}: {trade.Occupation.Label}");
        course.Description = Description(trade.Skills);
        course.PlaceAgs = _random.ArrayElement(_places);
        course.Mode = _random.Enum<CourseMode>();
        course.HoursPerWeek = _random.ArrayElement([10, 20, 30]);
        foreach (var skill in _random.Shuffle(trade.Skills.Take(12)).Take(3)) course.WithGain(skill);
        return course.Published(provider, clock.NowUtc());
    }

    /// <summary>Fifty words or so, as such texts have them.</summary>
    private string Description(List<Concept> skills) =>
        "Für unser Team in der Region suchen wir Verstärkung. Ihre Aufgaben: " + string.Join("; ", _random.Shuffle(skills).Take(8).Select(s => s.Label))
        + ". Wir bieten eine gute Einarbeitung, ein freundliches Team, feste Ansprechpartner und die Erstattung der Fahrkosten. Wir freuen uns auf Ihre Bewerbung.";

    private static string Short(string title) => title.Length > 150 ? title[..150] : title;
}
