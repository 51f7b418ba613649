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

/// <summary>The values of a keyword field in one segment: each document has the place of its value in the list of values; where some have several, a stretch of places.</summary>
internal sealed class KeywordColumn
{
    private readonly int[] starts, places;
    private readonly string[] values;
    private readonly Dictionary<string, int> placeOf = new(StringComparer.Ordinal);

    public KeywordColumn(SortedSetDocValues? source, int documents)
    {
        starts = new int[documents + 1];
        // Place 0 stands for no value.
        values = new string[(int)(source?.ValueCount ?? 0) + 1];
        values[0] = "";
        var scratch = new BytesRef();
        for (var place = 1; place < values.Length; place++)
        {
            source!.LookupOrd(place - 1, scratch);
            placeOf[values[place] = scratch.Utf8ToString()] = place;
        }
        var all = new List<int>(documents);
        for (var doc = 0; doc < documents; doc++)
        {
            if (source is not null)
            {
                source.SetDocument(doc);
                for (var ord = source.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = source.NextOrd())
                    all.Add((int)ord + 1);
            }
            if (all.Count == starts[doc])
                all.Add(0);
            starts[doc + 1] = all.Count;
        }
        places = [.. all];
        if (places.Length == documents && values.Length <= ushort.MaxValue)
            Single = Array.ConvertAll(places, p => (ushort)p);
    }

    /// <summary>The place of each document's only value, in half the memory; null where a document has more, or there are too many values.</summary>
    public ushort[]? Single { get; }

    public ReadOnlySpan<int> Of(int doc) => places.AsSpan(starts[doc], starts[doc + 1] - starts[doc]);

    /// <summary>Places there are, the one for no value among them.</summary>
    public int Count => values.Length;

    public string Value(int place) => values[place];

    public int? PlaceOf(string value) => placeOf.TryGetValue(value, out var place) ? place : null;
}

/// <summary>A keyword filter on the column of one segment.</summary>
internal sealed class ColumnFilter
{
    private readonly KeywordColumn column;
    private readonly ushort[] single;
    private readonly uint[] fails;
    private readonly uint bit;

    /// <param name="bit">Set for a document that fails.</param>
    public ColumnFilter(KeywordFilter filter, SegmentColumns columns, uint bit)
    {
        column = columns.Keyword(filter.Field);
        this.bit = bit;
        single = column.Single ?? [];
        fails = new uint[column.Count];
        Array.Fill(fails, bit);
        foreach (var value in filter.Values)
        {
            if (column.PlaceOf(value) is { } place)
                fails[place] = 0;
        }
    }

    /// <summary>0, or the bit when the document fails. Without a branch where it can be: whether it fails cannot be foretold.</summary>
    public uint Of(int doc) => (uint)doc < (uint)single.Length ? fails[single[doc]] : OfMany(doc);

    private uint OfMany(int doc)
    {
        foreach (var place in column.Of(doc))
        {
            if (fails[place] == 0)
                return 0;
        }
        return bit;
    }
}

/// <summary>Counts the values of one keyword column in one segment.</summary>
internal sealed class FacetColumn
{
    private readonly KeywordColumn column;
    private readonly int[] counts;

    /// <param name="bit">Bit of the field's own filters; 0 when it has none.</param>
    public FacetColumn(string field, SegmentColumns columns, uint bit)
    {
        (Field, Bit, column) = (field, bit, columns.Keyword(field));
        counts = new int[column.Count];
    }

    public string Field { get; }

    public uint Bit { get; }

    public void Count(int doc)
    {
        if (column.Single is { } single)
        {
            counts[single[doc]]++;
            return;
        }
        foreach (var place in column.Of(doc))
            counts[place]++;
    }

    public void AddTo(Dictionary<string, int> totals)
    {
        for (var place = 1; place < counts.Length; place++)
        {
            if (counts[place] > 0)
                totals[column.Value(place)] = totals.GetValueOrDefault(column.Value(place)) + counts[place];
        }
    }
}
