namespace ZOE.Matching.Search.Lucene;

/// <summary>A new generation being filled beside the current one.</summary>
internal sealed class LuceneRebuild(SearchKind kind, string name, LuceneStore store, LuceneShelf shelf) : IRebuildSession
{
    private bool over;
    private Exception? broken;

    public SearchKind Kind => kind;

    public string Name => name;

    public LuceneStore Store => store;

    public async Task<IReadOnlyList<ChangeResult>> ApplyAsync(IReadOnlyList<IndexChange> changes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return await shelf.StepAsync(
            now =>
            {
                ThrowIfUnfit();
                return store.Apply(changes, now, durable: false);
            },
            cancellation);
    }

    public async Task SwapAsync(CancellationToken cancellation = default)
    {
        ThrowIfUnfit();
        // Before the step: writes and searches go on while the files are joined.
        await Task.Run(store.Join, cancellation);
        await shelf.StepAsync(
            _ =>
            {
                ThrowIfUnfit();
                shelf.Take(this);
                return over = true;
            },
            cancellation);
    }

    /// <summary>Changes to the live index reach the new one too. A failure here must not fail the live write; it spoils the rebuild instead.</summary>
    public void Follow(IReadOnlyList<IndexChange> changes, DateTime nowUtc)
    {
        try
        {
            store.Apply(changes, nowUtc, durable: false);
        }
        catch (Exception problem)
        {
            broken = problem;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await shelf.StepAsync(
            _ =>
            {
                if (!over)
                    shelf.Drop(this);
                return over = true;
            },
            CancellationToken.None);
    }

    private void ThrowIfUnfit()
    {
        if (over)
            throw new InvalidOperationException("The rebuild is over.");
        if (broken is not null)
            throw new InvalidOperationException("The rebuild missed a change and must be started again.", broken);
    }
}
