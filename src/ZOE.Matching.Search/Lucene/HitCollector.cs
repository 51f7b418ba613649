using Lucene.Net.Index;

namespace ZOE.Matching.Search.Lucene;

/// <summary>Filters, counts and keeps the best hits, all from columns; total and facets are exact because every match passes through here.</summary>
internal sealed class HitCollector(SearchQuery query)
{
    /// <summary>Bit of the day filters, which no facet has.</summary>
    private const uint TooEarly = 1u << 31;

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
    public void Take(AtomicReaderContext segment, ReadOnlySpan<int> documents, SegmentScores scores)
    {
        if (documents.IsEmpty)
            return;
        var columns = SegmentColumns.Of(segment.AtomicReader);
        // One bit for each filtered field: a document that fails in one field still counts for that field's own facet, one that fails in two counts nowhere.
        var fields = query.Filters.Select(f => f.Field).Distinct(StringComparer.Ordinal).ToList();
        uint BitOf(string field) => fields.IndexOf(field) is >= 0 and var at ? 1u << at : 0;
        ColumnFilter[] filters = [.. query.Filters.Select(f => new ColumnFilter(f, columns, BitOf(f.Field)))];
        FacetColumn[] counts = [.. facets.Keys.Select(f => new FacetColumn(f, columns, BitOf(f)))];
        var counting = counts.Aggregate(0u, (bits, c) => bits | c.Bit);
        (int[] Days, int NotBefore)[] floors = [.. query.DayFloors.Select(f => (columns.Day(f.Field), Math.Max(1, f.NotBefore.DayNumber)))];
        var sortDays = query.Sort.DayField is { } sorted ? columns.Day(sorted) : null;
        var least = query.Groups.Count > 0 ? query.MinimumPoints : 0;
        foreach (var doc in documents)
        {
            var fails = 0u;
            foreach (var filter in filters)
                fails |= filter.Of(doc);
            foreach (var (days, notBefore) in floors)
                fails |= days[doc] < notBefore ? TooEarly : 0;
            var score = scores.Of(doc);
            if (score < least)
                continue;
            if (fails == 0)
            {
                foreach (var count in counts)
                    count.Count(doc);
                Keep(segment.DocBase + doc, score, sortDays is null ? score : SearchCursor.KeyOf(sortDays[doc], query.Sort.Descending), columns, doc);
            }
            else if ((fails & counting) == fails && (fails & (fails - 1)) == 0)
            {
                foreach (var count in counts)
                {
                    if (count.Bit == fails)
                        count.Count(doc);
                }
            }
        }
        foreach (var count in counts)
            count.AddTo(facets[count.Field]);
    }

    private void Keep(int doc, int score, long key, SegmentColumns columns, int local)
    {
        Total++;
        // Most hits lie below the page.
        if (HasMore && query.PageSize > 0 && after is null && key < best.Peek().Key)
            return;
        var id = columns.Id(local);
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
