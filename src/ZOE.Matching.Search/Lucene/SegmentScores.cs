using System.Collections.Concurrent;
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
    private static readonly BytesRef LiveTerm = new(LuceneDocuments.Live);

    private readonly AtomicReader reader;
    private readonly IBits? live;
    private readonly ScoreBoard board;
    private readonly int[] points, touched, inGroup;
    private readonly ushort[] best;
    private readonly byte[] counted;
    private readonly Dictionary<string, TermsEnum?> terms = new(StringComparer.Ordinal);
    private readonly List<(DocsEnum Postings, ushort Worth)> found = [];
    private int touchedCount;

    public SegmentScores(AtomicReader reader)
    {
        this.reader = reader;
        live = reader.LiveDocs;
        board = ScoreBoard.Take(reader.MaxDoc);
        (points, touched, inGroup, best, counted) = (board.Points, board.Touched, board.InGroup, board.Best, board.Counted);
    }

    /// <summary>Points of a document that <see cref="Matches"/> gave.</summary>
    public int Of(int doc) => points[doc];

    /// <summary>The documents that the search finds, by words alone. Valid until the scores are given back.</summary>
    public ReadOnlySpan<int> Matches(QueryTerms query)
    {
        if (query.Demand is { } demand)
        {
            foreach (var group in demand)
                Collect(group, counts: true, gives: false);
            var wanted = Enough(query.Minimum);
            foreach (var group in query.Groups)
                Collect(group, counts: false, gives: true);
            return touched.AsSpan(0, wanted);
        }
        if (query.Groups.Count == 0)
        {
            Find(LuceneDocuments.State, LiveTerm, 1);
            foreach (var (postings, _) in found)
            {
                for (var doc = postings.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
                    touched[touchedCount++] = doc;
            }
            return touched.AsSpan(0, touchedCount);
        }
        foreach (var group in query.Groups)
            Collect(group, counts: !group.Optional || query.AllOptional, gives: true);
        return touched.AsSpan(0, Enough(query.Minimum));
    }

    public void Dispose() => board.Give(touchedCount);

    /// <summary>Keeps those with enough groups in front; gives their number. What is touched afterwards stands behind them.</summary>
    private int Enough(int minimum)
    {
        var kept = 0;
        for (var i = 0; i < touchedCount; i++)
        {
            var doc = touched[i];
            if (counted[doc] >= minimum)
                (touched[kept++], touched[i]) = (doc, touched[kept - 1]);
        }
        return kept;
    }

    private void Collect(QueryTermGroup group, bool counts, bool gives)
    {
        found.Clear();
        foreach (var (field, token, worth) in group.Terms)
            Find(field, token, worth);
        var one = counts ? (byte)1 : (byte)0;
        if (found is [var (postings, only)])
        {
            // Most groups meet one term only: nothing to choose from.
            for (var doc = postings.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
                Take(doc, gives ? only : 0, one);
            return;
        }
        var here = 0;
        foreach (var (list, worth) in found)
        {
            // Terms come by rising worth, so that the last one that a document carries is its best.
            for (var doc = list.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = list.NextDoc())
            {
                if (best[doc] == 0)
                    inGroup[here++] = doc;
                best[doc] = worth;
            }
        }
        foreach (var doc in inGroup.AsSpan(0, here))
        {
            Take(doc, gives ? best[doc] : 0, one);
            best[doc] = 0;
        }
    }

    private void Take(int doc, int worth, byte one)
    {
        if (points[doc] == 0 && counted[doc] == 0)
            touched[touchedCount++] = doc;
        points[doc] += worth;
        counted[doc] += one;
    }

    private void Find(string field, BytesRef token, ushort worth)
    {
        if (!terms.TryGetValue(field, out var fieldTerms))
            terms[field] = fieldTerms = reader.GetTerms(field)?.GetEnumerator();
        if (fieldTerms is not null && fieldTerms.SeekExact(token))
            found.Add((fieldTerms.Docs(live, null, DocsFlags.NONE), worth));
    }
}

/// <summary>Room for the points of one segment. It is given back clean, so that a search pays for what it touched and not for all documents.</summary>
internal sealed class ScoreBoard(int size)
{
    private const int MostKept = 8;

    private static readonly ConcurrentBag<ScoreBoard> Kept = [];

    public int[] Points { get; } = new int[size];

    public int[] Touched { get; } = new int[size];

    public int[] InGroup { get; } = new int[size];

    public ushort[] Best { get; } = new ushort[size];

    public byte[] Counted { get; } = new byte[size];

    /// <summary>One that has room for so many documents.</summary>
    public static ScoreBoard Take(int documents) => Kept.TryTake(out var kept) && kept.Points.Length >= documents ? kept : new ScoreBoard(Math.Max(1_024, documents + documents / 8));

    public void Give(int touched)
    {
        foreach (var doc in Touched.AsSpan(0, touched))
            Points[doc] = Counted[doc] = 0;
        if (Kept.Count < MostKept)
            Kept.Add(this);
    }
}
