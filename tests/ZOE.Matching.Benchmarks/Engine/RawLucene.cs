using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using ZOE.Matching.Search.Lucene;

namespace ZOE.Matching.Benchmarks.Engine;

/// <summary>The floor: Lucene.NET itself on the same heap directory, one field, the terms as alternatives, the best ten, and nothing else.</summary>
internal sealed class RawLucene : IDisposable
{
    private readonly HeapDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;

    public RawLucene(string folder)
    {
        _directory = new HeapDirectory(Directory.CreateDirectory(folder));
        _writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer()) { MergeScheduler = new SerialMergeScheduler() });
        _searchers = new SearcherManager(_writer, true, null);
    }

    public void Fill(IEnumerable<Row> rows)
    {
        foreach (var row in rows) _writer.AddDocument(Of(row));
        _writer.ForceMerge(1);
        _writer.Commit();
        _searchers.MaybeRefreshBlocking();
    }

    /// <summary>Changes a document and opens a near-real-time reader that shows it.</summary>
    public void Update(Row row)
    {
        _writer.UpdateDocument(new Term("id", row.Id.ToString("N")), Of(row));
        _searchers.MaybeRefreshBlocking();
    }

    public int Search(string field, string[] terms)
    {
        var query = new BooleanQuery();
        foreach (var term in terms) query.Add(new TermQuery(new Term(field, term)), Occur.SHOULD);
        var searcher = _searchers.Acquire();
        try
        {
            return searcher.Search(query, 10).TotalHits;
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    public void Dispose()
    {
        _searchers.Dispose();
        _writer.Dispose();
        _directory.Dispose();
    }

    private static Document Of(Row row)
    {
        Document document = [new StringField("id", row.Id.ToString("N"), Field.Store.NO)];
        foreach (var competence in row.Competences) document.Add(new StringField("c", competence, Field.Store.NO));
        foreach (var word in row.Words) document.Add(new StringField("w", word, Field.Store.NO));
        return document;
    }
}
