using System.Buffers;

namespace ZOE.Matching.Search.German;

/// <summary>A name of the vocabulary with all concepts that bear it.</summary>
internal sealed record VocabularyName(string Token, IReadOnlyList<Guid> Concepts, IReadOnlyList<Guid> Groups);

/// <summary>Finds the names of the vocabulary most like typed words: cosine over runs of four letters and whole words, rare ones counting more.</summary>
internal sealed class NameIndex
{
    private const int Run = 4;
    private readonly VocabularyName[] names;
    private readonly float[] sizes;
    private readonly Dictionary<string, (int[] Names, float Rarity)> postings;

    private readonly CompoundParts parts;

    public NameIndex(IReadOnlyList<(VocabularyName Name, IReadOnlyList<string> Stems)> source, CompoundParts parts)
    {
        this.parts = parts;
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
        var size = MathF.Sqrt(features.Sum(f => MathF.Pow(postings.TryGetValue(f, out var p) ? p.Rarity : RarityOf(1), 2)));
        var common = ArrayPool<float>.Shared.Rent(names.Length);
        Array.Clear(common, 0, names.Length);
        var touched = new List<int>();
        foreach (var feature in features)
        {
            if (!postings.TryGetValue(feature, out var posting))
                continue;
            var gain = posting.Rarity * posting.Rarity;
            foreach (var at in posting.Names)
            {
                if (common[at] == 0)
                    touched.Add(at);
                common[at] += gain;
            }
        }
        var best = touched.Select(at => (Name: names[at], Likeness: common[at] / (size * sizes[at]))).Where(n => n.Likeness >= least)
            .OrderByDescending(n => n.Likeness).ThenBy(n => n.Name.Token, StringComparer.Ordinal).Take(most).ToList();
        ArrayPool<float>.Shared.Return(common);
        return best;
    }

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
}
