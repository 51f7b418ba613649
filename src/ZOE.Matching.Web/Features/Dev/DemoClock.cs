using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Jobs;
using ZOE.Matching.Web.Clock;
using ZOE.Matching.Web.Jobs;
using ZOE.Matching.Web.Start;

namespace ZOE.Matching.Web.Features.Dev;

/// <summary>Moves the portal's clock forward and lets the jobs do what has become due.</summary>
public sealed class DemoClock(PortalClock clock, MatchingDbContext db, JobList jobs, JobRunner runner)
{
    /// <summary>The clock may stand at most this far ahead.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(3 * 365);

    private const int MostRounds = 25;

    /// <summary>False when it would go backwards or too far.</summary>
    public async Task<bool> MoveAsync(TimeSpan by, CancellationToken stop)
    {
        var ahead = clock.Ahead + by;
        if (by <= TimeSpan.Zero || ahead > Furthest) return false;
        var kept = await db.Settings.SingleOrDefaultAsync(s => s.Key == PortalStart.ClockSetting, stop);
        var ticks = ahead.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (kept is null) db.Add(new Setting { Key = PortalStart.ClockSetting, Value = ticks });
        else kept.Value = ticks;
        await db.SaveChangesAsync(stop);
        clock.Ahead = ahead;
        return true;
    }

    /// <summary>Runs all jobs until a round finds nothing more (one job may make work for another, and each takes a limited number at once), at most <see cref="MostRounds"/> rounds.</summary>
    /// <returns>How many things were done.</returns>
    public async Task<int> RunJobsAsync(CancellationToken stop)
    {
        var all = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            var done = 0;
            foreach (var (name, _) in jobs.All) done += await runner.RunAsync(name, stop);
            all += done;
            if (done == 0) break;
        }

        return all;
    }
}
