using Lucene.Net.Index;

namespace ZOE.Matching.Search.Lucene;

/// <summary>Filters, counts and keeps the best hits, all from columns; total and facets are exact because every match passes through here.</summary>
internal sealed class HitCollector(SearchQuery query)
{
    private readonly SearchCursor? after = SearchCursor.Read(query.Cursor, query.Sort);
    private readonly Dictionary<string, Dictionary<string, int>> facets = query.Facets.Distinct(StringComparer.Ordinal)
        .ToDictionary(f => f, _ => new Dictionary<string, int>(StringComparer.Ordinal), StringComparer.Ordinal);
    private readonly PriorityQueue<FoundHit, FoundHit> best = new(Comparer<FoundHit>.Create((a, b) => -FoundHit.Order(a, b)));

    public int Total { get; private set; }

    public bool HasMore { get; private set; }

    /// <summary>The page's hits in final order.</summary>
    public FoundHit[] Page() => [.. best.UnorderedItems.Select(i => i.Element).Order(Comparer<FoundHit>.Create(FoundHit.Order))];

    public Dictionary<string, IReadOnlyList<FacetValue>> Facets() => facets.ToDictionary(
        f => f.Key,
        f => (IReadOnlyList<FacetValue>)[.. f.Value.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).Select(v => new FacetValue(v.Key, v.Value))],
        StringComparer.Ordinal);

    /// <summary>Takes what the words found in one segment.</summary>
    public void Take(AtomicReaderContext segment, List<int> documents, SegmentScores scores)
    {
        if (documents.Count == 0)
            return;
        var columns = SegmentColumns.Of(segment.AtomicReader);
        ColumnFilter[] filters = [.. query.Filters.Select(f => new ColumnFilter(f, columns))];
        (int[] Days, int NotBefore)[] floors = [.. query.DayFloors.Select(f => (columns.Day(f.Field), f.NotBefore.DayNumber))];
        FacetColumn[] counts = [.. facets.Keys.Select(f => new FacetColumn(f, columns))];
        var sortDays = query.Sort.DayField is { } field ? columns.Day(field) : null;
        var least = query.Groups.Count > 0 ? query.MinimumPoints : 0;
        foreach (var doc in documents)
        {
            var score = scores.Of(doc);
            if (score < least || !IsInTime(floors, doc) || !Passes(filters, doc, out var onlyFailing))
                continue;
            foreach (var count in counts)
            {
                // A field's own filter does not narrow its own counts.
                if (onlyFailing is null || onlyFailing == count.Field)
                    count.Count(doc);
            }
            if (onlyFailing is null)
                Keep(segment.DocBase + doc, score, sortDays is null ? score : SearchCursor.KeyOf(sortDays[doc], query.Sort.Descending), columns.Id(doc));
        }
        foreach (var count in counts)
            count.AddTo(facets[count.Field]);
    }

    private static bool IsInTime((int[] Days, int NotBefore)[] floors, int doc)
    {
        foreach (var (days, notBefore) in floors)
        {
            if (days[doc] == 0 || days[doc] < notBefore)
                return false;
        }
        return true;
    }

    /// <summary>False when two fields fail: then the document counts nowhere.</summary>
    private static bool Passes(ColumnFilter[] filters, int doc, out string? onlyFailing)
    {
        onlyFailing = null;
        foreach (var filter in filters)
        {
            if (filter.Passes(doc))
                continue;
            if (onlyFailing is not null && onlyFailing != filter.Field)
                return false;
            onlyFailing = filter.Field;
        }
        return true;
    }

    private void Keep(int doc, int score, long key, Guid id)
    {
        Total++;
        if (after is { } place && !place.IsBefore(key, id))
            return;
        var hit = new FoundHit(doc, id, key, score);
        if (best.Count < query.PageSize)
        {
            best.Enqueue(hit, hit);
            return;
        }
        HasMore = true;
        if (query.PageSize > 0)
            best.EnqueueDequeue(hit, hit);
    }
}

/// <summary>A hit while it is collected.</summary>
internal readonly record struct FoundHit(int Doc, Guid Id, long Key, int Score)
{
    /// <summary>Larger key first, then smaller id.</summary>
    public static int Order(FoundHit a, FoundHit b) => a.Key != b.Key ? b.Key.CompareTo(a.Key) : a.Id.CompareTo(b.Id);
}
