using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace ZOE.Matching.Search.Lucene;

/// <summary>Ids, keywords and days of one segment as plain arrays. Read from Lucene once, when the segment is new, and dropped with it.</summary>
internal sealed class SegmentColumns
{
    private static readonly ConditionalWeakTable<object, SegmentColumns> Known = [];

    private readonly Dictionary<string, KeywordColumn> keywords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> days = new(StringComparer.Ordinal);

    private SegmentColumns(AtomicReader reader)
    {
        Ids = ReadIds(reader);
        foreach (var field in reader.FieldInfos)
        {
            if (LuceneDocuments.IsKeywordColumn(field.Name))
                keywords[field.Name] = new KeywordColumn(reader.GetSortedSetDocValues(field.Name), reader.MaxDoc);
            else if (LuceneDocuments.IsDayColumn(field.Name))
                days[field.Name] = ReadDays(reader.GetNumericDocValues(field.Name), reader.MaxDoc);
        }
    }

    /// <summary>Id of each document.</summary>
    public Guid[] Ids { get; }

    /// <summary>The columns of a segment; its core stays the same while documents are deleted from it.</summary>
    public static SegmentColumns Of(AtomicReader reader) => Known.GetValue(reader.CoreCacheKey, _ => new SegmentColumns(reader));

    /// <summary>Null when no document of the segment carries the field.</summary>
    public KeywordColumn? Keyword(string field) => keywords.GetValueOrDefault(LuceneDocuments.KeywordColumn(field));

    /// <summary>Day numbers, 0 where a document has none; null when no document of the segment carries the field.</summary>
    public int[]? Day(string field) => days.GetValueOrDefault(LuceneDocuments.DayColumn(field));

    private static Guid[] ReadIds(AtomicReader reader)
    {
        NumericDocValues high = reader.GetNumericDocValues(LuceneDocuments.IdHigh), low = reader.GetNumericDocValues(LuceneDocuments.IdLow);
        var ids = new Guid[reader.MaxDoc];
        for (var doc = 0; doc < ids.Length; doc++)
            ids[doc] = LuceneDocuments.ReadId(high.Get(doc), low.Get(doc));
        return ids;
    }

    private static int[] ReadDays(NumericDocValues values, int count)
    {
        var days = new int[count];
        for (var doc = 0; doc < count; doc++)
            days[doc] = (int)values.Get(doc);
        return days;
    }
}

/// <summary>One keyword field of a segment: per document the numbers of its values, from 1. Where no document has more than one value they stand side by side, as bytes if they are few: what a search reads of many documents should be small.</summary>
internal sealed class KeywordColumn
{
    private readonly Dictionary<string, int> numbers;
    private readonly byte[]? few;
    private readonly int[]? one;
    private readonly int[] starts = [], several = [];

    public KeywordColumn(SortedSetDocValues source, int documents)
    {
        Values = new string[source.ValueCount + 1];
        Values[0] = "";
        numbers = new Dictionary<string, int>(Values.Length, StringComparer.Ordinal);
        var scratch = new BytesRef();
        for (var number = 1; number < Values.Length; number++)
        {
            source.LookupOrd(number - 1, scratch);
            Values[number] = scratch.Utf8ToString();
            numbers[Values[number]] = number;
        }
        starts = new int[documents + 1];
        var all = new List<int>(documents);
        var isOne = true;
        for (var doc = 0; doc < documents; doc++)
        {
            source.SetDocument(doc);
            for (var number = source.NextOrd(); number != SortedSetDocValues.NO_MORE_ORDS; number = source.NextOrd())
                all.Add((int)number + 1);
            starts[doc + 1] = all.Count;
            isOne &= all.Count - starts[doc] <= 1;
        }
        if (!isOne)
        {
            several = [.. all];
            return;
        }
        one = new int[documents];
        for (var doc = 0; doc < documents; doc++)
            one[doc] = starts[doc + 1] > starts[doc] ? all[starts[doc]] : 0;
        starts = [];
        if (Values.Length > byte.MaxValue)
            return;
        few = Array.ConvertAll(one, number => (byte)number);
        one = null;
    }

    /// <summary>All values; the place of a value is its number. The first stands for none.</summary>
    public string[] Values { get; }

    /// <summary>Whether one of a document's values is marked.</summary>
    public bool Has(int doc, bool[] marks)
    {
        if (few is not null)
            return marks[few[doc]];
        if (one is not null)
            return marks[one[doc]];
        for (var i = starts[doc]; i < starts[doc + 1]; i++)
        {
            if (marks[several[i]])
                return true;
        }
        return false;
    }

    /// <summary>Counts a document under each of its values, or under none.</summary>
    public void Count(int doc, int[] counts)
    {
        if (few is not null)
            counts[few[doc]]++;
        else if (one is not null)
            counts[one[doc]]++;
        else
        {
            for (var i = starts[doc]; i < starts[doc + 1]; i++)
                counts[several[i]]++;
        }
    }

    /// <summary>Marks the numbers of the wanted values; null when the segment has none of them.</summary>
    public bool[]? Mark(HashSet<string> wanted)
    {
        bool[]? marks = null;
        if (wanted.Count < Values.Length)
        {
            foreach (var value in wanted)
            {
                if (numbers.TryGetValue(value, out var number))
                    (marks ??= new bool[Values.Length])[number] = true;
            }
            return marks;
        }
        for (var number = 1; number < Values.Length; number++)
        {
            if (wanted.Contains(Values[number]))
                (marks ??= new bool[Values.Length])[number] = true;
        }
        return marks;
    }
}
