using ZOE.Matching.Domain;
using ZOE.Matching.Search;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Projections;

namespace ZOE.Matching.Web.Jobs;

/// <summary>Once a night: all matches anew (days have passed, courses have begun), differences of the indexes mended, old delete markers dropped.</summary>
public sealed class NightlyJob(MatchFinder matches, MatchNotices notices, IndexStatus status, ISearchIndex index, TimeProvider clock) : IPortalJob
{
    /// <summary>Delete markers guard against late writes for this long.</summary>
    private static readonly TimeSpan MarkersStay = TimeSpan.FromHours(25);

    /// <summary>At 01:30 UTC, also on the nights when clocks in Berlin change.</summary>
    public static string Cron => "0 30 1 * * *";

    public async Task<int> RunAsync(CancellationToken stop)
    {
        var done = await matches.RefreshAllAsync(stop);
        done += await status.RepairAsync(stop);
        foreach (var kind in Enum.GetValues<SearchKind>()) done += await index.PurgeAsync(kind, clock.NowUtc() - MarkersStay, stop);
        return done + await notices.RunAsync(stop);
    }
}
