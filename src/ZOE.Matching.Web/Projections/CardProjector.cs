using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Projections;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Web.Matches;

namespace ZOE.Matching.Web.Projections;

/// <summary>Projects the cards of all released clients together and writes only the rows that differ; each changed card raises its document.</summary>
public sealed class CardProjector(MatchingDbContext db, VocabularyCache vocabulary, TimeProvider clock)
{
    /// <summary>Projects for a task that was taken; nothing is written when another worker holds the task by now.</summary>
    /// <returns>How many cards changed, came or went.</returns>
    public async Task<int> ProjectAsync(ProjectionTask task, CancellationToken stop)
    {
        var wanted = await WantedAsync(stop);
        try
        {
            return await db.InWriteTransactionAsync(() => WriteAsync(task, wanted, stop), stop);
        }
        catch (TaskLostException)
        {
            db.ChangeTracker.Clear();
            return 0;
        }
    }

    private async Task<int> WriteAsync(ProjectionTask task, Dictionary<Guid, (Guid ConsentId, string Card)> wanted, CancellationToken stop)
    {
        var there = await db.Cards.ToDictionaryAsync(c => c.ClientId, stop);
        var touched = new HashSet<(ProjectionKind, Guid)>();
        foreach (var (clientId, (consentId, card)) in wanted)
        {
            if (!there.Remove(clientId, out var row)) db.Add(row = new CardRow { ClientId = clientId, Card = "" });
            else if (row.Card == card && row.ConsentId == consentId) continue;
            (row.Card, row.ConsentId, row.ProjectedAtUtc) = (card, consentId, clock.NowUtc());
            touched.Add((ProjectionKind.CardDocument, clientId));
        }

        foreach (var gone in there.Values)
        {
            db.Remove(gone);
            touched.Add((ProjectionKind.CardDocument, gone.ClientId));
        }

        await db.SaveChangesAsync(stop);
        // The rows of the outbox in the order in which every change takes them: documents, then this task. The other way round two could wait for each other.
        await ProjectionTasks.RaiseAsync(db, touched, stop);
        return await ProjectionTasks.FinishAsync(db, task, stop) == 0 ? throw new TaskLostException() : touched.Count;
    }

    /// <summary>Clients who may work and whose consent to be searchable holds today, projected together.</summary>
    private async Task<Dictionary<Guid, (Guid ConsentId, string Card)>> WantedAsync(CancellationToken stop)
    {
        var today = clock.Today();
        var words = await vocabulary.GetAsync(stop);
        var consents = await db.Consents.AsNoTracking().Include(c => c.End)
            .Where(c => c.Scope == ConsentScope.Search && c.End == null && c.GivenOn <= today && c.ValidUntil >= today).ToListAsync(stop);
        var active = consents.GroupBy(c => c.ClientId).Select(g => ConsentRules.ActiveSearch(g, today)).OfType<Consent>().ToDictionary(c => c.ClientId, c => c.Id);
        var clients = await MatchFacts.WithProfile(db.Clients.Where(c => c.WorkPermission != WorkPermission.NotAllowed
            && db.Consents.Any(s => s.ClientId == c.Id && s.Scope == ConsentScope.Search && s.End == null && s.GivenOn <= today && s.ValidUntil >= today))).ToListAsync(stop);
        var profiles = clients.Where(c => active.ContainsKey(c.Id)).Select(c => ReleasedProfile.From(c, words.AreaOf(c.PlaceAgs), today)).ToList();
        return CardProjection.Project(profiles, words.Graph).ToDictionary(card => card.ClientId, card => (active[card.ClientId], CardJson.Write(card)));
    }

    /// <summary>Another worker holds the task by now; what was written for it is rolled back.</summary>
    private sealed class TaskLostException : Exception;
}
