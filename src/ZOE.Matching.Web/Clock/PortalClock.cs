namespace ZOE.Matching.Web.Clock;

/// <summary>The clock of everything the portal decides by. In Development it can be moved forward; elsewhere it is the system's.</summary>
public sealed class PortalClock : TimeProvider
{
    private long _aheadTicks;

    /// <summary>How far it stands ahead of the system's clock; never negative.</summary>
    public TimeSpan Ahead
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _aheadTicks));
        set => Interlocked.Exchange(ref _aheadTicks, value < TimeSpan.Zero ? 0 : value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
