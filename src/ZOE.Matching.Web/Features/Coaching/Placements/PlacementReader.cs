using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Web.Reference;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Placements;

/// <summary>Reads own placements for the coach's pages, each view with its audit row.</summary>
public sealed class PlacementReader(MatchingDbContext db, OwnRecords own, AuditedReads audit, CurrentUser user, PlacementNotes notes)
{
    public async Task<PlacementsPage> ListAsync(PlacementsFilter filter, DateOnly today, CancellationToken stop)
    {
        var caseload = own.Caseload;
        var query = filter.Team ? own.Placements : own.Placements.Where(p => caseload.Any(c => c.Id == p.ClientId));
        if (filter.State is { } state) query = query.Where(p => p.State == state);
        if (filter.Due)
            query = query.Where(p => (p.State == PlacementState.Ended && p.Outcome == null) || (p.State != PlacementState.CalledOff && p.State != PlacementState.AwaitingFunding
                && p.FollowUps.Any(f => f.DueOn <= today && f.State != FollowUpState.Answered && f.State != FollowUpState.Void)));
        var total = await query.CountAsync(stop);
        var rows = await audit.ReadAsync(user.Viewer, AuditPurpose.Placement, () => query
            .OrderByDescending(p => p.StartOn).ThenBy(p => p.Id).Skip((filter.Page - 1) * PlacementsPage.Size).Take(PlacementsPage.Size)
            .Join(db.Clients, p => p.ClientId, c => c.Id, (p, c) => new { p, c })
            .Join(db.Employers, x => x.p.EmployerId, e => e.Id, (x, e) => new { x.p, x.c, e })
            .OrderByDescending(x => x.p.StartOn).ThenBy(x => x.p.Id)
            .Select(x => new PlacementRow(x.p.Id, x.c.Pseudonym, x.c.Person!.FirstName + " " + x.c.Person.LastName, x.e.Name,
                x.p.Kind, x.p.StartOn, x.p.EndOn, x.p.State, x.p.Outcome,
                x.p.FollowUps.Where(f => f.State != FollowUpState.Answered && f.State != FollowUpState.Void).Min(f => (DateOnly?)f.DueOn)))
            .ToListAsync(stop), list => list.Select(r => r.Pseudonym));
        return new PlacementsPage(rows, filter, total, today);
    }

    /// <summary>Null when it is not one's own.</summary>
    public Task<PlacementView?> ShowAsync(Guid id, DateOnly today, ReasonChoices reasons, CancellationToken stop) =>
        audit.ReadAsync(user.Viewer, AuditPurpose.Placement, () => ReadAsync(id, today, reasons, stop), view => view is null ? [] : [view.Pseudonym]);

    /// <summary>Tracked, with all its parts; null when it is not one's own.</summary>
    public Task<Placement?> TrackedAsync(Guid id) => own.Placements.AsSplitQuery()
        .Include(p => p.FollowUps).Include(p => p.Observed).Include(p => p.Funding).SingleOrDefaultAsync(p => p.Id == id);

    private async Task<PlacementView?> ReadAsync(Guid id, DateOnly today, ReasonChoices reasons, CancellationToken stop)
    {
        var placement = await own.Placements.AsNoTracking().AsSplitQuery().Include(p => p.FollowUps).Include(p => p.Observed).Include(p => p.Funding)
            .SingleOrDefaultAsync(p => p.Id == id, stop);
        if (placement is null) return null;
        var client = await db.Clients.Where(c => c.Id == placement.ClientId)
            .Select(c => new { c.Pseudonym, Name = c.Person!.FirstName + " " + c.Person.LastName, c.VerbisNumber }).SingleAsync(stop);
        var employer = await db.Employers.Where(e => e.Id == placement.EmployerId).Select(e => e.Name).SingleAsync(stop);
        var vacancy = await db.Vacancies.Where(v => v.Id == placement.VacancyId).Select(v => new { v.Title, v.Reference }).SingleOrDefaultAsync(stop);
        var kind = placement.Outcome is { } outcome ? ReasonChoices.KindOf(outcome) : null;
        var view = new PlacementView(placement, client.Pseudonym, client.Name, client.VerbisNumber, employer, today)
        {
            VacancyTitle = vacancy?.Title,
            VacancyReference = vacancy?.Reference,
            Contact = await db.EmployerContacts.Where(c => c.Id == placement.ContactId).Select(c => c.Name).SingleOrDefaultAsync(stop),
            Reason = kind is { } known ? await reasons.LabelAsync(known, placement.OutcomeReason, stop) : null,
            ExtendedById = await db.Placements.Where(p => p.ExtendsId == id && p.State != PlacementState.CalledOff).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(stop),
        };
        return view with
        {
            Notes = await notes.OfAsync(view, stop),
            Reasons = view.CanConclude ? await OutcomeReasonsAsync(reasons, stop) : [],
        };
    }

    private static async Task<IReadOnlyList<SelectListItem>> OutcomeReasonsAsync(ReasonChoices reasons, CancellationToken stop)
    {
        var items = new List<SelectListItem>();
        foreach (var outcome in Enum.GetValues<PlacementOutcome>())
        {
            if (ReasonChoices.KindOf(outcome) is not { } kind) continue;
            var group = new SelectListGroup { Name = Label.Of(outcome) };
            items.AddRange((await reasons.OfAsync(kind, stop)).Select(r => new SelectListItem(r.Text, r.Value) { Group = group }));
        }

        return items;
    }
}
