using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Coaching.Today;

/// <summary>Something that came in: an answer, a result.</summary>
public sealed record NewsRow(InboxKind Kind, Guid ClientId, Guid Pseudonym, string Client, string? About, DateTime AtUtc, string Href, ProposalState? Answer, ReferralState? Referral);

/// <summary>A consent that ends soon.</summary>
public sealed record EndingRow(Guid ClientId, Guid Pseudonym, string Client, DateOnly ValidUntil);

/// <summary>Vacancies that are new for a client.</summary>
public sealed record NewMatchRow(Guid ClientId, Guid Pseudonym, string Client, int Count, int BestScore);

/// <summary>The day of a coach.</summary>
public sealed record TodayView(
    int Clients, int Overdue, int DueToday, int ThisWeek, IReadOnlyList<TaskRow> Tasks, IReadOnlyList<NewsRow> News, IReadOnlyList<EndingRow> Ending, IReadOnlyList<NewMatchRow> Matches, DateOnly Today);

/// <summary>Reads what is due, in a fixed number of queries, however many clients.</summary>
public sealed class TodayReader(MatchingDbContext db, OwnRecords own, TaskReader tasks, MatchFacts facts, TimeProvider clock)
{
    private const int MostTasks = 50, MostRows = 15, WeekDays = 6, EndingDays = 30, NewDays = 7;

    public async Task<TodayView> ReadAsync(CancellationToken stop)
    {
        var today = clock.Today();
        var week = today.AddDays(WeekDays);
        var open = own.Tasks.Where(t => t.DoneAtUtc == null);
        var due = await tasks.ReadAsync(open.Where(t => t.DueOn <= week).OrderBy(t => t.DueOn).ThenBy(t => t.CreatedAtUtc).Take(MostTasks), stop);
        return new TodayView(
            await own.Caseload.CountAsync(stop),
            await open.CountAsync(t => t.DueOn < today, stop),
            await open.CountAsync(t => t.DueOn == today, stop),
            await open.CountAsync(t => t.DueOn > today && t.DueOn <= week, stop),
            due, await NewsAsync(stop), await EndingAsync(today, stop), await NewMatchesAsync(stop), today);
    }

    /// <summary>Pseudonyms of all clients that the page names.</summary>
    public static IEnumerable<Guid> Subjects(TodayView view) =>
        view.Tasks.Select(t => t.Pseudonym).OfType<Guid>().Concat(view.News.Select(n => n.Pseudonym)).Concat(view.Ending.Select(e => e.Pseudonym)).Concat(view.Matches.Select(m => m.Pseudonym));

    private async Task<List<NewsRow>> NewsAsync(CancellationToken stop)
    {
        var rows = await (
            from item in own.Inbox.AsNoTracking()
            join client in own.Clients on item.ClientId equals client.Id
            where item.ReadAtUtc == null && (item.Kind == InboxKind.ProposalAnswered || item.Kind == InboxKind.FollowUpAnswered || item.Kind == InboxKind.ReferralAnswered || item.Kind == InboxKind.OutcomeKnown)
            orderby item.CreatedAtUtc descending, item.Id
            select new
            {
                Item = item,
                client.Pseudonym,
                client.Person!.FirstName,
                client.Person.LastName,
                Answer = db.Proposals.Where(p => item.Kind == InboxKind.ProposalAnswered && p.Id == item.ProposalId).Select(p => (ProposalState?)p.State).FirstOrDefault(),
                Referral = db.Referrals.Where(r => item.Kind == InboxKind.ReferralAnswered && r.Id == item.ReferralId).Select(r => (ReferralState?)r.State).FirstOrDefault(),
                About = db.Vacancies.Where(v => v.Id == item.VacancyId).Select(v => v.Title).FirstOrDefault() ?? db.Courses.Where(c => c.Id == item.CourseId).Select(c => c.Title).FirstOrDefault(),
            }).Take(MostRows).ToListAsync(stop);
        return [.. rows.Select(r => new NewsRow(r.Item.Kind, r.Item.ClientId!.Value, r.Pseudonym, $"{r.FirstName} {r.LastName}", r.About, r.Item.CreatedAtUtc, HrefOf(r.Item), r.Answer, r.Referral))];
    }

    private static string HrefOf(InboxItem item) =>
        item.ProposalId is { } proposal ? $"/coaching/proposals/{proposal}"
        : item.PlacementId is { } placement ? $"/coaching/placements/{placement}"
        : $"/coaching/clients/{item.ClientId}";

    private Task<List<EndingRow>> EndingAsync(DateOnly today, CancellationToken stop)
    {
        var soon = today.AddDays(EndingDays);
        return own.Caseload
            .Select(c => new { Client = c, Until = c.Consents.Where(s => s.Scope == ConsentScope.Search && s.End == null && s.GivenOn <= today && s.ValidUntil >= today).Max(s => (DateOnly?)s.ValidUntil) })
            .Where(x => x.Until != null && x.Until <= soon).OrderBy(x => x.Until).ThenBy(x => x.Client.Id).Take(MostRows)
            .Select(x => new EndingRow(x.Client.Id, x.Client.Pseudonym, x.Client.Person!.FirstName + " " + x.Client.Person.LastName, x.Until!.Value)).ToListAsync(stop);
    }

    private async Task<List<NewMatchRow>> NewMatchesAsync(CancellationToken stop)
    {
        var since = clock.NowUtc().AddDays(-NewDays);
        var clients = own.Caseload;
        var open = facts.OpenVacancies;
        var best = await db.Matches
            .Where(m => m.FirstSeenAtUtc >= since && clients.Any(c => c.Id == m.ClientId) && open.Any(v => v.Id == m.VacancyId) && !db.Proposals.Any(p => p.ClientId == m.ClientId && p.VacancyId == m.VacancyId))
            .GroupBy(m => m.ClientId).Select(g => new { ClientId = g.Key, Count = g.Count(), Best = g.Max(m => m.Score) })
            .OrderByDescending(g => g.Best).ThenBy(g => g.ClientId).Take(MostRows).ToListAsync(stop);
        var ids = best.Select(b => b.ClientId).ToList();
        var names = await clients.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Pseudonym, Name = c.Person!.FirstName + " " + c.Person.LastName }).ToDictionaryAsync(c => c.Id, stop);
        return [.. best.Where(b => names.ContainsKey(b.ClientId)).Select(b => new NewMatchRow(b.ClientId, names[b.ClientId].Pseudonym, names[b.ClientId].Name, b.Count, b.Best))];
    }
}
