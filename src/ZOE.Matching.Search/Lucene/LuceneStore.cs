using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace ZOE.Matching.Search.Lucene;

/// <summary>One generation of one index on disk: a writer, and searchers over its latest state. Calls that write are made one at a time by the shelf.</summary>
internal sealed class LuceneStore : IDisposable
{
    /// <summary>Raised whenever tokens or columns change their meaning; an index of another format asks for a rebuild.</summary>
    public const string Format = "5";

    private const int MostUnseen = 5_000;

    private readonly LuceneDirectory directory;
    private readonly IndexWriter writer;
    private readonly SearcherManager searchers;
    private readonly SearchKind kind;

    // Versions that were written and are not visible yet, so that a long rebuild need not open its index anew for every batch.
    private readonly Dictionary<Guid, long> unseen = [];

    private LuceneStore(SearchKind kind, LuceneDirectory directory, IndexWriter writer)
    {
        this.kind = kind;
        this.directory = directory;
        this.writer = writer;
        writer.CommitData.TryGetValue("format", out var format);
        writer.CommitData.TryGetValue("complete", out var complete);
        IsComplete = complete == "1" && format == Format;
        searchers = new SearcherManager(writer, true, new WarmSearchers());
    }

    /// <summary>A full rebuild of the present format has been swapped in.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Opens or creates; throws when any file is damaged.</summary>
    public static LuceneStore Open(SearchKind kind, string folder)
    {
        System.IO.Directory.CreateDirectory(folder);
        LuceneDirectory directory = new HeapDirectory(new DirectoryInfo(folder));
        try
        {
            Verify(directory);
            var settings = new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
            {
                OpenMode = OpenMode.CREATE_OR_APPEND,
                MergeScheduler = new SerialMergeScheduler(),
                // A saved change makes a segment of a few kilobytes: merged among their like they do not hold up the next change.
                MergePolicy = new TieredMergePolicy { FloorSegmentMB = 0.25 },
            };
            return new LuceneStore(kind, directory, new IndexWriter(directory, settings));
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Applies changes in order; visible and durable on return, or else some time before <see cref="Complete"/>.</summary>
    public ChangeResult[] Apply(IReadOnlyList<IndexChange> changes, DateTime nowUtc, bool durable)
    {
        var results = new ChangeResult[changes.Count];
        var written = 0;
        using var view = View();
        for (var i = 0; i < changes.Count; i++)
        {
            var change = changes[i];
            var outcome = ChangeOutcome.Stale;
            if (change.Document is { } wrong && wrong.Kind != kind)
                outcome = ChangeOutcome.Refused;
            else if (change.Version > (unseen.TryGetValue(change.Id, out var known) ? known : view.VersionOf(change.Id)))
            {
                var document = change.Document is { } put
                    ? LuceneDocuments.Of(put)
                    : LuceneDocuments.OfMarker(change.Id, change.Version, nowUtc);
                writer.UpdateDocument(LuceneDocuments.IdTerm(change.Id), document);
                unseen[change.Id] = change.Version;
                written++;
                outcome = ChangeOutcome.Applied;
            }
            results[i] = new ChangeResult(change.Id, change.Version, outcome,
                outcome == ChangeOutcome.Refused ? $"A {change.Document!.Kind} document does not belong into the index {kind}." : null);
        }
        if (written > 0 && (durable || unseen.Count >= MostUnseen))
            Publish(durable);
        return results;
    }

    /// <summary>Puts delete markers of another generation into this one.</summary>
    public void AddMarkers(IEnumerable<(Guid Id, long Version, DateTime AtUtc)> markers)
    {
        foreach (var (id, version, atUtc) in markers)
            writer.UpdateDocument(LuceneDocuments.IdTerm(id), LuceneDocuments.OfMarker(id, version, atUtc));
        Publish(durable: false);
    }

    /// <summary>Joins all segments to one: each asks for its terms and columns anew with every search. May run beside writes.</summary>
    public void Join()
    {
        using var neutral = NeutralCulture.Enter();
        writer.ForceMerge(1);
    }

    /// <summary>Marks the generation as a full rebuild and makes it durable.</summary>
    public void Complete()
    {
        writer.SetCommitData(new Dictionary<string, string> { ["format"] = Format, ["complete"] = "1" });
        Publish(durable: true);
        IsComplete = true;
    }

    /// <summary>Drops old markers and rewrites segments that hold deleted documents.</summary>
    public int Purge(DateTime markedBeforeUtc)
    {
        Guid[] old;
        using (var view = View())
            old = [.. view.Markers().Where(m => m.AtUtc < markedBeforeUtc).Select(m => m.Id)];
        foreach (var id in old)
            writer.DeleteDocuments(LuceneDocuments.IdTerm(id));
        writer.Commit();
        writer.ForceMergeDeletes();
        Publish(durable: true);
        return old.Length;
    }

    /// <summary>The present state for reading; dispose it soon.</summary>
    public LuceneView View() => new(searchers);

    public void Dispose()
    {
        searchers.Dispose();
        try
        {
            writer.Rollback();
        }
        finally
        {
            directory.Dispose();
        }
    }

    // Commit first: what a failed commit wrote must not look as if it were known already.
    private void Publish(bool durable)
    {
        if (durable)
            writer.Commit();
        searchers.MaybeRefreshBlocking();
        unseen.Clear();
    }

    private static void Verify(LuceneDirectory directory)
    {
        if (!DirectoryReader.IndexExists(directory))
        {
            if (directory.ListAll().Any(f => f.StartsWith("segments", StringComparison.Ordinal) || f.StartsWith('_')))
                throw new InvalidDataException("Index files without a list of segments.");
            return;
        }
        using var reader = DirectoryReader.Open(directory);
        foreach (var leaf in reader.Leaves)
            leaf.AtomicReader.CheckIntegrity();
    }

    /// <summary>Reads the columns of new segments before a search meets them.</summary>
    private sealed class WarmSearchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            foreach (var leaf in reader.Leaves)
                SegmentColumns.Of(leaf.AtomicReader);
            return base.NewSearcher(reader);
        }
    }
}
