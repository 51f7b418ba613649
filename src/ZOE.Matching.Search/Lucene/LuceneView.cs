using Lucene.Net.Index;
using Lucene.Net.Search;

namespace ZOE.Matching.Search.Lucene;

/// <summary>One point in time of an index, for reading.</summary>
internal sealed class LuceneView(SearcherManager searchers) : IDisposable
{
    private readonly IndexSearcher searcher = searchers.Acquire();

    public int CountLive() => Count(LuceneDocuments.Live);

    public int CountMarkers() => Count(LuceneDocuments.Marker);

    public SearchPage Search(SearchQuery query, CancellationToken cancellation)
    {
        var groups = PreparedGroup.Of(query.Groups);
        var scores = new LuceneScores(query, groups);
        var hits = new HitCollector(query);
        foreach (var context in query.FindsNothing ? [] : searcher.IndexReader.Leaves)
        {
            cancellation.ThrowIfCancellationRequested();
            hits.Open(context);
            if (scores.HasWords)
                scores.Collect(context.AtomicReader, hits);
            else
                CollectAll(context.AtomicReader, hits);
            hits.CloseSegment();
        }
        var found = hits.Page();
        var reasons = LuceneReasons.Of(searcher.IndexReader, groups, found);
        return new SearchPage(
            [.. found.Select(h => new SearchHit(h.Id, h.Score, reasons[h.Doc]))],
            hits.Total,
            hits.Facets(),
            hits.HasMore && found.Length > 0 ? new SearchCursor(found[^1].Key, found[^1].Id).Write(query.Sort) : null);
    }

    /// <summary>Version of a document or marker; 0 when the id is unknown.</summary>
    public long VersionOf(Guid id)
    {
        foreach (var context in searcher.IndexReader.Leaves)
        {
            if (First(context.AtomicReader, LuceneDocuments.IdTerm(id)) is { } doc)
                return context.AtomicReader.GetNumericDocValues(LuceneDocuments.Version).Get(doc);
        }
        return 0;
    }

    public IndexedVersion[] Versions()
        => [.. Rows(LuceneDocuments.Live, LuceneDocuments.Fingerprint).Select(r => new IndexedVersion(r.Id, r.Version, r.Extra)).OrderBy(v => v.Id)];

    public IEnumerable<(Guid Id, long Version, DateTime AtUtc)> Markers()
        => Rows(LuceneDocuments.Marker, LuceneDocuments.MarkedAt).Select(r => (r.Id, r.Version, new DateTime(r.Extra, DateTimeKind.Utc)));

    public void Dispose() => searchers.Release(searcher);

    private static void CollectAll(AtomicReader reader, HitCollector hits)
    {
        var live = Postings(reader, new Term(LuceneDocuments.State, LuceneDocuments.Live));
        for (var doc = live?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; doc != DocIdSetIterator.NO_MORE_DOCS; doc = live!.NextDoc())
            hits.Collect(doc, 0);
    }

    private static int? First(AtomicReader reader, Term term)
    {
        var postings = Postings(reader, term);
        if (postings is null)
            return null;
        var doc = postings.NextDoc();
        return doc == DocIdSetIterator.NO_MORE_DOCS ? null : doc;
    }

    private static DocsEnum? Postings(AtomicReader reader, Term term)
    {
        var terms = reader.GetTerms(term.Field)?.GetEnumerator();
        return terms is not null && terms.SeekExact(term.Bytes) ? terms.Docs(reader.LiveDocs, null, DocsFlags.NONE) : null;
    }

    private int Count(string state)
    {
        var counter = new TotalHitCountCollector();
        searcher.Search(new ConstantScoreQuery(new TermQuery(new Term(LuceneDocuments.State, state))), counter);
        return counter.TotalHits;
    }

    private List<(Guid Id, long Version, long Extra)> Rows(string state, string extraColumn)
    {
        var rows = new List<(Guid, long, long)>();
        foreach (var context in searcher.IndexReader.Leaves)
        {
            var reader = context.AtomicReader;
            var postings = Postings(reader, new Term(LuceneDocuments.State, state));
            if (postings is null)
                continue;
            NumericDocValues high = reader.GetNumericDocValues(LuceneDocuments.IdHigh), low = reader.GetNumericDocValues(LuceneDocuments.IdLow),
                versions = reader.GetNumericDocValues(LuceneDocuments.Version), extra = reader.GetNumericDocValues(extraColumn);
            for (var doc = postings.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
                rows.Add((LuceneDocuments.ReadId(high.Get(doc), low.Get(doc)), versions.Get(doc), extra.Get(doc)));
        }
        return rows;
    }
}
