using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace ZOE.Matching.Search.Lucene;

/// <summary>Filters, counts and keeps the best hits, all from columns; total and facets are exact because every match passes through here.</summary>
internal sealed class HitCollector(SearchQuery query, CancellationToken cancellation) : ICollector
{
    private readonly SearchCursor? after = SearchCursor.Read(query.Cursor, query.Sort);
    private readonly Dictionary<string, Dictionary<string, int>> facets = query.Facets.Distinct(StringComparer.Ordinal)
        .ToDictionary(f => f, _ => new Dictionary<string, int>(StringComparer.Ordinal), StringComparer.Ordinal);
    private readonly PriorityQueue<FoundHit, FoundHit> best = new(Comparer<FoundHit>.Create((a, b) => -FoundHit.Order(a, b)));
    private readonly BytesRef scratch = new();
    private Scorer scorer = null!;
    private ColumnFilter[] filters = [];
    private (NumericDocValues? Days, int NotBefore)[] floors = [];
    private FacetColumn[] columns = [];
    private NumericDocValues? idHigh, idLow, sortDays;
    private int docBase;

    public int Total { get; private set; }

    public bool HasMore { get; private set; }

    public bool AcceptsDocsOutOfOrder => false;

    /// <summary>The page's hits in final order.</summary>
    public FoundHit[] Page() => [.. best.UnorderedItems.Select(i => i.Element).Order(Comparer<FoundHit>.Create(FoundHit.Order))];

    public Dictionary<string, IReadOnlyList<FacetValue>> Facets()
    {
        CloseSegment();
        return facets.ToDictionary(
            f => f.Key,
            f => (IReadOnlyList<FacetValue>)[.. f.Value.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).Select(v => new FacetValue(v.Key, v.Value))],
            StringComparer.Ordinal);
    }

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        cancellation.ThrowIfCancellationRequested();
        CloseSegment();
        var reader = context.AtomicReader;
        docBase = context.DocBase;
        filters = [.. query.Filters.Select(f => new ColumnFilter(f, reader))];
        floors = [.. query.DayFloors.Select(f => (reader.GetNumericDocValues(LuceneDocuments.DayColumn(f.Field)), f.NotBefore.DayNumber))];
        columns = [.. facets.Keys.Select(f => new FacetColumn(f, reader))];
        idHigh = reader.GetNumericDocValues(LuceneDocuments.IdHigh);
        idLow = reader.GetNumericDocValues(LuceneDocuments.IdLow);
        sortDays = query.Sort.DayField is { } day ? reader.GetNumericDocValues(LuceneDocuments.DayColumn(day)) : null;
    }

    public void Collect(int doc)
    {
        if (query.MinimumPoints > 0 && query.Groups.Count > 0 && MathF.Round(scorer.GetScore()) < query.MinimumPoints)
            return;
        foreach (var (days, notBefore) in floors)
        {
            var day = days?.Get(doc) ?? 0;
            if (day == 0 || day < notBefore)
                return;
        }
        string? onlyFailing = null;
        foreach (var filter in filters)
        {
            if (filter.Passes(doc))
                continue;
            if (onlyFailing is not null && onlyFailing != filter.Field)
                return;
            onlyFailing = filter.Field;
        }
        foreach (var column in columns)
        {
            if (onlyFailing is null || onlyFailing == column.Field)
                column.Count(doc);
        }
        if (onlyFailing is null)
            Keep(doc);
    }

    private void Keep(int doc)
    {
        Total++;
        var score = query.Groups.Count == 0 ? 0 : (int)MathF.Round(scorer.GetScore());
        var key = query.Sort.DayField is null ? score : SearchCursor.KeyOf((int)(sortDays?.Get(doc) ?? 0), query.Sort.Descending);
        var id = LuceneDocuments.ReadId(idHigh!.Get(doc), idLow!.Get(doc));
        if (after is { } place && !place.IsBefore(key, id))
            return;
        var hit = new FoundHit(docBase + doc, id, key, score);
        if (best.Count < query.PageSize)
        {
            best.Enqueue(hit, hit);
            return;
        }
        HasMore = true;
        if (query.PageSize > 0)
            best.EnqueueDequeue(hit, hit);
    }

    private void CloseSegment()
    {
        foreach (var column in columns)
            column.AddTo(facets[column.Field], scratch);
        columns = [];
    }
}

/// <summary>A hit while it is collected.</summary>
internal readonly record struct FoundHit(int Doc, Guid Id, long Key, int Score)
{
    /// <summary>Larger key first, then smaller id.</summary>
    public static int Order(FoundHit a, FoundHit b) => a.Key != b.Key ? b.Key.CompareTo(a.Key) : a.Id.CompareTo(b.Id);
}
