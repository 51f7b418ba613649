namespace ZOE.Matching.Search.German;

/// <summary>A hit, or a similar document that only the wide reading finds.</summary>
public readonly record struct RankedHit(SearchHit Hit, bool IsSimilar);

/// <summary>
/// The two readings of a typed search. The strict one says what is a hit: hits are counted, faceted and paged. The wide one says how near each is to what was typed, and finds similar ones;
/// both are shown in its order, so that the nearest stands on top whether or not it has every word (unless words demand facts).
/// </summary>
public sealed class WordSearch(QueryAnalysis strict, Func<SearchQuery> near)
{
    private readonly Lazy<SearchQuery> wide = new(near);

    /// <summary>What the words mean.</summary>
    public QueryAnalysis Strict => strict;

    /// <summary>The wide reading, made when it is asked for: it compares the words with all names of the vocabulary.</summary>
    public SearchQuery Near => wide.Value;

    /// <summary>The hits by the strict reading alone, for orders that do not ask how near a hit is.</summary>
    /// <param name="anyWord">One of the words is enough.</param>
    public SearchQuery Counted(bool anyWord) => anyWord ? strict.ToRelaxedQuery() : strict.ToQuery();

    /// <summary>The hits, in the order of the wide reading; add filters, facets and paging with "with".</summary>
    /// <param name="anyWord">One of the words is enough.</param>
    public SearchQuery Hits(bool anyWord)
    {
        var counted = Counted(anyWord);
        var demanded = counted.Groups.Where(g => !g.Optional).ToList();
        return demanded.Count == 0 || Near.Groups.Count == 0 ? counted : counted with { Groups = Near.Groups, Demand = new Demand(demanded, counted.MinimumGroups) };
    }

    /// <summary>
    /// The first page: its hits and the similar ones among and beneath them, nearest first; ids break ties, as in the engines. Who demands facts gets all hits first: a similar one may lack just those.
    /// </summary>
    /// <param name="hits">First page of <see cref="Hits"/>.</param>
    /// <param name="near">First page of <see cref="Near"/> with the same filters, at least as long as the page and the similar ones together.</param>
    /// <param name="mostSimilar">Most similar ones.</param>
    public IReadOnlyList<RankedHit> FirstPage(SearchPage hits, SearchPage near, int mostSimilar)
    {
        var own = hits.Hits.Select(h => h.Id).ToHashSet();
        // Where there are more hits than the page holds, what is not nearer than its last one may be a hit of a later page.
        var last = hits.Hits.Count < hits.Total ? hits.Hits[^1] : null;
        var similar = near.Hits.Where(h => !own.Contains(h.Id) && (last is null || Compare(h, last) < 0)).Take(mostSimilar);
        if (strict.NamesFacts && last is not null)
            similar = [];
        var all = hits.Hits.Select(h => new RankedHit(h, false)).Concat(similar.Select(h => new RankedHit(h, true)));
        return strict.NamesFacts ? [.. all] : [.. all.Order(Comparer<RankedHit>.Create((a, b) => Compare(a.Hit, b.Hit)))];
    }

    private static int Compare(SearchHit a, SearchHit b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Id.CompareTo(b.Id);
}
