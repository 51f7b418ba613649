using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Web.Vocabulary;

/// <summary>All names of the vocabulary in order, for suggestions while typing. Groups and retired concepts are not offered. Immutable.</summary>
public sealed class NameIndex
{
    private const int Least = 2;

    private readonly Row[] _rows;

    private NameIndex(Row[] rows) => _rows = rows;

    public static NameIndex Build(IEnumerable<Concept> concepts)
    {
        var rows = concepts.Where(c => !c.Retired && c.Kind is not (ConceptKind.CompetenceGroup or ConceptKind.OccupationGroup))
            .SelectMany(c => c.Labels.Where(l => l.Text != c.Label).Select(l => new Row(Fold(l.Text), c.Label, c.Kind, false)).Prepend(new Row(Fold(c.Label), c.Label, c.Kind, true))).ToArray();
        Array.Sort(rows, (a, b) => string.CompareOrdinal(a.Folded, b.Folded) is not 0 and var order ? order : string.CompareOrdinal(a.Label, b.Label));
        return new NameIndex(rows);
    }

    /// <summary>Preferred names of concepts whose own name begins so, then of those with another such name, then of those with such a word within.</summary>
    public IReadOnlyList<string> Find(string? typed, ConceptKind? kind, int most)
    {
        var start = Fold(typed ?? "");
        if (start.Length < Least) return [];
        bool Fits(Row row) => kind is null || row.Kind == kind;
        var found = new List<string>();
        var first = FirstAtOrAfter(start);
        var begins = _rows.Skip(first).TakeWhile(r => r.Folded.StartsWith(start, StringComparison.Ordinal)).Where(Fits).ToList();
        Take(begins.Where(r => r.IsPreferred).OrderBy(r => r.Folded.Length));
        Take(begins.Where(r => !r.IsPreferred).OrderBy(r => r.Folded.Length));
        if (found.Count < most) Take(_rows.Where(r => Fits(r) && r.Folded.Contains($" {start}", StringComparison.Ordinal)));
        return found;

        void Take(IEnumerable<Row> rows)
        {
            foreach (var row in rows)
            {
                if (found.Count == most) return;
                if (!found.Contains(row.Label)) found.Add(row.Label);
            }
        }
    }

    private int FirstAtOrAfter(string start)
    {
        int low = 0, high = _rows.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_rows[middle].Folded, start) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static string Fold(string text) => OpenWord.Fold(text);

    private readonly record struct Row(string Folded, string Label, ConceptKind Kind, bool IsPreferred);
}
