namespace ZOE.Matching.Search.German;

/// <summary>A stretch of a compound that is a word of its own.</summary>
/// <param name="Token">Its stem.</param>
/// <param name="IsHead">It reaches to the end of the compound and so names the kind of thing.</param>
/// <param name="Length">Letters it covers.</param>
internal readonly record struct CompoundPart(string Token, bool IsHead, int Length);

/// <summary>
/// Splits compounds into words of the vocabulary. Of all ways to cut, that one wins whose parts are the most used words on average
/// (geometric mean), and a word that is itself used far more than its parts stays whole.
/// </summary>
internal sealed class CompoundParts
{
    private const int Shortest = 3, MostParts = 5, Longest = 60;
    private const double Never = double.NegativeInfinity, UnknownBeginning = -1.5, WholeBonus = 1.6, InsideShare = 0.3;
    private const int MostRemembered = 50_000, MostNameWords = 200_000;
    private readonly Dictionary<string, double> logs;
    private readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly BoundedMemo<string, IReadOnlyList<CompoundPart>> known;

    // A word stands in many names, and is asked for in each several times.
    private readonly BoundedMemo<string, IReadOnlyList<CompoundPart>> finest;

    private CompoundParts(Dictionary<string, double> logs)
    {
        this.logs = logs;
        lookup = logs.GetAlternateLookup<ReadOnlySpan<char>>();
        known = new(MostRemembered, Split, StringComparer.Ordinal);
        finest = new(MostNameWords, SplitFinest, StringComparer.Ordinal);
    }

