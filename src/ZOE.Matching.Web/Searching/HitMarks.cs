using System.Text.RegularExpressions;
using ZOE.Matching.Search;
using ZOE.Matching.Search.German;

namespace ZOE.Matching.Web.Searching;

/// <summary>A stretch of a text, marked or not.</summary>
public readonly record struct MarkedText(string Text, bool Marked);

/// <summary>Marks in a title or text the words for which a record was found: by the tokens of the analysis, so that other forms and synonyms are marked too.</summary>
public sealed partial class HitMarks(GermanText text, IEnumerable<TokenGroup> groups)
{
    private const int LongestPhrase = 3, Before = 70, LongestSnippet = 240, MostRead = 1500;

    private readonly HashSet<string> _tokens = [.. groups.SelectMany(g => g.Alternatives).Select(a => a.Token)];

    /// <summary>The whole text in stretches.</summary>
    public IReadOnlyList<MarkedText> Of(string raw)
    {
        var words = WordPattern().Matches(raw).ToList();
        var marked = new bool[words.Count];
        var concepts = _tokens.Any(IsConcept);
        for (var i = 0; i < words.Count; i++)
        {
            if (marked[i]) continue;
            if (Hits(words[i].Value)) marked[i] = true;
            for (var count = 2; concepts && count <= LongestPhrase && i + count <= words.Count; count++)
            {
                if (!text.TokensOfName([.. words.GetRange(i, count).Select(w => w.Value)]).Any(_tokens.Contains)) continue;
                // A phrase is marked as one only where none of its words carries the meaning alone.
                if (Enumerable.Range(i, count).Any(at => Hits(words[at].Value))) continue;
                for (var at = i; at < i + count; at++) marked[at] = true;
            }
        }

        return Stretches(raw, words, marked);
    }

    /// <summary>The part of a text around its first hit; the beginning when there is none.</summary>
    public IReadOnlyList<MarkedText> Snippet(string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw)) return [];
        var plain = string.Join(' ', (raw.Length > MostRead ? raw[..MostRead] : raw).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var all = Of(plain);
        var at = all.TakeWhile(s => !s.Marked).Sum(s => s.Text.Length);
        var start = at >= plain.Length || at <= Before ? 0 : plain.IndexOf(' ', at - Before) + 1;
        var end = Math.Min(plain.Length, start + LongestSnippet);
        if (end < plain.Length && plain.LastIndexOf(' ', end) is var space && space > start) end = space;
        var part = Of(plain[start..end]);
        return [.. start > 0 ? [new MarkedText("… ", false)] : Array.Empty<MarkedText>(), .. part, .. end < plain.Length ? [new MarkedText(" …", false)] : Array.Empty<MarkedText>()];
    }

    private bool Hits(string word) => text.TokensOf(word).Any(_tokens.Contains);

    private static bool IsConcept(string token) => token.StartsWith("c:", StringComparison.Ordinal) || token.StartsWith("b:", StringComparison.Ordinal);

    private static List<MarkedText> Stretches(string raw, List<Match> words, bool[] marked)
    {
        var stretches = new List<MarkedText>();
        var done = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (!marked[i]) continue;
            if (words[i].Index > done) stretches.Add(new MarkedText(raw[done..words[i].Index], false));
            stretches.Add(new MarkedText(words[i].Value, true));
            done = words[i].Index + words[i].Length;
        }

        if (done < raw.Length) stretches.Add(new MarkedText(raw[done..], false));
        return stretches;
    }

    [GeneratedRegex(@"[\p{L}\p{N}+#]+")]
    private static partial Regex WordPattern();
}
