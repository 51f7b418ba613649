using System.Globalization;
using System.Text.Json;

namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>Turns a search into the server's language; the score is exactly the sum, over the groups, of the best alternative's points.</summary>
internal static class ElasticQueries
{
    /// <summary>More values than any field has; the answer is checked for completeness all the same.</summary>
    public const int MostFacetValues = 50_000;

    public static ElasticBody Of(SearchQuery query, SearchCursor? after) => ElasticBody.Of(json =>
    {
        var facets = query.Facets.Distinct(StringComparer.Ordinal).ToArray();
        // A filter on a counted field acts after the counts, since it must not narrow its own.
        var late = query.Filters.Where(f => facets.Contains(f.Field)).ToArray();
        json.WriteNumber("size", query.PageSize == 0 ? 0 : query.PageSize + 1);
        json.WriteString("stored_fields", "_none_");
        json.WriteBoolean("track_total_hits", true);
        json.WriteBoolean("track_scores", true);
        json.Object("query", q => WithFloor(q, query, w => w.Object("bool", b =>
        {
            WriteGroups(b, query);
            b.Array("filter", filters =>
            {
                if (query.Demand is { } demand)
                    filters.Item(f => f.Object("bool", d => WriteDemand(d, demand)));
                else if (query.Groups.Count == 0)
                    filters.Item(f => f.Object("term", t => t.WriteString(ElasticFields.State, ElasticFields.Live)));
                foreach (var floor in query.DayFloors)
                    filters.Item(f => f.Object("range", r => r.Object(ElasticFields.Day(floor.Field), d => d.WriteNumber("gte", floor.NotBefore.DayNumber))));
                WriteFilters(filters, query.Filters.Except(late));
            });
        })));
        if (late.Length > 0)
            json.Object("post_filter", p => WriteAll(p, late));
        WriteOrder(json, query.Sort, after);
        if (facets.Length > 0)
            json.Object("aggs", a => WriteFacets(a, facets, late));
    });

    /// <summary>Name of the count of one field.</summary>
    public static string FacetName(int index) => "f" + index.ToString(CultureInfo.InvariantCulture);

    // The floor is part of the query: a min_score beside it would take hits away but still count them in the facets.
    private static void WithFloor(Utf8JsonWriter json, SearchQuery query, Action<Utf8JsonWriter> write)
    {
        if (query.MinimumPoints <= 0 || query.Groups.Count == 0)
        {
            write(json);
            return;
        }
        json.Object("function_score", f =>
        {
            f.Object("query", write);
            f.WriteNumber("min_score", query.MinimumPoints);
        });
    }

    private static void WriteGroups(Utf8JsonWriter json, SearchQuery query)
    {
        if (query.Groups.Count == 0)
            return;
        int[] counted = query.Demand is not null ? [] : [.. Enumerable.Range(0, query.Groups.Count).Where(i => !query.Groups[i].Optional)];
        if (query.Demand is null && counted.Length == 0)
        {
            AnyOf(json, query.Groups, Enumerable.Range(0, query.Groups.Count), 1);
            return;
        }
        if (counted.Length > 0)
            json.Array("must", m => m.Item(i => i.Object("bool", b => AnyOf(b, query.Groups, counted, Math.Clamp(query.MinimumGroups, 1, counted.Length)))));
        json.Array("should", s =>
        {
            foreach (var group in Enumerable.Range(0, query.Groups.Count).Except(counted))
                BestOf(s, query.Groups[group], group);
        });
    }

    // As a filter it gives no points.
    private static void WriteDemand(Utf8JsonWriter json, Demand demand)
    {
        json.Array("should", should =>
        {
            foreach (var group in demand.Groups)
            {
                should.Item(i => WriteTokens(i, group.Alternatives.Select(a => a.Token), _ => { }));
            }
        });
        json.WriteNumber("minimum_should_match", Math.Clamp(demand.Minimum, 1, demand.Groups.Count));
    }

    private static void AnyOf(Utf8JsonWriter json, IReadOnlyList<TokenGroup> all, IEnumerable<int> groups, int minimum)
    {
        json.Array("should", s =>
        {
            foreach (var group in groups)
                BestOf(s, all[group], group);
        });
        json.WriteNumber("minimum_should_match", minimum);
    }

    private static void BestOf(Utf8JsonWriter json, TokenGroup group, int number)
        => json.Item(i => i.Object("dis_max", d => d.Array("queries", queries =>
        {
            for (var at = 0; at < group.Alternatives.Count; at++)
            {
                var (name, alternative) = (ElasticReasons.Name(number, at), group.Alternatives[at]);
                queries.Item(q => WriteTokens(q, [alternative.Token], t =>
                {
                    t.WriteString("_name", name);
                    t.WriteNumber("boost", alternative.Weight);
                }));
            }
        })));

    // Each token gives its weight in the document.
    private static void WriteTokens(Utf8JsonWriter json, IEnumerable<string> tokens, Action<Utf8JsonWriter> more) => json.Object("sparse_vector", s =>
    {
        more(s);
        s.WriteString("field", ElasticFields.Tokens);
        s.WriteBoolean("prune", false);
        s.Object("query_vector", v =>
        {
            foreach (var token in tokens.Distinct(StringComparer.Ordinal))
                v.WriteNumber(ElasticFields.Token(token), 1);
        });
    });

    private static void WriteOrder(Utf8JsonWriter json, SearchSort sort, SearchCursor? after)
    {
        // A missing day takes part as a number, so that the cursor can name its place.
        var missing = sort.Descending ? 0 : int.MaxValue;
        json.Array("sort", s =>
        {
            if (sort.DayField is null)
                s.Item(o => o.WriteString("_score", "desc"));
            else
                s.Item(o => o.Object(ElasticFields.Day(sort.DayField), d =>
                {
                    d.WriteString("order", sort.Descending ? "desc" : "asc");
                    d.WriteNumber("missing", missing);
                    d.WriteString("unmapped_type", "integer");
                }));
            s.Item(o => o.WriteString(ElasticFields.Id, "asc"));
        });
        if (after is not { } place)
            return;
        json.Array("search_after", a =>
        {
            a.WriteNumberValue(sort.DayField is null ? place.Key : place.Key == SearchCursor.KeyOf(0, sort.Descending) ? missing : Math.Abs(place.Key));
            a.WriteStringValue(place.Id.ToString("N"));
        });
    }

    private static void WriteFacets(Utf8JsonWriter json, string[] facets, KeywordFilter[] late)
    {
        for (var i = 0; i < facets.Length; i++)
        {
            var field = facets[i];
            json.Object(FacetName(i), a =>
            {
                a.Object("filter", f => WriteAll(f, late.Where(l => l.Field != field)));
                a.Object("aggs", v => v.Object("v", t => t.Object("terms", n =>
                {
                    n.WriteString("field", ElasticFields.Keyword(field));
                    n.WriteNumber("size", MostFacetValues);
                })));
            });
        }
    }

    private static void WriteAll(Utf8JsonWriter json, IEnumerable<KeywordFilter> filters)
        => json.Object("bool", b => b.Array("filter", f => WriteFilters(f, filters)));

    private static void WriteFilters(Utf8JsonWriter json, IEnumerable<KeywordFilter> filters)
    {
        foreach (var filter in filters)
        {
            json.Item(f => f.Object("terms", t => t.Array(ElasticFields.Keyword(filter.Field), values =>
            {
                foreach (var value in filter.Values)
                    values.WriteStringValue(value);
            })));
        }
    }
}
