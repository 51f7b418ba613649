using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;

namespace ZOE.Matching.Web.Placements;

/// <summary>A name that an employer may see, and the pseudonym for the audit.</summary>
public sealed record ReleasedName(Guid Pseudonym, string Name);

/// <summary>Which names of placed clients their employer may see today: released by the proposal while its consent holds, or candidate-led while the yes to this employer holds.</summary>
public sealed class ReleasedNames(MatchingDbContext db, TimeProvider clock)
{
    /// <summary>Names by placement; a placement without an entry is shown without a name. The caller audits.</summary>
    public async Task<IReadOnlyDictionary<Guid, ReleasedName>> OfAsync(IReadOnlyCollection<Placement> placements, CancellationToken stop)
    {
        var today = clock.Today();
        var proposalIds = placements.Where(p => p.ProposalId is not null).Select(p => p.ProposalId!.Value).ToList();
        var proposals = await db.Proposals.AsNoTracking().Where(p => proposalIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var consentIds = proposals.Values.Select(p => p.ConsentId).ToList();
        var clientIds = placements.Where(p => p.ProposalId is null).Select(p => p.ClientId).ToList();
        var employerIds = placements.Select(p => (Guid?)p.EmployerId).Distinct().ToList();
        var consents = await db.Consents.AsNoTracking().Include(c => c.End)
            .Where(c => consentIds.Contains(c.Id) || (clientIds.Contains(c.ClientId) && c.Scope == ConsentScope.Employer && employerIds.Contains(c.EmployerId))).ToListAsync(stop);
        bool Released(Placement placement) => placement.ProposalId is { } id
            ? proposals.TryGetValue(id, out var proposal) && proposal.IsReleased && consents.Any(c => c.Id == proposal.ConsentId && c.HoldsOn(today))
            : ConsentRules.ActiveForEmployer(consents.Where(c => c.ClientId == placement.ClientId), placement.EmployerId, today) is not null;
        var released = placements.Where(Released).ToList();
        var shown = released.Select(p => p.ClientId).ToList();
        var names = await db.Clients.Where(c => shown.Contains(c.Id))
            .Select(c => new { c.Id, c.Pseudonym, Name = c.Person!.FirstName + " " + c.Person.LastName }).ToDictionaryAsync(c => c.Id, stop);
        return released.ToDictionary(p => p.Id, p => new ReleasedName(names[p.ClientId].Pseudonym, names[p.ClientId].Name));
    }
}
