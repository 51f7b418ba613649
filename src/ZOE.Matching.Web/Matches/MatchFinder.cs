using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Matches;

namespace ZOE.Matching.Web.Matches;

/// <summary>A vacancy that fits a client, with all reasons. Only vacancies that are open today.</summary>
public sealed record FittingVacancy(Vacancy Vacancy, string EmployerName, int Score, MatchExplanation Explanation);

/// <summary>A client who fits a vacancy, for coaches only; names are read and audited by the page.</summary>
public sealed record FittingClient(Guid ClientId, int Score, MatchExplanation Explanation);

/// <summary>Keeps the match rows and reads them. The rows are a projection: any of them can be made anew.</summary>
public sealed class MatchFinder(MatchingDbContext db, MatchFacts facts, TimeProvider clock)
{
    /// <summary>Most rows in one list.</summary>
    public const int MostShown = 50;

    private const int WriteChunk = 500;

    /// <summary>Open vacancies that fit the client, best first. The caller has checked that the client is one's own and audits the view.</summary>
    public async Task<IReadOnlyList<FittingVacancy>> VacanciesForAsync(Guid clientId, CancellationToken stop = default)
    {
        var rows = await (
            from match in db.Matches.AsNoTracking()
            join vacancy in facts.OpenVacancies.AsNoTracking() on match.VacancyId equals vacancy.Id
            join employer in db.Employers on vacancy.EmployerId equals employer.Id
            where match.ClientId == clientId
            orderby match.Score descending, vacancy.Id
            select new { Vacancy = vacancy, employer.Name, match.Score, match.Explanation }).Take(MostShown).ToListAsync(stop);
        return [.. rows.Select(r => new FittingVacancy(r.Vacancy, r.Name, r.Score, MatchExplanation.Read(r.Explanation)))];
    }

    /// <summary>Clients out of a query (the coach's own ones) who fit the vacancy, best first; none when it is not open today.</summary>
    public async Task<IReadOnlyList<FittingClient>> CandidatesForAsync(Guid vacancyId, IQueryable<Client> among, CancellationToken stop = default)
    {
        if (!await facts.OpenVacancies.AnyAsync(v => v.Id == vacancyId, stop)) return [];
        var rows = await db.Matches.AsNoTracking()
            .Where(m => m.VacancyId == vacancyId && among.Any(c => c.Id == m.ClientId && c.WorkPermission != WorkPermission.NotAllowed))
            .OrderByDescending(m => m.Score).ThenBy(m => m.ClientId).Take(MostShown).ToListAsync(stop);
        return [.. rows.Select(r => new FittingClient(r.ClientId, r.Score, MatchExplanation.Read(r.Explanation)))];
    }

    /// <summary>Makes the rows of some clients anew.</summary>
    /// <returns>How many rows came, went or changed.</returns>
    public async Task<int> RefreshClientsAsync(IReadOnlyCollection<Guid> clientIds, CancellationToken stop = default)
    {
        var index = await IndexAsync(stop);
        var clients = await facts.ClientsAsync(db.Clients.Where(c => clientIds.Contains(c.Id)), stop);
        var found = clients.SelectMany(client => FullMatch.ForClient(client, index)).ToList();
        return await ReplaceAsync(db.Matches.Where(m => clientIds.Contains(m.ClientId)), found, stop);
    }

    /// <summary>Makes all rows anew; also the nightly repair.</summary>
    /// <returns>How many rows came, went or changed.</returns>
    public async Task<int> RefreshAllAsync(CancellationToken stop = default)
    {
        var index = await IndexAsync(stop);
        var found = new List<MatchResult>();
        var after = Guid.Empty;
        while (true)
        {
            var from = after;
            var clients = await facts.ClientsAsync(db.Clients.Where(c => c.Id > from).OrderBy(c => c.Id).Take(WriteChunk), stop);
            if (clients.Count == 0) break;
            after = clients.Max(c => c.ClientId);
            found.AddRange(clients.SelectMany(client => FullMatch.ForClient(client, index)));
        }

        return await ReplaceAsync(db.Matches, found, stop);
    }

    private async Task<VacancyIndex> IndexAsync(CancellationToken stop) =>
        new(await facts.VacanciesAsync(facts.OpenVacancies, stop), await facts.ContextAsync(stop));

    /// <summary>Brings the stored rows of a part to what was found; rows that stay as they are are not written.</summary>
    private async Task<int> ReplaceAsync(IQueryable<MatchRow> part, IReadOnlyList<MatchResult> found, CancellationToken stop)
    {
        var now = clock.NowUtc();
        var changed = await db.InWriteTransactionAsync(async () =>
        {
            var there = await part.ToDictionaryAsync(m => (m.ClientId, m.VacancyId), stop);
            var written = 0;
            foreach (var result in found)
            {
                var text = MatchExplanation.Write(result);
                if (there.Remove((result.ClientId, result.VacancyId), out var row))
                {
                    if (row.Score == result.Score && row.WeightsVersion == result.WeightsVersion && row.Explanation == text) continue;
                }
                else
                {
                    db.Add(row = new MatchRow { ClientId = result.ClientId, VacancyId = result.VacancyId, Explanation = text, FirstSeenAtUtc = now });
                }

                (row.Score, row.WeightsVersion, row.Explanation, row.ComputedAtUtc) = (result.Score, result.WeightsVersion, text, now);
                written++;
            }

            db.RemoveRange(there.Values);
            written += there.Count;
            await db.SaveChangesAsync(stop);
            return written;
        }, stop);
        db.ChangeTracker.Clear();
        return changed;
    }
}
