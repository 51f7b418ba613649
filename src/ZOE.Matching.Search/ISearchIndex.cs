namespace ZOE.Matching.Search;

/// <summary>
/// The one port to a search engine. Finished tokens with integer weights go in, ids and integer scores come out.
/// An index is disposable: the database is the truth and every index can be rebuilt from it.
/// </summary>
public interface ISearchIndex
{
    /// <summary>Applies full-document writes in order and makes them durable and visible before it returns. One result per change, in the same order.</summary>
    Task<IReadOnlyList<ChangeResult>> ApplyAsync(SearchKind kind, IReadOnlyList<IndexChange> changes, CancellationToken cancellation = default);

    /// <summary>One page of hits with exact total and facets. Throws <see cref="ArgumentException"/> for fields that the kind does not have, <see cref="SearchUnavailableException"/> within about a second when the engine cannot answer.</summary>
    Task<SearchPage> SearchAsync(SearchKind kind, SearchQuery query, CancellationToken cancellation = default);

    /// <summary>Number of visible documents; markers of deleted records do not count.</summary>
    Task<int> CountAsync(SearchKind kind, CancellationToken cancellation = default);

    /// <summary>Id, version and fingerprint of every visible document by ascending id, streamed from one point in time; to compute the drift against the database.</summary>
    IAsyncEnumerable<IndexedVersion> VersionsAsync(SearchKind kind, CancellationToken cancellation = default);

    /// <summary>
    /// Starts a new, empty index beside the current one. Queries go on with the current one; changes applied meanwhile reach both,
    /// and known delete markers are carried over. Throws <see cref="InvalidOperationException"/> while another rebuild of the kind runs.
    /// </summary>
    Task<IRebuildSession> BeginRebuildAsync(SearchKind kind, CancellationToken cancellation = default);

    /// <summary>Forgets delete markers set before the given instant (UTC, at least a day ago) and rewrites the files so that no byte of deleted documents stays. Returns the number of markers dropped.</summary>
    Task<int> PurgeAsync(SearchKind kind, DateTime markedBeforeUtc, CancellationToken cancellation = default);

    /// <summary>State of every index: documents, markers, whether a rebuild is needed and why. Never throws for a sick engine.</summary>
    Task<IReadOnlyList<IndexHealth>> HealthAsync(CancellationToken cancellation = default);
}

/// <summary>A rebuild under way. Disposing it without <see cref="SwapAsync"/> throws the new index away and leaves the old one as it was.</summary>
public interface IRebuildSession : IAsyncDisposable
{
    /// <summary>The kind being rebuilt.</summary>
    SearchKind Kind { get; }

    /// <summary>Writes a batch into the new index only; the same version rules hold. Versions of the live index are not asked.</summary>
    Task<IReadOnlyList<ChangeResult>> ApplyAsync(IReadOnlyList<IndexChange> changes, CancellationToken cancellation = default);

    /// <summary>Makes the new index the current one, in one step, and drops the old one. May be called once.</summary>
    Task SwapAsync(CancellationToken cancellation = default);
}

/// <summary>What the index holds of one record.</summary>
/// <param name="Id">Id of the record.</param>
/// <param name="Version">External version of the stored document.</param>
/// <param name="Fingerprint">Checksum over its content, equal to <see cref="SearchDocument.Fingerprint"/>.</param>
public readonly record struct IndexedVersion(Guid Id, long Version, long Fingerprint);

/// <summary>State of one index.</summary>
/// <param name="Kind">Which index.</param>
/// <param name="Answers">Whether it can be searched now.</param>
/// <param name="Documents">Visible documents.</param>
/// <param name="Markers">Invisible markers of deleted records.</param>
/// <param name="NeedsRebuild">True until a rebuild has been swapped in: a new folder, a damaged index, or an older format.</param>
/// <param name="Rebuilding">Whether a rebuild runs.</param>
/// <param name="Reason">Why it needs a rebuild or does not answer; English, for the status page and the log.</param>
public sealed record IndexHealth(
    SearchKind Kind, bool Answers, int Documents, int Markers, bool NeedsRebuild, bool Rebuilding, string? Reason);

/// <summary>The index folder is held by another process (or another instance in this one).</summary>
public sealed class IndexInUseException(string folder, Exception? inner = null)
    : IOException($"The search index in '{folder}' is in use by another process. Stop that process, or give this one its own folder (Search:Folder).", inner);
