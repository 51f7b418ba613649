using ZOE.Matching.Data;
using ZOE.Matching.Data.Projections;
using ZOE.Matching.Domain;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Projections;

namespace ZOE.Matching.Web.Jobs;

/// <summary>Outbox to index and match rows: takes what has changed and makes it anew from the database.</summary>
public sealed partial class ProjectJob(MatchingDbContext db, ProjectionWork work, TimeProvider clock, ILogger<ProjectJob> log) : IPortalJob
{
    /// <summary>Most tasks taken at once, and most rounds of one run.</summary>
    public const int BatchSize = 200, MostRounds = 10;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static readonly ProjectionKind[] Kinds = Enum.GetValues<ProjectionKind>();

    public static string Cron => "*/2 * * * * *";

    public async Task<int> RunAsync(CancellationToken stop)
    {
        await work.Rebuilds.IfNeededAsync(stop);
        var done = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            var taken = await ProjectionTasks.TakeAsync(db, Kinds, BatchSize, clock.NowUtc(), Lease, stop);
            if (taken.Count == 0) break;
            await work.Vocabulary.RenewAsync(stop);
            foreach (var kind in taken.GroupBy(t => t.Kind)) done += await ApplyAsync(kind.Key, [.. kind], stop);
        }

        if (done > 0) await work.Notices.RunAsync(stop);
        return done;
    }

    private async Task<int> ApplyAsync(ProjectionKind kind, IReadOnlyList<ProjectionTask> tasks, CancellationToken stop)
    {
        try
        {
            return kind switch
            {
                ProjectionKind.VacancyDocument or ProjectionKind.CourseDocument or ProjectionKind.CardDocument =>
                    await work.Documents.ApplyAsync(SearchProjection.IndexOf(kind)!.Value, tasks, stop),
                ProjectionKind.AllCards => await work.Cards.ProjectAsync(tasks[0], stop),
                ProjectionKind.ClientMatches => await FinishAsync(tasks, () => work.Matches.RefreshClientsAsync([.. tasks.Select(t => t.RecordId)], stop), stop),
                // The best rows of a client depend on all vacancies, so a changed one asks for all clients.
                ProjectionKind.VacancyMatches => await FinishAsync(tasks, () => work.Matches.RefreshAllAsync(stop), stop),
            };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailure(log, kind, tasks.Count, exception);
            db.ChangeTracker.Clear();
            foreach (var task in tasks) await ProjectionTasks.FailAsync(db, task, exception.GetType().Name, stop);
            return 0;
        }
    }

    private async Task<int> FinishAsync(IReadOnlyList<ProjectionTask> tasks, Func<Task<int>> act, CancellationToken stop)
    {
        await act();
        var done = 0;
        foreach (var task in tasks) done += await ProjectionTasks.FinishAsync(db, task, stop);
        return done;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} projections of kind {Kind} failed; they are tried again.")]
    private static partial void LogFailure(ILogger log, ProjectionKind kind, int count, Exception exception);
}

/// <summary>What a run of projections works with.</summary>
public sealed record ProjectionWork(SearchProjection Documents, CardProjector Cards, MatchFinder Matches, MatchNotices Notices, IndexRebuilds Rebuilds, VocabularyCache Vocabulary);