    /// <summary>Learns from the words of the vocabulary (folded, as written and as stems) with the number of names they stand in.</summary>
    public static CompoundParts Learn(IReadOnlyDictionary<string, int> words)
    {
        var counts = words.Where(w => IsWord(w.Key)).ToDictionary(w => w.Key, w => (double)w.Value, StringComparer.Ordinal);
        foreach (var (rest, support) in Rests(counts.Keys))
        {
            if (!counts.ContainsKey(rest))
                counts[rest] = support / 2.0;
        }
        var first = new CompoundParts(Logs(counts));
        // What is often part of a compound is a word worth splitting at, even if it seldom stands alone.
        var inside = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in words.Keys.Where(IsWord))
        {
            foreach (var part in first.Finest(word))
                inside[part.Token] = inside.GetValueOrDefault(part.Token) + 1;
        }
        foreach (var (part, count) in inside)
        {
            if (counts.TryGetValue(part, out var alone))
                counts[part] = alone + InsideShare * count;
        }
        return new CompoundParts(Logs(counts));
    }

    /// <summary>Whether compounds are split at this word.</summary>
    public bool IsPart(string stem) => logs.ContainsKey(stem);

    /// <summary>The finest parts in order, as stems without linking letters; empty when the word does not split.</summary>
    public IReadOnlyList<CompoundPart> Finest(string word) => finest.Of(word);

    /// <summary>Parts of a folded word, the longer stretches included, never the word itself; empty when it does not split.</summary>
    public IReadOnlyList<CompoundPart> Of(string word) => known.Of(word);

    private List<CompoundPart> SplitFinest(string word)
    {
        var cuts = Cuts(word);
        var parts = new List<CompoundPart>();
        for (var i = 0; i + 1 < cuts.Count; i++)
            parts.Add(Part(word, cuts[i], cuts[i + 1]));
        return parts;
    }

    private List<CompoundPart> Split(string word)
    {
        var cuts = Cuts(word);
        var parts = new List<CompoundPart>();
        for (var from = 0; from < cuts.Count - 1; from++)
        {
            for (var to = from + 1; to < cuts.Count; to++)
            {
                if (to - from == cuts.Count - 1)
                    continue;
                var part = Part(word, cuts[from], cuts[to]);
                // The end of a compound names the same kind of thing, known or not: who drives a Gabelstapler is a Staplerfahrer.
                if (to - from == 1 || part.IsHead || lookup.ContainsKey(part.Token) || lookup.ContainsKey(word.AsSpan(cuts[from], cuts[to] - cuts[from])))
                    parts.Add(part);
            }
        }
        return parts;
    }

    private CompoundPart Part(string word, int from, int to)
    {
        var stretch = word[from..to];
        var token = to == word.Length ? stretch : WithoutLink(stretch);
        return new CompoundPart(GermanStemmer.Stem(token), to == word.Length, token.Length);
    }

    // A part may be a compound itself (gabel|stapler|schein): cut it too, so that the stretches between are seen.
    private List<int> Cuts(string word)
    {
        var cuts = BestCuts(word);
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var part = word[cuts[i]..cuts[i + 1]];
            var inner = BestCuts(cuts[i + 1] == word.Length ? part : WithoutLink(part));
            if (inner.Count > 0)
                cuts.InsertRange(i + 1, inner.Skip(1).SkipLast(1).Select(c => cuts[i] + c).ToList());
        }
        return cuts;
    }

    private List<int> BestCuts(string word)
    {
        var n = word.Length;
        if (n is < 6 or > Longest)
            return [];
        var best = new double[MostParts + 1, n + 1];
        var back = new int[MostParts + 1, n + 1];
        for (var k = 0; k <= MostParts; k++)
        {
            for (var i = 0; i <= n; i++)
                best[k, i] = Never;
        }
        best[0, 0] = 0;
        for (var to = Shortest; to <= n; to++)
        {
            for (var from = 0; from <= to - Shortest; from++)
            {
                if (from == 0 && to == n)
                    continue;
                var gain = Gain(word.AsSpan(from, to - from), from == 0, to == n);
                if (double.IsNegativeInfinity(gain))
                    continue;
                for (var k = 1; k <= MostParts; k++)
                {
                    if (best[k - 1, from] + gain > best[k, to])
                        (best[k, to], back[k, to]) = (best[k - 1, from] + gain, from);
                }
            }
        }
        var parts = 0;
        var mean = lookup.TryGetValue(word, out var whole) ? whole - WholeBonus : Never;
        for (var k = 2; k <= MostParts; k++)
        {
            if (best[k, n] / k > mean)
                (parts, mean) = (k, best[k, n] / k);
        }
        var cuts = new List<int>();
        for (var (k, at) = (parts, n); k > 0; at = back[k, at], k--)
            cuts.Add(at);
        if (cuts.Count > 0)
            cuts.Add(0);
        cuts.Reverse();
        return cuts;
    }

    // Logarithm of use; three letters must be a much used word.
    private double Gain(ReadOnlySpan<char> part, bool isFirst, bool isLast)
    {
        var gain = Use(part);
        if (isLast)
            gain = Math.Max(gain, Use(GermanStemmer.Stem(part.ToString())));
        else
        {
            foreach (var link in GermanWords.Links)
            {
                if (part.Length - link.Length >= Shortest && part.EndsWith(link, StringComparison.Ordinal))
                    gain = Math.Max(gain, Use(part[..^link.Length]) - 0.3);
            }
        }
        if (double.IsNegativeInfinity(gain))
            return isFirst && !isLast && part.Length >= 4 ? UnknownBeginning : Never;
        return part.Length == 3 ? gain - 2.5 : part.Length == 4 ? gain - 0.8 : gain;
    }

    private double Use(ReadOnlySpan<char> part) => lookup.TryGetValue(part, out var log) ? log : Never;

    private string WithoutLink(string part)
    {
        var (token, use) = (part, Use(part));
        foreach (var link in GermanWords.Links)
        {
            if (part.Length - link.Length < Shortest || !part.EndsWith(link, StringComparison.Ordinal))
                continue;
            if (Use(part.AsSpan(0, part.Length - link.Length)) - 0.3 > use)
                (token, use) = (part[..^link.Length], Use(part.AsSpan(0, part.Length - link.Length)) - 0.3);
        }
        return token;
    }

    private static Dictionary<string, double> Logs(Dictionary<string, double> counts)
        => counts.ToDictionary(c => c.Key, c => Math.Log(c.Value + 1), StringComparer.Ordinal);

    // A rest that follows several known words is a word too (…stapler, …schein), unless it is a mere ending.
    private static IEnumerable<(string Ending, int Support)> Rests(IReadOnlyCollection<string> words)
    {
        var known = words.ToHashSet(StringComparer.Ordinal);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var support = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in known)
        {
            for (var cut = 4; cut <= word.Length - 5; cut++)
            {
                if (!EndsInOther(lookup, word, cut) && IsKnownBeforeLink(lookup, word.AsSpan(0, cut)))
                    support[word[cut..]] = support.GetValueOrDefault(word[cut..]) + 1;
            }
        }
        return support.Where(s => s.Value >= 2 && !IsEnding(s.Key)).Select(s => (s.Key, s.Value));
    }

    // maschinenfuehrer ends in a known word, so what follows "maschin" is no word.
    private static bool EndsInOther(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known, string word, int cut)
    {
        for (var at = Math.Max(1, cut - 4); at <= Math.Min(cut + 3, word.Length - 5); at++)
        {
            if (at != cut && known.Contains(word.AsSpan(at)))
                return true;
        }
        return false;
    }

    private static bool IsKnownBeforeLink(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known, ReadOnlySpan<char> part)
    {
        if (known.Contains(part))
            return true;
        foreach (var link in GermanWords.Links)
        {
            if (part.Length - link.Length >= 4 && part.EndsWith(link, StringComparison.Ordinal) && known.Contains(part[..^link.Length]))
                return true;
        }
        return false;
    }

    private static bool IsWord(string word)
        => word.Length >= Shortest && word.AsSpan().IndexOfAnyExceptInRange('a', 'z') < 0 && !GermanWords.NoParts.Contains(word);

    private static bool IsEnding(string rest)
        => rest.Length < 5 || GermanWords.NoParts.Contains(rest)
            || new[] { "ung", "igung", "erung", "lich", "isch", "heit", "keit", "schaft", "inn", "ier", "erin", "tion", "ment", "ische", "sche", "iker", "ator" }
                .Any(e => rest.StartsWith(e, StringComparison.Ordinal));
}
