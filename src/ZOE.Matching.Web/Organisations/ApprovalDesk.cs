using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Organisations;

/// <summary>Lets employers and Träger in, or not, and hands records kept by staff over. The callers have checked the duty.</summary>
public sealed class ApprovalDesk(MatchingDbContext db, CurrentUser user, Outbox outbox, LinkDesk links)
{
    /// <summary>Days for which the link to take a record over works.</summary>
    public const int TakeoverDays = 14;

    /// <summary>Approves or rejects an employer, tells it, finishes the task.</summary>
    public Task<Decision> DecideAsync(Employer employer, bool approve) => db.InWriteTransactionAsync<Decision>(async () =>
    {
        if (employer.Approval == (approve ? ApprovalState.Approved : ApprovalState.Rejected)) return Decision.Accepted;
        if (approve) employer.Approve(user.Id, outbox.Now);
        else employer.Reject(user.Id, outbox.Now);
        var cause = $"{employer.Approval}-{outbox.Now.Ticks}";
        if (!employer.KeptByStaff && await outbox.ContactOfAsync(employer.Id, null) is { } contactId)
            outbox.MailToContact(MailKind.EmployerApproved, contactId, employer.Id, cause);
        if (approve)
            outbox.Inbox(new InboxItem { Kind = InboxKind.EmployerApproved, BusinessKey = $"employer-approved:{employer.Id:N}:{cause}", EmployerId = employer.Id, CreatedAtUtc = outbox.Now });
        await FinishAsync(db.Tasks.Where(t => t.Kind == WorkTaskKind.ApproveEmployer && t.EmployerId == employer.Id));
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    });

    /// <summary>Approves or rejects a Träger and finishes the task.</summary>
    public Task<Decision> DecideAsync(Provider provider, bool approve) => db.InWriteTransactionAsync<Decision>(async () =>
    {
        if (approve) provider.Approve(user.Id);
        else provider.Reject(user.Id);
        await FinishAsync(db.Tasks.Where(t => t.Kind == WorkTaskKind.ApproveProvider && t.ProviderId == provider.Id));
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    });

    /// <summary>Sends the link by which the employer takes its record over; links sent before no longer work.</summary>
    public Task<Decision> SendTakeoverAsync(Employer employer, Guid contactId) => db.InWriteTransactionAsync<Decision>(async () =>
    {
        if (!employer.KeptByStaff) return new Refusal("Employer.NotKeptByStaff");
        if (employer.Approval == ApprovalState.Rejected) return new Refusal("Employer.WasRejected");
        if (!await db.EmployerContacts.AnyAsync(c => c.Id == contactId && c.EmployerId == employer.Id && c.Email != null)) return new Refusal("Employer.NoAddress");
        var now = outbox.Now;
        await db.AnswerLinks.Where(l => l.Purpose == LinkPurpose.TakeOverEmployer && l.RecordId == employer.Id && l.UsedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAtUtc, now));
        var link = await links.AddAsync(LinkPurpose.TakeOverEmployer, employer.Id, contactId, TimeSpan.FromDays(TakeoverDays));
        outbox.MailToContact(MailKind.EmployerTakeover, contactId, employer.Id, $"takeover-{link.Id:N}", link.Id);
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    });

    private async Task FinishAsync(IQueryable<WorkTask> tasks)
    {
        foreach (var task in await tasks.Where(t => t.DoneAtUtc == null).ToListAsync()) task.Finish(user.Id, outbox.Now);
    }
}
