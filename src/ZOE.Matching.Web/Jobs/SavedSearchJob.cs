using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Searches;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Jobs;

/// <summary>Saved searches that are due: what was published since they were saved and not told yet goes into the inbox, and into one mail a look. An engine that does not answer leaves everything due.</summary>
public sealed class SavedSearchJob(MatchingDbContext db, SearchLook look, LinkDesk links, Outbox outbox) : IPortalJob
{
    /// <summary>Most searches of one run.</summary>
    public const int BatchSize = 200;

    /// <summary>Days for which the link that stops a search works.</summary>
    public const int StopLinkDays = 400;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public static string Cron => "35 * * * * *";

    public async Task<int> RunAsync(CancellationToken stop)
    {
        var now = outbox.Now;
        var due = await db.SavedSearches.AsNoTracking()
            .Where(s => s.StoppedAtUtc == null && s.NextLookAtUtc <= now && (s.LeaseUntilUtc == null || s.LeaseUntilUtc < now))
            .OrderBy(s => s.NextLookAtUtc).ThenBy(s => s.Id).Take(BatchSize).ToListAsync(stop);
        var told = 0;
        Exception? first = null;
        foreach (var search in due)
        {
            stop.ThrowIfCancellationRequested();
            if (!await TakeAsync(search, stop)) continue;
            try
            {
                told += await TellAsync(search, search.Fence + 1, stop);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // One bad search must not keep the others from their hits; the run still ends as failed.
                first ??= exception;
                db.ChangeTracker.Clear();
                await FreeAsync(search, stop);
            }
        }

        return first is null ? told : throw new InvalidOperationException("A saved search could not be looked at; it stays due.", first);
    }

    private async Task<bool> TakeAsync(SavedSearch search, CancellationToken stop)
    {
        var until = outbox.Now + Lease;
        return await db.InWriteTransactionAsync(() => db.SavedSearches.Where(s => s.Id == search.Id && s.Fence == search.Fence && s.StoppedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Fence, s => s.Fence + 1).SetProperty(s => s.LeaseUntilUtc, until), stop), stop) == 1;
    }

    private Task FreeAsync(SavedSearch search, CancellationToken stop) =>
        db.InWriteTransactionAsync(() => db.SavedSearches.Where(s => s.Id == search.Id && s.Fence == search.Fence + 1)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LeaseUntilUtc, (DateTime?)null), stop), stop);

    /// <returns>1 when something was told.</returns>
    private async Task<int> TellAsync(SavedSearch search, int fence, CancellationToken stop)
    {
        var owner = await db.Users.AsNoTracking().SingleAsync(u => u.Id == search.OwnerId, stop);
        if (!await MayAsync(owner, search.Kind, stop)) return await FinishAsync(search, fence, owner, [], search.ToldTens, stop);
        if (search.Kind == SavedSearchKind.Candidates)
        {
            // Told only when the rounded number has grown: nothing that the page itself would not show.
            var band = await look.CandidatesAsync(search.Criteria, stop);
            return await FinishAsync(search, fence, owner, [], band.Tens, stop);
        }

        var hits = await look.HitsAsync(search.Kind, search.Criteria, search.CreatedAtUtc, SearchLook.MostHits, stop);
        var told = await db.SavedSearchHits.Where(h => h.SearchId == search.Id).Select(h => h.RecordId).ToListAsync(stop);
        return await FinishAsync(search, fence, owner, [.. hits.Select(h => h.Id).Except(told)], 0, stop);
    }

    /// <summary>The right to such a search may have gone since it was saved.</summary>
    private async Task<bool> MayAsync(PortalUser owner, SavedSearchKind kind, CancellationToken stop) =>
        !owner.Disabled && SavedSearchRules.KindsOf(owner.Role).Contains(kind)
        && (owner.Role != PortalRole.Employer || await db.Employers.AnyAsync(e => e.Id == owner.EmployerId && e.Approval == ApprovalState.Approved, stop));

    /// <summary>Hits, inbox, mail and the next look in one transaction; all of it falls away when another worker holds the search by now or its owner has changed it.</summary>
    private Task<int> FinishAsync(SavedSearch search, int fence, PortalUser owner, IReadOnlyList<Guid> fresh, int tens, CancellationToken stop)
    {
        var (now, lookId) = (outbox.Now, Guid.NewGuid());
        var next = SavedSearchRules.NextLook(search.Frequency, now);
        var tells = fresh.Count > 0 || tens > search.ToldTens;
        return db.TryStepAsync(async () =>
        {
            var held = await db.SavedSearches.Where(s => s.Id == search.Id && s.Fence == fence && s.Version == search.Version && s.StoppedAtUtc == null)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.LeaseUntilUtc, (DateTime?)null).SetProperty(s => s.LastLookedAtUtc, now)
                    .SetProperty(s => s.NextLookAtUtc, next).SetProperty(s => s.ToldTens, tens), stop);
            if (held == 0 || !tells) return false;
            foreach (var record in fresh)
                db.Add(new SavedSearchHit { SearchId = search.Id, RecordId = record, LookId = lookId, ToldAtUtc = now });
            outbox.Inbox(new InboxItem
            {
                Kind = InboxKind.SavedSearchHits,
                BusinessKey = $"saved:{search.Id:N}:{fence}",
                UserId = owner.Role == PortalRole.Employer ? null : owner.Id,
                EmployerId = owner.Role == PortalRole.Employer ? owner.EmployerId : null,
                SavedSearchId = search.Id,
                CreatedAtUtc = now,
            });
            if (owner.NoNoticeMails) return true;
            var link = await links.AddAsync(LinkPurpose.StopSavedSearch, search.Id, null, TimeSpan.FromDays(StopLinkDays));
            db.Add(new MailItem
            {
                Id = lookId,
                Kind = MailKind.SavedSearch,
                UserId = owner.Id,
                RecordId = search.Id,
                LinkId = link.Id,
                BusinessKey = $"{MailKind.SavedSearch}:{owner.Id:N}:{search.Id:N}:{fence}",
                CreatedAtUtc = now,
                NotBeforeUtc = now,
            });
            return true;
        }, stop);
    }
}
