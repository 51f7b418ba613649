namespace ZOE.Matching.Search.German;

/// <summary>Which concepts and groups bear a name, in any of its spellings. Filled once, then only asked; asking makes no strings.</summary>
internal sealed class LexiconNames
{
    /// <summary>Names of more words are not looked up.</summary>
    public const int LongestName = 6;

    /// <summary>A name of more concepts means none of them.</summary>
    public const int MostBearers = 3;

    private readonly Dictionary<string, List<(Guid Concept, bool Preferred)>> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Guid>> groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> joinedOnly = new(StringComparer.Ordinal), singles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid[]> bearers = new(StringComparer.Ordinal);

    public void Add(List<Word> words, Guid concept, bool preferred)
    {
        if (words.Count is 0 or > LongestName)
            return;
        var (key, joined) = (Key(words), JoinedKey(words));
        if (words.Count > 1)
            joinedOnly.Add(joined);
        else
            singles.Add(key);
        Add(names, key, (concept, preferred));
        if (joined != key)
            Add(names, joined, (concept, preferred));
    }

    public void AddGroup(List<Word> words, Guid group)
    {
        if (words.Count is not (0 or > LongestName) && !groups.GetValueOrDefault(Key(words), []).Contains(group))
            Add(groups, Key(words), group);
    }

    /// <summary>Ends the filling: the preferred bearer of a name alone, if there is just one.</summary>
    public void Freeze()
    {
        foreach (var (key, found) in names)
        {
            Guid[] preferred = [.. found.Where(f => f.Preferred).Select(f => f.Concept).Distinct()];
            bearers[key] = preferred.Length == 1 ? preferred : [.. found.Select(f => f.Concept).Distinct()];
        }
    }

    /// <summary>All names with their concepts and groups, in stems.</summary>
    public List<(VocabularyName Name, IReadOnlyList<string> Stems)> All()
    {
        var all = new List<(VocabularyName, IReadOnlyList<string>)>();
        foreach (var key in names.Keys.Concat(groups.Keys).Distinct())
        {
            if (!key.Contains(' ', StringComparison.Ordinal) && joinedOnly.Contains(key) && !singles.Contains(key))
                continue;
            var stems = key.Split(' ');
            all.Add((new VocabularyName("=" + string.Join('|', stems), [.. names.GetValueOrDefault(key, []).Select(n => n.Concept).Distinct()], [.. groups.GetValueOrDefault(key, [])]), stems));
        }
        return all;
    }

    /// <summary>Concepts that bear exactly this name.</summary>
    public IReadOnlyList<Guid> Named(IReadOnlyList<Word> words)
        => bearers.TryGetValue(Key(words), out var found) || bearers.TryGetValue(JoinedKey(words), out found) ? found : [];

    /// <summary>Stretches of words that name concepts, longest first, without overlap.</summary>
    public List<(int From, int Count, IReadOnlyList<Guid> Concepts)> Spans(IReadOnlyList<Word> words)
    {
        var spans = new List<(int, int, IReadOnlyList<Guid>)>();
        var lookup = bearers.GetAlternateLookup<ReadOnlySpan<char>>();
        var keys = new NameKeys();
        for (var from = 0; from < words.Count;)
        {
            var step = 1;
            for (var count = keys.Begin(words, from); count > 0; count--)
            {
                if (!lookup.TryGetValue(keys.Apart(count), out var found) && !lookup.TryGetValue(keys.Joined(count), out found))
                    continue;
                if (found.Length > MostBearers)
                    continue;
                spans.Add((from, count, found));
                step = count;
                break;
            }
            from += step;
        }
        return spans;
    }

    /// <summary>Stretches of words that a group of a classification lists as a name.</summary>
    public List<(int From, int Count, Guid Group)> GroupSpans(IReadOnlyList<Word> words)
    {
        var spans = new List<(int, int, Guid)>();
        var lookup = groups.GetAlternateLookup<ReadOnlySpan<char>>();
        var keys = new NameKeys();
        for (var from = 0; from < words.Count && groups.Count > 0; from++)
        {
            for (var count = keys.Begin(words, from); count > 0; count--)
            {
                if (lookup.TryGetValue(keys.Apart(count), out var found))
                    spans.AddRange(found.Select(group => (from, count, group)));
            }
        }
        return spans;
    }

    private static void Add<T>(Dictionary<string, List<T>> all, string key, T one)
    {
        if (!all.TryGetValue(key, out var known))
            all[key] = known = [];
        known.Add(one);
    }

    private static string Key(IReadOnlyList<Word> words) => string.Join(' ', words.Select(w => w.Stem));

    private static string JoinedKey(IReadOnlyList<Word> words) => string.Concat(words.SkipLast(1).Select(w => w.Surface)) + words[^1].Stem;
}

/// <summary>The keys of the first word, the first two words and so on of a stretch, written into one buffer each.</summary>
internal sealed class NameKeys
{
    // A stem may be a few letters longer than its word, and a licence has a mark.
    private const int LongestWord = SearchToken.MaxLength + 16;

    private readonly char[] apart = new char[LexiconNames.LongestName * LongestWord], joined = new char[LexiconNames.LongestName * LongestWord];
    private readonly int[] apartEnds = new int[LexiconNames.LongestName + 1], joinedEnds = new int[LexiconNames.LongestName + 1];
    private IReadOnlyList<Word> words = [];
    private int from;

    /// <summary>Begins at a word. Returns the number of words of the longest name there may be.</summary>
    public int Begin(IReadOnlyList<Word> all, int at)
    {
        (words, from) = (all, at);
        var most = Math.Min(LexiconNames.LongestName, all.Count - at);
        for (var i = 0; i < most; i++)
        {
            var (stem, surface) = (all[at + i].Stem, all[at + i].Surface);
            if (stem.Length >= LongestWord || surface.Length >= LongestWord)
                return i;
            var end = apartEnds[i];
            if (i > 0)
                apart[end++] = ' ';
            stem.CopyTo(0, apart, end, stem.Length);
            apartEnds[i + 1] = end + stem.Length;
            surface.CopyTo(0, joined, joinedEnds[i], surface.Length);
            joinedEnds[i + 1] = joinedEnds[i] + surface.Length;
        }
        return most;
    }

    /// <summary>Key of the first words as written apart.</summary>
    public ReadOnlySpan<char> Apart(int count) => apart.AsSpan(0, apartEnds[count]);

    /// <summary>Key of the first words as one word; overwrites that of more words.</summary>
    public ReadOnlySpan<char> Joined(int count)
    {
        var last = words[from + count - 1].Stem;
        last.CopyTo(0, joined, joinedEnds[count - 1], last.Length);
        return joined.AsSpan(0, joinedEnds[count - 1] + last.Length);
    }
}
