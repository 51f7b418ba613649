using System.Security.Claims;

namespace ZOE.Matching.Web.FrontEnd;

/// <summary>An entry of the main navigation: the key of its text in Layout.resx and its address.</summary>
public sealed record NavigationItem(string Key, string Href)
{
    /// <summary>First page of the employers; their other pages lie below it and have entries of their own.</summary>
    internal const string EmployerStart = "/employers";
    internal const string ProviderStart = "/providers";

    /// <summary>Whether the page shown lies at or below this entry.</summary>
    public bool Holds(PathString path) => Href is "/" or EmployerStart or ProviderStart ? path == Href : path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Which entries the main navigation shows to whom.</summary>
public sealed class Navigation
{
    private static readonly NavigationItem[] Employer =
    [
        new("Nav.Start", NavigationItem.EmployerStart), new("Nav.Vacancies", "/employers/vacancies"), new("Nav.Profiles", "/employers/profiles"), new("Nav.Proposals", "/employers/proposals"),
        new("Nav.Placements", "/employers/placements"), new("Nav.Inbox", "/employers/inbox"),
    ];

    private static readonly NavigationItem[] Provider =
    [
        new("Nav.Start", NavigationItem.ProviderStart), new("Nav.Courses", "/providers/courses"), new("Nav.Search", "/providers/search"), new("Nav.Referrals", "/providers/referrals"), new("Nav.Inbox", "/providers/inbox"),
    ];

    private static readonly NavigationItem[] Coach =
    [
        new("Nav.Today", "/coaching/today"), new("Nav.Clients", "/coaching/clients"), new("Nav.Search", "/coaching/search"), new("Nav.Proposals", "/coaching/proposals"),
        new("Nav.Placements", "/coaching/placements"), new("Nav.Tasks", "/coaching/tasks"), new("Nav.Inbox", "/coaching/inbox"),
        new("Nav.Employers", "/coaching/employers"), new("Nav.ProviderCourses", "/coaching/courses"),
    ];

    private static readonly NavigationItem[] TeamLead = [.. Coach, new("Nav.Funnel", "/steering/funnel")];

    private static readonly NavigationItem[] Admin =
    [
        new("Nav.Organisations", "/admin/organisations"), new("Nav.Users", "/admin/users"),
        new("Nav.SearchIndex", "/admin/search-index"), new("Nav.Vocabulary", "/admin/vocabulary"), new("Nav.Jobs", "/admin/jobs"),
    ];

    private static readonly NavigationItem[] Anonymous =
    [
        new("Nav.SignIn", "/account/sign-in"), new("Nav.RegisterEmployer", "/account/register-employer"),
    ];

    /// <summary>The entries of all roles of the user, each once, in a fixed order.</summary>
    public IEnumerable<NavigationItem> For(ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated != true) return Anonymous;
        (string Role, NavigationItem[] Items)[] byRole =
            [("Employer", Employer), ("Provider", Provider), ("TeamLead", TeamLead), ("Coach", Coach), ("Admin", Admin)];
        return byRole.Where(entry => user.IsInRole(entry.Role)).SelectMany(entry => entry.Items).Distinct();
    }
}
