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
