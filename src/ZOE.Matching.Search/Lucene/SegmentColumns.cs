using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace ZOE.Matching.Search.Lucene;

/// <summary>The columns of one segment as plain arrays, read once per segment and field. A segment never changes, so they live as long as it.</summary>
internal sealed class SegmentColumns
{
    private static readonly ConditionalWeakTable<object, SegmentColumns> Known = [];

    private readonly AtomicReader reader;
    private readonly ConcurrentDictionary<string, KeywordColumn> keywords = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int[]> days = new(StringComparer.Ordinal);
    private readonly Lazy<(long[] High, long[] Low)> ids;

    private SegmentColumns(AtomicReader reader)
    {
        this.reader = reader;
        ids = new(() => (Numbers(LuceneDocuments.IdHigh), Numbers(LuceneDocuments.IdLow)));
    }

    public static SegmentColumns Of(AtomicReader reader) => Known.GetValue(reader.CoreCacheKey, _ => new SegmentColumns(reader));

    /// <summary>Values of a keyword field.</summary>
    public KeywordColumn Keyword(string field) => keywords.GetOrAdd(field, f => new KeywordColumn(reader.GetSortedSetDocValues(LuceneDocuments.KeywordColumn(f)), reader.MaxDoc));

    /// <summary>Day numbers of a field, 0 where there is none.</summary>
    public int[] Day(string field) => days.GetOrAdd(field, f => Array.ConvertAll(Numbers(LuceneDocuments.DayColumn(f)), n => (int)n));

    public Guid Id(int doc) => LuceneDocuments.ReadId(ids.Value.High[doc], ids.Value.Low[doc]);

    private long[] Numbers(string column)
    {
        var numbers = new long[reader.MaxDoc];
        if (reader.GetNumericDocValues(column) is { } values)
        {
            for (var doc = 0; doc < numbers.Length; doc++)
                numbers[doc] = values.Get(doc);
        }
        return numbers;
    }
}

/// <summary>The values of a keyword field in one segment: for each document a stretch of numbers, each the place of a value in the list of values.</summary>
internal sealed class KeywordColumn
{
    private readonly int[] starts, places;
    private readonly string[] values;
    private readonly Dictionary<string, int> placeOf = new(StringComparer.Ordinal);

    public KeywordColumn(SortedSetDocValues? source, int documents)
    {
        starts = new int[documents + 1];
        values = new string[source?.ValueCount ?? 0];
        var all = new List<int>(documents);
        var scratch = new BytesRef();
        for (var place = 0; place < values.Length; place++)
        {
            source!.LookupOrd(place, scratch);
            placeOf[values[place] = scratch.Utf8ToString()] = place;
        }
        for (var doc = 0; doc < documents; doc++)
        {
            if (source is not null)
            {
                source.SetDocument(doc);
                for (var ord = source.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = source.NextOrd())
                    all.Add((int)ord);
            }
            starts[doc + 1] = all.Count;
        }
        places = [.. all];
    }

    public ReadOnlySpan<int> Of(int doc) => places.AsSpan(starts[doc], starts[doc + 1] - starts[doc]);

    public int Count => values.Length;

    public string Value(int place) => values[place];

    public int? PlaceOf(string value) => placeOf.TryGetValue(value, out var place) ? place : null;
}

/// <summary>A keyword filter on the column of one segment.</summary>
internal sealed class ColumnFilter
{
    private readonly KeywordColumn column;
    private readonly bool[] allowed;

    public ColumnFilter(KeywordFilter filter, SegmentColumns columns)
    {
        Field = filter.Field;
        column = columns.Keyword(filter.Field);
        allowed = new bool[column.Count];
        foreach (var value in filter.Values)
        {
            if (column.PlaceOf(value) is { } place)
                allowed[place] = true;
        }
    }

    public string Field { get; }

    public bool Passes(int doc)
    {
        foreach (var place in column.Of(doc))
        {
            if (allowed[place])
                return true;
        }
        return false;
    }
}

/// <summary>Counts the values of one keyword column in one segment.</summary>
internal sealed class FacetColumn
{
    private readonly KeywordColumn column;
    private readonly int[] counts;

    public FacetColumn(string field, SegmentColumns columns)
    {
        (Field, column) = (field, columns.Keyword(field));
        counts = new int[column.Count];
    }

    public string Field { get; }

    public void Count(int doc)
    {
        foreach (var place in column.Of(doc))
            counts[place]++;
    }

    public void AddTo(Dictionary<string, int> totals)
    {
        for (var place = 0; place < counts.Length; place++)
        {
            if (counts[place] > 0)
                totals[column.Value(place)] = totals.GetValueOrDefault(column.Value(place)) + counts[place];
        }
    }
}
