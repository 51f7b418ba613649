using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Browser.Tests.Hosting;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Web.Links;

namespace ZOE.Matching.Browser.Tests.Pages;

/// <summary>A page to look at, and who looks; null = nobody is signed in.</summary>
public sealed record PageToVisit(string Pattern, string Path, string? Email, int Status = 200);

/// <summary>All pages of the portal with real records of the demo data in their addresses. What the portal has and this list lacks is a failure.</summary>
public sealed class PageList
{
    private const string Employer = "arbeitgeber@demo.example", Provider = "traeger@demo.example", Coach = "coach@demo.example",
        Officer = "integration@demo.example", Lead = "teamleitung@demo.example", Admin = "admin@demo.example", CourseCare = "massnahmen@demo.example";

    /// <summary>No pages of ours, or no pages at all: files, redirects, a page only after a link of a mail that this list cannot make.</summary>
    private static readonly string[] NoPages =
        ["/favicon.ico", "/suggest/words", "/suggestions/concepts", "/coaching/clients/search", "/steering/funnel/csv", "/error/{code:int}", "/{**path}", "/{**path:file}"];

    private readonly List<PageToVisit> _pages = [];

    public IReadOnlyList<PageToVisit> Pages => _pages;

    public static async Task<PageList> MakeAsync(DemoPortal portal)
    {
        var list = new PageList();
        await using var scope = portal.Services.CreateAsyncScope();
        await list.FillAsync(scope.ServiceProvider.GetRequiredService<MatchingDbContext>(), scope.ServiceProvider.GetRequiredService<LinkDesk>());
        return list;
    }

