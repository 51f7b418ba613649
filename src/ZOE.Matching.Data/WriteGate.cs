namespace ZOE.Matching.Data;

/// <summary>Lets one writer at a time through in this process (SQLite has one writer anyway; waiting here is cheaper than "database is locked"). PostgreSQL needs none.</summary>
public sealed class WriteGate(bool needed)
{
    private readonly SemaphoreSlim? _gate = needed ? new SemaphoreSlim(1, 1) : null;

    internal Task EnterAsync(CancellationToken stop) => _gate?.WaitAsync(stop) ?? Task.CompletedTask;

    internal void Leave() => _gate?.Release();
}
