using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>Names every alternative of a search by its place, and reads from the names that matched which one gave the points.</summary>
internal static class ElasticReasons
{
    public static string Name(int group, int alternative) => string.Create(CultureInfo.InvariantCulture, $"{group}.{alternative}");

    /// <summary>At most one contribution per group: the alternative with most points, among equals the first in the order of both engines.</summary>
    public static IReadOnlyList<Contribution> Of(JsonElement hit, SearchQuery query)
    {
        if (!hit.TryGetProperty("matched_queries", out var names))
            return [];
        var best = new ReasonRank?[query.Groups.Count];
        foreach (var name in names.EnumerateObject())
        {
            var (group, at) = Place(JsonMarshal.GetRawUtf8PropertyName(name));
            var alternative = query.Groups[group].Alternatives[at];
            var points = (int)MathF.Round(name.Value.GetSingle());
            var (field, inDocument) = SearchWeights.PlaceOf(points / alternative.Weight);
            var found = new ReasonRank(points, field, inDocument, alternative.Token, at);
            if (best[group] is not { } known || found.CompareTo(known) < 0)
                best[group] = found;
        }
        return [.. best.Zip(query.Groups).Where(b => b.First is not null).Select(b => Contribution(b.Second, b.First!.Value))];
    }

    // Hundreds of names come with a page: none is made a string.
    private static (int Group, int Alternative) Place(ReadOnlySpan<byte> name)
    {
        var dot = name.IndexOf((byte)'.');
        return (int.Parse(name[..dot], NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(name[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private static Contribution Contribution(TokenGroup group, ReasonRank found)
        => new(group.Word, found.Token, found.Field, found.InDocument, group.Alternatives[found.At].Class, found.Points);
}
