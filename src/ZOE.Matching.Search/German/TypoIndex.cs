using System.Numerics;

namespace ZOE.Matching.Search.German;

/// <summary>Finds known words within typing distance (insert, delete, replace, swap neighbours): 1 from five letters, 2 from nine.</summary>
public sealed class TypoIndex
{
    private readonly Dictionary<int, (string Word, uint Letters, int Uses)[]> byLength;

    /// <param name="uses">Known words in small letters a to z, four or more (others are left out), with how often each is used.</param>
    public TypoIndex(IReadOnlyDictionary<string, int> uses)
        => byLength = uses.Where(u => u.Key.Length >= 4 && u.Key.All(char.IsAsciiLetterLower)).GroupBy(u => u.Key.Length)
            .ToDictionary(g => g.Key, g => g.Select(u => (u.Key, LettersOf(u.Key), u.Value)).OrderBy(w => w.Key, StringComparer.Ordinal).ToArray());

    /// <summary>At most five nearest known words, all at the same smallest distance, the most used first.</summary>
    public List<(string Word, int Distance)> Near(string word)
    {
        var allowed = word.Length >= 9 ? 2 : word.Length >= 5 ? 1 : 0;
        if (allowed == 0 || word.Length > 40 || !word.All(char.IsAsciiLetterLower))
            return [];
        var letters = LettersOf(word);
        var found = new List<(string Word, int Uses)>();
        var best = allowed;
        for (var length = word.Length - allowed; length <= word.Length + allowed; length++)
        {
            foreach (var (candidate, set, uses) in byLength.GetValueOrDefault(length, []))
            {
                if (BitOperations.PopCount(set ^ letters) > 2 * best)
                    continue;
                var distance = Distance(word, candidate, best);
                if (distance > best)
                    continue;
                if (distance < best)
                    found.Clear();
                best = distance;
                found.Add((candidate, uses));
            }
        }
        return [.. found.OrderByDescending(f => f.Uses).ThenBy(f => f.Word, StringComparer.Ordinal).Take(5).Select(f => (f.Word, best))];
    }

    /// <summary>Edit distance with neighbour swaps; anything above the limit is limit + 1.</summary>
    internal static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return limit + 1;
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var smallest = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    value = Math.Min(value, before[j - 2] + 1);
                row[j] = value;
                smallest = Math.Min(smallest, value);
            }
            if (smallest > limit)
                return limit + 1;
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return Math.Min(last[b.Length], limit + 1);
    }

    private static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
            letters |= 1u << (letter - 'a');
        return letters;
    }
}
