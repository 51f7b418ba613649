using System.Globalization;
using System.Text.Json;

namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>Names every term of a search by its rank in its group, and reads from the names that matched which one gave the points.</summary>
internal sealed class ElasticReasons
{
    private readonly List<Contribution>[] ranked;

    public ElasticReasons(SearchQuery query)
        => ranked = [.. query.Groups.Select(g => Terms(g).OrderByDescending(t => t.Points)
            .ThenBy(t => t.Field).ThenBy(t => t.InDocument).ThenBy(t => t.Token, StringComparer.Ordinal).ToList())];

    /// <summary>The terms of a group, best first.</summary>
    public IReadOnlyList<Contribution> Ranked(int group) => ranked[group];

    public static string Name(int group, int rank) => string.Create(CultureInfo.InvariantCulture, $"{group}.{rank}");

    /// <summary>At most one contribution per group: the best term that matched.</summary>
    public IReadOnlyList<Contribution> Of(JsonElement hit)
    {
        if (!hit.TryGetProperty("matched_queries", out var names))
            return [];
        Span<int> best = stackalloc int[SearchQuery.MaxGroups];
        best.Fill(int.MaxValue);
        foreach (var name in names.EnumerateArray())
        {
            var text = name.GetString().AsSpan();
            var dot = text.IndexOf('.');
            ref var rank = ref best[int.Parse(text[..dot], NumberStyles.None, CultureInfo.InvariantCulture)];
            rank = Math.Min(rank, int.Parse(text[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture));
        }
        var reasons = new List<Contribution>(ranked.Length);
        for (var group = 0; group < ranked.Length; group++)
        {
            if (best[group] != int.MaxValue)
                reasons.Add(ranked[group][best[group]]);
        }
        return reasons;
    }

    private static IEnumerable<Contribution> Terms(TokenGroup group)
        => from alternative in @group.Alternatives
           from slot in SearchToken.SlotsOf(alternative.Token)
           select new Contribution(@group.Word, alternative.Token, slot.Field, slot.Class, alternative.Class, alternative.Weight * SearchWeights.Of(slot.Field, slot.Class));
}
