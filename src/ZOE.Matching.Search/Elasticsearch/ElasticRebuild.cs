namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>A new index being filled beside the live one.</summary>
internal sealed class ElasticRebuild(ElasticShelf shelf, string index) : IRebuildSession
{
    private static readonly TimeSpan BeatPause = TimeSpan.FromSeconds(30);
    private readonly ElasticWriter writer = new(shelf);
    private DateTime beatAtUtc = shelf.NowUtc;
    private int over;

    public SearchKind Kind => shelf.Kind;

    public async Task<IReadOnlyList<ChangeResult>> ApplyAsync(IReadOnlyList<IndexChange> changes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ThrowIfOver();
        if (shelf.NowUtc - beatAtUtc > BeatPause)
        {
            await shelf.Client.MarkAsync(index, shelf.Marks(false), cancellation);
            beatAtUtc = shelf.NowUtc;
        }
        return await writer.WriteAsync(changes, [shelf.BuildingName], visible: false, cancellation);
    }

    public async Task SwapAsync(CancellationToken cancellation = default)
    {
        ThrowIfOver();
        // Markers set meanwhile by a portal that did not know of this rebuild yet.
        await CarryMarkersAsync(cancellation);
        await shelf.Client.RefreshAsync(index, cancellation);
        await shelf.Client.MarkAsync(index, shelf.Marks(true), cancellation);
        var state = await shelf.StateAsync(shelf.Options.WriteTimeout, cancellation);
        (string, string, string)[] swap = [("remove", index, shelf.BuildingName), ("add", index, shelf.Name)];
        if (state.Live is { } live)
            swap = [.. swap, ("remove", live.Index, shelf.Name)];
        if (state.Building?.Index != index)
            throw ThrownAway();
        // A refused swap may be the second try of one whose answer was lost.
        if (!await shelf.Client.AliasesAsync(swap, cancellation) && (await shelf.StateAsync(shelf.Options.WriteTimeout, cancellation)).Live?.Index != index)
            throw ThrownAway();
        Interlocked.Exchange(ref over, 1);
        shelf.RebuildEnded();
        if (state.Live is { } old)
            await ForgetAsync(old.Index);
    }

    /// <summary>Puts the delete markers of the live index into the new one; a newer document there wins.</summary>
    public async Task CarryMarkersAsync(CancellationToken cancellation)
    {
        await foreach (var batch in ElasticScan.RowsAsync(shelf, shelf.Name, ElasticFields.Marker, ElasticFields.MarkedAt, cancellation).Chunk(5000).WithCancellation(cancellation))
        {
            var bulk = new ElasticBulk();
            foreach (var marker in batch)
                bulk.WriteMarker(shelf.BuildingName, marker);
            using var answer = (await shelf.Client.BulkAsync(bulk.Body, visible: false, throughAliases: true, cancellation)).Good();
            if (ElasticBulk.Read(answer.Body).FirstOrDefault(i => i.Outcome is ChangeOutcome.Retry or ChangeOutcome.Refused) is { Reason: { } reason })
                throw new SearchUnavailableException($"A delete marker could not be carried over ({reason}).");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref over, 1) == 1)
            return;
        try
        {
            // Only what still stands behind the alias of the rebuild may go: a swap whose answer was lost has made it the live one.
            if (await shelf.Client.AliasesAsync([("remove", index, shelf.BuildingName)], CancellationToken.None))
                await ForgetAsync(index);
        }
        catch (SearchUnavailableException)
        {
            // The next rebuild sweeps it away.
        }
        finally
        {
            shelf.RebuildEnded();
        }
    }

    private async Task ForgetAsync(string old)
    {
        try
        {
            await shelf.Client.DeleteAsync(old, CancellationToken.None);
        }
        catch (SearchUnavailableException)
        {
            // No alias points to it any more; the next rebuild sweeps it away.
        }
    }

    private static InvalidOperationException ThrownAway() => new("The rebuild was thrown away meanwhile and must be started again.");

    private void ThrowIfOver()
    {
        if (Volatile.Read(ref over) == 1)
            throw new InvalidOperationException("The rebuild is over.");
    }
}
