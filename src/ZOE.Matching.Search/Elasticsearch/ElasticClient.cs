namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>The calls of the documented REST API that the portal needs, and nothing more; a client library can take this place.</summary>
internal sealed class ElasticClient(ElasticTransport transport, ElasticsearchOptions options)
{
    /// <summary>Every index whose name fits the pattern, with aliases and marks; none when there is none.</summary>
    public async Task<IReadOnlyList<ElasticGeneration>> IndicesAsync(string pattern, TimeSpan within, CancellationToken cancellation)
    {
        using var answer = (await transport.SendAsync(
            HttpMethod.Get, pattern + "?features=aliases,mappings&filter_path=*.aliases,*.mappings._meta", null, within, cancellation)).Good();
        return [.. answer.Body.EnumerateObject().Select(ElasticGeneration.Read)];
    }

    /// <summary>Creates an index; false when the name is taken.</summary>
    public async Task<bool> CreateAsync(string index, string alias, SearchKind kind, ElasticMarks marks, CancellationToken cancellation)
    {
        using var answer = await WriteAsync(HttpMethod.Put, index, ElasticBody.Of(json =>
        {
            json.Object("settings", ElasticFields.WriteSettings);
            json.Object("aliases", a => a.Object(alias, _ => { }));
            json.Object("mappings", m =>
            {
                m.WriteString("dynamic", "strict");
                m.Object("_source", s => s.WriteBoolean("enabled", false));
                marks.Write(m);
                ElasticFields.WriteProperties(m, kind);
            });
        }), cancellation);
        if (answer.Status == 400 && answer.Error.Contains("already_exists", StringComparison.Ordinal))
            return false;
        answer.Good();
        return true;
    }

    public async Task MarkAsync(string index, ElasticMarks marks, CancellationToken cancellation)
        => (await WriteAsync(HttpMethod.Put, index + "/_mapping", ElasticBody.Of(marks.Write), cancellation)).Good().Dispose();

    public async Task DeleteAsync(string index, CancellationToken cancellation)
    {
        using var answer = await WriteAsync(HttpMethod.Delete, index, null, cancellation);
        if (answer.Status != 404)
            answer.Good();
    }

    /// <summary>Changes aliases in one step, all or none; false when one to be removed is not there any more.</summary>
    public async Task<bool> AliasesAsync(IEnumerable<(string Verb, string Index, string Alias)> changes, CancellationToken cancellation)
    {
        using var answer = await WriteAsync(HttpMethod.Post, "_aliases", ElasticBody.Of(json => json.Array("actions", actions =>
        {
            foreach (var (verb, index, alias) in changes)
            {
                actions.Item(a => a.Object(verb, c =>
                {
                    c.WriteString("index", index);
                    c.WriteString("alias", alias);
                    if (verb == "remove")
                        c.WriteBoolean("must_exist", true);
                }));
            }
        })), cancellation);
        if (answer.Status == 404)
            return false;
        answer.Good();
        return true;
    }

    /// <summary>The answer to a search; a refused one is asked once more, since an index may have been swapped between two steps of the server.</summary>
    public async Task<ElasticAnswer> SearchAsync(string target, ElasticBody body, CancellationToken cancellation)
    {
        var path = target + "/_search?allow_partial_search_results=false&include_named_queries_score=true";
        var answer = await transport.SendQuicklyAsync(HttpMethod.Post, path, body, options.SearchTimeout, cancellation);
        if (answer.Status is not (404 or 500 or 503))
            return answer;
        answer.Dispose();
        return await transport.SendQuicklyAsync(HttpMethod.Post, path, body, options.SearchTimeout, cancellation);
    }

    /// <summary>A search that may take its time.</summary>
    public async Task<ElasticAnswer> ReadAsync(string path, ElasticBody body, TimeSpan within, CancellationToken cancellation)
        => (await transport.SendAsync(HttpMethod.Post, path, body, within, cancellation)).Good();

    /// <summary>Writes through aliases only, so that no write can make an index by itself.</summary>
    public Task<ElasticAnswer> BulkAsync(ElasticBody body, bool visible, bool throughAliases, CancellationToken cancellation)
        => WriteAsync(HttpMethod.Post, $"_bulk?refresh={(visible ? "true" : "false")}&require_alias={(throughAliases ? "true" : "false")}", body, cancellation);

    public async Task RefreshAsync(string index, CancellationToken cancellation)
        => (await WriteAsync(HttpMethod.Post, index + "/_refresh", null, cancellation)).Good().Dispose();

    /// <summary>Rewrites files that hold deleted documents.</summary>
    public async Task ExpungeAsync(string index, CancellationToken cancellation)
    {
        foreach (var step in new[] { "_flush?force=true", "_forcemerge?only_expunge_deletes=true", "_flush?force=true" })
            (await WriteAsync(HttpMethod.Post, $"{index}/{step}", null, cancellation)).Good().Dispose();
    }

    public async Task<string> OpenPointInTimeAsync(string target, CancellationToken cancellation)
    {
        using var answer = (await WriteAsync(HttpMethod.Post, target + "/_pit?keep_alive=2m", null, cancellation)).Good();
        return answer.Body.GetProperty("id").GetString()!;
    }

    public async Task ClosePointInTimeAsync(string id)
    {
        try
        {
            (await WriteAsync(HttpMethod.Delete, "_pit", ElasticBody.Of(json => json.WriteString("id", id)), CancellationToken.None)).Dispose();
        }
        catch (SearchUnavailableException)
        {
            // It ends by itself after two minutes.
        }
    }

    private Task<ElasticAnswer> WriteAsync(HttpMethod method, string path, ElasticBody? body, CancellationToken cancellation)
        => transport.SendAsync(method, path, body, options.WriteTimeout, cancellation);
}
