using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Seed;

namespace ZOE.Matching.Web.Tests.Kills;

/// <summary>People, firms and vacancies with which the kill run begins, written straight into the database.</summary>
internal sealed class KillField
{
    public const string Password = "Nachtschicht-im-Test-2026";

    private Concept _occupation = null!;
    private Concept _competence = null!;
    private Guid _teamId;
    private readonly Fakes _fakes = new(TimeProvider.System, 731);

    public List<PortalUser> Coaches { get; } = [];

    public PortalUser Provider { get; private set; } = null!;

    public PortalUser Officer { get; private set; } = null!;

    public List<Vacancy> Vacancies { get; } = [];

    /// <summary>Courses with a seat for everyone.</summary>
    public List<Course> Courses { get; } = [];

    /// <summary>Clients of the first coach who were there or came.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<Guid> Clients { get; } = [];

    public async Task WriteAsync(MatchingDbContext db)
    {
        _occupation = await db.Concepts.Where(c => c.Kind == ConceptKind.Occupation).OrderBy(c => c.Key).FirstAsync();
        _competence = await db.Concepts.Where(c => c.Kind == ConceptKind.Competence).OrderBy(c => c.Key).FirstAsync();
        var now = TimeProvider.System.NowUtc();
        var team = new Team { Name = "Team Kill", SiteCode = "test" };
        _teamId = team.Id;
        Coaches.AddRange([User("coach1", PortalRole.Coach, u => u.TeamId = team.Id), User("coach2", PortalRole.Coach, u => u.TeamId = team.Id)]);
        var provider = _fakes.NewProvider(Coaches[0].Id);
        Provider = User("provider", PortalRole.Provider, u => u.ProviderId = provider.Id);
        Officer = User("officer", PortalRole.Coach, u => (u.TeamId, u.Duties) = (team.Id, Duty.IntegrationOfficer));
        for (var i = 0; i < 3; i++)
        {
            var course = _fakes.NewCourse(provider);
            course.Seats = 500;
            Courses.Add(course.Published(provider, now));
        }

        db.AddRange(team, provider, Provider, Officer);
        db.AddRange(Courses);
        db.AddRange(Coaches);
        foreach (var kind in new[] { PlacementKind.Job, PlacementKind.Internship, PlacementKind.Job, PlacementKind.Internship })
        {
            var employer = _fakes.NewEmployer(Coaches[0].Id);
            var vacancy = _fakes.NewVacancy(employer).WithRequirement(_competence);
            vacancy.Kind = kind;
            vacancy.OccupationId = _occupation.Id;
            vacancy.Openings = 50;
            vacancy.Insurance = kind == PlacementKind.Internship ? InsuranceKind.None : InsuranceKind.Insured;
            Vacancies.Add(vacancy.Published(employer, now));
            db.AddRange(employer, vacancy, User($"employer{Vacancies.Count}", PortalRole.Employer, u => u.EmployerId = employer.Id));
        }

        for (var i = 0; i < 8; i++) db.Add(FittingClient(i));
        await db.SaveChangesAsync();
    }

    /// <summary>A client who fits all vacancies and may be shown: news for coaches and employers.</summary>
    public Client FittingClient(int number)
    {
        var today = TimeProvider.System.Today();
        var client = _fakes.NewClient(Coaches[number % 2].Id, _teamId).WithSkill(_occupation, SkillLevel.Independent, today.AddDays(-50)).WithSkill(_competence, SkillLevel.Independent, today.AddDays(-50))
            .WithSearchConsent(today.AddDays(-1));
        client.Shifts = Shifts.Day;
        client.AvailableFrom = today;
        if (number % 2 == 0) Clients.Enqueue(client.Id);
        return client;
    }

    private static PortalUser User(string name, PortalRole role, Action<PortalUser> vary)
    {
        var mail = $"{name}@kill.example";
        var user = new PortalUser
        {
            Id = Guid.NewGuid(),
            DisplayName = name,
            UserName = mail,
            NormalizedUserName = mail.ToUpperInvariant(),
            Email = mail,
            NormalizedEmail = mail.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Role = role,
            CreatedAtUtc = TimeProvider.System.NowUtc(),
        };
        user.PasswordHash = Hash;
        vary(user);
        return user;
    }

    private static readonly string Hash = new PasswordHasher<PortalUser>().HashPassword(new PortalUser { DisplayName = "" }, Password);
}
