using Lucene.Net.Index;

namespace ZOE.Matching.Search.Lucene;

/// <summary>Filters, counts and keeps the best hits, all from columns; total and facets are exact because every match passes through here.</summary>
internal sealed class HitCollector
{
    private readonly SearchQuery query;
    private readonly SearchCursor? after;
    private readonly (KeywordFilter Filter, HashSet<string> Wanted, int Facet)[] wanted;
    private readonly string[] facetFields;
    private readonly Dictionary<string, int>[] facets;
    private readonly PriorityQueue<FoundHit, FoundHit> best = new(Comparer<FoundHit>.Create((a, b) => -FoundHit.Order(a, b)));

    private readonly Filter[] filters;
    private readonly (int[]? Days, int NotBefore)[] floors;
    private readonly (KeywordColumn? Column, int[] Counts)[] counted;
    private Guid[] ids = [];
    private int[]? sortDays;
    private int docBase;

    public HitCollector(SearchQuery query)
    {
        this.query = query;
        after = SearchCursor.Read(query.Cursor, query.Sort);
        facetFields = [.. query.Facets.Distinct(StringComparer.Ordinal)];
        facets = [.. facetFields.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
        // Fields that are not counted come first: who fails there is out at once.
        wanted = [.. query.Filters.Select(f => (f, f.Values.ToHashSet(StringComparer.Ordinal), Array.IndexOf(facetFields, f.Field))).OrderBy(f => f.Item3)];
        filters = new Filter[wanted.Length];
        floors = new (int[]?, int)[query.DayFloors.Count];
        counted = new (KeywordColumn?, int[])[facetFields.Length];
    }

    public int Total { get; private set; }

    public bool HasMore { get; private set; }

    /// <summary>The page's hits in final order.</summary>
    public FoundHit[] Page() => [.. best.UnorderedItems.Select(i => i.Element).Order(Comparer<FoundHit>.Create(FoundHit.Order))];

    public Dictionary<string, IReadOnlyList<FacetValue>> Facets()
        => facetFields.Zip(facets).ToDictionary(
            f => f.First,
            f => (IReadOnlyList<FacetValue>)[.. f.Second.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).Select(v => new FacetValue(v.Key, v.Value))],
            StringComparer.Ordinal);

    public void Open(AtomicReaderContext context)
    {
        var columns = SegmentColumns.Of(context.AtomicReader);
        (docBase, ids) = (context.DocBase, columns.Ids);
        for (var i = 0; i < filters.Length; i++)
        {
            var column = columns.Keyword(wanted[i].Filter.Field);
            filters[i] = new Filter(column, column?.Mark(wanted[i].Wanted), wanted[i].Facet);
        }
        for (var i = 0; i < floors.Length; i++)
            floors[i] = (columns.Day(query.DayFloors[i].Field), query.DayFloors[i].NotBefore.DayNumber);
        for (var i = 0; i < counted.Length; i++)
        {
            var column = columns.Keyword(facetFields[i]);
            counted[i] = (column, column is null ? [] : new int[column.Values.Length]);
        }
        sortDays = query.Sort.DayField is { } day ? columns.Day(day) : null;
    }

    public void Collect(int doc, int score)
    {
        foreach (var (days, notBefore) in floors)
        {
            var day = days is null ? 0 : days[doc];
            if (day == 0 || day < notBefore)
                return;
        }
        // A field's own filter does not narrow its own counts: a document may fail one counted field and is counted there alone.
        var failed = -1;
        foreach (var filter in filters)
        {
            if (filter.Passes(doc))
                continue;
            if (filter.Facet < 0 || (failed >= 0 && failed != filter.Facet))
                return;
            failed = filter.Facet;
        }
        if (failed >= 0)
        {
            Count(failed, doc);
            return;
        }
        for (var facet = 0; facet < counted.Length; facet++)
            Count(facet, doc);
        Total++;
        Keep(doc, score);
    }

    public void CloseSegment()
    {
        for (var facet = 0; facet < counted.Length; facet++)
        {
            var (column, counts) = counted[facet];
            for (var number = 1; number < counts.Length; number++)
            {
                if (counts[number] > 0)
                    facets[facet][column!.Values[number]] = facets[facet].GetValueOrDefault(column.Values[number]) + counts[number];
            }
        }
    }

    private void Count(int facet, int doc)
    {
        var (column, counts) = counted[facet];
        column?.Count(doc, counts);
    }

    private void Keep(int doc, int score)
    {
        var key = query.Sort.DayField is null ? score : SearchCursor.KeyOf(sortDays is null ? 0 : sortDays[doc], query.Sort.Descending);
        var full = best.Count >= query.PageSize;
        if (full && after is null && best.Count > 0 && key < best.Peek().Key)
        {
            HasMore = true;
            return;
        }
        if (after is { } place && !place.IsBefore(key, ids[doc]))
            return;
        var hit = new FoundHit(docBase + doc, ids[doc], key, score);
        if (!full)
        {
            best.Enqueue(hit, hit);
            return;
        }
        HasMore = true;
        if (query.PageSize > 0 && FoundHit.Order(hit, best.Peek()) < 0)
            best.DequeueEnqueue(hit, hit);
    }

    /// <summary>A keyword filter in the present segment.</summary>
    private readonly record struct Filter(KeywordColumn? Column, bool[]? Marks, int Facet)
    {
        public bool Passes(int doc) => Marks is not null && Column!.Has(doc, Marks);
    }
}

/// <summary>A hit while it is collected.</summary>
internal readonly record struct FoundHit(int Doc, Guid Id, long Key, int Score)
{
    /// <summary>Larger key first, then smaller id.</summary>
    public static int Order(FoundHit a, FoundHit b) => a.Key != b.Key ? b.Key.CompareTo(a.Key) : a.Id.CompareTo(b.Id);
}
