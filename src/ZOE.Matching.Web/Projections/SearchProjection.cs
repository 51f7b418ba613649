using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Projections;
using ZOE.Matching.Search;

namespace ZOE.Matching.Web.Projections;

/// <summary>Carries taken document tasks into the index; every answer of the engine is read, what was not written stays open.</summary>
public sealed partial class SearchProjection(MatchingDbContext db, ISearchIndex index, SearchDocuments documents, ILogger<SearchProjection> log)
{
    /// <summary>The index that a kind of task writes to; null for tasks that write none.</summary>
    public static SearchKind? IndexOf(ProjectionKind kind) => kind switch
    {
        ProjectionKind.VacancyDocument => SearchKind.Vacancies,
        ProjectionKind.CourseDocument => SearchKind.Courses,
        ProjectionKind.CardDocument => SearchKind.Cards,
        ProjectionKind.AllCards or ProjectionKind.ClientMatches or ProjectionKind.VacancyMatches => null,
    };

    /// <summary>The kind of task that keeps an index up to date.</summary>
    public static ProjectionKind TaskOf(SearchKind kind) => kind switch
    {
        SearchKind.Vacancies => ProjectionKind.VacancyDocument,
        SearchKind.Courses => ProjectionKind.CourseDocument,
        SearchKind.Cards => ProjectionKind.CardDocument,
    };

    /// <summary>Writes the documents of tasks of one kind.</summary>
    /// <returns>How many are done.</returns>
    public async Task<int> ApplyAsync(SearchKind kind, IReadOnlyList<ProjectionTask> tasks, CancellationToken stop)
    {
        var changes = await documents.ChangesAsync(kind, tasks.ToDictionary(t => t.RecordId, t => t.Version), stop);
        var results = (await index.ApplyAsync(kind, changes, stop)).ToDictionary(r => r.Id);
        if (kind == SearchKind.Cards) await ForgetCardsAsync([.. changes.Where(c => c.Document is null).Select(c => c.Id)], stop);
        var done = 0;
        foreach (var task in tasks)
        {
            if (results.TryGetValue(task.RecordId, out var result) && result.IsDone)
            {
                done += await ProjectionTasks.FinishAsync(db, task, stop);
                continue;
            }

            LogNotWritten(log, kind, task.RecordId, task.Version, result?.Outcome.ToString() ?? "no answer");
            await ProjectionTasks.FailAsync(db, task, result?.Reason ?? "The engine did not answer.", stop);
        }

        return done;
    }

    /// <summary>A card that is out of sight is not kept as a row either.</summary>
    private async Task ForgetCardsAsync(Guid[] clientIds, CancellationToken stop)
    {
        if (clientIds.Length == 0) return;
        var visible = documents.VisibleCards.Select(c => c.ClientId);
        await db.InWriteTransactionAsync(() => db.Cards.Where(c => clientIds.Contains(c.ClientId) && !visible.Contains(c.ClientId)).ExecuteDeleteAsync(stop), stop);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The index {Kind} did not take {Record} in version {Version}: {Outcome}.")]
    private static partial void LogNotWritten(ILogger log, SearchKind kind, Guid record, long version, string outcome);
}
