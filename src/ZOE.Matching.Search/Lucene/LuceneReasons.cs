using Lucene.Net.Index;
using Lucene.Net.Search;

namespace ZOE.Matching.Search.Lucene;

/// <summary>Finds, for the hits of one page, which alternative of each group gave the points.</summary>
internal static class LuceneReasons
{
    public static Dictionary<int, List<Contribution>> Of(IndexReader reader, PreparedGroup[] groups, FoundHit[] hits)
    {
        var reasons = hits.ToDictionary(h => h.Doc, _ => new List<Contribution>());
        foreach (var context in reader.Leaves)
        {
            int[] docs = [.. hits.Select(h => h.Doc - context.DocBase).Where(d => d >= 0 && d < context.AtomicReader.MaxDoc).Order()];
            if (docs.Length == 0)
                continue;
            var tokens = new SegmentTokens(context.AtomicReader);
            foreach (var group in groups)
            {
                var open = docs.ToList();
                foreach (var term in tokens.Of(group))
                {
                    if (open.Count == 0)
                        break;
                    var points = new Contribution(group.Group.Word, term.Alternative.Token, term.Field, term.InDocument, term.Alternative.Class, term.Points);
                    foreach (var doc in Matching(tokens.Documents(term, untilNext: true), open))
                    {
                        reasons[context.DocBase + doc].Add(points);
                        open.Remove(doc);
                    }
                }
            }
        }
        return reasons;
    }

    private static List<int> Matching(DocsEnum postings, List<int> docs)
    {
        var found = new List<int>();
        foreach (var doc in docs)
        {
            if (postings.DocID < doc && postings.Advance(doc) == DocIdSetIterator.NO_MORE_DOCS)
                break;
            if (postings.DocID == doc)
                found.Add(doc);
        }
        return found;
    }
}
