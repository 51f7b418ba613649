using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Jobs;
using ZOE.Matching.Domain;

namespace ZOE.Matching.Web.Jobs;

/// <summary>Runs one job by name in its own scope, once at a time in this host, and keeps its last run for the status page.</summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, JobList jobs, TimeProvider clock, ILogger<JobRunner> log)
{
    private readonly ConcurrentDictionary<string, bool> _running = new();

    /// <summary>Runs the job; a failure is recorded and logged, never thrown: the next tick tries again.</summary>
    /// <returns>How much was done; 0 when it was already running or failed.</returns>
    public async Task<int> RunAsync(string name, CancellationToken stop)
    {
        if (!_running.TryAdd(name, true)) return 0;
        try
        {
            var run = new JobRun { Name = name, StartedAtUtc = clock.NowUtc() };
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var job = (IPortalJob)scope.ServiceProvider.GetRequiredService(jobs.TypeOf(name));
                run.Done = await job.RunAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return 0;
            }
            catch (Exception exception)
            {
                run.Error = exception.GetType().Name;
                LogFailure(log, name, exception);
            }

            run.FinishedAtUtc = clock.NowUtc();
            await RecordAsync(run, stop);
            return run.Done;
        }
        finally
        {
            _running.TryRemove(name, out _);
        }
    }

    private async Task RecordAsync(JobRun run, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MatchingDbContext>();
            var known = await db.JobRuns.SingleOrDefaultAsync(r => r.Name == run.Name, stop);
            // An idle tick is not worth a write to the disk: every few seconds would add up.
            if (known is not null && run is { Done: 0, Error: null } && known.Error is null && run.StartedAtUtc - known.StartedAtUtc < TimeSpan.FromMinutes(1)) return;
            if (known is null) db.Add(run);
            else db.Entry(known).CurrentValues.SetValues(run);
            await db.SaveChangesAsync(stop);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailure(log, run.Name, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed; the next tick tries again.")]
    private static partial void LogFailure(ILogger log, string job, Exception exception);
}
