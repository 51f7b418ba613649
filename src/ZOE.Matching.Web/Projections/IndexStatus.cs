using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Projections;
using ZOE.Matching.Search;

namespace ZOE.Matching.Web.Projections;

/// <summary>State of one index against the database.</summary>
/// <param name="Visible">Records that should be seen today.</param>
/// <param name="Open">Changes that have not reached the index yet.</param>
/// <param name="Missing">Should be seen, but is not in the index.</param>
/// <param name="Extra">In the index, but should not be seen.</param>
/// <param name="Outdated">In the index with an older version than the outbox names as done.</param>
public sealed record IndexState(IndexHealth Health, int Visible, int Open, int Missing, int Extra, int Outdated, RebuildProgress? Rebuild)
{
    /// <summary>Differences that no open change explains.</summary>
    public int Drift => Missing + Extra + Outdated;
}

/// <summary>Compares the indexes with the database, for the admin page and the nightly repair.</summary>
public sealed class IndexStatus(MatchingDbContext db, ISearchIndex index, SearchDocuments documents, IndexRebuilds rebuilds, IndexMetrics metrics)
{
    public async Task<IReadOnlyList<IndexState>> ReadAsync(CancellationToken stop = default)
    {
        List<IndexState> states = [];
        foreach (var health in await index.HealthAsync(stop))
        {
            var visible = await documents.VisibleIds(health.Kind).ToListAsync(stop);
            var task = SearchProjection.TaskOf(health.Kind);
            var open = await db.ProjectionTasks.CountAsync(t => t.Kind == task && t.DoneVersion < t.Version, stop);
            var rebuild = rebuilds.Progress.SingleOrDefault(p => p.Kind == health.Kind);
            var drift = health.Answers ? await DriftAsync(health.Kind, visible, stop) : (Missing: visible, Extra: [], Outdated: []);
            var state = new IndexState(health, visible.Count, open, drift.Missing.Count, drift.Extra.Count, drift.Outdated.Count, rebuild);
            metrics.Counted(health.Kind, state.Drift);
            states.Add(state);
        }

        return states;
    }

    /// <summary>Raises every record that differs, so that the outbox brings it in order.</summary>
    /// <returns>How many were raised.</returns>
    public async Task<int> RepairAsync(CancellationToken stop = default)
    {
        var raised = new HashSet<(ProjectionKind, Guid)>();
        foreach (var health in (await index.HealthAsync(stop)).Where(h => h.Answers))
        {
            var drift = await DriftAsync(health.Kind, await documents.VisibleIds(health.Kind).ToListAsync(stop), stop);
            List<Guid> differing = [.. drift.Missing, .. drift.Extra, .. drift.Outdated];
            metrics.Counted(health.Kind, differing.Count);
            foreach (var id in differing) raised.Add((SearchProjection.TaskOf(health.Kind), id));
        }

        if (raised.Count > 0) await db.InWriteTransactionAsync(() => ProjectionTasks.RaiseAsync(db, raised, stop), stop);
        return raised.Count;
    }

    private async Task<(List<Guid> Missing, List<Guid> Extra, List<Guid> Outdated)> DriftAsync(SearchKind kind, List<Guid> visible, CancellationToken stop)
    {
        var task = SearchProjection.TaskOf(kind);
        var tasks = await db.ProjectionTasks.AsNoTracking().Where(t => t.Kind == task)
            .Select(t => new { t.RecordId, t.DoneVersion, IsOpen = t.DoneVersion < t.Version }).ToDictionaryAsync(t => t.RecordId, stop);
        var missing = visible.ToHashSet();
        List<Guid> extra = [], outdated = [];
        await foreach (var known in index.VersionsAsync(kind, stop))
        {
            var row = tasks.GetValueOrDefault(known.Id);
            if (!missing.Remove(known.Id))
            {
                if (row?.IsOpen != true) extra.Add(known.Id);
            }
            else if (row is { IsOpen: false } && known.Version < row.DoneVersion)
            {
                outdated.Add(known.Id);
            }
        }

        return ([.. missing.Where(id => tasks.GetValueOrDefault(id)?.IsOpen != true)], extra, outdated);
    }
}
