using System.Globalization;
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
        var best = new (Contribution Found, int At)?[query.Groups.Count];
        foreach (var name in names.EnumerateObject())
        {
            var text = name.Name.AsSpan();
            var dot = text.IndexOf('.');
            var group = int.Parse(text[..dot], NumberStyles.None, CultureInfo.InvariantCulture);
            var at = int.Parse(text[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
            var alternative = query.Groups[group].Alternatives[at];
            var points = (int)MathF.Round(name.Value.GetSingle());
            var (field, inDocument) = SearchWeights.PlaceOf(points / alternative.Weight);
            var found = new Contribution(query.Groups[group].Word, alternative.Token, field, inDocument, alternative.Class, points);
            if (best[group] is not { } known || Compare((found, at), known) < 0)
                best[group] = (found, at);
        }
        return [.. best.OfType<(Contribution Found, int)>().Select(b => b.Found)];
    }

    private static int Compare((Contribution Found, int At) one, (Contribution Found, int At) other)
    {
        var (a, b) = (one.Found, other.Found);
        return a.Points != b.Points ? b.Points.CompareTo(a.Points)
            : a.Field != b.Field ? a.Field.CompareTo(b.Field)
            : a.InDocument != b.InDocument ? a.InDocument.CompareTo(b.InDocument)
            : string.CompareOrdinal(a.Token, b.Token) is not 0 and var order ? order : one.At.CompareTo(other.At);
    }
}
