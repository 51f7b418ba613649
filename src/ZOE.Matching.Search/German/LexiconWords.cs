namespace ZOE.Matching.Search.German;

public sealed partial class Lexicon
{
    private (string Folded, string Label)[]? starts;
    private Dictionary<string, string[]>? written;

    /// <summary>The search with each unknown word replaced by the nearest known one, as the vocabulary writes it; null when no word was corrected.</summary>
    public string? Corrected(string? text)
    {
        var words = GermanTokens.CutQuery(text ?? "");
        var meant = words.Select(w => GermanWords.Stop.Contains(w.Surface) || Knows(w.Stem) || IsNewWord(w.Stem) || Slips(w.Stem) is not [var near, ..] ? w.Typed : Written(near.Word, w.Surface)).ToList();
        return meant.SequenceEqual(words.Select(w => w.Typed)) ? null : string.Join(' ', meant);
    }

    /// <summary>Names of the vocabulary in which a word starts with what was typed; names that start with it first, short ones before long ones.</summary>
    public IReadOnlyList<string> StartingWith(string? typed, int most)
    {
        var prefix = GermanText.Fold(typed).Trim();
        if (prefix.Length < 2)
            return [];
        var all = starts ??= [.. rows.Values.SelectMany(r => r.Alternatives.Prepend(r.Label)).Distinct(StringComparer.Ordinal).SelectMany(Starts).OrderBy(s => s.Folded, StringComparer.Ordinal)];
        int low = 0, high = all.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(all[middle].Folded, prefix) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return [.. all.Skip(low).TakeWhile(s => s.Folded.StartsWith(prefix, StringComparison.Ordinal)).Take(500)
            .OrderBy(s => s.Folded.Length < GermanText.Fold(s.Label).Length).ThenBy(s => s.Label.Length).ThenBy(s => s.Label, StringComparer.Ordinal)
            .Select(s => s.Label).Distinct(StringComparer.Ordinal).Take(most)];
    }

    private static IEnumerable<(string Folded, string Label)> Starts(string label)
    {
        var folded = GermanText.Fold(label);
        for (var i = 0; i < folded.Length; i++)
        {
            if (i == 0 || (folded[i - 1] is ' ' or '/' or '-' && folded[i] != ' '))
                yield return (folded[i..], label);
        }
    }

    /// <summary>The form of a word that stands nearest to what was typed: Kaufmann for "kaufman", though Kauffrau is the same word.</summary>
    private string Written(string stem, string typed)
    {
        var known = written ??= rows.Values.SelectMany(r => r.Alternatives.Prepend(r.Label)).SelectMany(Meaningful).GroupBy(w => w.Stem, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(w => w.Typed).Distinct(StringComparer.Ordinal).OrderBy(t => t.Length).ThenBy(t => t, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        return known.TryGetValue(stem, out var forms) ? forms.MinBy(form => TypoIndex.Distance(GermanText.Fold(form), typed, SearchToken.MaxLength))! : stem;
    }
}
