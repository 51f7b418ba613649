using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Answer.Shared;

/// <summary>Name and contact as released to one employer for one vacancy.</summary>
public sealed record ReleasedContact(Guid Pseudonym, string Name, string? Phone, string? Email, string? Language, bool NeedsInterpreter);

/// <summary>Reads client data for somebody who came by a link; each view is in the audit as made by "Link".</summary>
public sealed class LinkReads(MatchingDbContext db, MatchFacts facts, AuditedReads audit, CurrentUser user)
{
    private AuditViewer Viewer => user.Viewer with { UserId = null, Role = "Link" };

    /// <summary>How the proposed person meets the vacancy; no name in it.</summary>
    public async Task<MatchResult?> ExplainAsync(Proposal proposal, CancellationToken stop)
    {
        var pseudonym = await db.Clients.Where(c => c.Id == proposal.ClientId).Select(c => c.Pseudonym).SingleAsync(stop);
        return await audit.ReadAsync(Viewer, AuditPurpose.Proposal, () => facts.ExplainAsync(proposal.ClientId, proposal.VacancyId, stop), result => result is null ? [] : [pseudonym]);
    }

    /// <summary>The caller has checked that it is released and that the client's yes holds.</summary>
    public Task<ReleasedContact> ContactAsync(Proposal proposal, CancellationToken stop) =>
        audit.ReadAsync(Viewer, AuditPurpose.EmployerContact, () => db.Clients.Where(c => c.Id == proposal.ClientId)
            .Select(c => new ReleasedContact(c.Pseudonym, c.Person!.FirstName + " " + c.Person.LastName, c.Person.Phone, c.Person.Email, c.Person.ContactLanguage, c.Person.NeedsInterpreter))
            .SingleAsync(stop), contact => [contact.Pseudonym]);
}
