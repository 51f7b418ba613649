using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Work;

namespace ZOE.Matching.Web.Work;

/// <summary>Adds mails, tasks and inbox items to the context, in the transaction of their cause. The caller saves.</summary>
public sealed class Outbox(MatchingDbContext db, TimeProvider clock)
{
    /// <summary>Mail to a contact of an employer.</summary>
    public MailItem MailToContact(MailKind kind, Guid contactId, Guid recordId, string cause, Guid? linkId = null) =>
        Add(new MailItem { Kind = kind, ContactId = contactId, RecordId = recordId, LinkId = linkId, BusinessKey = $"{kind}:{contactId:N}:{recordId:N}:{cause}", CreatedAtUtc = Now, NotBeforeUtc = Now });

    /// <summary>Mail to a user of the portal.</summary>
    public MailItem MailToUser(MailKind kind, Guid userId, Guid recordId, string cause) =>
        Add(new MailItem { Kind = kind, UserId = userId, RecordId = recordId, BusinessKey = $"{kind}:{userId:N}:{recordId:N}:{cause}", CreatedAtUtc = Now, NotBeforeUtc = Now });

    /// <summary>Mail to a Träger's address.</summary>
    public MailItem MailToProvider(MailKind kind, Guid providerId, Guid recordId, string cause) =>
        Add(new MailItem { Kind = kind, ProviderId = providerId, RecordId = recordId, BusinessKey = $"{kind}:{providerId:N}:{recordId:N}:{cause}", CreatedAtUtc = Now, NotBeforeUtc = Now });

    public WorkTask Task(WorkTask task)
    {
        db.Add(task);
        return task;
    }

    public InboxItem Inbox(InboxItem item)
    {
        db.Add(item);
        return item;
    }

    /// <summary>The contact of an employer that mails go to: the one of the vacancy, else the first with an address; null when none can be reached.</summary>
    public async Task<Guid?> ContactOfAsync(Guid employerId, Guid? preferredId)
    {
        var contacts = await db.EmployerContacts.AsNoTracking().Where(c => c.EmployerId == employerId && c.Email != null)
            .OrderBy(c => c.Name).ThenBy(c => c.Id).Select(c => c.Id).Take(20).ToListAsync();
        return preferredId is { } id && contacts.Contains(id) ? id : contacts.Count == 0 ? null : contacts[0];
    }

    /// <summary>Voids what is still on its way about a record: waiting mails and unused links. Call it inside the transaction of the cause.</summary>
    public async Task VoidAsync(Guid recordId)
    {
        var now = Now;
        await db.Mails.Where(m => m.RecordId == recordId && (m.State == MailState.Waiting || m.State == MailState.Unclear))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Void));
        await db.AnswerLinks.Where(l => l.RecordId == recordId && l.UsedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAtUtc, now));
    }

    /// <summary>Finishes the open tasks of a kind about a proposal, placement or follow-up (the caller saves).</summary>
    public async Task FinishTasksAsync(WorkTaskKind kind, Guid recordId, Guid? byId)
    {
        var open = await db.Tasks.Where(t => t.Kind == kind && t.DoneAtUtc == null
            && (t.ProposalId == recordId || t.PlacementId == recordId || t.FollowUpId == recordId || t.ReferralId == recordId)).ToListAsync();
        foreach (var task in open) task.Finish(byId, Now);
    }

    /// <summary>Instant for CreatedAtUtc of what is added.</summary>
    public DateTime Now => clock.NowUtc();

    /// <summary>Today in Berlin.</summary>
    public DateOnly Today => clock.Today();

    private MailItem Add(MailItem mail)
    {
        db.Add(mail);
        return mail;
    }
}
