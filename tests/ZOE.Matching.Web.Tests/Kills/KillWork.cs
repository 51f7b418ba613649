using System.Net.Sockets;

namespace ZOE.Matching.Web.Tests.Kills;

/// <summary>Somebody who works in the portal step by step until the portal is gone, and goes on when it is there again.</summary>
internal abstract class KillWork : IDisposable
{
    /// <summary>One step: at most one command.</summary>
    protected abstract Task StepAsync();

    /// <summary>Works until told to stop or until the connection breaks.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await StepAsync();
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException or TaskCanceledException)
            {
                // Killed: what was sent is not acknowledged.
                if (stop.IsCancellationRequested) return;
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
        }
    }

    public abstract void Dispose();
}
