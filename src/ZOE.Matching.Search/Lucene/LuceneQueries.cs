using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace ZOE.Matching.Search.Lucene;

/// <summary>Turns groups into Lucene queries whose score is exactly the sum, over the groups, of the best alternative's points.</summary>
internal static class LuceneQueries
{
    public static Query Of(SearchQuery query)
    {
        if (query.Demand is { } demand)
            return Ranked(demand, query.Groups);
        if (query.Groups.Count == 0)
            return new ConstantScoreQuery(new TermQuery(new Term(LuceneDocuments.State, LuceneDocuments.Live)));
        var counted = query.Groups.Where(g => !g.Optional).ToArray();
        if (counted.Length == 0)
            return AnyOf(query.Groups, 1);
        var main = AnyOf(counted, Math.Clamp(query.MinimumGroups, 1, counted.Length));
        if (counted.Length == query.Groups.Count)
            return main;
        var all = new BooleanQuery(disableCoord: true) { { main, Occur.MUST } };
        foreach (var group in query.Groups.Where(g => g.Optional))
            all.Add(BestOf(group), Occur.SHOULD);
        return all;
    }

    /// <summary>Every term that can satisfy the group, with its points.</summary>
    public static IEnumerable<(Term Term, Contribution Points)> Terms(TokenGroup group)
    {
        foreach (var alternative in group.Alternatives)
        {
            foreach (var (field, tokenClass) in SearchToken.SlotsOf(alternative.Token))
            {
                var points = alternative.Weight * SearchWeights.Of(field, tokenClass);
                yield return (
                    new Term(LuceneDocuments.TokenField(field, tokenClass), alternative.Token),
                    new Contribution(group.Word, alternative.Token, field, tokenClass, alternative.Class, points));
            }
        }
    }

    private static BooleanQuery Ranked(Demand demand, IEnumerable<TokenGroup> groups)
    {
        var hits = new ConstantScoreQuery(AnyOf(demand.Groups, Math.Clamp(demand.Minimum, 1, demand.Groups.Count))) { Boost = 0 };
        var all = new BooleanQuery(disableCoord: true) { { hits, Occur.MUST } };
        foreach (var group in groups)
            all.Add(BestOf(group), Occur.SHOULD);
        return all;
    }

    private static BooleanQuery AnyOf(IEnumerable<TokenGroup> groups, int minimum)
    {
        var any = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = minimum };
        foreach (var group in groups)
            any.Add(BestOf(group), Occur.SHOULD);
        return any;
    }

    private static DisjunctionMaxQuery BestOf(TokenGroup group)
    {
        var best = new DisjunctionMaxQuery(0f);
        foreach (var (term, points) in Terms(group))
            best.Add(new ConstantScoreQuery(new TermQuery(term)) { Boost = points.Points });
        return best;
    }
}

/// <summary>No norms, no frequencies, no coordination, no query norm: what is left are the boosts.</summary>
internal sealed class PlainSumSimilarity : DefaultSimilarity
{
    public override float Coord(int overlap, int maxOverlap) => 1f;

    public override float QueryNorm(float sumOfSquaredWeights) => 1f;
}
