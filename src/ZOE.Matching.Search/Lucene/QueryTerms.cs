using Lucene.Net.Index;
using Lucene.Net.Util;

namespace ZOE.Matching.Search.Lucene;

/// <summary>A search as terms of the index with their points, made once for all segments.</summary>
internal sealed class QueryTerms
{
    public QueryTerms(SearchQuery query)
    {
        Groups = [.. query.Groups.Select(g => new QueryTermGroup(g))];
        Demand = query.Demand is { } demand ? [.. demand.Groups.Select(g => new QueryTermGroup(g))] : null;
        AllOptional = Groups.All(g => g.Optional);
        var demanded = Groups.Count(g => !g.Optional);
        Minimum = query.Demand is { } wanted ? Math.Clamp(wanted.Minimum, 1, wanted.Groups.Count) : AllOptional ? 1 : Math.Clamp(query.MinimumGroups, 1, demanded);
    }

    public IReadOnlyList<QueryTermGroup> Groups { get; }

    public IReadOnlyList<QueryTermGroup>? Demand { get; }

    /// <summary>No group is demanded: one of them must match.</summary>
    public bool AllOptional { get; }

    /// <summary>How many demanded groups must match.</summary>
    public int Minimum { get; }

    /// <summary>Every term that can satisfy the group, with its points.</summary>
    public static IEnumerable<(Term Term, Contribution Points)> Of(TokenGroup group)
    {
        foreach (var alternative in group.Alternatives)
        {
            foreach (var (field, tokenClass) in SearchToken.SlotsOf(alternative.Token))
            {
                yield return (
                    new Term(LuceneDocuments.TokenField(field, tokenClass), alternative.Token),
                    new Contribution(group.Word, alternative.Token, field, tokenClass, alternative.Class, alternative.Weight * SearchWeights.Of(field, tokenClass)));
            }
        }
    }
}

/// <summary>The terms of one group by rising worth.</summary>
internal sealed class QueryTermGroup(TokenGroup group)
{
    public bool Optional => group.Optional;

    public IReadOnlyList<(string Field, BytesRef Token, ushort Worth)> Terms { get; } =
        [.. QueryTerms.Of(group).OrderBy(t => t.Points.Points).Select(t => (t.Term.Field, t.Term.Bytes, (ushort)t.Points.Points))];
}
