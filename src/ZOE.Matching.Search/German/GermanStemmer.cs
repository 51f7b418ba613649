namespace ZOE.Matching.Search.German;

/// <summary>A light stemmer for folded words: feminine forms, plurals and case endings. It rather leaves an ending than joins two meanings.</summary>
internal static class GermanStemmer
{
    private static readonly string[] PersonEndings =
        ["er", "or", "ist", "ent", "ant", "eur", "eut", "wirt", "aerzt", "koech", "anwaelt", "ling", "amt", "kolleg", "kund", "pilot", "chirurg", "expert", "ekt", "chef", "freund", "loge", "log", "gog", "soldat", "athlet", "diplomat", "buerokrat", "demokrat",
        "graf", "nom", "soph", "path", "urg", "naut", "wart", "bot", "poet", "interpret", "kandidat", "akrobat", "gehilf", "gesell", "matros", "schmied"];

    /// <summary>The stem of a folded word; words under five letters and words with digits stay as they are.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 5 || word.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
            return word is "jobs" ? "job" : word;
        var stem = Mann(DropFeminine(word));
        return Root(DropEnding(stem));
    }

    private static string DropFeminine(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["innen", "in"])
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal))
                continue;
            var person = word[..^ending.Length];
            if (person.Length >= 3 && PersonEndings.Any(e => person.EndsWith(e, StringComparison.Ordinal)))
                return person;
        }
        return word;
    }

    private static string Mann(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["frauen", "frau", "leuten", "leute", "maennern", "maenner", "mannes", "manns"])
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal))
                continue;
            var trade = word[..^ending.Length];
            return ending[0] == 'm' || GermanWords.MannTrades.Any(t => trade.EndsWith(t, StringComparison.Ordinal)) ? trade + "mann" : word;
        }
        return word;
    }

    private static string DropEnding(string word)
    {
        if (word.EndsWith("ern", StringComparison.Ordinal) || word.EndsWith("eln", StringComparison.Ordinal))
            return word.Length > 5 ? word[..^1] : word;
        if ((word.EndsWith("en", StringComparison.Ordinal) || word.EndsWith("es", StringComparison.Ordinal)) && word.Length >= 6)
            return Niss(word[..^2]);
        if (word.EndsWith('e') && word.Length >= 5)
            return Niss(word[..^1]);
        // Sprachkurs, Sprachkurse: no genitive.
        if (word.EndsWith("kurs", StringComparison.Ordinal))
            return word;
        if (word.EndsWith('s') && ("oa".Contains(word[^2]) || ("bdfghklmnrt".Contains(word[^2]) && word.Length >= 6)))
            return word[..^1];
        return word;
    }

    private static string Niss(string word) => word.EndsWith("niss", StringComparison.Ordinal) ? word[..^1] : word;

    private static string Root(string word)
    {
        foreach (var (ending, root) in GermanWords.Roots)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length] + root;
        }
        return word;
    }
}
