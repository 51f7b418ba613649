using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace ZOE.Matching.Search.Lucene;

/// <summary>
/// Adds up, document by document, the best points of each group: whole numbers, the same in every engine.
/// Term after term into one number per document: score in the low half, matched groups above it, the group seen last on top.
/// </summary>
internal sealed class LuceneScores(SearchQuery query, PreparedGroup[] groups)
{
    private const int ScoreBits = 16, GroupShift = 24;
    private const uint ScoreMask = (1u << ScoreBits) - 1, OneMatch = 1u << ScoreBits, BelowGroup = (1u << GroupShift) - 1;

    // All zero: new arrays are, and a search gives its own back so, or not at all when it fails.
    private static readonly ArrayPool<uint> States = ArrayPool<uint>.Create(1 << 24, 8);

    private readonly PreparedGroup[] demand = PreparedGroup.Of(query.Demand?.Groups ?? []);
    private readonly uint least = Least(query);

    /// <summary>Whether words decide at all what is found.</summary>
    public bool HasWords => groups.Length > 0 || demand.Length > 0;

    /// <summary>Passes every document with enough groups and points to the collector.</summary>
    public void Collect(AtomicReader reader, HitCollector hits)
    {
        var board = new Board(States.Rent(reader.MaxDoc), ArrayPool<int>.Shared.Rent(reader.MaxDoc));
        var tokens = new SegmentTokens(reader);
        uint group = 0;
        foreach (var demanded in demand)
            Add(demanded, ++group, gives: false, counts: true, ref board);
        // A demand alone decides what is found: groups then add points to that and find nothing more.
        board.IsClosed = demand.Length > 0;
        foreach (var wanted in groups)
            Add(wanted, ++group, gives: true, counts: demand.Length == 0 && !wanted.Group.Optional, ref board);
        var leastPoints = groups.Length > 0 ? query.MinimumPoints : 0;
        foreach (var doc in board.Touched.AsSpan(0, board.Count))
        {
            var (score, matched) = ((int)(board.State[doc] & ScoreMask), (board.State[doc] & BelowGroup) >> ScoreBits);
            board.State[doc] = 0;
            if (matched >= least && score >= leastPoints)
                hits.Collect(doc, score);
        }
        States.Return(board.State);
        ArrayPool<int>.Shared.Return(board.Touched);

        void Add(PreparedGroup prepared, uint number, bool gives, bool counts, ref Board board)
        {
            foreach (var term in tokens.Of(prepared))
                board.Add(tokens.Documents(term), number << GroupShift, (gives ? (uint)term.Points : 0) + (counts ? OneMatch : 0));
        }
    }

    private static uint Least(SearchQuery query)
    {
        var (counted, minimum) = query.Demand is { } demand ? (demand.Groups.Count, demand.Minimum) : (query.Groups.Count(g => !g.Optional), query.MinimumGroups);
        return counted == 0 ? 0 : (uint)Math.Clamp(minimum, 1, counted);
    }

    /// <summary>The numbers of all documents of a segment, and which of them are not zero.</summary>
    private struct Board(uint[] state, int[] touched)
    {
        public readonly uint[] State => state;

        public readonly int[] Touched => touched;

        public int Count { get; private set; }

        /// <summary>No further documents are taken.</summary>
        public bool IsClosed { get; set; }

        // The terms of a group come best first, so the first that meets a document is the one that counts.
        public void Add(DocsEnum docs, uint mark, uint worth)
        {
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                var before = state[doc];
                if ((before & ~BelowGroup) == mark)
                    continue;
                if (before == 0)
                {
                    if (IsClosed)
                        continue;
                    touched[Count++] = doc;
                }
                state[doc] = ((before & BelowGroup) + worth) | mark;
            }
        }
    }
}
