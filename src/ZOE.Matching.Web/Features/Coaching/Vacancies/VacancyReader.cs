using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Web.Matches;

namespace ZOE.Matching.Web.Features.Coaching.Vacancies;

/// <summary>Reads the vacancies that fit a client, with the courses that close the gaps. The caller checks ownership and audits.</summary>
public sealed class VacancyReader(MatchingDbContext db, MatchFinder finder, MatchFacts facts, TimeProvider clock)
{
    /// <summary>Courses shown for one gap.</summary>
    private const int MostCourses = 3;

    public async Task<IReadOnlyList<FittingRow>> ListAsync(Guid clientId, CancellationToken stop)
    {
        var today = clock.Today();
        var fitting = await finder.VacanciesForAsync(clientId, stop);
        if (fitting.Count == 0) return [];
        var ids = fitting.Select(f => f.Vacancy.Id).ToList();
        var vacancies = (await facts.VacanciesAsync(db.Vacancies.Where(v => ids.Contains(v.Id)), stop)).ToDictionary(v => v.VacancyId);
        var client = (await facts.ClientsAsync(db.Clients.Where(c => c.Id == clientId), stop)).Single();
        var context = await facts.ContextAsync(stop);
        var closed = fitting.ToDictionary(f => f.Vacancy.Id, f => GapClosing.Courses(f.Explanation.Gaps, client, vacancies[f.Vacancy.Id], context));
        var courses = await CoursesAsync(closed.Values.SelectMany(gaps => gaps), stop);
        var proposed = await db.Proposals.Where(p => p.ClientId == clientId && ids.Contains(p.VacancyId)).OrderBy(p => p.ProposedAtUtc)
            .Select(p => new { p.VacancyId, p.State }).ToListAsync(stop);
        var yes = await db.Consents.Include(c => c.End).AsNoTracking().Where(c => c.ClientId == clientId && c.Scope == ConsentScope.Vacancy).ToListAsync(stop);
        var places = await db.Places.ToDictionaryAsync(p => p.Ags, p => p.Name, stop);
        return [.. fitting.Select(f => new FittingRow(
            f.Vacancy, f.EmployerName, places.GetValueOrDefault(f.Vacancy.PlaceAgs, ""), f.Score, f.Explanation, RowsOf(f.Explanation.Gaps, closed[f.Vacancy.Id], courses),
            proposed.LastOrDefault(p => p.VacancyId == f.Vacancy.Id)?.State, ConsentRules.ActiveForVacancy(yes, f.Vacancy.Id, f.Vacancy.EmployerId, today) is not null))];
    }

    /// <summary>Match and gaps of one pair as the records are now.</summary>
    public async Task<(MatchResult Match, IReadOnlyList<GapRow> Gaps)> PairAsync(Guid clientId, Guid vacancyId, CancellationToken stop)
    {
        var client = (await facts.ClientsAsync(db.Clients.Where(c => c.Id == clientId), stop)).Single();
        var vacancy = (await facts.VacanciesAsync(db.Vacancies.Where(v => v.Id == vacancyId), stop)).Single();
        var context = await facts.ContextAsync(stop);
        var match = MatchRules.Score(client, vacancy, context);
        var closed = GapClosing.Courses(match.Gaps, client, vacancy, context);
        return (match, RowsOf(match.Gaps, closed, await CoursesAsync(closed, stop)));
    }

    /// <summary>The latest proposal of this client for this vacancy.</summary>
    public Task<Proposal?> LatestProposalAsync(Guid clientId, Guid vacancyId, CancellationToken stop) =>
        db.Proposals.AsNoTracking().Where(p => p.ClientId == clientId && p.VacancyId == vacancyId).OrderByDescending(p => p.ProposedAtUtc).FirstOrDefaultAsync(stop);

    private async Task<Dictionary<Guid, (string Title, string Provider, int Free)>> CoursesAsync(IEnumerable<ClosableGap> gaps, CancellationToken stop)
    {
        var ids = gaps.SelectMany(g => g.Courses.Take(MostCourses)).Select(c => c.Course.CourseId).Distinct().ToList();
        return await db.Courses.Where(c => ids.Contains(c.Id)).Select(c => new
        {
            c.Id,
            c.Title,
            Provider = db.Providers.Where(p => p.Id == c.ProviderId).Select(p => p.Name).First(),
            Free = c.Seats - db.Referrals.Count(r => r.CourseId == c.Id && (r.State == ReferralState.Sent || r.State == ReferralState.Accepted || r.State == ReferralState.Attending)),
        }).ToDictionaryAsync(c => c.Id, c => (c.Title, c.Provider, c.Free), stop);
    }

    private static List<GapRow> RowsOf(IReadOnlyList<MatchGap> gaps, IReadOnlyList<ClosableGap> closed, Dictionary<Guid, (string Title, string Provider, int Free)> courses) =>
        [.. gaps.Select(gap => new GapRow(gap,
        [
            .. (closed.FirstOrDefault(c => c.Gap == gap)?.Courses ?? []).Take(MostCourses).Where(c => courses.ContainsKey(c.Course.CourseId)).Select(c =>
            {
                var (title, provider, free) = courses[c.Course.CourseId];
                return new CourseRow(c.Course.CourseId, title, provider, c.Course.StartsOn, c.Course.EndsOn, c.InTime, c.RunsParallel, Math.Max(0, free));
            }),
        ]))];
}
