using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Vocabulary;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Seed.Vocabulary;
using ZOE.Matching.Web.Matches;

namespace ZOE.Matching.Web.Vocabulary;

/// <summary>Imports the public vocabularies from a folder: read, stage, swap. A folder with a bad row changes nothing; it may be repeated with other files.</summary>
public sealed partial class VocabularyImports(IServiceScopeFactory scopes, TimeProvider clock, ILogger<VocabularyImports> log)
{
    /// <summary>So many bad rows are named; the others are counted.</summary>
    public const int NamedBadRows = 100;

    private const int BatchSize = 20_000;

    private static readonly TimeSpan Dead = TimeSpan.FromMinutes(10);

    /// <summary>Starts an import in the background, for the administrator's page.</summary>
    /// <returns>False when one runs already.</returns>
    public async Task<bool> StartAsync(string folder, CancellationToken stop = default)
    {
        if (await BeginAsync(stop) is not { } id) return false;
        _ = Task.Run(() => RunBegunAsync(id, folder, CancellationToken.None), CancellationToken.None);
        return true;
    }

    /// <summary>Imports and waits.</summary>
    /// <returns>The finished import with its report; null when another one runs.</returns>
    public async Task<VocabularyImport?> RunAsync(string folder, CancellationToken stop = default)
    {
        if (await BeginAsync(stop) is not { } id) return null;
        await RunBegunAsync(id, folder, stop);
        return await OnDbAsync(db => db.VocabularyImports.AsNoTracking().SingleAsync(i => i.Id == id, stop));
    }

    private Task<Guid?> BeginAsync(CancellationToken stop) => OnDbAsync(db => db.InWriteTransactionAsync(async () =>
    {
        var now = clock.NowUtc();
        foreach (var other in await db.VocabularyImports.Where(i => i.State == ImportState.Running).ToListAsync(stop))
        {
            if (now - other.BeatAtUtc < Dead) return (Guid?)null;
            (other.State, other.FinishedAtUtc) = (ImportState.Failed, now);
            await VocabularySwap.ClearStageAsync(db, other.Id, stop);
        }

        var import = new VocabularyImport { StartedAtUtc = now, BeatAtUtc = now };
        db.Add(import);
        await db.SaveChangesAsync(stop);
        return import.Id;
    }, stop));

    private async Task RunBegunAsync(Guid id, string folder, CancellationToken stop)
    {
        try
        {
            var started = Stopwatch.GetTimestamp();
            var content = VocabularyFiles.Read(folder);
            if (Refusals(content, folder) is { } refused) await EndAsync(id, ImportState.Refused, refused, Math.Max(1, content.BadRows.Count));
            else await EndAsync(id, ImportState.Done, await LoadAsync(id, content, started, stop), 0);
        }
        catch (Exception exception)
        {
            LogFailure(log, exception);
            await OnDbAsync(async db =>
            {
                await db.InWriteTransactionAsync(() => VocabularySwap.ClearStageAsync(db, id, CancellationToken.None), CancellationToken.None);
                return true;
            });
            await EndAsync(id, ImportState.Failed, exception.GetType().Name, 0);
        }
    }

    private static string? Refusals(VocabularyContent content, string folder)
    {
        if (content.BadRows.Count > 0) return string.Join('\n', content.BadRows.Take(NamedBadRows).Select(b => $"{b.File}, {b.Line}: {b.Reason}"));
        if (!Directory.Exists(folder)) return $"{folder}: no such folder";
        return content.Missing.Contains(VocabularyFiles.Leading) ? $"{VocabularyFiles.Leading}: missing" : null;
    }

    private async Task<string> LoadAsync(Guid id, VocabularyContent content, long started, CancellationToken stop)
    {
        var stage = await OnDbAsync(async db => VocabularyStage.Build(id, content, await db.Concepts.AsNoTracking()
            .Where(c => c.Origin == VocabularyOrigin.Own).Include(c => c.Labels.Where(l => l.Origin != VocabularyOrigin.Public)).Include(c => c.Codes.Where(x => x.Origin == VocabularyOrigin.Own)).ToListAsync(stop)));
        await OnDbAsync(db => db.VocabularyImports.Where(i => i.Id == id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Total, stage.Count), stop));
        await StageAsync(id, stage.Concepts, stop);
        await StageAsync(id, stage.Labels, stop);
        await StageAsync(id, stage.Codes, stop);
        await StageAsync(id, stage.Relations, stop);
        var staged = Stopwatch.GetTimestamp();
        var figures = await OnDbAsync(db => new VocabularySwap(db, id).RunAsync(content.Missing.Contains("plz.csv") ? null : content.Postcodes, VocabularyCache.VersionSetting, stop));
        var lines = content.Files.Select(f => Invariant($"{f.File}: {f.Rows} rows{(f.Skipped > 0 ? Invariant($", {f.Skipped} without a counterpart") : "")}")).ToList();
        lines.AddRange(content.Missing.Select(file => $"{file}: not there"));
        lines.Add(Invariant($"{content.Concepts.Count} concepts ({stage.Joined} joined to own ones), {stage.Labels.Count} labels, {stage.Codes.Count} codes, {stage.Relations.Count} relations, {content.Postcodes.Count} postcodes"));
        lines.Add(Invariant($"{figures.Added} concepts added, {figures.Removed} removed, {figures.Retired} kept because they are in use"));
        lines.Add(Invariant($"read {content.Took.TotalSeconds:0.0} s, swap {Stopwatch.GetElapsedTime(staged).TotalSeconds:0.0} s, in all {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
        return string.Join('\n', lines);
    }

    private async Task StageAsync<T>(Guid id, IReadOnlyList<T> rows, CancellationToken stop) where T : class
    {
        foreach (var batch in rows.Chunk(BatchSize))
        {
            var now = clock.NowUtc();
            await OnDbAsync(async db =>
            {
                await db.InWriteTransactionAsync(() => BulkRows.InsertAsync(db, batch, stop), stop);
                return await db.VocabularyImports.Where(i => i.Id == id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Staged, x => x.Staged + batch.Length).SetProperty(x => x.BeatAtUtc, now), stop);
            });
        }
    }

    private Task EndAsync(Guid id, ImportState state, string report, int badRows)
    {
        var now = clock.NowUtc();
        return OnDbAsync(db => db.VocabularyImports.Where(i => i.Id == id).ExecuteUpdateAsync(i => i
            .SetProperty(x => x.State, state).SetProperty(x => x.Report, report).SetProperty(x => x.BadRows, badRows).SetProperty(x => x.FinishedAtUtc, now), CancellationToken.None));
    }

    private async Task<T> OnDbAsync<T>(Func<MatchingDbContext, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<MatchingDbContext>());
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Error, Message = "The import of the vocabularies broke off; nothing was changed.")]
    private static partial void LogFailure(ILogger log, Exception exception);
}
