using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace ZOE.Matching.Search.Lucene;

/// <summary>
/// The points of every document of one segment, one term after the other: exact, because total and facets need every match anyway.
/// The score is the sum, over the groups, of the best alternative's points.
/// </summary>
internal sealed class SegmentScores : IDisposable
{
    private readonly AtomicReader reader;
    private readonly IBits? live;
    private readonly int documents;
    private readonly int[] points;
    private readonly ushort[] best;
    private readonly byte[] counted;
    private readonly List<int> touched = [], inGroup = [];
    private readonly Dictionary<string, TermsEnum?> terms = new(StringComparer.Ordinal);
    private DocsEnum? postings;

    public SegmentScores(AtomicReader reader)
    {
        this.reader = reader;
        (live, documents) = (reader.LiveDocs, reader.MaxDoc);
        points = Zeroed<int>(documents);
        best = Zeroed<ushort>(documents);
        counted = Zeroed<byte>(documents);
    }

    /// <summary>Points of a document that <see cref="Matches"/> gave.</summary>
    public int Of(int doc) => points[doc];

    /// <summary>The documents that the search finds, by words alone.</summary>
    public List<int> Matches(QueryTerms query)
    {
        if (query.Demand is { } demand)
        {
            foreach (var group in demand)
                Collect(group, counts: true, gives: false);
            var wanted = touched.FindAll(doc => counted[doc] >= query.Minimum);
            foreach (var group in query.Groups)
                Collect(group, counts: false, gives: true);
            return wanted;
        }
        if (query.Groups.Count == 0)
        {
            Read(LuceneDocuments.State, LiveTerm, 1);
            return [.. inGroup];
        }
        foreach (var group in query.Groups)
            Collect(group, counts: !group.Optional || query.AllOptional, gives: true);
        return touched.FindAll(doc => counted[doc] >= query.Minimum);
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(points);
        ArrayPool<ushort>.Shared.Return(best);
        ArrayPool<byte>.Shared.Return(counted);
    }

    private static readonly BytesRef LiveTerm = new(LuceneDocuments.Live);

    private void Collect(QueryTermGroup group, bool counts, bool gives)
    {
        inGroup.Clear();
        foreach (var (field, token, worth) in group.Terms)
            Read(field, token, worth);
        foreach (var doc in inGroup)
        {
            if (points[doc] == 0 && counted[doc] == 0)
                touched.Add(doc);
            if (gives)
                points[doc] += best[doc];
            if (counts)
                counted[doc]++;
            best[doc] = 0;
        }
    }

    // Terms come by rising worth, so that the last one that a document carries is its best.
    private void Read(string field, BytesRef token, ushort worth)
    {
        if (!terms.TryGetValue(field, out var fieldTerms))
            terms[field] = fieldTerms = reader.GetTerms(field)?.GetEnumerator();
        if (fieldTerms is null || !fieldTerms.SeekExact(token))
            return;
        postings = fieldTerms.Docs(live, postings, DocsFlags.NONE);
        for (var doc = postings.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
        {
            if (best[doc] == 0)
                inGroup.Add(doc);
            best[doc] = worth;
        }
    }

    private static T[] Zeroed<T>(int size)
    {
        var array = ArrayPool<T>.Shared.Rent(Math.Max(1, size));
        Array.Clear(array, 0, size);
        return array;
    }
}
