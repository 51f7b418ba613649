using Microsoft.AspNetCore.Identity;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Seed.Demo;

/// <summary>Teams and all accounts. The sign-ins of <see cref="DemoAccounts"/> share one team, so that they see each other's work.</summary>
internal static class DemoStaff
{
    /// <summary>The coach of coach@demo.example.</summary>
    public static readonly Guid OwnCoach = DemoWorld.IdOf("coach@demo.example");

    /// <summary>The firm of arbeitgeber@demo.example.</summary>
    public static readonly Guid OwnFirm = DemoWorld.IdOf("own-firm");

    /// <summary>The Träger of traeger@demo.example.</summary>
    public static readonly Guid OwnProvider = DemoWorld.IdOf("own-provider");

    private static readonly (string Name, string Site)[] Teams = [("Team 1 Kabelkamp", "Kabelkamp"), ("Team 2 Kabelkamp", "Kabelkamp"), ("Team 3 Umland", "Garbsen")];

    private static readonly (string Email, string Name, Duty Duties)[] Known =
    [
        ("arbeitgeber@demo.example", "Sabine Kortmann", Duty.None),
        ("traeger@demo.example", "Holger Wittneben", Duty.None),
        ("coach@demo.example", "Anke Röttger", Duty.None),
        ("integration@demo.example", "Jens Overbeck", Duty.IntegrationOfficer),
        ("arbeitgeberservice@demo.example", "Petra Hachmeister", Duty.EmployerService),
        ("massnahmen@demo.example", "Uwe Dankert", Duty.CourseCare),
        ("teamleitung@demo.example", "Birgit Sievert", Duty.Privacy),
        ("admin@demo.example", "Torsten Plate", Duty.None),
    ];

    private static readonly (string Name, Duty Duties)[] MoreCoaches =
    [
        ("Katrin Bödeker", Duty.None), ("Murat Aydemir", Duty.IntegrationOfficer), ("Silke Harms", Duty.IntegrationOfficer), ("Olaf Grothe", Duty.None),
        ("Nadine Wehrmann", Duty.None), ("Yasmin Brandes", Duty.None), ("Frank Lüders", Duty.None), ("Elena Pohl", Duty.None),
    ];

    public static void Add(DemoWorld world, IPasswordHasher<PortalUser> hasher)
    {
        foreach (var (name, site) in Teams) world.Teams.Add(new Team { Id = DemoWorld.IdOf(name), Name = name, SiteCode = site });
        foreach (var account in DemoAccounts.All)
        {
            var (_, name, duties) = Known.Single(k => k.Email == account.Email);
            world.Users.Add(NewUser(world, account.Role, account.Email, name, duties, 0));
        }

        for (var i = 0; i < MoreCoaches.Length; i++)
            world.Users.Add(NewUser(world, PortalRole.Coach, $"coach{i + 2:00}@demo.example", MoreCoaches[i].Name, MoreCoaches[i].Duties, i % Teams.Length));
        world.Users.Add(NewUser(world, PortalRole.TeamLead, "teamleitung2@demo.example", "Gerd Mahnkopf", Duty.None, 1));

        // One hash for all: making one takes longer than all the rest of an account.
        var hash = hasher.HashPassword(world.Users[0], DemoAccounts.Password);
        foreach (var user in world.Users) user.PasswordHash = hash;
        world.Db.AddRange(world.Teams);
        world.Db.AddRange(world.Users);
    }

    private static PortalUser NewUser(DemoWorld world, PortalRole role, string email, string name, Duty duties, int team) => new()
    {
        Id = DemoWorld.IdOf(email),
        UserName = email,
        NormalizedUserName = email.ToUpperInvariant(),
        Email = email,
        NormalizedEmail = email.ToUpperInvariant(),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        DisplayName = name,
        Role = role,
        Duties = duties,
        TeamId = role is PortalRole.Coach or PortalRole.TeamLead ? world.Teams[team].Id : null,
        EmployerId = role == PortalRole.Employer ? OwnFirm : null,
        ProviderId = role == PortalRole.Provider ? OwnProvider : null,
        CreatedAtUtc = world.NowUtc.AddDays(-700),
    };
}
