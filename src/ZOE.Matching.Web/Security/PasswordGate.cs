using System.Threading.RateLimiting;

namespace ZOE.Matching.Web.Security;

/// <summary>Lets at most two password hashes run at once, so that a flood of sign-ins does not take the processors away from everyone else.</summary>
public sealed class PasswordGate : IDisposable
{
    private readonly ConcurrencyLimiter _two = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = 2,
        QueueLimit = 100,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Waits for a turn; the lease is not acquired when too many wait already (answer 429). Dispose it after hashing.</summary>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken stop) => _two.AcquireAsync(1, stop);

    public void Dispose() => _two.Dispose();
}
