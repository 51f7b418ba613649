using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using ZOE.Matching.Search;
using ZOE.Matching.Search.Documents;
using ZOE.Matching.Search.Lucene;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace ZOE.Matching.Benchmarks.Engine;

/// <summary>
/// The floor: Lucene.NET as its handbook has it, with its GermanAnalyzer, default scoring and nothing around it, on the same heap directory as the product
/// (a mapped one would be several times slower).
/// </summary>
internal sealed class RawLucene : IDisposable
{
    private const string Id = "id", Concept = "concept", Words = "text";

    private readonly GermanAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);
    private readonly LuceneDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;
    private IndexSearcher _searcher;

    public RawLucene(string folder)
    {
        _directory = new HeapDirectory(System.IO.Directory.CreateDirectory(folder));
        _writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer) { MergeScheduler = new SerialMergeScheduler() });
        _searchers = new SearcherManager(_writer, true, null);
        _searcher = _searchers.Acquire();
    }

    /// <summary>Words become tokens here; the concepts are given, so that both engines search the same.</summary>
    public void Add(VacancyInput vacancy, IEnumerable<string> concepts) => _writer.UpdateDocument(new Term(Id, vacancy.VacancyId.ToString("N")), DocumentOf(vacancy, concepts));

    /// <summary>Makes what was added durable and searches it.</summary>
    public void Commit()
    {
        _writer.Commit();
        Reopen();
    }

    /// <summary>Near real time: makes what was added visible, not durable.</summary>
    public void Reopen()
    {
        _searchers.Release(_searcher);
        _searchers.MaybeRefreshBlocking();
        _searcher = _searchers.Acquire();
    }

    public bool Finds(Guid id, string concept) =>
        _searcher.Search(new BooleanQuery { { new TermQuery(new Term(Id, id.ToString("N"))), Occur.MUST }, { new TermQuery(new Term(Concept, concept)), Occur.MUST } }, 1).TotalHits == 1;

    /// <summary>L0: five concepts, any of them, top ten.</summary>
    public Query AnyConcept(IEnumerable<string> concepts) => AnyOf(Concept, concepts);

    /// <summary>T0: five words, any of them, top ten.</summary>
    public Query AnyWord(string words)
    {
        var terms = new List<string>();
        using var stream = _analyzer.GetTokenStream(Words, words);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken()) terms.Add(term.ToString()!);
        stream.End();
        return AnyOf(Words, terms.Distinct());
    }

    public TopDocs Top10(Query query) => _searcher.Search(query, 10);

    public void Dispose()
    {
        _searchers.Release(_searcher);
        _searchers.Dispose();
        _writer.Dispose();
        _directory.Dispose();
        _analyzer.Dispose();
    }

    private static BooleanQuery AnyOf(string field, IEnumerable<string> terms)
    {
        var query = new BooleanQuery();
        foreach (var term in terms) query.Add(new TermQuery(new Term(field, term)), Occur.SHOULD);
        return query;
    }

    private static Document DocumentOf(VacancyInput vacancy, IEnumerable<string> concepts)
    {
        var document = new Document { new StringField(Id, vacancy.VacancyId.ToString("N"), Field.Store.NO), new TextField(Words, Market.TextOf(vacancy), Field.Store.NO) };
        foreach (var concept in concepts) document.Add(new StringField(Concept, concept, Field.Store.NO));
        foreach (var (field, value) in Keywords(vacancy)) document.Add(new SortedSetDocValuesField(field, new BytesRef(value)));
        document.Add(new NumericDocValuesField(VacancyFields.PublishedOn, vacancy.PublishedOn!.Value.DayNumber));
        document.Add(new NumericDocValuesField(VacancyFields.StartsOn, vacancy.StartsOn!.Value.DayNumber));
        document.Add(new NumericDocValuesField(VacancyFields.ExpiresOn, vacancy.ExpiresOn!.Value.DayNumber));
        return document;
    }

    private static IEnumerable<(string Field, string Value)> Keywords(VacancyInput vacancy)
    {
        yield return (VacancyFields.Employer, vacancy.EmployerId.ToString("N"));
        yield return (VacancyFields.Kind, vacancy.Kind.ToString());
        yield return (VacancyFields.German, vacancy.German.ToString());
        yield return (VacancyFields.Place, vacancy.PlaceAgs);
        yield return (VacancyFields.WorkingTime, vacancy.HoursPerWeek >= VacancyDocument.FullTimeHours ? VacancyDocument.FullTime : VacancyDocument.PartTime);
        foreach (var contract in vacancy.Contract) yield return (VacancyFields.Contract, contract);
        foreach (var requirement in vacancy.Requirements) yield return (VacancyFields.Competence, requirement.ConceptId!.Value.ToString("N"));
    }
}
