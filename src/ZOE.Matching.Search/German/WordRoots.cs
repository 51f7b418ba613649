namespace ZOE.Matching.Search.German;

/// <summary>The root that a person, an activity and its verb share: Verkäufer, Verkauf, verkaufen; Reiniger, Reinigung; Züchter, Zucht. Only for nearness, never as the word itself.</summary>
internal static class WordRoots
{
    private const int Shortest = 4;

    private static readonly string[] Endings =
        ["isierung", "ierung", "erinnen", "ungen", "erei", "erin", "ieren", "ation", "ator", "teur", "eur", "ier", "ung", "er", "ei", "el", "ig", "isch", "lich", "ie", "ik", "iker", "ist", "en", "e"];

    /// <summary>The root of a stem with its mark, or null where the word is too short to have one.</summary>
    public static string? Of(string stem)
    {
        if (stem.Length < 5 || stem.AsSpan().IndexOfAnyExceptInRange('a', 'z') >= 0)
            return null;
        var root = stem;
        foreach (var ending in Endings)
        {
            if (stem.Length - ending.Length < Shortest || !stem.EndsWith(ending, StringComparison.Ordinal))
                continue;
            root = stem[..^ending.Length];
            break;
        }
        return "r:" + root.Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal);
    }
}
