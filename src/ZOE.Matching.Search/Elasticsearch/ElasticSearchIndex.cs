using System.Runtime.CompilerServices;

namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>The production engine: Elasticsearch 8 or 9 over its REST API, one index per kind behind an alias.</summary>
internal sealed class ElasticSearchIndex : ISearchIndex, IDisposable
{
    private readonly ElasticsearchOptions options;
    private readonly ElasticTransport transport;
    private readonly Dictionary<SearchKind, ElasticShelf> shelves;

    public ElasticSearchIndex(ElasticsearchOptions options, string owner, TimeProvider clock, HttpMessageHandler? handler = null)
    {
        this.options = options;
        transport = new ElasticTransport(options, handler);
        var client = new ElasticClient(transport, options);
        shelves = Enum.GetValues<SearchKind>().ToDictionary(k => k, k => new ElasticShelf(k, client, options, owner, clock));
    }

    public async Task<IReadOnlyList<ChangeResult>> ApplyAsync(SearchKind kind, IReadOnlyList<IndexChange> changes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var shelf = Shelf(kind);
        if (changes.Count == 0)
            return [];
        try
        {
            var before = await shelf.ReadyAsync(cancellation);
            string[] targets = before.Building is null ? [shelf.Name] : [shelf.Name, shelf.BuildingName];
            var results = await new ElasticWriter(shelf).WriteAsync(changes, targets, visible: true, cancellation);
            // A rebuild that began or ended meanwhile may lack these changes: the caller brings them once more.
            if (!before.SameTargets(await shelf.StateAsync(options.WriteTimeout, cancellation)))
                return Again(results, "A rebuild began or ended meanwhile.");
            return before.Live?.Marks?.Format == ElasticFields.Format(kind) ? results : Again(results, "The index is of an older format.", r => r.Outcome == ChangeOutcome.Refused);
        }
        catch (SearchUnavailableException away)
        {
            return [.. changes.Select(c => new ChangeResult(c.Id, c.Version, ChangeOutcome.Retry, away.Message))];
        }
    }

    public async Task<SearchPage> SearchAsync(SearchKind kind, SearchQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var shelf = Shelf(kind);
        SearchSchema.Of(kind).Check(query);
        var after = SearchCursor.Read(query.Cursor, query.Sort);
        if (query.FindsNothing)
            return ElasticPages.Nothing(query);
        var body = ElasticQueries.Of(query, after);
        var answer = await shelf.Client.SearchAsync(shelf.Name, body, cancellation);
        if (answer.Status == 404)
        {
            answer.Dispose();
            await shelf.ReadyAsync(cancellation);
            answer = await shelf.Client.SearchAsync(shelf.Name, body, cancellation);
        }
        using (answer.Good())
            return ElasticPages.Read(answer.Body, query);
    }

    public async Task<int> CountAsync(SearchKind kind, CancellationToken cancellation = default)
    {
        var shelf = Shelf(kind);
        await shelf.ReadyAsync(cancellation);
        return (await ElasticHealth.CountAsync(shelf, options.WriteTimeout, cancellation)).Documents;
    }

    public async IAsyncEnumerable<IndexedVersion> VersionsAsync(SearchKind kind, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var shelf = Shelf(kind);
        await shelf.ReadyAsync(cancellation);
        await foreach (var row in ElasticScan.RowsAsync(shelf, shelf.Name, ElasticFields.Live, ElasticFields.Fingerprint, cancellation))
            yield return new IndexedVersion(row.Id, row.Version, row.Extra);
    }

    public async Task<IRebuildSession> BeginRebuildAsync(SearchKind kind, CancellationToken cancellation = default)
        => await Shelf(kind).BeginRebuildAsync(cancellation);

    public async Task<int> PurgeAsync(SearchKind kind, DateTime markedBeforeUtc, CancellationToken cancellation = default)
    {
        var shelf = Shelf(kind);
        var index = (await shelf.ReadyAsync(cancellation)).Live!.Index;
        var removed = 0;
        await foreach (var batch in ElasticScan.RowsAsync(shelf, index, ElasticFields.Marker, ElasticFields.MarkedAt, cancellation)
            .Where(r => r.Extra < markedBeforeUtc.Ticks).Chunk(1000).WithCancellation(cancellation))
        {
            var bulk = new ElasticBulk();
            foreach (var row in batch)
                bulk.WriteRemoval(index, row);
            using var answer = (await shelf.Client.BulkAsync(bulk.Body, visible: true, throughAliases: false, cancellation)).Good();
            removed += ElasticBulk.Read(answer.Body).Count(i => i.Outcome == ChangeOutcome.Applied);
        }
        await shelf.Client.ExpungeAsync(index, cancellation);
        return removed;
    }

    public async Task<IReadOnlyList<IndexHealth>> HealthAsync(CancellationToken cancellation = default)
        => await Task.WhenAll(shelves.OrderBy(s => s.Key).Select(s => ElasticHealth.OfAsync(s.Value, cancellation)));

    public void Dispose() => transport.Dispose();

    private static ChangeResult[] Again(IEnumerable<ChangeResult> results, string reason, Func<ChangeResult, bool>? which = null)
        => [.. results.Select(r => which?.Invoke(r) ?? r.IsDone ? r with { Outcome = ChangeOutcome.Retry, Reason = reason } : r)];

    private ElasticShelf Shelf(SearchKind kind)
        => shelves.TryGetValue(kind, out var shelf)
            ? shelf
            : throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of index.");
}
