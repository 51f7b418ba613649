namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>Sends changes in bounded bulk requests and says of every single one what became of it.</summary>
internal sealed class ElasticWriter(ElasticShelf shelf)
{
    private const int MaxChanges = 1000, MaxBytes = 4 * 1024 * 1024;

    /// <summary>Writes to all targets; a change is as done as its worst target.</summary>
    public async Task<ChangeResult[]> WriteAsync(IReadOnlyList<IndexChange> changes, string[] targets, bool visible, CancellationToken cancellation)
    {
        var results = new ChangeResult?[changes.Count];
        var open = new List<int>(changes.Count);
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i].Document is { } wrong && wrong.Kind != shelf.Kind)
                results[i] = Result(changes[i], ChangeOutcome.Refused, $"A {wrong.Kind} document does not belong into the index {shelf.Kind}.");
            else
                open.Add(i);
        }
        for (var start = 0; start < open.Count;)
        {
            var bulk = new ElasticBulk();
            var end = start;
            while (end < open.Count && end - start < MaxChanges && (end == start || bulk.Bytes < MaxBytes))
                Write(bulk, changes[open[end++]], targets);
            await SendAsync(bulk, changes, open[start..end], targets, results, visible, cancellation);
            start = end;
        }
        return results!;
    }

    private void Write(ElasticBulk bulk, IndexChange change, string[] targets)
    {
        foreach (var target in targets)
            bulk.Write(target, change, shelf.NowUtc);
    }

    private async Task SendAsync(
        ElasticBulk bulk, IReadOnlyList<IndexChange> changes, List<int> places, string[] targets, ChangeResult?[] results, bool visible, CancellationToken cancellation)
    {
        try
        {
            using var answer = await shelf.Client.BulkAsync(bulk.Body, visible, throughAliases: true, cancellation);
            if (answer.IsGood)
            {
                var items = ElasticBulk.Read(answer.Body);
                for (var i = 0; i < places.Count; i++)
                    results[places[i]] = Worst(changes[places[i]], items.Slice(i * targets.Length, targets.Length));
                return;
            }
            var outcome = ElasticBulk.Outcome(answer.Status);
            if (outcome == ChangeOutcome.Refused && places.Count > 1)
            {
                // One bad line spoils the whole request: find out which.
                await HalveAsync(changes, places, targets, results, visible, cancellation);
                return;
            }
            foreach (var place in places)
                results[place] = Result(changes[place], outcome == ChangeOutcome.Refused ? outcome : ChangeOutcome.Retry, answer.Error);
        }
        catch (SearchUnavailableException away)
        {
            foreach (var place in places)
                results[place] = Result(changes[place], ChangeOutcome.Retry, away.Message);
        }
    }

    private async Task HalveAsync(
        IReadOnlyList<IndexChange> changes, List<int> places, string[] targets, ChangeResult?[] results, bool visible, CancellationToken cancellation)
    {
        foreach (var half in new[] { places[..(places.Count / 2)], places[(places.Count / 2)..] })
        {
            var bulk = new ElasticBulk();
            foreach (var place in half)
                Write(bulk, changes[place], targets);
            await SendAsync(bulk, changes, half, targets, results, visible, cancellation);
        }
    }

    // The first target is the live index: its answer stands unless another one has to be repeated or refused.
    private static ChangeResult Worst(IndexChange change, List<(ChangeOutcome Outcome, string? Reason)> items)
    {
        var worst = items[0];
        foreach (var item in items)
        {
            if (item.Outcome == ChangeOutcome.Retry || (item.Outcome == ChangeOutcome.Refused && worst.Outcome != ChangeOutcome.Retry))
                worst = item;
        }
        return Result(change, worst.Outcome, worst.Reason);
    }

    private static ChangeResult Result(IndexChange change, ChangeOutcome outcome, string? reason) => new(change.Id, change.Version, outcome, reason);
}
