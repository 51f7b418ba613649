using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Jobs;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Data.Projections;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Cards;
using ZOE.Matching.Web.Jobs;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Matches;

/// <summary>
/// Tells coaches and employers of pairs that fit newly: each pair once in the inbox, at most one mail a day and person.
/// What was there when the portal first looked is no news; only the best pairs of a client or vacancy are told.
/// </summary>
public sealed class MatchNotices(MatchingDbContext db, Outbox outbox, CardReader cards)
{
    /// <summary>Key of the setting that keeps since when pairs are news.</summary>
    public const string SinceSetting = "match-notices-since";

    /// <summary>Of each client, and of each vacancy, so many of the best pairs are told.</summary>
    public const int Best = 5;

    /// <summary>Most new pairs of one run; the rest waits for the next.</summary>
    public const int BatchSize = 500;

    /// <summary>Writes the notices of all new pairs; waits while rows are still being made.</summary>
    public async Task<int> RunAsync(CancellationToken stop = default)
    {
        if (await db.ProjectionTasks.AnyAsync(t => t.DoneVersion < t.Version
            && (t.Kind == ProjectionKind.ClientMatches || t.Kind == ProjectionKind.VacancyMatches || t.Kind == ProjectionKind.AllCards), stop)) return 0;
        if (await SinceAsync(stop) is not { } since) return 0;
        return await TellCoachesAsync(since, stop) + await TellEmployersAsync(since, stop);
    }

    /// <summary>The first look only sets the mark.</summary>
    private async Task<DateTime?> SinceAsync(CancellationToken stop)
    {
        var text = await db.Settings.Where(s => s.Key == SinceSetting).Select(s => s.Value).SingleOrDefaultAsync(stop);
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)) return new DateTime(ticks, DateTimeKind.Utc);
        await db.TryStepAsync(() =>
        {
            db.Add(new Setting { Key = SinceSetting, Value = outbox.Now.Ticks.ToString(CultureInfo.InvariantCulture) });
            return Task.FromResult(true);
        }, stop);
        return null;
    }

    /// <summary>Pairs that were never proposed, whatever became of it.</summary>
    private IQueryable<MatchRow> NotProposed =>
        db.Matches.Where(m => !db.Proposals.Any(p => p.ClientId == m.ClientId && p.VacancyId == m.VacancyId));

    private async Task<int> TellCoachesAsync(DateTime since, CancellationToken stop)
    {
        var fresh = await (
            from match in NotProposed
            join client in db.Clients on match.ClientId equals client.Id
            where match.FirstSeenAtUtc > since
                && db.Matches.Count(other => other.ClientId == match.ClientId && other.Score > match.Score) < Best
                && !db.Inbox.Any(i => i.Kind == InboxKind.VacancyForClient && i.UserId == client.CoachId && i.ClientId == match.ClientId && i.VacancyId == match.VacancyId)
            orderby match.FirstSeenAtUtc, match.ClientId, match.VacancyId
            select new { match.ClientId, match.VacancyId, client.CoachId }).Take(BatchSize).ToListAsync(stop);
        var told = 0;
        foreach (var coach in fresh.GroupBy(f => f.CoachId))
        {
            told += await db.TryStepAsync(async () =>
            {
                foreach (var pair in coach)
                    outbox.Inbox(new InboxItem { Kind = InboxKind.VacancyForClient, BusinessKey = $"fits:{coach.Key:N}:{pair.ClientId:N}:{pair.VacancyId:N}", UserId = coach.Key, ClientId = pair.ClientId, VacancyId = pair.VacancyId, CreatedAtUtc = outbox.Now });
                await DigestAsync(u => u.Id == coach.Key, stop);
                return true;
            }, stop);
        }

        return told;
    }

    /// <summary>Employers hear only of clients whose card they can see now; the item names the vacancy and never the client.</summary>
    private async Task<int> TellEmployersAsync(DateTime since, CancellationToken stop)
    {
        var today = outbox.Today;
        var fresh = await (
            from match in NotProposed
            join client in db.Clients on match.ClientId equals client.Id
            join vacancy in db.Vacancies on match.VacancyId equals vacancy.Id
            join card in db.Cards on match.ClientId equals card.ClientId
            join consent in db.Consents on card.ConsentId equals consent.Id
            where consent.Scope == ConsentScope.Search && consent.End == null && consent.GivenOn <= today && consent.ValidUntil >= today
                && (match.FirstSeenAtUtc > since || consent.RecordedAtUtc > since)
                && db.Matches.Count(other => other.VacancyId == match.VacancyId && other.Score > match.Score && db.Cards.Any(c => c.ClientId == other.ClientId)) < Best
                && db.Users.Any(u => u.EmployerId == vacancy.EmployerId && !u.Disabled)
            orderby match.VacancyId, match.ClientId
            select new { match.ClientId, client.Pseudonym, match.VacancyId, vacancy.EmployerId }).Take(10 * BatchSize).ToListAsync(stop);
        var told = 0;
        foreach (var vacancy in fresh.GroupBy(f => (f.VacancyId, f.EmployerId)))
        {
            var keys = vacancy.ToDictionary(f => f.ClientId, f => $"fits:{f.EmployerId:N}:{f.Pseudonym:N}:{f.VacancyId:N}");
            var there = await db.Inbox.Where(i => keys.Values.Contains(i.BusinessKey)).Select(i => i.BusinessKey).ToListAsync(stop);
            var untold = keys.Where(k => !there.Contains(k.Value)).ToList();
            if (untold.Count == 0) continue;
            var visible = (await cards.FittingClientsAsync(vacancy.Key.VacancyId, vacancy.Key.EmployerId, stop)).Values.ToHashSet();
            untold.RemoveAll(k => !visible.Contains(k.Key));
            if (untold.Count == 0) continue;
            told += await db.TryStepAsync(async () =>
            {
                foreach (var (_, key) in untold)
                    outbox.Inbox(new InboxItem { Kind = InboxKind.CandidateForVacancy, BusinessKey = key, EmployerId = vacancy.Key.EmployerId, VacancyId = vacancy.Key.VacancyId, CreatedAtUtc = outbox.Now });
                await DigestAsync(u => u.EmployerId == vacancy.Key.EmployerId && u.Role == PortalRole.Employer, stop);
                return true;
            }, stop);
        }

        return told;
    }

    /// <summary>One mail a day for each person who wants them.</summary>
    private async Task DigestAsync(System.Linq.Expressions.Expression<Func<Data.Accounts.PortalUser, bool>> who, CancellationToken stop)
    {
        var day = outbox.Today.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var users = await db.Users.Where(who).Where(u => !u.Disabled && !u.NoNoticeMails).OrderBy(u => u.Id).Select(u => u.Id).Take(100).ToListAsync(stop);
        foreach (var user in users)
        {
            var key = $"{MailKind.MatchNotice}:{user:N}:{user:N}:{day}";
            if (!await db.Mails.AnyAsync(m => m.BusinessKey == key, stop)) outbox.MailToUser(MailKind.MatchNotice, user, user, day);
        }
    }
}
