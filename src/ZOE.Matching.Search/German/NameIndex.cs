using System.Buffers;

namespace ZOE.Matching.Search.German;

/// <summary>A name of the vocabulary with all concepts that bear it.</summary>
internal sealed record VocabularyName(string Token, IReadOnlyList<Guid> Concepts, IReadOnlyList<Guid> Groups);

/// <summary>
/// Finds the names of the vocabulary most like typed words: cosine over runs of four letters and whole words, rare ones counting more,
/// and how much of the typed word parts the name covers, by themselves, by a shared root, or by what stands for them.
/// </summary>
internal sealed class NameIndex
{
    private const int Run = 4, MostCompared = 200, UnknownUses = 3;
    private const double OfSubstitute = 0.5, Cover = 0.2, AskedShare = 0.8, SharedRoot = 0.8, Standing = 0.85;
    private readonly string[][] unitsOf;
    private readonly VocabularyName[] names;
    private readonly float[] sizes;
    private readonly Dictionary<string, (int[] Names, float Rarity)> postings;

    private readonly CompoundParts parts;
    private readonly Substitutes substitutes;

    public NameIndex(IReadOnlyList<(VocabularyName Name, IReadOnlyList<string> Stems)> source, Lexicon lexicon)
    {
        (parts, substitutes) = (lexicon.Parts, lexicon.Substitutes);
        unitsOf = [.. source.Select(s => Units(s.Stems))];
        names = [.. source.Select(s => s.Name)];
        var found = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            foreach (var feature in Features(source[i].Stems))
            {
                if (!found.TryGetValue(feature, out var list))
                    found[feature] = list = [];
                list.Add(i);
            }
        }
        postings = found.ToDictionary(f => f.Key, f => (f.Value.ToArray(), RarityOf(f.Value.Count)), StringComparer.Ordinal);
        sizes = new float[names.Length];
        foreach (var (at, rarity) in postings.Values)
        {
            foreach (var name in at)
                sizes[name] += rarity * rarity;
        }
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = MathF.Sqrt(sizes[i]);
    }

    /// <summary>At most so many names, most alike first, each with its likeness (0 to 1).</summary>
    public List<(VocabularyName Name, float Likeness)> Near(IReadOnlyList<string> stems, int most, float least)
    {
        var features = Features(stems);
        var units = Units(stems);
        var size = MathF.Sqrt(features.Sum(f => MathF.Pow(RarityOf(f, 1), 2)));
        var common = ArrayPool<float>.Shared.Rent(names.Length);
        Array.Clear(common, 0, names.Length);
        var touched = new List<int>();
        foreach (var (feature, share) in features.Select(f => (f, 1f)).Concat(StandIns(units, features)))
        {
            if (!postings.TryGetValue(feature, out var posting))
                continue;
            var gain = posting.Rarity * posting.Rarity * share;
            foreach (var at in posting.Names)
            {
                if (common[at] == 0)
                    touched.Add(at);
                common[at] += gain;
            }
        }
        var alike = touched.Select(at => (At: at, Likeness: common[at] / (size * sizes[at]))).Where(n => n.Likeness >= least)
            .OrderByDescending(n => n.Likeness).ThenBy(n => names[n.At].Token, StringComparer.Ordinal).Take(MostCompared).ToList();
        ArrayPool<float>.Shared.Return(common);
        var asked = units.Select(u => new AskedUnit(u, RarityOf("=" + u, UnknownUses), WordRoots.Of(u), substitutes.Of(u).ToDictionary(s => s.Part, s => Standing * Math.Sqrt(s.Strength)))).ToList();
        return [.. alike.Select(n => (Name: names[n.At], Likeness: (float)(((1 - Cover) * n.Likeness) + (Cover * Covered(asked, unitsOf[n.At])))))
            .Where(n => n.Likeness >= least).OrderByDescending(n => n.Likeness).ThenBy(n => n.Name.Token, StringComparer.Ordinal).Take(most)];
    }

    // What stands for a typed part is asked for as well, at its strength; a rare stand-in for a common part counts no more than that part.
    private IEnumerable<(string Feature, float Share)> StandIns(string[] units, HashSet<string> features)
        => from unit in units
           let own = RarityOf("=" + unit, UnknownUses)
           from other in substitutes.Of(unit)
           let feature = "=" + other.Part
           where !features.Contains(feature)
           group (float)(OfSubstitute * Math.Sqrt(other.Strength) * own / Math.Max(own, RarityOf(feature, UnknownUses))) by feature into shares
           select (shares.Key, shares.Max());

    // How much of the typed parts a name covers; a name that says much beside them counts a little less.
    private double Covered(List<AskedUnit> asked, string[] name)
    {
        double covered = 0, all = 0;
        foreach (var unit in asked)
        {
            covered += unit.Rarity * name.Max(unit.Likeness);
            all += unit.Rarity;
        }
        var said = name.Sum(u => (double)RarityOf("=" + u, UnknownUses));
        return Math.Min(1, covered / ((AskedShare * all) + ((1 - AskedShare) * said)));
    }

    private string[] Units(IReadOnlyList<string> stems)
        => [.. stems.SelectMany(s => parts.Finest(s) is { Count: > 0 } split ? split.Select(p => p.Token) : [s]).Distinct()];

    private float RarityOf(string feature, int unknown) => postings.TryGetValue(feature, out var posting) ? posting.Rarity : RarityOf(unknown);

    private float RarityOf(int count) => MathF.Log((names.Length + 1f) / count);

    private HashSet<string> Features(IReadOnlyList<string> stems)
    {
        var features = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stem in stems)
        {
            features.Add("=" + stem);
            foreach (var part in parts.Finest(stem))
                features.Add("=" + part.Token);
            var padded = "^" + stem;
            for (var i = 0; i + Run <= padded.Length; i++)
                features.Add(padded.Substring(i, Run));
        }
        return features;
    }

    private sealed record AskedUnit(string Unit, float Rarity, string? Root, Dictionary<string, double> StandIns)
    {
        public double Likeness(string other)
            => other == Unit ? 1 : Math.Max(StandIns.GetValueOrDefault(other), Root is not null && Root == WordRoots.Of(other) ? SharedRoot : 0);
    }
}
