using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Notes;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Web.Notes;
using ZOE.Matching.Web.Referrals;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Proposals;

/// <summary>Reads proposals of own clients. The caller audits.</summary>
public sealed class ProposalReader(MatchingDbContext db, OwnRecords own, ReferralNotes referralNotes, NoteWriter notes, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>So many of the newest are looked through for a code; more than the team of the largest site sends in a year.</summary>
    private const int MostCodes = 5000;

    /// <summary>Newest first; mine = of clients whose coach or Integrationsfachkraft the user is. With a code only the one it names, whoever of the team cares for it.</summary>
    public async Task<(List<ProposalRow> Rows, int Total)> ListAsync(ProposalState? state, string? code, bool mine, int page, CancellationToken stop)
    {
        var clients = mine && string.IsNullOrWhiteSpace(code) ? own.Caseload : own.Clients;
        var coded = await CodedAsync(code, stop);
        var query = from proposal in own.Proposals
                    join client in clients on proposal.ClientId equals client.Id
                    join vacancy in db.Vacancies on proposal.VacancyId equals vacancy.Id
                    join employer in db.Employers on proposal.EmployerId equals employer.Id
                    where (state == null || proposal.State == state) && (coded == null || coded.Contains(proposal.Id))
                    select new { proposal, client, vacancy.Title, employer.Name };
        var total = await query.CountAsync(stop);
        var rows = await query.OrderByDescending(x => x.proposal.ProposedAtUtc).ThenBy(x => x.proposal.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(x => new ProposalRow(x.proposal.Id, x.client.Id, x.client.Pseudonym, x.client.Person!.FirstName, x.client.Person.LastName, x.Title, x.Name,
                x.proposal.State, x.proposal.ProposedAtUtc, x.proposal.AnswerUntil, x.proposal.ReleasedAtUtc != null)).ToListAsync(stop);
        return (rows, total);
    }

    /// <summary>Ids that the code names: almost always one. Null = no code was typed.</summary>
    private async Task<List<Guid>?> CodedAsync(string? code, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(code)) return null;
        if (ProposalCodes.Typed(code) is not { } typed) return [];
        var newest = await own.Proposals.OrderByDescending(p => p.ProposedAtUtc).ThenBy(p => p.Id).Select(p => p.Id).Take(MostCodes).ToListAsync(stop);
        return newest.FindAll(id => ProposalCodes.Of(id) == typed);
    }

    public async Task<ProposalView?> ReadAsync(Guid proposalId, AnswerForm? form, CancellationToken stop)
    {
        var proposal = await own.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == proposalId, stop);
        if (proposal is null) return null;
        var vacancy = await db.Vacancies.Where(v => v.Id == proposal.VacancyId).Select(v => new { v.Title, v.Reference, v.ContactId }).SingleAsync(stop);
        var employer = await db.Employers.Where(e => e.Id == proposal.EmployerId).Select(e => e.Name).SingleAsync(stop);
        var contact = await db.EmployerContacts.Where(c => c.EmployerId == proposal.EmployerId).OrderByDescending(c => c.Id == vacancy.ContactId).ThenBy(c => c.Name)
            .Select(c => c.Name + (c.Phone == null ? "" : ", " + c.Phone) + (c.Email == null ? "" : ", " + c.Email)).FirstOrDefaultAsync(stop);
        var consent = await db.Consents.AsNoTracking().Include(c => c.End).SingleAsync(c => c.Id == proposal.ConsentId, stop);
        var reasons = await db.Reasons.AsNoTracking().Where(r => r.Kind == ReasonKind.ProposalDeclined).Select(r => new SelectListItem(r.Label, r.Code)).ToListAsync(stop);
        var verbis = await db.Clients.Where(c => c.Id == proposal.ClientId).Select(c => c.VerbisNumber).SingleAsync(stop);
        var reason = reasons.FirstOrDefault(r => r.Value == proposal.DeclineReason)?.Text ?? proposal.DeclineReason;
        var by = await db.Users.Where(u => u.Id == proposal.ProposedById).Select(u => u.DisplayName).SingleOrDefaultAsync(stop);
        VerbisNote Note(NoteKind kind, DateTime atUtc) => new() { Kind = kind, On = LegalDay.Of(atUtc), VerbisNumber = verbis, Organisation = employer, Subject = vacancy.Title, Reference = vacancy.Reference };
        List<VerbisNote> events = [Note(NoteKind.ProposalSent, proposal.ProposedAtUtc) with { By = by }];
        if (proposal.AnsweredAtUtc is { } answered) events.Add(Note(NoteKind.ProposalAnswered, answered) with { Result = Label.Of(proposal.State), Reason = reason });
        if (proposal.ReleasedAtUtc is { } released) events.Add(Note(NoteKind.ContactReleased, released));
        return new ProposalView
        {
            Proposal = proposal,
            Vacancy = vacancy.Title,
            Reference = vacancy.Reference,
            Employer = employer,
            Contact = contact,
            By = by ?? "–",
            YesHolds = consent.HoldsOn(clock.Today()),
            PlacementId = await db.Placements.Where(p => p.ProposalId == proposalId).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(stop),
            Reason = reason,
            Notes = [.. events.AsEnumerable().Reverse().Select(notes.Write), .. await referralNotes.OfAsync(db.Referrals.Where(r => r.ClientId == proposal.ClientId && r.VacancyId == proposal.VacancyId), stop)],
            Phone = form ?? new AnswerForm(),
            Reasons = reasons,
        };
    }
}
