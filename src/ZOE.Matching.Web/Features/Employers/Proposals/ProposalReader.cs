using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Reference;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Employers.Proposals;

/// <summary>Reads a proposal as its employer may see it: the closed list, and after release name and contact, while the client's yes holds. Every view of client data is audited.</summary>
public sealed class ProposalReader(MatchingDbContext db, CurrentUser user, MatchFacts facts, AuditedReads audit, TimeProvider clock)
{
    /// <summary>The client's yes to this vacancy holds today.</summary>
    public async Task<bool> YesHoldsAsync(Proposal proposal, CancellationToken stop) =>
        (await db.Consents.AsNoTracking().Include(c => c.End).SingleAsync(c => c.Id == proposal.ConsentId, stop)).HoldsOn(clock.Today());

    public async Task<ProposalPage> PageAsync(Proposal proposal, ReasonChoices reasons, CancellationToken stop)
    {
        var vacancy = await db.Vacancies.AsNoTracking().Include(v => v.Requirements).SingleAsync(v => v.Id == proposal.VacancyId, stop);
        var holds = proposal.IsOpen && await YesHoldsAsync(proposal, stop);
        var result = holds ? await ExplainAsync(proposal, stop) : null;
        var takesAnswer = holds && (proposal.State == ProposalState.Interview || (proposal.State == ProposalState.Sent && proposal.AnswerUntil >= clock.Today()));
        var asksGerman = vacancy.GermanSpoken != CefrLevel.None || vacancy.GermanWritten != CefrLevel.None;
        return new ProposalPage(
            proposal, vacancy,
            result is null ? [] : RequirementCheck.Of(vacancy, result),
            result is null || !asksGerman ? null : RequirementCheck.German(result),
            takesAnswer ? await reasons.OfAsync(ReasonKind.ProposalDeclined, stop) : [],
            await reasons.LabelAsync(ReasonKind.ProposalDeclined, proposal.DeclineReason, stop),
            holds && proposal.IsReleased ? await ContactAsync(proposal.Id, proposal.EmployerId, stop) : null,
            takesAnswer);
    }

    private async Task<Domain.Matches.MatchResult?> ExplainAsync(Proposal proposal, CancellationToken stop)
    {
        var pseudonym = await db.Clients.Where(c => c.Id == proposal.ClientId).Select(c => c.Pseudonym).SingleAsync(stop);
        return await audit.ReadAsync(user.Viewer, AuditPurpose.Proposal, () => facts.ExplainAsync(proposal.ClientId, proposal.VacancyId, stop), result => result is null ? [] : [pseudonym]);
    }

    /// <summary>The database itself confirms release and yes once more, in the read that shows the name.</summary>
    private Task<ContactCard?> ContactAsync(Guid proposalId, Guid employerId, CancellationToken stop)
    {
        var today = clock.Today();
        var released = db.Proposals.Where(p => p.Id == proposalId && p.EmployerId == employerId && p.ReleasedAtUtc != null
            && (p.State == ProposalState.Interview || p.State == ProposalState.Accepted)
            && db.Consents.Any(c => c.Id == p.ConsentId && c.ClientId == p.ClientId && c.End == null && c.GivenOn <= today && c.ValidUntil >= today));
        return audit.ReadAsync(user.Viewer, AuditPurpose.EmployerContact,
            () => db.Clients.Where(c => released.Any(p => p.ClientId == c.Id))
                .Select(c => new ContactCard(c.Pseudonym, c.Person!.FirstName + " " + c.Person.LastName, c.Person.Phone, c.Person.Email, c.Person.ContactLanguage, c.Person.NeedsInterpreter))
                .SingleOrDefaultAsync(stop),
            contact => contact is null ? [] : [contact.Pseudonym]);
    }
}
