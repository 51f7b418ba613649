using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Jobs;
using ZOE.Matching.Data.Projections;
using ZOE.Matching.Domain;
using ZOE.Matching.Search;
using ZOE.Matching.Web.Matches;

namespace ZOE.Matching.Web.Projections;

/// <summary>How far a rebuild is.</summary>
/// <param name="Error">Why it failed; a word, no content.</param>
public sealed record RebuildProgress(SearchKind Kind, bool IsRunning, int Processed, int Total, DateTime StartedAtUtc, DateTime? FinishedAtUtc, string? Error);

/// <summary>Builds an index anew beside the live one and swaps. Queries and changes go on meanwhile.</summary>
public sealed partial class IndexRebuilds(IServiceScopeFactory scopes, ISearchIndex index, VocabularyCache vocabulary, TimeProvider clock, ILogger<IndexRebuilds> log)
{
    /// <summary>Key of the setting that keeps the vocabulary that the indexes were made with.</summary>
    public const string VocabularySetting = "index-vocabulary";

    private const int BatchSize = 200;

    private readonly ConcurrentDictionary<SearchKind, RebuildProgress> _progress = new();

    /// <summary>The running or last rebuild of each kind in this process.</summary>
    public IReadOnlyList<RebuildProgress> Progress => [.. _progress.Values.OrderBy(p => p.Kind)];

    /// <summary>Starts a rebuild in the background, for the admin page.</summary>
    /// <returns>False when one of this kind runs already.</returns>
    public bool Start(SearchKind kind)
    {
        if (!TryBegin(kind)) return false;
        _ = Task.Run(() => RunBegunAsync(kind, CancellationToken.None));
        return true;
    }

    /// <summary>Rebuilds and waits; false when one of this kind runs already or it failed.</summary>
    public async Task<bool> RunAsync(SearchKind kind, CancellationToken stop = default) => TryBegin(kind) && await RunBegunAsync(kind, stop);

    /// <summary>Rebuilds what the engine asks for (new folder, damage, older format), and everything after a change of the vocabulary.</summary>
    public async Task<int> IfNeededAsync(CancellationToken stop = default)
    {
        var needed = (await index.HealthAsync(stop)).Where(h => h.NeedsRebuild && !h.Rebuilding).Select(h => h.Kind).ToHashSet();
        var stamp = (await vocabulary.GetAsync(stop)).Stamp;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDbContext>();
        var known = await db.Settings.SingleOrDefaultAsync(s => s.Key == VocabularySetting, stop);
        if (known?.Value != stamp) needed.UnionWith(Enum.GetValues<SearchKind>());
        if (needed.Count == 0) return 0;
        var done = 0;
        foreach (var kind in needed.Order()) done += await RunAsync(kind, stop) ? 1 : 0;
        if (known?.Value == stamp || done < needed.Count) return done;
        if (known is null) db.Add(new Setting { Key = VocabularySetting, Value = stamp });
        else known.Value = stamp;
        await db.SaveChangesAsync(stop);
        // Labels on cards and links to concepts may have changed.
        await db.InWriteTransactionAsync(() => ProjectionTasks.RaiseAsync(db, new HashSet<(ProjectionKind, Guid)> { (ProjectionKind.AllCards, Guid.Empty) }, stop), stop);
        return done;
    }

    private bool TryBegin(SearchKind kind)
    {
        var begun = new RebuildProgress(kind, true, 0, 0, clock.NowUtc(), null, null);
        return ReferenceEquals(_progress.AddOrUpdate(kind, begun, (_, other) => other.IsRunning ? other : begun), begun);
    }

    private async Task<bool> RunBegunAsync(SearchKind kind, CancellationToken stop)
    {
        string? error = null;
        try
        {
            await RebuildAsync(kind, stop);
        }
        catch (Exception exception)
        {
            error = exception.GetType().Name;
            LogFailure(log, kind, exception);
        }

        Report(kind, p => p with { IsRunning = false, FinishedAtUtc = clock.NowUtc(), Error = error });
        return error is null;
    }

    private async Task RebuildAsync(SearchKind kind, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDbContext>();
        var documents = scope.ServiceProvider.GetRequiredService<SearchDocuments>();
        await using var session = await index.BeginRebuildAsync(kind, stop);
        // Read after the session began: what changes from now on reaches the new index by the outbox.
        var ids = await documents.VisibleIds(kind).ToListAsync(stop);
        Report(kind, p => p with { Total = ids.Count });
        foreach (var batch in ids.Chunk(BatchSize))
        {
            var versions = await VersionsAsync(db, kind, batch, stop);
            var changes = (await documents.ChangesAsync(kind, versions, stop)).Where(c => c.Document is not null).ToList();
            var refused = (await session.ApplyAsync(changes, stop)).FirstOrDefault(r => !r.IsDone);
            if (refused is not null) throw new InvalidOperationException($"The engine answered {refused.Outcome} during a rebuild of {kind}.");
            db.ChangeTracker.Clear();
            Report(kind, p => p with { Processed = p.Processed + batch.Length });
        }

        await session.SwapAsync(stop);
    }

    /// <summary>External versions, read before the records so that a later change always has a higher one.</summary>
    private static async Task<Dictionary<Guid, long>> VersionsAsync(MatchingDbContext db, SearchKind kind, Guid[] ids, CancellationToken stop)
    {
        var task = SearchProjection.TaskOf(kind);
        var known = await Known();
        var missing = ids.Where(id => !known.ContainsKey(id)).Select(id => (task, id)).ToHashSet();
        if (missing.Count == 0) return known;
        await db.InWriteTransactionAsync(() => ProjectionTasks.RaiseAsync(db, missing, stop), stop);
        return await Known();

        Task<Dictionary<Guid, long>> Known() => db.ProjectionTasks.AsNoTracking()
            .Where(t => t.Kind == task && ids.Contains(t.RecordId)).ToDictionaryAsync(t => t.RecordId, t => t.Version, stop);
    }

    private void Report(SearchKind kind, Func<RebuildProgress, RebuildProgress> change)
    {
        // Only the one who began writes while it runs.
        _progress[kind] = change(_progress[kind]);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The rebuild of the index {Kind} failed; the old one stays.")]
    private static partial void LogFailure(ILogger log, SearchKind kind, Exception exception);
}
