using System.Text;

namespace ZOE.Matching.Search.German;

/// <summary>One word of a text.</summary>
/// <param name="Typed">As typed, up to the limit of a token.</param>
/// <param name="Surface">Folded.</param>
/// <param name="Stem">Folded and stemmed: the token.</param>
/// <param name="Joined">Hangs on the word before by a hyphen.</param>
internal readonly record struct Word(string Typed, string Surface, string Stem, bool Joined);

/// <summary>Cuts a text into words.</summary>
internal static class GermanTokens
{
    private const int MostRemembered = 20_000;

    // Most words of a text are among a few thousand: each is folded and stemmed once.
    private static readonly BoundedMemo<string, (string Surface, string Stem)> Known = new(MostRemembered, typed =>
    {
        var surface = Letters(GermanFolding.Fold(typed));
        return (surface, GermanStemmer.Stem(surface));
    });

    public static List<Word> Cut(string text, int maxChars, int maxWords)
    {
        if (text.Length > maxChars)
            text = text[..maxChars];
        var plain = GermanFolding.FoldGender(Clean(text));
        var words = new List<Word>();
        var joined = false;
        for (var i = 0; i < plain.Length && words.Count < maxWords;)
        {
            if (!IsWordChar(plain[i]))
            {
                joined = plain[i] == '-' && i > 0 && IsWordChar(plain[i - 1]);
                i++;
                continue;
            }
            var start = i;
            while (i < plain.Length && (IsWordChar(plain[i]) || (plain[i] is '+' or '#' && i - start <= 2)))
                i++;
            var typed = plain[start..Math.Min(i, start + SearchToken.MaxLength)];
            var (surface, stem) = Known.Of(typed);
            if (surface.Length > 0)
                words.Add(new Word(typed, surface, stem, joined));
            joined = false;
        }
        return GermanLicences.Mark(words);
    }

    /// <summary>Cuts what was typed into a search.</summary>
    public static List<Word> CutQuery(string text) => Cut(text, GermanText.MaxQueryChars, 3 * SearchQuery.MaxGroups);

    // Composed first, so that a folded letter and a separate accent are the same to the patterns; broken surrogates become spaces.
    private static string Clean(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value is 0xFFFD ? " " : rune.ToString());
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    private static string Letters(string folded)
    {
        var kept = folded.Where(c => char.IsLetterOrDigit(c) || c is '+' or '#').Take(SearchToken.MaxLength).ToArray();
        return kept.Length == folded.Length ? folded : new string(kept);
    }
}

/// <summary>Driving licence classes: "Führerschein B", "Klasse B" and "B-Führerschein" give the same tokens, and B is not BE.</summary>
internal static class GermanLicences
{
    public static List<Word> Mark(List<Word> words)
    {
        if (!words.Exists(w => GermanWords.LicenceWords.Contains(w.Surface)))
            return words;
        var marked = new List<Word>(words.Count);
        var open = false;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var isClass = GermanWords.LicenceClasses.Contains(word.Surface);
            if (GermanWords.LicenceWords.Contains(word.Surface))
            {
                open = true;
                if (!word.Surface.StartsWith("kl", StringComparison.Ordinal) || i + 1 >= words.Count || !GermanWords.LicenceClasses.Contains(words[i + 1].Surface))
                    marked.Add(word with { Joined = false });
            }
            else if (isClass && (open || IsBeforeLicence(words, i)))
                marked.Add(word with { Surface = "klasse:" + word.Surface, Stem = "klasse:" + word.Surface, Joined = false });
            else
            {
                open = open && GermanWords.Stop.Contains(word.Surface);
                marked.Add(word);
            }
        }
        return marked;
    }

    private static bool IsBeforeLicence(List<Word> words, int at)
        => at + 1 < words.Count && words[at + 1].Joined && GermanWords.LicenceWords.Contains(words[at + 1].Surface);
}
