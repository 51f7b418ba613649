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
        new(PortalRole.Employer, "arbeitgeber@demo.example", "Metallbau: Stellen, passende Profile, Vorschläge"),
        new(PortalRole.Provider, "traeger@demo.example", "Träger mit zwölf Kursen"),
        new(PortalRole.Coach, "coach@demo.example", "Jobbüro: rund 100 Kundinnen und Kunden"),
        new(PortalRole.Coach, "integration@demo.example", "Integrationsfachkraft: entscheidet über Förderung"),
        new(PortalRole.Coach, "arbeitgeberservice@demo.example", "Arbeitgeberservice: gibt Arbeitgeber frei"),
        new(PortalRole.Coach, "massnahmen@demo.example", "Maßnahmebetreuung: Träger, zurückgegebene Zuweisungen"),
        new(PortalRole.TeamLead, "teamleitung@demo.example", "Teamleitung: Auswertung"),
        new(PortalRole.Admin, "admin@demo.example", "Verwaltung: Organisationen, Benutzer, Index"),
    ];
}
