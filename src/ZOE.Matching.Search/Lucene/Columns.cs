using Lucene.Net.Index;
using Lucene.Net.Util;

namespace ZOE.Matching.Search.Lucene;

/// <summary>A keyword filter on the column of one segment.</summary>
internal sealed class ColumnFilter
{
    private readonly SortedSetDocValues? values;
    private readonly HashSet<long> allowed = [];

    public ColumnFilter(KeywordFilter filter, AtomicReader reader)
    {
        Field = filter.Field;
        values = reader.GetSortedSetDocValues(LuceneDocuments.KeywordColumn(filter.Field));
        if (values is null)
            return;
        foreach (var value in filter.Values)
        {
            var ord = values.LookupTerm(new BytesRef(value));
            if (ord >= 0)
                allowed.Add(ord);
        }
    }

    public string Field { get; }

    public bool Passes(int doc)
    {
        if (values is null || allowed.Count == 0)
            return false;
        values.SetDocument(doc);
        for (var ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd())
        {
            if (allowed.Contains(ord))
                return true;
        }
        return false;
    }
}

/// <summary>Counts the values of one keyword column in one segment.</summary>
internal sealed class FacetColumn
{
    private readonly SortedSetDocValues? values;
    private readonly int[] counts;

    public FacetColumn(string field, AtomicReader reader)
    {
        Field = field;
        values = reader.GetSortedSetDocValues(LuceneDocuments.KeywordColumn(field));
        counts = new int[values?.ValueCount ?? 0];
    }

    public string Field { get; }

    public void Count(int doc)
    {
        if (values is null)
            return;
        values.SetDocument(doc);
        for (var ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd())
            counts[ord]++;
    }

    public void AddTo(Dictionary<string, int> totals, BytesRef scratch)
    {
        for (var ord = 0; ord < counts.Length; ord++)
        {
            if (counts[ord] == 0)
                continue;
            values!.LookupOrd(ord, scratch);
            var value = scratch.Utf8ToString();
            totals[value] = totals.GetValueOrDefault(value) + counts[ord];
        }
    }
}
