using ZOE.Matching.Search;

namespace ZOE.Matching.Benchmarks.Engine;

/// <summary>What a search must find, worked out document by document while the index is filled. Slow, and sharing nothing with an engine but the table of weights.</summary>
internal sealed class SlowAnswer(SearchQuery query)
{
    private readonly List<(int Score, Guid Id)> _hits = [];
    private readonly Dictionary<(string Field, string Value), int> _facets = [];

    public static void AddAll(IEnumerable<SlowAnswer> answers, SearchDocument document)
    {
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in document.Tokens) weights[token.Text] = Math.Max(token.Weight, weights.GetValueOrDefault(token.Text));
        foreach (var answer in answers) answer.Add(document, weights);
    }

    private void Add(SearchDocument document, Dictionary<string, int> weights)
    {
        int score = 0, counted = 0, any = 0;
        foreach (var group in query.Groups)
        {
            var best = group.Alternatives.Max(a => a.Weight * weights.GetValueOrDefault(a.Token));
            if (best == 0) continue;
            (score, any) = (score + best, any + 1);
            if (!group.Optional) counted++;
        }

        var demanded = query.Groups.Count(g => !g.Optional);
        if (query.Groups.Count > 0 && (demanded == 0 ? any == 0 : counted < Math.Clamp(query.MinimumGroups, 1, demanded))) return;
        if (query.DayFloors.Any(f => document.Days.GetValueOrDefault(f.Field) < f.NotBefore.DayNumber)) return;
        var failed = query.Filters.Where(f => !Values(f.Field).Any(f.Values.Contains)).Select(f => f.Field).Distinct().ToList();
        if (failed.Count > 1) return;
        foreach (var field in query.Facets.Where(f => failed.Count == 0 || failed[0] == f))
            foreach (var value in Values(field)) _facets[(field, value)] = _facets.GetValueOrDefault((field, value)) + 1;
        if (failed.Count == 0) _hits.Add((score, document.Id));

        IReadOnlyList<string> Values(string field) => document.Keywords.GetValueOrDefault(field) ?? [];
    }

    /// <summary>Throws when the engine's page differs: a wrong result gives no figure.</summary>
    public void Check(SearchPage page)
    {
        var first = _hits.OrderByDescending(h => h.Score).ThenBy(h => h.Id).Take(query.PageSize).Select(h => (h.Id, h.Score));
        var facets = page.Facets.SelectMany(f => f.Value.Select(v => KeyValuePair.Create((f.Key, v.Value), v.Count)));
        if (page.Total != _hits.Count || !page.Hits.Select(h => (h.Id, h.Score)).SequenceEqual(first) || !facets.ToHashSet().SetEquals(_facets))
            throw new InvalidOperationException($"Wrong answer: {page.Total} hits in place of {_hits.Count}, or another order or count.");
    }
}
