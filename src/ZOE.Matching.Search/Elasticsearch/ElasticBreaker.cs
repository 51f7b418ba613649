namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>Remembers that the server did not answer, so that searches fail at once instead of waiting again; asks by itself until it answers.</summary>
internal sealed class ElasticBreaker(Func<CancellationToken, Task<bool>> probe, TimeSpan pause) : IDisposable
{
    private readonly CancellationTokenSource end = new();
    private int open;

    public bool IsOpen => Volatile.Read(ref open) == 1;

    public void Open()
    {
        if (Interlocked.Exchange(ref open, 1) == 0 && !end.IsCancellationRequested)
            _ = Task.Run(ProbeUntilItAnswersAsync);
    }

    public void Close() => Volatile.Write(ref open, 0);

    public void ThrowIfOpen()
    {
        if (IsOpen)
            throw new SearchUnavailableException("The search server does not answer; it is asked again in the background.");
    }

    public void Dispose()
    {
        end.Cancel();
        end.Dispose();
    }

    private async Task ProbeUntilItAnswersAsync()
    {
        try
        {
            var token = end.Token;
            while (IsOpen)
            {
                await Task.Delay(pause, token);
                if (await probe(token))
                    Close();
            }
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
        {
            // The portal stops.
        }
    }
}