    /// <summary>GET endpoints of controllers that nobody put on the list.</summary>
    public IReadOnlyList<string> Missing(EndpointDataSource endpoints) =>
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct()
            .Except(NoPages).Except(_pages.Select(p => p.Pattern)).Order(),
    ];

    private void Add(string? email, string pattern, params object[] values)
    {
        var path = pattern;
        foreach (var value in values)
        {
            int from = path.IndexOf('{'), to = path.IndexOf('}');
            path = path[..from] + value + path[(to + 1)..];
        }

        _pages.Add(new PageToVisit(pattern.Split('?')[0], path, email));
    }

    private async Task FillAsync(MatchingDbContext db, LinkDesk links)
    {
        foreach (var open in new[] { "/", "/imprint", "/privacy", "/accessibility", "/dev", "/account/sign-in", "/account/register-employer", "/account/register-provider",
                     "/account/registered/employer", "/account/registered/provider", "/account/forgot", "/account/forgot/sent" })
            Add(null, open);
        _pages.Add(new PageToVisit("/account/reset", "/account/reset", null, 410));
        _pages.Add(new PageToVisit("/account/invitation", "/account/invitation", null, 410));
        _pages.Add(new PageToVisit("(unknown)", "/no-such-page", null, 404));
        await AddLinksAsync(db, links);
        await AddEmployerAsync(db);
        await AddProviderAsync(db);
        await AddCoachAsync(db);
        foreach (var page in new[] { "/coaching/search", "/coaching/search/vacancies?q=Gabelstabler", "/coaching/search/vacancies?q=xkcdqwz", "/coaching/search/courses?q=deutsch" }) Add(Coach, page);
        Add(Lead, "/steering/funnel");
        foreach (var page in new[] { "/admin/organisations", "/admin/users", "/admin/users/new", "/admin/jobs", "/admin/search-index", "/admin/vocabulary", "/admin/open-words" }) Add(Admin, page);
        Add(Admin, "/admin/users/{id:guid}", await db.Users.Where(u => u.Role == PortalRole.Coach).Select(u => u.Id).Order().FirstAsync());
    }

    private async Task AddLinksAsync(MatchingDbContext db, LinkDesk links)
    {
        var proposal = await db.Proposals.OrderBy(x => x.Id).FirstAsync(p => p.State == ProposalState.Sent);
        var released = await db.Proposals.OrderBy(x => x.Id).FirstAsync(p => p.State == ProposalState.Interview && p.ReleasedAtUtc != null);
        // The later questions ask more; on some days only one about a first day is open.
        var question = await db.FollowUps.Where(f => f.State == FollowUpState.Asked || f.State == FollowUpState.Reminded).OrderBy(f => f.Kind == FollowUpKind.FirstDay).ThenBy(f => f.Id).FirstAsync();
        var kept = await db.Employers.Include(e => e.Contacts).OrderBy(e => e.Id).FirstAsync(e => e.KeptByStaff && e.Contacts.Any(c => c.Email != null));
        async Task<string> TokenAsync(LinkPurpose purpose, Guid record, Guid? contact)
        {
            var link = await links.AddAsync(purpose, record, contact, TimeSpan.FromDays(5));
            await db.SaveChangesAsync();
            return await links.TokenOfAsync(link);
        }

        var coach = await db.Users.SingleAsync(u => u.Email == Coach);
        var search = SavedSearch.Save(coach.Id, coach.Role, SavedSearchKind.Vacancies, "Metall", SearchCriteria.Of(SavedSearchKind.Vacancies, "Metall", null, 0, [new("german", "A2")]), SearchFrequency.Daily, 0, DateTime.UnixEpoch).Accepted;
        db.Add(search);
        Add(null, "/answer/stop/{token}", await TokenAsync(LinkPurpose.StopSavedSearch, search.Id, null));
        Add(Coach, "/account/searches");
        Add(Coach, "/account/searches/{id:guid}", search.Id);
        Add(CourseCare, "/coaching/demand");
        Add(null, "/answer/proposal/{token}", await TokenAsync(LinkPurpose.AnswerProposal, proposal.Id, null));
        Add(null, "/answer/contact/{token}", await TokenAsync(LinkPurpose.ReadContact, released.Id, null));
        Add(null, "/answer/follow-up/{token}", await TokenAsync(LinkPurpose.AnswerFollowUp, question.Id, null));
        Add(null, "/answer/take-over/{token}", await TokenAsync(LinkPurpose.TakeOverEmployer, kept.Id, kept.Contacts.First(c => c.Email != null).Id));
    }

    private async Task AddEmployerAsync(MatchingDbContext db)
    {
        var id = await db.Users.Where(u => u.Email == Employer).Select(u => u.EmployerId).SingleAsync();
        foreach (var page in new[] { "/account", "/account/password", "/employers", "/employers/company", "/employers/inbox", "/employers/vacancies", "/employers/vacancies/new", "/employers/proposals", "/employers/placements", "/employers/search?q=metall", "/employers/profiles", "/employers/profiles?q=schweißer+irgendwas&german=A2", "/employers/profiles?q=uhrmacher" })
            Add(Employer, page);
        // The vacancy with the most fitting clients shows the fullest page of cards.
        var vacancy = await db.Matches.Where(m => db.Vacancies.Any(v => v.Id == m.VacancyId && v.EmployerId == id && v.State == VacancyState.Published))
            .GroupBy(m => m.VacancyId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).FirstAsync();
        foreach (var page in new[] { "", "/preview", "/edit", "/candidates" }) Add(Employer, "/employers/vacancies/{id:guid}" + page, vacancy);
        Add(Employer, "/employers/proposals/{id:guid}", await db.Proposals.Where(p => p.EmployerId == id && p.State == ProposalState.Sent).Select(p => p.Id).Order().FirstAsync());
        Add(Employer, "/employers/proposals/{id:guid}", await db.Proposals.Where(p => p.EmployerId == id && p.ReleasedAtUtc != null).Select(p => p.Id).Order().FirstAsync());
        // Whether a question is open today depends on the day; if none is, the next one of a running placement is asked now.
        var placement = await db.Placements.Include(p => p.FollowUps).Where(p => p.EmployerId == id && p.State == PlacementState.Running && p.FollowUps.Any(f => f.AnsweredAtUtc == null))
            .OrderByDescending(p => p.FollowUps.Count(f => f.State == FollowUpState.Asked || f.State == FollowUpState.Reminded)).ThenBy(p => p.Id).FirstAsync();
        if (placement.FollowUps.All(f => f.State is not (FollowUpState.Asked or FollowUpState.Reminded)))
        {
            var next = placement.FollowUps.Where(f => f.State == FollowUpState.Open).MinBy(f => f.DueOn)!;
            next.Take(FollowUpState.Asked, next.DueOn);
            await db.SaveChangesAsync();
        }

        Add(Employer, "/employers/placements/{id:guid}", placement.Id);
        Add(Employer, "/employers/placements/{id:guid}/follow-ups/{followUpId:guid}", placement.Id, placement.FollowUps.First(f => f.IsOpen && f.State != FollowUpState.Open).Id);
    }

    private async Task AddProviderAsync(MatchingDbContext db)
    {
        var id = await db.Users.Where(u => u.Email == Provider).Select(u => u.ProviderId).SingleAsync();
        foreach (var page in new[] { "/providers", "/providers/courses", "/providers/courses/new", "/providers/referrals", "/providers/inbox", "/providers/search?q=deutsch" }) Add(Provider, page);
        var course = await db.Courses.Where(c => c.ProviderId == id).Select(c => c.Id).Order().FirstAsync();
        Add(Provider, "/providers/courses/{id:guid}", course);
        Add(Provider, "/providers/courses/{id:guid}/edit", course);
        foreach (var state in new[] { Domain.Providers.ReferralState.Sent, Domain.Providers.ReferralState.Attending })
            Add(Provider, "/providers/referrals/{id:guid}", await db.Referrals.Where(r => r.ProviderId == id && r.State == state).Select(r => r.Id).Order().FirstAsync());
    }

    private async Task AddCoachAsync(MatchingDbContext db)
    {
        var coach = await db.Users.Where(u => u.Email == Coach).Select(u => u.Id).SingleAsync();
        foreach (var page in new[] { "/coaching/today", "/coaching/tasks", "/coaching/inbox", "/coaching/clients", "/coaching/clients/new", "/coaching/proposals", "/coaching/placements", "/coaching/placements/new",
                     "/coaching/employers", "/coaching/employers/new", "/coaching/courses", "/coaching/providers" })
            Add(Coach, page);
        var best = await db.Matches.Where(m => db.Clients.Any(c => c.Id == m.ClientId && c.CoachId == coach)).OrderByDescending(m => m.Score).ThenBy(m => m.ClientId).ThenBy(m => m.VacancyId).FirstAsync();
        foreach (var page in new[] { "", "/edit", "/profile", "/consent", "/confirmations", "/vacancies" }) Add(Coach, "/coaching/clients/{clientId:guid}" + page, best.ClientId);
        Add(Coach, "/coaching/clients/{clientId:guid}/vacancies/{vacancyId:guid}", best.ClientId, best.VacancyId);
        Add(Coach, "/coaching/proposals/{proposalId:guid}", await db.Proposals.Where(p => p.State == ProposalState.Interview && db.Clients.Any(c => c.Id == p.ClientId && c.CoachId == coach)).Select(p => p.Id).Order().FirstAsync());
        var placement = await db.Placements.Include(p => p.FollowUps)
            .Where(p => p.FollowUps.Any(f => f.State == FollowUpState.CallTask || f.State == FollowUpState.Reminded || f.State == FollowUpState.Asked) && db.Clients.Any(c => c.Id == p.ClientId && c.CoachId == coach)).FirstAsync();
        Add(Coach, "/coaching/placements/{id:guid}", placement.Id);
        Add(Coach, "/coaching/placements/{id:guid}/follow-ups/{followUpId:guid}", placement.Id, placement.FollowUps.First(f => f.IsOpen && f.State != FollowUpState.Open).Id);
        var employer = await db.Employers.Where(e => e.Approval == ApprovalState.Approved && e.KeptByStaff).Select(e => e.Id).Order().FirstAsync();
        Add(Coach, "/coaching/placements/new?clientId={client}&employerId={employer}", best.ClientId, employer);
        Add(Coach, "/coaching/employers/{employerId:guid}", employer);
        Add(Coach, "/coaching/employers/{employerId:guid}/vacancies/new", employer);
        var vacancy = await db.Vacancies.Where(v => v.State == VacancyState.Published).OrderBy(v => v.Id).FirstAsync();
        foreach (var page in new[] { "", "/edit" }) Add(Coach, "/coaching/employers/{employerId:guid}/vacancies/{vacancyId:guid}" + page, vacancy.EmployerId, vacancy.Id);
        Add(Coach, "/coaching/courses/{courseId:guid}", await db.Courses.Where(c => c.State == Domain.Providers.CourseState.Published).Select(c => c.Id).Order().FirstAsync());
        Add(Coach, "/coaching/providers/{providerId:guid}", await db.Providers.Select(p => p.Id).Order().FirstAsync());
        Add(Officer, "/coaching/funding");
        var officer = await db.Users.Where(u => u.Email == Officer).Select(u => u.Id).SingleAsync();
        Add(Officer, "/coaching/funding/{id:guid}", await db.Tasks.Where(t => t.OwnerId == officer && t.Kind == Domain.Work.WorkTaskKind.DecideFunding && t.DoneAtUtc == null).Select(t => t.PlacementId!.Value).FirstAsync());
    }
}
