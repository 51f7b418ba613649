namespace ZOE.Matching.Search.German;

/// <summary>Finds the names most like a typed one, by shared words and word parts; rare ones say more.</summary>
internal sealed class NameSearch
{
    private const int Lowest = 30;
    private readonly List<(Guid Concept, double Size)> labels = [];
    private readonly Dictionary<string, List<(int Label, double Share)>> postings = new(StringComparer.Ordinal);
    private readonly Lexicon lexicon;

    public NameSearch(List<(Guid Concept, List<string> Stems)> source, Lexicon lexicon)
    {
        this.lexicon = lexicon;
        foreach (var (concept, stems) in source)
        {
            var features = Features(stems);
            labels.Add((concept, features.Values.Sum()));
            foreach (var (token, share) in features)
            {
                if (!postings.TryGetValue(token, out var list))
                    postings[token] = list = [];
                list.Add((labels.Count - 1, share));
            }
        }
    }

    public IEnumerable<(Guid Concept, int Score)> Find(List<string> stems)
    {
        var asked = Features([.. stems.Select(Corrected)]);
        var size = asked.Values.Sum();
        var common = new Dictionary<int, double>();
        foreach (var (token, share) in asked)
        {
            if (!postings.TryGetValue(token, out var list) || list.Count > Math.Max(50, labels.Count / 4))
                continue;
            foreach (var (label, other) in list)
                common[label] = common.GetValueOrDefault(label) + Math.Min(share, other);
        }
        return common.Select(c => (labels[c.Key].Concept, Score: (int)Math.Round(200 * c.Value / (size + labels[c.Key].Size))))
            .GroupBy(c => c.Concept, c => c.Score).Select(g => (Concept: g.Key, Score: Math.Min(99, g.Max())))
            .Where(c => c.Score >= Lowest).OrderByDescending(c => c.Score).ThenBy(c => c.Concept).Take(3);
    }

    private string Corrected(string stem) => lexicon.Knows(stem) ? stem : lexicon.Slips(stem).Select(n => n.Word).FirstOrDefault(stem);

    private Dictionary<string, double> Features(List<string> stems)
    {
        var features = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var stem in stems)
        {
            features[stem] = Math.Max(features.GetValueOrDefault(stem), Rarity(stem));
            foreach (var part in lexicon.Parts.Of(stem))
                features[part.Token] = Math.Max(features.GetValueOrDefault(part.Token), 0.5 * Rarity(part.Token));
        }
        return features;
    }

    private static double Rarity(string token) => GermanWords.Generic.Contains(token) ? 0.3 : 1;
}
