using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace ZOE.Matching.Search.Lucene;

/// <summary>
/// Adds up, document by document, the best points of each group: whole numbers, the same in every engine.
/// Term after term into one number per document: score in the low half, matched groups above it, the group seen last on top.
/// </summary>
internal static class LuceneScores
{
    private const int ScoreBits = 16, GroupShift = 24;
    private const uint ScoreMask = (1u << ScoreBits) - 1, OneMatch = 1u << ScoreBits, BelowGroup = (1u << GroupShift) - 1;

    // All zero: new arrays are, and a search gives its own back so, or not at all when it fails.
    private static readonly ArrayPool<uint> States = ArrayPool<uint>.Create(1 << 24, 8);

    /// <summary>Passes every document with enough groups and points to the collector.</summary>
    public static void Collect(AtomicReader reader, SearchQuery query, PreparedGroup[] groups, HitCollector hits)
    {
        var counted = query.Groups.Count(g => !g.Optional);
        var least = counted == 0 ? 0 : (uint)Math.Clamp(query.MinimumGroups, 1, counted);
        var state = States.Rent(reader.MaxDoc);
        var touched = ArrayPool<int>.Shared.Rent(reader.MaxDoc);
        var count = 0;
        var tokens = new SegmentTokens(reader);
        for (var g = 0; g < groups.Length; g++)
        {
            var mark = (uint)(g + 1) << GroupShift;
            foreach (var term in tokens.Of(groups[g]))
                count = Add(tokens.Documents(term), mark, (uint)term.Points + (groups[g].Group.Optional ? 0 : OneMatch), state, touched, count);
        }
        foreach (var doc in touched.AsSpan(0, count))
        {
            var (score, matched) = ((int)(state[doc] & ScoreMask), (state[doc] & BelowGroup) >> ScoreBits);
            state[doc] = 0;
            if (matched >= least && score >= query.MinimumPoints)
                hits.Collect(doc, score);
        }
        States.Return(state);
        ArrayPool<int>.Shared.Return(touched);
    }

    // The terms of a group come best first, so the first that meets a document is the one that counts.
    private static int Add(DocsEnum docs, uint mark, uint worth, uint[] state, int[] touched, int count)
    {
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            var before = state[doc];
            if (before >> GroupShift == mark >> GroupShift)
                continue;
            if (before == 0)
                touched[count++] = doc;
            state[doc] = ((before & BelowGroup) + worth) | mark;
        }
        return count;
    }
}
