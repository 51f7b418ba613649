using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Clients;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Placements;

/// <summary>The stated condition under which a longer limit of the law holds, and why.</summary>
public sealed record StatedCondition(string? Condition, string? Reason);

/// <summary>Makes placements and carries them to their outcome. The callers hand over records that they may touch.</summary>
public sealed class PlacementDesk(MatchingDbContext db, CurrentUser user, Outbox outbox, EvidenceDesk evidence)
{
    /// <summary>What decides about a placement of this client at this employer, for a preview or for making it.</summary>
    public async Task<PlacementFacts> FactsAsync(Client client, Employer employer, Proposal? proposal, Vacancy? vacancy, LegalBasis basis, StatedCondition condition, Guid? measureId = null)
    {
        var history = await db.Placements.AsNoTracking().Where(p => p.ClientId == client.Id).OrderBy(p => p.StartOn).Take(500).ToListAsync();
        var consents = await db.Consents.AsNoTracking().Include(c => c.End).Where(c => c.ClientId == client.Id && c.EmployerId == employer.Id).ToListAsync();
        var measure = measureId is { } id
            ? await db.Measures.SingleAsync(m => m.Id == id && m.ClientId == client.Id)
            : new Measure { ClientId = client.Id, LegalBasis = basis, CreatedAtUtc = outbox.Now };
        if (!string.IsNullOrWhiteSpace(condition.Condition)) (measure.Condition, measure.ConditionReason) = (condition.Condition, condition.Reason);
        return new PlacementFacts
        {
            Client = client,
            Employer = employer,
            Measure = measure,
            Vacancy = vacancy,
            Proposal = proposal,
            Consent = ConsentRules.ActiveForEmployer(consents, employer.Id, outbox.Today),
            History = PlacementSpan.Of(history),
            Rules = await db.LegalRules.AsNoTracking().ToListAsync(),
            ById = user.Id,
            NowUtc = outbox.Now,
        };
    }

    /// <summary>Makes the placement, or extends one, with its follow-ups; asks for the funding decision where money flows.</summary>
    public Task<Decision<Placement>> MakeAsync(PlacementOrder order, PlacementFacts facts, Placement? extends = null) => db.InWriteTransactionAsync<Decision<Placement>>(async () =>
    {
        // Two users who book the last week at the same moment: the second reads the first one's placement.
        var now = await db.Placements.AsNoTracking().Where(p => p.ClientId == facts.Client.Id).OrderBy(p => p.StartOn).Take(500).ToListAsync();
        var current = facts with { History = PlacementSpan.Of(now) };
        var decision = extends is null ? PlacementRules.Make(order, current) : PlacementRules.Extend(extends, order, current);
        if (decision.Refusal is { } refusal) return refusal;
        var placement = decision.Accepted;
        if (db.Entry(facts.Measure).State == EntityState.Detached) db.Add(facts.Measure);
        db.Add(placement);
        // Raises the client's version, so that a second booking in another process loses the race.
        db.Entry(facts.Client).Property(c => c.Version).IsModified = true;
        if (facts.Proposal is { } proposal) await outbox.FinishTasksAsync(WorkTaskKind.MakePlacement, proposal.Id, user.Id);
        if (placement.State == PlacementState.AwaitingFunding)
        {
            outbox.Task(new WorkTask
            {
                Kind = WorkTaskKind.DecideFunding,
                BusinessKey = $"{WorkTaskKind.DecideFunding}:{placement.Id:N}",
                OwnerId = facts.Client.OfficerId,
                ForDuty = Duty.IntegrationOfficer,
                DueOn = outbox.Today < placement.StartOn.AddDays(-3) ? placement.StartOn.AddDays(-3) : outbox.Today,
                ClientId = placement.ClientId,
                EmployerId = placement.EmployerId,
                PlacementId = placement.Id,
                CreatedAtUtc = outbox.Now,
            });
        }

        return await db.SaveOrRefuseAsync() is { } lost ? lost : placement;
    });

