using System.Text.Json;

namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>Reads the server's answer to a search.</summary>
internal static class ElasticPages
{
    /// <summary>What a search that means nothing finds.</summary>
    public static SearchPage Nothing(SearchQuery query)
        => new([], 0, query.Facets.Distinct(StringComparer.Ordinal).ToDictionary(f => f, _ => (IReadOnlyList<FacetValue>)[], StringComparer.Ordinal), null);

    public static SearchPage Read(JsonElement answer, SearchQuery query)
    {
        if (answer.GetProperty("timed_out").GetBoolean())
            throw new SearchUnavailableException("The search server gave up before it had counted everything.");
        var found = answer.GetProperty("hits");
        var hits = new List<SearchHit>(query.PageSize);
        SearchCursor? last = null;
        var hasMore = false;
        foreach (var hit in found.GetProperty("hits").EnumerateArray())
        {
            if (hits.Count == query.PageSize)
            {
                hasMore = true;
                break;
            }
            var order = hit.GetProperty("sort");
            var id = Guid.ParseExact(order[1].GetString()!, "N");
            var score = (int)MathF.Round(hit.GetProperty("_score").GetSingle());
            hits.Add(new SearchHit(id, score, ElasticReasons.Of(hit, query)));
            last = new SearchCursor(query.Sort.DayField is null ? score : DayKey(order[0].GetInt64(), query.Sort.Descending), id);
        }
        return new SearchPage(
            hits, found.GetProperty("total").GetProperty("value").GetInt32(), Facets(answer, query),
            hasMore ? last!.Value.Write(query.Sort) : null);
    }

    private static long DayKey(long day, bool descending) => SearchCursor.KeyOf(day == int.MaxValue ? 0 : (int)day, descending);

    private static Dictionary<string, IReadOnlyList<FacetValue>> Facets(JsonElement answer, SearchQuery query)
    {
        var facets = new Dictionary<string, IReadOnlyList<FacetValue>>(StringComparer.Ordinal);
        foreach (var field in query.Facets.Distinct(StringComparer.Ordinal))
        {
            var counts = answer.GetProperty("aggregations").GetProperty(ElasticQueries.FacetName(facets.Count)).GetProperty("v");
            if (counts.GetProperty("sum_other_doc_count").GetInt64() > 0)
                throw new SearchUnavailableException($"The field '{field}' has more values than can be counted exactly.");
            facets[field] = [.. counts.GetProperty("buckets").EnumerateArray()
                .Select(b => new FacetValue(b.GetProperty("key").GetString()!, b.GetProperty("doc_count").GetInt32()))
                .OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal)];
        }
        return facets;
    }
}
