using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Seed;

/// <summary>A demo sign-in, Development only.</summary>
public sealed record DemoAccount(PortalRole Role, string Email, string About);

/// <summary>The demo sign-ins that the start prints: one for each role and duty.</summary>
public static class DemoAccounts
{
    /// <summary>Password of all demo accounts.</summary>
    public const string Password = "demo-zugang-hannover";

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new(PortalRole.Employer, "arbeitgeber@demo.example", "Metallbau, publishes vacancies and answers proposals"),
        new(PortalRole.Provider, "traeger@demo.example", "Träger with twelve courses"),
        new(PortalRole.Coach, "coach@demo.example", "Jobbüro coach with about 100 clients"),
        new(PortalRole.Coach, "integration@demo.example", "Integrationsfachkraft: decides funding"),
        new(PortalRole.Coach, "arbeitgeberservice@demo.example", "Arbeitgeberservice: approves employers"),
        new(PortalRole.Coach, "massnahmen@demo.example", "Maßnahmebetreuung: approves Träger, gets returned referrals"),
        new(PortalRole.TeamLead, "teamleitung@demo.example", "Team lead: funnel, figures"),
        new(PortalRole.Admin, "admin@demo.example", "Administrator: organisations, users, index, jobs"),
    ];
}
