namespace ZOE.Matching.Search.German;

/// <summary>A stretch of a compound that is a word of its own.</summary>
/// <param name="Token">Its stem.</param>
/// <param name="IsHead">It reaches to the end of the compound and so names the kind of thing.</param>
/// <param name="Length">Letters it covers.</param>
internal readonly record struct CompoundPart(string Token, bool IsHead, int Length);

/// <summary>Splits compounds into words of the vocabulary by dynamic programming: few parts, long parts, linking letters between them.</summary>
internal sealed class CompoundParts
{
    private const int Unusable = int.MaxValue / 2, Shortest = 3, UnknownFirst = 40;
    private readonly HashSet<string> known;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private CompoundParts(HashSet<string> known)
    {
        this.known = known;
        lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static CompoundParts Learn(IEnumerable<string> words)
    {
        var list = words.Where(w => w.Length >= Shortest && w.All(char.IsAsciiLetterLower) && !GermanWords.NoParts.Contains(w)).ToHashSet(StringComparer.Ordinal);
        var parts = new CompoundParts(list);
        var support = new Dictionary<string, int>(StringComparer.Ordinal);
        var beginnings = Beginnings(list);
        foreach (var word in list)
        {
            for (var cut = 4; cut <= word.Length - 5; cut++)
            {
                if (parts.IsKnownBeforeLink(word.AsSpan(0, cut)) || beginnings.Contains(word[..cut]))
                    support[word[cut..]] = support.GetValueOrDefault(word[cut..]) + 1;
            }
        }
        // A rest that follows two or more known words is a word too (…stapler, …schein), unless it is a mere ending.
        var learnt = support.Where(s => s.Value >= 2 && !IsEnding(s.Key)).Select(s => s.Key).ToList();
        foreach (var word in learnt)
            list.Add(word);
        return parts;
    }

    /// <summary>Parts of a folded word, the longer stretches included, never the word itself; empty when it does not split.</summary>
    public List<CompoundPart> Of(string word)
    {
        var parts = new List<CompoundPart>();
        if (word.Length is < 6 or > 60)
            return parts;
        var cuts = Refine(word, Cuts(word));
        for (var from = 0; from < cuts.Count - 1; from++)
        {
            for (var to = from + 1; to < cuts.Count; to++)
            {
                if (to - from == cuts.Count - 1)
                    continue;
                var stretch = word[cuts[from]..cuts[to]];
                var token = to == cuts.Count - 1 ? stretch : WithoutLink(stretch);
                if (token is not null && (to - from == 1 || IsKnown(token)))
                    parts.Add(new CompoundPart(GermanStemmer.Stem(token), to == cuts.Count - 1, token.Length));
            }
        }
        return parts;
    }

    // Beginnings after which several words go on differently (anlagen|bediener, anlagen|mechaniker).
    private static HashSet<string> Beginnings(HashSet<string> words)
    {
        var seen = new Dictionary<string, (int Words, uint Next)>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            for (var cut = 5; cut <= word.Length - 5; cut++)
            {
                var (count, next) = seen.GetValueOrDefault(word[..cut]);
                seen[word[..cut]] = (count + 1, next | 1u << (word[cut] - 'a'));
            }
        }
        return [.. seen.Where(s => s.Value.Words >= 3 && System.Numerics.BitOperations.PopCount(s.Value.Next) >= 3).Select(s => s.Key)];
    }

    // A part may be a compound itself (gabelstapler|schein): cut it too, so that the stretches between are seen.
    private List<int> Refine(string word, List<int> cuts)
    {
        var finer = new SortedSet<int>(cuts);
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var part = word[cuts[i]..cuts[i + 1]];
            if (part.Length >= 6)
                finer.UnionWith(Cuts(WithoutLink(part) ?? part).SkipLast(1).Select(c => cuts[i] + c));
        }
        return [.. finer];
    }

    private List<int> Cuts(string word)
    {
        var n = word.Length;
        var cost = new int[n + 1];
        var back = new int[n + 1];
        Array.Fill(cost, Unusable);
        cost[0] = 0;
        for (var to = Shortest; to <= n; to++)
        {
            for (var from = 0; from <= to - Shortest; from++)
            {
                if (cost[from] >= Unusable || to - from == n)
                    continue;
                var price = cost[from] + Price(word.AsSpan(from, to - from), isLast: to == n, isFirst: from == 0);
                if (price < cost[to])
                    (cost[to], back[to]) = (price, from);
            }
        }
        var cuts = new List<int>();
        if (cost[n] >= Unusable)
            return cuts;
        for (var at = n; at > 0; at = back[at])
            cuts.Add(at);
        cuts.Add(0);
        cuts.Reverse();
        // An unknown beginning is only believed before one long known head.
        return cost[n] >= UnknownFirst && (cuts[1] < 4 || n - cuts[1] < 6) ? [] : cuts;
    }

    private int Price(ReadOnlySpan<char> part, bool isLast, bool isFirst)
    {
        var price = part.Length switch { 3 => 22, 4 => 13, _ => 10 };
        if (IsKnown(part))
            return price;
        if (!isLast && IsKnownBeforeLink(part))
            return price + 1;
        if (isLast && IsKnown(GermanStemmer.Stem(part.ToString())))
            return price + 1;
        return isFirst && !isLast && part.Length >= 4 ? UnknownFirst : Unusable;
    }

    private string? WithoutLink(string part)
    {
        if (IsKnown(part))
            return part;
        foreach (var link in GermanWords.Links)
        {
            if (part.EndsWith(link, StringComparison.Ordinal) && IsKnown(part.AsSpan(0, part.Length - link.Length)))
                return part[..^link.Length];
        }
        return null;
    }

    private bool IsKnown(ReadOnlySpan<char> part) => part.Length >= Shortest && lookup.Contains(part);

    private bool IsKnownBeforeLink(ReadOnlySpan<char> part)
    {
        if (IsKnown(part))
            return true;
        foreach (var link in GermanWords.Links)
        {
            if (part.EndsWith(link, StringComparison.Ordinal) && IsKnown(part[..^link.Length]))
                return true;
        }
        return false;
    }

    private static bool IsEnding(string rest)
        => rest.Length < 5 || GermanWords.NoParts.Contains(rest)
            || new[] { "ung", "igung", "erung", "lich", "isch", "heit", "keit", "schaft", "inn", "ier", "erin", "tion", "ment", "ische", "sche" }
                .Any(e => rest.StartsWith(e, StringComparison.Ordinal));
}
