namespace ZOE.Matching.Search.German;

/// <summary>
/// Which word parts stand for each other, learnt from the vocabulary: two names of one concept that differ in a single part
/// (Kaffeebrenner, Kaffeeröster) say that the two parts are near.
/// </summary>
internal sealed class Substitutes
{
    private const int MostNames = 14, MostFor = 8;
    private readonly Dictionary<string, (string Part, double Strength)[]> best = new(StringComparer.Ordinal);

    public Substitutes(IEnumerable<IReadOnlyList<IReadOnlyList<string>>> namesByConcept)
    {
        var pairs = new Dictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        foreach (var names in namesByConcept)
        {
            var sets = names.Take(MostNames).Select(n => n.ToHashSet(StringComparer.Ordinal)).ToList();
            for (var i = 0; i < sets.Count; i++)
            {
                for (var j = i + 1; j < sets.Count; j++)
                    Compare(sets[i], sets[j], pairs);
            }
        }
        foreach (var (part, others) in pairs)
        {
            var total = others.Values.Sum();
            best[part] = [.. others.Where(o => o.Value >= 2 && o.Value / (total + 1) >= 0.04).Select(o => (Part: o.Key, Strength: o.Value / (total + 1)))
                .OrderByDescending(o => o.Strength).ThenBy(o => o.Part, StringComparer.Ordinal).Take(MostFor)];
        }
    }

    /// <summary>Parts that may stand for this one, with a strength of 0 to 1, strongest first.</summary>
    public IReadOnlyList<(string Part, double Strength)> Of(string part) => best.GetValueOrDefault(part) ?? [];

    private static void Compare(HashSet<string> a, HashSet<string> b, Dictionary<string, Dictionary<string, double>> pairs)
    {
        if (a.Count > 6 || b.Count > 6)
            return;
        var onlyA = a.Where(p => !b.Contains(p)).ToList();
        var onlyB = b.Where(p => !a.Contains(p)).ToList();
        if (onlyA.Count != 1 || onlyB.Count != 1)
            return;
        var weight = a.Count > 1 ? 1.0 : 0.7;
        Count(pairs, onlyA[0], onlyB[0], weight);
        Count(pairs, onlyB[0], onlyA[0], weight);
    }

    private static void Count(Dictionary<string, Dictionary<string, double>> pairs, string from, string to, double weight)
    {
        if (!pairs.TryGetValue(from, out var others))
            pairs[from] = others = new(StringComparer.Ordinal);
        others[to] = others.GetValueOrDefault(to) + weight;
    }
}
