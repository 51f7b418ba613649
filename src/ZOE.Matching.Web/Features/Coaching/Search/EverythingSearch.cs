using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Web.Features.Coaching.Clients;
using ZOE.Matching.Web.Searching;

namespace ZOE.Matching.Web.Features.Coaching.Search;

/// <summary>A hit by name only.</summary>
public sealed record NamedHit(string Href, string Name, string? More);

/// <summary>First hits of each kind, and how many there are.</summary>
public sealed record EverythingView(
    string Words, SearchView? Vacancies, SearchView? Courses, IReadOnlyList<NamedHit> Employers, int EmployersTotal, IReadOnlyList<NamedHit> Providers, int ProvidersTotal, IReadOnlyList<NamedHit> Clients, int ClientsTotal)
{
    public static EverythingView Empty { get; } = new("", null, null, [], 0, [], 0, [], 0);

    public bool FoundNothing => Vacancies is not null && Vacancies.Total + Courses!.Total + EmployersTotal + ProvidersTotal + ClientsTotal == 0;
}

/// <summary>One search across all kinds. Clients come from the database alone, own ones only, and each view of them is audited.</summary>
public sealed class EverythingSearch(MatchingDbContext db, RecordSearch search, CaseloadReader caseload)
{
    private const int Most = 5;

    public async Task<EverythingView> FindAsync(string words, SearchAudience ofVacancies, SearchAudience ofCourses, CancellationToken stop)
    {
        var read = await search.ReadAsync(words, stop);
        var vacancies = await search.GlanceAsync(SearchSheet.Vacancies, new SearchState { Path = "/coaching/search/vacancies", Words = words }, ofVacancies, read, Most, stop);
        var courses = await search.GlanceAsync(SearchSheet.Courses, new SearchState { Path = "/coaching/search/courses", Words = words }, ofCourses, read, Most, stop);
        var like = $"%{words.ToLowerInvariant().Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
        var employers = db.Employers.Where(e => EF.Functions.Like(e.Name.ToLower(), like, "\\"));
        var providers = db.Providers.Where(p => EF.Functions.Like(p.Name.ToLower(), like, "\\"));
        var (clients, clientsTotal) = await caseload.SearchAsync(words, stop);
        return new EverythingView(
            words, vacancies, courses,
            await employers.OrderBy(e => e.Name).ThenBy(e => e.Id).Take(Most)
                .Select(e => new NamedHit("/coaching/employers/" + e.Id, e.Name, db.Places.Where(p => p.Ags == e.PlaceAgs).Select(p => p.Name).FirstOrDefault())).ToListAsync(stop),
            await employers.CountAsync(stop),
            await providers.OrderBy(p => p.Name).ThenBy(p => p.Id).Take(Most).Select(p => new NamedHit("/coaching/providers/" + p.Id, p.Name, null)).ToListAsync(stop),
            await providers.CountAsync(stop),
            [.. clients.Take(Most).Select(c => new NamedHit($"/coaching/clients/{c.Id}", $"{c.LastName}, {c.FirstName}", c.VerbisNumber))], clientsTotal);
    }
}
