using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Proposals;

/// <summary>Sends, answers, releases and withdraws proposals, whoever asks: coach, employer, link. The callers hand over records that they may touch.</summary>
public sealed class ProposalDesk(MatchingDbContext db, CurrentUser user, Outbox outbox, LinkDesk links)
{
    /// <summary>Days for which the link to the released contact works.</summary>
    public const int ContactLinkDays = 14;

    /// <summary>Proposes the client for the vacancy; refused without the client's yes to this vacancy. Mail with link and inbox item go with it.</summary>
    public async Task<Decision<Proposal>> SendAsync(Client client, Vacancy vacancy, string? message)
    {
        var person = await db.ClientPersons.AsNoTracking().SingleAsync(p => p.ClientId == client.Id);
        if (ProposalMessage.Check(message, person, client.VerbisNumber).Refusal is { } tells) return tells;
        var employer = await db.Employers.SingleAsync(e => e.Id == vacancy.EmployerId);
        var consents = await db.Consents.Include(c => c.End).Where(c => c.ClientId == client.Id && c.VacancyId == vacancy.Id).ToListAsync();
        var consent = ConsentRules.ActiveForVacancy(consents, vacancy.Id, employer.Id, outbox.Today);
        var decision = Proposal.Send(client, vacancy, employer, consent, user.Id, string.IsNullOrWhiteSpace(message) ? null : message.Trim(), outbox.Now);
        if (decision.Refusal is { } refusal) return refusal;
        var proposal = decision.Accepted;
        db.Add(proposal);
        if (await outbox.ContactOfAsync(employer.Id, vacancy.ContactId) is { } contactId)
        {
            var link = await links.AddAsync(LinkPurpose.AnswerProposal, proposal.Id, contactId, TimeSpan.FromDays(Proposal.DaysToAnswer));
            outbox.MailToContact(MailKind.Proposal, contactId, proposal.Id, "sent", link.Id);
        }

        outbox.Inbox(new InboxItem { Kind = InboxKind.ProposalReceived, BusinessKey = $"proposal-received:{proposal.Id:N}", EmployerId = employer.Id, VacancyId = vacancy.Id, ProposalId = proposal.Id, CreatedAtUtc = outbox.Now });
        return await db.SaveOrRefuseAsync() is { } lost ? lost : proposal;
    }

    /// <summary>Takes the employer's answer. With a link, the link is used up in the same transaction; used twice it has one effect.</summary>
    public Task<Decision> AnswerAsync(Proposal proposal, ProposalAnswer answer, string? reasonCode, string? comment, AnswerSource source, AnswerLink? link = null) =>
        db.InWriteTransactionAsync(async () =>
        {
            if (proposal.Answer(answer, reasonCode, comment, source, outbox.Now).Refusal is { } refusal) return refusal;
            if (link is not null && !await links.UseAsync(link))
            {
                db.ChangeTracker.Clear();
                return new Refusal("Link.Used");
            }

            var coachId = await db.Clients.Where(c => c.Id == proposal.ClientId).Select(c => c.CoachId).SingleAsync();
            if (answer == ProposalAnswer.No) await outbox.FinishTasksAsync(WorkTaskKind.ReleaseContact, proposal.Id, null);
            else if (!proposal.IsReleased) await AddTaskAsync(TaskOf(WorkTaskKind.ReleaseContact, proposal, coachId, outbox.Today.AddDays(1)));
            else if (answer == ProposalAnswer.Yes) await AddTaskAsync(TaskOf(WorkTaskKind.MakePlacement, proposal, coachId, outbox.Today.AddDays(2)));
            outbox.Inbox(new InboxItem { Kind = InboxKind.ProposalAnswered, BusinessKey = $"proposal-answered:{proposal.Id:N}:{answer}", UserId = coachId, ClientId = proposal.ClientId, VacancyId = proposal.VacancyId, ProposalId = proposal.Id, CreatedAtUtc = outbox.Now });
            return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
        });

    /// <summary>Releases name and contact to this employer for this vacancy, after interview or yes.</summary>
    public Task<Decision> ReleaseAsync(Proposal proposal) => db.InWriteTransactionAsync(async () =>
    {
        var consent = await db.Consents.Include(c => c.End).SingleAsync(c => c.Id == proposal.ConsentId);
        if (proposal.IsReleased) return Decision.Accepted;
        if (proposal.Release(consent, user.Id, outbox.Now).Refusal is { } refusal) return refusal;
        var coachId = await db.Clients.Where(c => c.Id == proposal.ClientId).Select(c => c.CoachId).SingleAsync();
        var vacancyContact = await db.Vacancies.Where(v => v.Id == proposal.VacancyId).Select(v => v.ContactId).SingleAsync();
        if (await outbox.ContactOfAsync(proposal.EmployerId, vacancyContact) is { } contactId)
        {
            var link = await links.AddAsync(LinkPurpose.ReadContact, proposal.Id, contactId, TimeSpan.FromDays(ContactLinkDays));
            outbox.MailToContact(MailKind.ContactReleased, contactId, proposal.Id, "released", link.Id);
        }

        outbox.Inbox(new InboxItem { Kind = InboxKind.ContactReleased, BusinessKey = $"contact-released:{proposal.Id:N}", EmployerId = proposal.EmployerId, VacancyId = proposal.VacancyId, ProposalId = proposal.Id, CreatedAtUtc = outbox.Now });
        await outbox.FinishTasksAsync(WorkTaskKind.ReleaseContact, proposal.Id, user.Id);
        if (proposal.State == ProposalState.Accepted)
            await AddTaskAsync(TaskOf(WorkTaskKind.MakePlacement, proposal, coachId, outbox.Today.AddDays(2)));
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    });

    /// <summary>Takes a proposal back; its mails and links become void at once.</summary>
    public Task<Decision> WithdrawAsync(Proposal proposal) => db.InWriteTransactionAsync(async () =>
    {
        if (proposal.Withdraw().Refusal is { } refusal) return refusal;
        await outbox.VoidAsync(proposal.Id);
        await outbox.FinishTasksAsync(WorkTaskKind.ReleaseContact, proposal.Id, user.Id);
        await outbox.FinishTasksAsync(WorkTaskKind.MakePlacement, proposal.Id, user.Id);
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    });

    /// <summary>A yes after the interview asks for nothing that was asked for before.</summary>
    private async Task AddTaskAsync(WorkTask task)
    {
        if (!await db.Tasks.AnyAsync(t => t.BusinessKey == task.BusinessKey)) outbox.Task(task);
    }

    private WorkTask TaskOf(WorkTaskKind kind, Proposal proposal, Guid coachId, DateOnly dueOn) => new()
    {
        Kind = kind,
        BusinessKey = $"{kind}:{proposal.Id:N}",
        OwnerId = coachId,
        DueOn = dueOn,
        ClientId = proposal.ClientId,
        VacancyId = proposal.VacancyId,
        EmployerId = proposal.EmployerId,
        ProposalId = proposal.Id,
        CreatedAtUtc = outbox.Now,
    };
}
