namespace ZOE.Matching.Web.Jobs;

/// <summary>A background job: looks for what is due and not done, does it, and may be run again or twice at once without harm.</summary>
public interface IPortalJob
{
    /// <summary>When it ticks, as a cron expression in UTC (six parts: with seconds).</summary>
    static abstract string Cron { get; }

    /// <summary>Does what is due. At most about a minute of work a run; the rest waits for the next tick.</summary>
    /// <returns>How many things were done.</returns>
    Task<int> RunAsync(CancellationToken stop);
}
