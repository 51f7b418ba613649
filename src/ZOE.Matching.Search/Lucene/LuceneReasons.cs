using Lucene.Net.Index;
using Lucene.Net.Search;

namespace ZOE.Matching.Search.Lucene;

/// <summary>Finds, for the hits of one page, which alternative of each group gave the points.</summary>
internal static class LuceneReasons
{
    public static Dictionary<int, List<Contribution>> Of(IndexReader reader, SearchQuery query, FoundHit[] hits)
    {
        var reasons = hits.ToDictionary(h => h.Doc, _ => new List<Contribution>());
        foreach (var group in query.Groups)
        {
            var open = hits.Select(h => h.Doc).Order().ToList();
            var ranked = QueryTerms.Of(group).OrderByDescending(t => t.Points.Points)
                .ThenBy(t => t.Points.Field).ThenBy(t => t.Points.InDocument).ThenBy(t => t.Points.Token, StringComparer.Ordinal);
            foreach (var (term, points) in ranked)
            {
                if (open.Count == 0)
                    break;
                foreach (var doc in Matching(reader, term, open))
                {
                    reasons[doc].Add(points);
                    open.Remove(doc);
                }
            }
        }
        return reasons;
    }

    private static List<int> Matching(IndexReader reader, Term term, List<int> docs)
    {
        var found = new List<int>();
        foreach (var context in reader.Leaves)
        {
            var postings = context.AtomicReader.GetTermDocsEnum(term);
            if (postings is null)
                continue;
            foreach (var doc in docs)
            {
                var local = doc - context.DocBase;
                if (local < 0 || local >= context.AtomicReader.MaxDoc)
                    continue;
                if (postings.DocID < local && postings.Advance(local) == DocIdSetIterator.NO_MORE_DOCS)
                    break;
                if (postings.DocID == local)
                    found.Add(doc);
            }
        }
        return found;
    }
}
