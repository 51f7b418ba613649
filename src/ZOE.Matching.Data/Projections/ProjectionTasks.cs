using System.Text;
using Microsoft.EntityFrameworkCore;

namespace ZOE.Matching.Data.Projections;

/// <summary>The outbox of projections: raise in the transaction of the change, take by conditional UPDATE, finish with the fencing number.</summary>
public static class ProjectionTasks
{
    /// <summary>Raises the version of each projection by one; makes the row if it is the first change. Sorted, so that two transactions never wait for each other in a circle.</summary>
    public static async Task RaiseAsync(MatchingDbContext db, IReadOnlySet<(ProjectionKind Kind, Guid Id)> touched, CancellationToken stop = default)
    {
        foreach (var chunk in touched.OrderBy(t => t.Kind).ThenBy(t => t.Id).Chunk(100))
        {
            var sql = new StringBuilder("""INSERT INTO "ProjectionTasks" ("Kind", "RecordId", "Version", "DoneVersion", "Fence", "Attempts") VALUES """);
            var values = new List<object>();
            foreach (var (kind, id) in chunk)
            {
                sql.Append(values.Count == 0 ? "" : ", ").Append($"({{{values.Count}}}, {{{values.Count + 1}}}, 1, 0, 0, 0)");
                values.Add(kind.ToString());
                values.Add(id);
            }

            sql.Append(""" ON CONFLICT ("Kind", "RecordId") DO UPDATE SET "Version" = "ProjectionTasks"."Version" + 1""");
            await db.Database.ExecuteSqlRawAsync(sql.ToString(), values, stop);
        }
    }

    /// <summary>Takes up to <paramref name="most"/> open rows of some kinds for the time of the lease. Each row goes to one taker only.</summary>
    public static async Task<IReadOnlyList<ProjectionTask>> TakeAsync(MatchingDbContext db, IReadOnlyList<ProjectionKind> kinds, int most, DateTime nowUtc, TimeSpan lease, CancellationToken stop = default)
    {
        var open = await db.ProjectionTasks.AsNoTracking()
            .Where(t => kinds.Contains(t.Kind) && t.DoneVersion < t.Version && (t.LeaseUntilUtc == null || t.LeaseUntilUtc < nowUtc))
            .OrderBy(t => t.Attempts).ThenBy(t => t.Kind).ThenBy(t => t.RecordId).Take(most).ToListAsync(stop);
        var taken = new List<ProjectionTask>(open.Count);
        await db.InWriteTransactionAsync(async () =>
        {
            var free = await FreeAsync(db, open, stop);
            foreach (var task in open.Where(t => free is null || free.Contains((t.Kind, t.RecordId))))
            {
                var until = nowUtc + lease;
                var rows = await db.ProjectionTasks
                    .Where(t => t.Kind == task.Kind && t.RecordId == task.RecordId && t.Fence == task.Fence)
                    .ExecuteUpdateAsync(set => set
                        .SetProperty(t => t.Fence, t => t.Fence + 1)
                        .SetProperty(t => t.Attempts, t => t.Attempts + 1)
                        .SetProperty(t => t.LeaseUntilUtc, until), stop);
                if (rows == 0) continue;
                task.Fence++;
                task.Attempts++;
                taken.Add(task);
            }
        }, stop);
        return taken;
    }

    /// <summary>On PostgreSQL those that no transaction holds just now, held from here on: the taker waits for nobody, so that no circle of waiting can go through it. Null = all (SQLite has one writer).</summary>
    private static async Task<HashSet<(ProjectionKind, Guid)>?> FreeAsync(MatchingDbContext db, List<ProjectionTask> open, CancellationToken stop)
    {
        if (db is not PostgresMatchingDbContext || open.Count == 0) return null;
        var free = new HashSet<(ProjectionKind, Guid)>();
        foreach (var kind in open.GroupBy(t => t.Kind))
        {
            var ids = kind.Select(t => t.RecordId).ToArray();
            var rows = await db.Database.SqlQuery<Guid>($"SELECT \"RecordId\" AS \"Value\" FROM \"ProjectionTasks\" WHERE \"Kind\" = {kind.Key.ToString()} AND \"RecordId\" = ANY({ids}) ORDER BY \"RecordId\" FOR UPDATE SKIP LOCKED").ToListAsync(stop);
            foreach (var id in rows) free.Add((kind.Key, id));
        }

        return free;
    }

    /// <summary>Marks the version that was taken as done, unless another taker holds the row by now. A change that came meanwhile stays open.</summary>
    public static Task<int> FinishAsync(MatchingDbContext db, ProjectionTask task, CancellationToken stop = default) =>
        db.InWriteTransactionAsync(() => db.ProjectionTasks
            .Where(t => t.Kind == task.Kind && t.RecordId == task.RecordId && t.Fence == task.Fence)
            .ExecuteUpdateAsync(set => set
                .SetProperty(t => t.DoneVersion, task.Version)
                .SetProperty(t => t.LeaseUntilUtc, (DateTime?)null)
                .SetProperty(t => t.Attempts, 0)
                .SetProperty(t => t.LastError, (string?)null), stop), stop);

    /// <summary>Gives a row back after a failure; it is tried again when the lease is over.</summary>
    public static Task<int> FailAsync(MatchingDbContext db, ProjectionTask task, string error, CancellationToken stop = default) =>
        db.InWriteTransactionAsync(() => db.ProjectionTasks
            .Where(t => t.Kind == task.Kind && t.RecordId == task.RecordId && t.Fence == task.Fence)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.LastError, error), stop), stop);
}
