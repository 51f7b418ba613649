using System.Runtime.CompilerServices;

namespace ZOE.Matching.Search.Lucene;

/// <summary>The embedded engine: Lucene.NET on disk, one process per folder, one sub-folder per kind.</summary>
internal sealed class LuceneSearchIndex : ISearchIndex, IDisposable
{
    private readonly FileStream hold;
    private readonly Dictionary<SearchKind, LuceneShelf> shelves = [];

    public LuceneSearchIndex(string folder, TimeProvider clock)
    {
        System.IO.Directory.CreateDirectory(folder);
        hold = Hold(folder);
        using var neutral = NeutralCulture.Enter();
        try
        {
            foreach (var kind in Enum.GetValues<SearchKind>())
                shelves[kind] = new LuceneShelf(kind, Path.Combine(folder, kind.ToString().ToLowerInvariant()), clock);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public async Task<IReadOnlyList<ChangeResult>> ApplyAsync(SearchKind kind, IReadOnlyList<IndexChange> changes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return await Shelf(kind).ApplyAsync(changes, cancellation);
    }

    public Task<SearchPage> SearchAsync(SearchKind kind, SearchQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        SearchSchema.Of(kind).Check(query);
        try
        {
            return Task.FromResult(Shelf(kind).Read(v => v.Search(query, cancellation)));
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException)
        {
            throw new SearchUnavailableException("The search index cannot be read: " + problem.GetType().Name, problem);
        }
    }

    public Task<int> CountAsync(SearchKind kind, CancellationToken cancellation = default)
        => Task.FromResult(Shelf(kind).Read(v => v.CountLive()));

    public async IAsyncEnumerable<IndexedVersion> VersionsAsync(SearchKind kind, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        foreach (var version in Shelf(kind).Read(v => v.Versions()))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return version;
        }
    }

    public Task<IRebuildSession> BeginRebuildAsync(SearchKind kind, CancellationToken cancellation = default)
        => Shelf(kind).BeginRebuildAsync(cancellation);

    public Task<int> PurgeAsync(SearchKind kind, DateTime markedBeforeUtc, CancellationToken cancellation = default)
        => Shelf(kind).PurgeAsync(markedBeforeUtc, cancellation);

    public Task<IReadOnlyList<IndexHealth>> HealthAsync(CancellationToken cancellation = default)
        => Task.FromResult<IReadOnlyList<IndexHealth>>([.. shelves.OrderBy(s => s.Key).Select(s => s.Value.Health())]);

    public void Dispose()
    {
        foreach (var shelf in shelves.Values)
            shelf.Dispose();
        shelves.Clear();
        hold.Dispose();
    }

    private static FileStream Hold(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new IndexInUseException(Path.GetFullPath(folder), taken);
        }
    }

    private LuceneShelf Shelf(SearchKind kind)
        => shelves.TryGetValue(kind, out var shelf)
            ? shelf
            : throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of index.");
}
