namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>State of one index; a sick server is an answer too.</summary>
internal static class ElasticHealth
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static async Task<IndexHealth> OfAsync(ElasticShelf shelf, CancellationToken cancellation)
    {
        try
        {
            var state = await shelf.StateAsync(Patience, cancellation);
            var reason = state.NeedOfRebuild(shelf.Kind);
            var (documents, markers) = state.Live is null ? (0, 0) : await CountAsync(shelf, Patience, cancellation);
            return new IndexHealth(shelf.Kind, true, documents, markers, reason is not null, shelf.IsRebuilding(state), reason);
        }
        catch (Exception problem) when (!cancellation.IsCancellationRequested)
        {
            // Whether it needs a rebuild is known only when it answers again.
            return new IndexHealth(shelf.Kind, false, 0, 0, false, false, problem is SearchUnavailableException ? problem.Message : problem.GetType().Name);
        }
    }

    /// <summary>Documents and markers of the live index.</summary>
    public static async Task<(int Documents, int Markers)> CountAsync(ElasticShelf shelf, TimeSpan within, CancellationToken cancellation)
    {
        using var answer = await shelf.Client.ReadAsync(shelf.Name + "/_search?allow_partial_search_results=false", ElasticBody.Of(json =>
        {
            json.WriteNumber("size", 0);
            json.Object("aggs", a => a.Object("states", s => s.Object("terms", t => t.WriteString("field", ElasticFields.State))));
        }), within, cancellation);
        var counts = answer.Body.GetProperty("aggregations").GetProperty("states").GetProperty("buckets").EnumerateArray()
            .ToDictionary(b => b.GetProperty("key").GetString()!, b => b.GetProperty("doc_count").GetInt32());
        return (counts.GetValueOrDefault(ElasticFields.Live), counts.GetValueOrDefault(ElasticFields.Marker));
    }
}