    /// <summary>Records the funding decision of a member of staff with the duty for it.</summary>
    public async Task<Decision> RecordFundingAsync(Placement placement, bool granted, DateOnly appliedOn, DateOnly decidedOn, string? note)
    {
        var decision = new FundingDecision { PlacementId = placement.Id, LegalBasis = placement.LegalBasis, Granted = granted, AppliedOn = appliedOn, DecidedOn = decidedOn, DecidedById = user.Id, Note = note };
        if (placement.RecordFunding(decision, user.Has(Duty.IntegrationOfficer), outbox.Today).Refusal is { } refusal) return refusal;
        await outbox.FinishTasksAsync(WorkTaskKind.DecideFunding, placement.Id, user.Id);
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    }

    public async Task<Decision> CallOffAsync(Placement placement)
    {
        if (placement.CallOff().Refusal is { } refusal) return refusal;
        foreach (var followUp in placement.FollowUps) await outbox.FinishTasksAsync(WorkTaskKind.CallAboutFollowUp, followUp.Id, user.Id);
        await outbox.FinishTasksAsync(WorkTaskKind.DecideFunding, placement.Id, user.Id);
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    }

    /// <summary>The coach records an outcome outside a follow-up.</summary>
    public async Task<Decision> ConcludeAsync(Placement placement, PlacementOutcome outcome, OutcomeSide? side, string? reasonCode, DateOnly on)
    {
        if (on > outbox.Today) return new Refusal("Placement.OutcomeInFuture") { Field = "OutcomeOn" };
        if (placement.Conclude(outcome, side, reasonCode, on).Refusal is { } refusal) return refusal;
        await AddNextStepAsync(placement);
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    }

    /// <summary>The coach confirms or rejects what an employer observed; confirmed, it stands on the profile as evidence. The client comes tracked with its profile.</summary>
    public async Task<Decision> ConfirmObservedAsync(Placement placement, Client client, Guid observedId, bool confirmed)
    {
        var observed = placement.Observed.SingleOrDefault(o => o.Id == observedId);
        if (observed is null || observed.State != ObservationState.Waiting) return new Refusal("Observed.AlreadyDecided");
        observed.State = confirmed ? ObservationState.Confirmed : ObservationState.Rejected;
        if (confirmed)
        {
            var employer = await db.Employers.Where(e => e.Id == placement.EmployerId).Select(e => e.Name).SingleAsync();
            var on = LegalDay.Of(observed.StatedAtUtc);
            await evidence.AddAsync(client, ConceptKind.Competence, observed.Typed, observed.ConceptId, new EvidenceOrigin(EvidenceKind.ObservedAtWork, observed.Level, employer, on, PlacementId: placement.Id), user.Id, outbox.Now);
        }

        if (placement.Observed.All(o => o.State != ObservationState.Waiting))
            await outbox.FinishTasksAsync(WorkTaskKind.ConfirmCompetences, placement.Id, user.Id);
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    }

    /// <summary>After an outcome: the next step of the chain as a task, a message to the coach.</summary>
    internal async Task AddNextStepAsync(Placement placement)
    {
        var coachId = await db.Clients.Where(c => c.Id == placement.ClientId).Select(c => c.CoachId).SingleAsync();
        var key = $"{WorkTaskKind.NextStep}:{placement.Id:N}:{placement.Outcome}";
        if (!await db.Tasks.AnyAsync(t => t.BusinessKey == key))
            outbox.Task(new WorkTask { Kind = WorkTaskKind.NextStep, BusinessKey = key, OwnerId = coachId, DueOn = outbox.Today.AddDays(3), ClientId = placement.ClientId, EmployerId = placement.EmployerId, PlacementId = placement.Id, CreatedAtUtc = outbox.Now });
        if (placement.Outcome is not null)
            outbox.Inbox(new InboxItem { Kind = InboxKind.OutcomeKnown, BusinessKey = $"outcome:{placement.Id:N}", UserId = coachId, ClientId = placement.ClientId, PlacementId = placement.Id, CreatedAtUtc = outbox.Now });
    }
}
