using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.NewPlacement;

/// <summary>Finds the parties of a new placement among what the user may touch, and fills its form.</summary>
public sealed class PlacementStarts(MatchingDbContext db, OwnRecords own, AuditedReads audit, CurrentUser user)
{
    private const int MostChoices = 500;

    /// <summary>The parties, the client tracked; null when something is unknown or not one's own.</summary>
    public Task<PlacementParties?> FindAsync(PlacementStart start) =>
        audit.ReadAsync(user.Viewer, AuditPurpose.Placement, () => LoadAsync(start), parties => parties is null ? [] : [parties.Client.Pseudonym]);

    public async Task<ChoosePage> ChoicesAsync(PlacementStart start, CancellationToken stop)
    {
        var clients = await audit.ReadAsync(user.Viewer, AuditPurpose.Caseload, () => (start.ClientId is { } one ? own.Clients.Where(c => c.Id == one) : own.Caseload)
            .OrderBy(c => c.Person!.LastName).ThenBy(c => c.Person!.FirstName).ThenBy(c => c.Id).Take(MostChoices)
            .Select(c => new { c.Id, c.Pseudonym, Name = c.Person!.LastName + ", " + c.Person.FirstName, c.VerbisNumber }).ToListAsync(stop), list => list.Select(c => c.Pseudonym));
        var employers = await own.Employers.Where(e => e.Approval == ApprovalState.Approved).OrderBy(e => e.Name).ThenBy(e => e.Id).Take(MostChoices)
            .Select(e => new { e.Id, e.Name }).ToListAsync(stop);
        return new ChoosePage(
            [.. clients.Select(c => new SelectListItem($"{c.Name} ({c.VerbisNumber})", c.Id.ToString()) { Selected = c.Id == start.ClientId })],
            [.. employers.Select(e => new SelectListItem(e.Name, e.Id.ToString()) { Selected = e.Id == start.EmployerId })]);
    }

    /// <summary>The form as it begins: what the vacancy or the placement before says. The legal basis is filled in only where the kind leaves no choice.</summary>
    public static PlacementForm Begin(PlacementParties parties)
    {
        if (parties.Extends is { } before)
        {
            return new PlacementForm
            {
                Kind = before.Kind,
                LegalBasis = before.LegalBasis,
                StartOn = before.EndOn?.AddDays(1),
                HoursPerWeek = before.HoursPerWeek,
                Insurance = before.Insurance,
                Mentor = before.Mentor,
                ContactId = before.ContactId,
            };
        }

        if (parties.Vacancy is not { } vacancy) return new PlacementForm();
        return new PlacementForm
        {
            Kind = vacancy.Kind,
            LegalBasis = vacancy.Kind == PlacementKind.Internship ? LegalBasis.Mag : null,
            HoursPerWeek = vacancy.HoursPerWeek,
            Insurance = vacancy.Kind == PlacementKind.Internship ? InsuranceKind.None : vacancy.Insurance,
            IsAdditional = vacancy.IsAdditional,
            ContactId = vacancy.ContactId,
        };
    }

    public async Task<PlacementPage> PageAsync(PlacementParties parties, CancellationToken stop)
    {
        var employerId = parties.Employer.Id;
        var contacts = await db.EmployerContacts.Where(c => c.EmployerId == employerId).OrderBy(c => c.Name).ThenBy(c => c.Id).Take(50).Select(c => new { c.Id, c.Name }).ToListAsync(stop);
        var bases = Enum.GetValues<PlacementKind>().SelectMany(PlacementRules.BasesFor).Distinct().Order().ToList();
        var conditions = await db.LegalRules.Where(r => r.Condition != null && r.Lifts != null && bases.Contains(r.LegalBasis)).Select(r => r.Condition!).Distinct().ToListAsync(stop);
        return new PlacementPage(parties)
        {
            Contacts = [.. contacts.Select(c => new SelectListItem(c.Name, c.Id.ToString()))],
            Bases = [.. bases.Select(b => new SelectListItem(Label.Of(b), b.ToString()))],
            Conditions = [.. conditions.Order(StringComparer.Ordinal).Select(c => new SelectListItem(c, c))],
        };
    }

    private async Task<PlacementParties?> LoadAsync(PlacementStart start)
    {
        var extends = start.Extends is { } extendsId ? await own.Placements.AsNoTracking().SingleOrDefaultAsync(p => p.Id == extendsId) : null;
        var proposal = start.ProposalId is { } proposalId ? await own.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == proposalId) : null;
        if ((start.Extends is not null && extends is null) || (start.ProposalId is not null && proposal is null)) return null;
        var clientId = extends?.ClientId ?? proposal?.ClientId ?? start.ClientId;
        var employerId = extends?.EmployerId ?? proposal?.EmployerId ?? start.EmployerId;
        var client = await own.Clients.Include(c => c.Consents).ThenInclude(c => c.End).Include(c => c.Person).SingleOrDefaultAsync(c => c.Id == clientId);
        var employer = await own.Employers.AsNoTracking().SingleOrDefaultAsync(e => e.Id == employerId);
        if (client is null || employer is null) return null;
        var vacancyId = extends?.VacancyId ?? proposal?.VacancyId;
        var vacancy = await db.Vacancies.AsNoTracking().SingleOrDefaultAsync(v => v.Id == vacancyId);
        if (extends is { ProposalId: { } former }) proposal = await db.Proposals.AsNoTracking().SingleAsync(p => p.Id == former);
        return new PlacementParties(client, client.Person!.FullName, employer, vacancy, proposal, extends);
    }
}
