using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Placements;

/// <summary>A competence that the employer saw at work.</summary>
public sealed record SeenCompetence(string Typed, Guid? ConceptId, SkillLevel Level);

/// <summary>The answer to a follow-up, from the link, the portal or the coach's call.</summary>
public sealed record FollowUpReply(FollowUpAnswer Answer, AnswerSource Source, string? Comment = null, OutcomeSide? Side = null, string? ReasonCode = null)
{
    public IReadOnlyList<SeenCompetence> Seen { get; init; } = [];
}

/// <summary>Takes answers to follow-ups and draws what follows from them, in one transaction.</summary>
public sealed class FollowUpDesk(MatchingDbContext db, Outbox outbox, LinkDesk links, PlacementDesk placements)
{
    /// <summary>Records the answer. The placement comes tracked with follow-ups and observed competences. With a link, the link is used up in the same transaction.</summary>
    public Task<Decision> AnswerAsync(Placement placement, Guid followUpId, FollowUpReply reply, Guid? byId, AnswerLink? link = null) => db.InWriteTransactionAsync(async () =>
    {
        var followUp = placement.FollowUps.SingleOrDefault(f => f.Id == followUpId);
        if (followUp is null || !FollowUpQuestions.Allows(followUp.Kind, placement.Kind, reply.Answer)) return new Refusal("FollowUp.NotOffered") { Field = "Answer" };
        if (Apply(placement, followUp, reply) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        if (link is not null && !await links.UseAsync(link))
        {
            db.ChangeTracker.Clear();
            return new Refusal("Link.Used");
        }

        await outbox.FinishTasksAsync(WorkTaskKind.CallAboutFollowUp, followUp.Id, byId);
        await DrawConsequencesAsync(placement, followUp, reply);
        return await db.SaveOrRefuseAsync() is { } lost ? lost : Decision.Accepted;
    });

    private Refusal? Apply(Placement placement, FollowUp followUp, FollowUpReply reply)
    {
        if (followUp.Reply(reply.Answer, reply.Source, reply.Comment, outbox.Now).Refusal is { } refusal) return refusal;
        var consequence = FollowUpConsequence.Of(followUp.Kind, reply.Answer);
        if (consequence.Outcome is { } outcome && placement.Conclude(outcome, reply.Side, reply.ReasonCode, outbox.Today).Refusal is { } unfit) return unfit;
        foreach (var seen in reply.Seen)
            placement.Observed.Add(new ObservedCompetence { PlacementId = placement.Id, Typed = seen.Typed, ConceptId = seen.ConceptId, Level = seen.Level, StatedAtUtc = outbox.Now });
        return null;
    }

    private async Task DrawConsequencesAsync(Placement placement, FollowUp followUp, FollowUpReply reply)
    {
        var consequence = FollowUpConsequence.Of(followUp.Kind, reply.Answer);
        var client = await db.Clients.SingleAsync(c => c.Id == placement.ClientId);
        if (consequence.NextPhase is { } phase && consequence.Outcome is not null) client.Phase = phase;
        if (consequence.Task == WorkTaskKind.NextStep) await placements.AddNextStepAsync(placement);
        else if (consequence.Task is { } kind) outbox.Task(TaskOf(kind, placement, followUp, client.CoachId));
        var confirmKey = $"{WorkTaskKind.ConfirmCompetences}:{placement.Id:N}:{followUp.Id:N}";
        if (reply.Seen.Count > 0 && !await db.Tasks.AnyAsync(t => t.BusinessKey == confirmKey))
            outbox.Task(TaskOf(WorkTaskKind.ConfirmCompetences, placement, followUp, client.CoachId));
        outbox.Inbox(new InboxItem { Kind = InboxKind.FollowUpAnswered, BusinessKey = $"follow-up-answered:{followUp.Id:N}", UserId = client.CoachId, ClientId = client.Id, PlacementId = placement.Id, CreatedAtUtc = outbox.Now });
    }

    private WorkTask TaskOf(WorkTaskKind kind, Placement placement, FollowUp followUp, Guid coachId) => new()
    {
        Kind = kind,
        BusinessKey = $"{kind}:{placement.Id:N}:{followUp.Id:N}",
        OwnerId = coachId,
        DueOn = outbox.Today.AddDays(kind == WorkTaskKind.Difficulties ? 1 : 7),
        ClientId = placement.ClientId,
        EmployerId = placement.EmployerId,
        PlacementId = placement.Id,
        FollowUpId = followUp.Id,
        CreatedAtUtc = outbox.Now,
    };
}
