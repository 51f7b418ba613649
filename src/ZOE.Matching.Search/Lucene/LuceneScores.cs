using System.Numerics;
using Lucene.Net.Index;

namespace ZOE.Matching.Search.Lucene;

/// <summary>Adds up, document by document, the best points of each group: whole numbers, the same in every engine.</summary>
internal sealed class LuceneScores(SearchQuery query, PreparedGroup[] groups)
{
    [ThreadStatic]
    private static ScoreBoard? spare;

    private readonly PreparedGroup[] demand = PreparedGroup.Of(query.Demand?.Groups ?? []);
    private readonly uint least = Least(query);

    /// <summary>Whether words decide at all what is found.</summary>
    public bool HasWords => groups.Length > 0 || demand.Length > 0;

    /// <summary>Passes every document with enough groups and points to the collector, in the order of their numbers.</summary>
    public void Collect(AtomicReader reader, HitCollector hits)
    {
        var tokens = new SegmentTokens(reader);
        // Given back clean at the end, or not at all when the search fails.
        var board = spare ?? new ScoreBoard();
        spare = null;
        if (reader.MaxDoc <= ScoreBoard.Size)
        {
            foreach (var documents in Documents(tokens, oneByOne: true)) documents.AddTo(board, 0);
            Pass(board, 0, hits);
        }
        else
        {
            var all = Documents(tokens, oneByOne: false).ToList();
            for (var from = 0; from < reader.MaxDoc; from += ScoreBoard.Size)
            {
                foreach (var documents in all) documents.AddTo(board, from);
                Pass(board, from, hits);
            }
        }
        spare = board;
    }

    private void Pass(ScoreBoard board, int from, HitCollector hits)
    {
        var leastPoints = groups.Length > 0 ? query.MinimumPoints : 0;
        for (var at = board.Next(0); at >= 0; at = board.Next(at + 1))
        {
            var (score, matched) = board.Take(at);
            if (matched >= least && score >= leastPoints)
                hits.Collect(from + at, score);
        }
    }

    /// <summary>The documents of all terms; those of a group follow each other, the best term first.</summary>
    /// <param name="oneByOne">Each is read to its end before the next is asked for.</param>
    private IEnumerable<TermDocuments> Documents(SegmentTokens tokens, bool oneByOne)
    {
        uint number = 0;
        foreach (var demanded in demand)
        {
            number++;
            foreach (var term in tokens.Of(demanded))
                yield return new TermDocuments(tokens.Documents(term, oneByOne), number, points: 0, counts: true, finds: true);
        }
        // A demand alone decides what is found: groups then add points to that and find nothing more.
        foreach (var wanted in groups)
        {
            number++;
            foreach (var term in tokens.Of(wanted))
                yield return new TermDocuments(tokens.Documents(term, oneByOne), number, (uint)term.Points, counts: demand.Length == 0 && !wanted.Group.Optional, finds: demand.Length == 0);
        }
    }

    private static uint Least(SearchQuery query)
    {
        var (counted, minimum) = query.Demand is { } demand ? (demand.Groups.Count, demand.Minimum) : (query.Groups.Count(g => !g.Optional), query.MinimumGroups);
        return counted == 0 ? 0 : (uint)Math.Clamp(minimum, 1, counted);
    }

    /// <summary>Documents of one term, ascending, and what they get for it.</summary>
    /// <param name="finds">Whether it takes in documents that no term before it has met.</param>
    private sealed class TermDocuments(DocsEnum documents, uint group, uint points, bool counts, bool finds)
    {
        private readonly uint worth = ScoreBoard.Worth(points, counts);
        private int doc = documents.NextDoc();

        public void AddTo(ScoreBoard board, int from) => doc = board.Add(documents, doc, from, group, worth, finds);
    }
}

/// <summary>
/// Scores of as many neighbouring documents as stay in the cache of the processor: one number each, the score in the low half, matched groups above it, the group seen
/// last on top.
/// </summary>
internal sealed class ScoreBoard
{
    /// <summary>Documents on it.</summary>
    public const int Size = 1 << 15;

    private const int ScoreBits = 16, GroupShift = 24, WordBits = 6;
    private const uint ScoreMask = (1u << ScoreBits) - 1, OneMatch = 1u << ScoreBits, BelowGroup = (1u << GroupShift) - 1;

    private readonly uint[] numbers = new uint[Size];
    private readonly ulong[] touched = new ulong[Size >> WordBits];

    /// <summary>What a document gets for a term: points, and one more matched group.</summary>
    public static uint Worth(uint points, bool counts) => points + (counts ? OneMatch : 0);

    /// <summary>Adds a term of a group, from its present document to the end of the board. The terms of a group come best first, so the first that meets a document is the one that counts.</summary>
    /// <param name="from">The first document of the board.</param>
    /// <returns>The first document behind the board.</returns>
    public int Add(DocsEnum documents, int doc, int from, uint group, uint worth, bool finds)
    {
        var (all, mark, end) = (numbers, group << GroupShift, from + Size);
        for (; doc < end; doc = documents.NextDoc())
        {
            var at = doc - from;
            var before = all[at];
            if ((before & ~BelowGroup) == mark)
                continue;
            if (before == 0)
            {
                if (!finds)
                    continue;
                touched[at >> WordBits] |= 1ul << at;
            }
            all[at] = ((before & BelowGroup) + worth) | mark;
        }
        return doc;
    }

    /// <summary>The first document from there on that has a number; -1 for none.</summary>
    public int Next(int at)
    {
        for (var word = at >> WordBits; word < touched.Length; word++)
        {
            var rest = touched[word] & (word == at >> WordBits ? ulong.MaxValue << at : ulong.MaxValue);
            if (rest != 0)
                return (word << WordBits) + BitOperations.TrailingZeroCount(rest);
        }
        return -1;
    }

    /// <summary>Score and number of matched groups of a document, which is clean afterwards.</summary>
    public (int Score, uint Matched) Take(int at)
    {
        var number = numbers[at];
        numbers[at] = 0;
        touched[at >> WordBits] &= ~(1ul << at);
        return ((int)(number & ScoreMask), (number & BelowGroup) >> ScoreBits);
    }
}
