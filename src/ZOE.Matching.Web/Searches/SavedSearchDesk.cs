using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Searches;

/// <summary>Saves, changes, stops and deletes the own searches; stops one by the link of a mail.</summary>
public sealed class SavedSearchDesk(MatchingDbContext db, OwnRecords own, CurrentUser user, LinkDesk links, Outbox outbox)
{
    public async Task<Decision> SaveAsync(SavedSearchKind kind, string name, SearchCriteria criteria, SearchFrequency frequency) => await db.InOneEffectAsync(async () =>
    {
        if (user.Role is not { } role) return new Refusal("SavedSearch.NotForYou");
        var saved = SavedSearch.Save(user.Id, role, kind, name, criteria, frequency, await own.SavedSearches.CountAsync(), outbox.Now);
        if (saved.Refusal is { } refusal) return refusal;
        db.Add(saved.Accepted);
        await db.SaveChangesAsync();
        return Decision.Accepted;
    });

    /// <summary>Deletes the search with what was told of it; mails on their way and links become void.</summary>
    public Task DeleteAsync(SavedSearch search) => db.InWriteTransactionAsync(async () =>
    {
        await outbox.VoidAsync(search.Id);
        await db.SavedSearches.Where(s => s.Id == search.Id).ExecuteDeleteAsync();
    });

    /// <summary>Silences the search; what waits to be sent is void. Links stay, so that a second click can be answered.</summary>
    public Task StopAsync(SavedSearch search) => db.InWriteTransactionAsync(async () =>
    {
        var now = outbox.Now;
        // An UPDATE, so that a click wins over an edit that is saved at the same moment.
        await db.SavedSearches.Where(s => s.Id == search.Id && s.StoppedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.StoppedAtUtc, now).SetProperty(s => s.Version, s => s.Version + 1));
        await db.Mails.Where(m => m.RecordId == search.Id && m.State == Data.Mail.MailState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, Data.Mail.MailState.Void));
    });

    /// <summary>The click of a mail: uses the link up and stops its search.</summary>
    /// <returns>False when the link was used before.</returns>
    public Task<bool> StopByLinkAsync(AnswerLink link) => db.InWriteTransactionAsync(async () =>
    {
        if (!await links.UseAsync(link)) return false;
        if (await db.SavedSearches.AsNoTracking().SingleOrDefaultAsync(s => s.Id == link.RecordId) is { } search) await StopAsync(search);
        return true;
    });
}
