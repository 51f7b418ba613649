using System.Net;
using System.Text;
using System.Text.Json;
using ZOE.Matching.Search.Elasticsearch;

namespace ZOE.Matching.Search.Tests.Elasticsearch;

/// <summary>A server that keeps versions as the real one does and fails in every way that one may, at random or on demand.</summary>
public sealed class FakeElasticsearch(Random random) : HttpMessageHandler
{
    /// <summary>How it behaves towards everything.</summary>
    public enum Mood
    {
        /// <summary>Answers well.</summary>
        Fine,

        /// <summary>Fails at random.</summary>
        Moody,

        /// <summary>Cannot be reached.</summary>
        Dead,

        /// <summary>Takes the request and never answers.</summary>
        Silent,
    }

    public Mood Behaviour { get; set; }

    private static readonly int[] Statuses = [429, 503, 500, 404];

    /// <summary>Hosts that cannot be reached.</summary>
    public HashSet<string> DeadHosts { get; } = [];

    /// <summary>Hosts that take requests and never answer.</summary>
    public HashSet<string> SilentHosts { get; } = [];

    /// <summary>Hosts asked, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Version and live state per id.</summary>
    public Dictionary<string, (long Version, string State)> Stored { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        lock (Asked)
            Asked.Add(request.RequestUri!.Host);
        if (Behaviour == Mood.Silent || SilentHosts.Contains(request.RequestUri!.Host))
            await Task.Delay(Timeout.Infinite, cancellation);
        if (Behaviour == Mood.Dead || DeadHosts.Contains(request.RequestUri!.Host))
            throw new HttpRequestException("refused");
        var path = request.RequestUri!.AbsolutePath;
        if (path.EndsWith("_bulk", StringComparison.Ordinal))
            return Bulk(await request.Content!.ReadAsStringAsync(cancellation));
        if (path.EndsWith("_search", StringComparison.Ordinal))
            return Json(200, """{"timed_out":false,"hits":{"total":{"value":0},"hits":[]}}""");
        return Json(200, $$"""{"t-vacancies-g0":{"aliases":{"t-vacancies":{} },"mappings":{"_meta":{"format":"{{ElasticFields.Format(SearchKind.Vacancies)}}","complete":true,"owner":"x","beat":0} } } }""");
    }

    private HttpResponseMessage Bulk(string body)
    {
        var mishap = Behaviour == Mood.Moody ? random.Next(12) : 99;
        if (mishap == 0)
            return Json(429, """{"error":{"type":"es_rejected_execution_exception"},"status":429}""");
        if (mishap == 1)
            return Json(503, """{"error":{"type":"cluster_block_exception"},"status":503}""");
        if (mishap == 2)
            throw new HttpRequestException("broken off before anything was read");
        var lines = body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var items = new StringBuilder();
        for (var i = 0; i < lines.Length; i += 2)
            items.Append(items.Length > 0 ? "," : "").Append(Item(JsonDocument.Parse(lines[i]).RootElement.GetProperty("index"), JsonDocument.Parse(lines[i + 1]).RootElement));
        if (mishap == 3)
            throw new HttpRequestException("all was written, but the answer was lost");
        return Json(200, $$"""{"errors":true,"items":[{{items}}]}""");
    }

    private string Item(JsonElement action, JsonElement document)
    {
        if (document.TryGetProperty("k_employer", out var employer) && employer[0].GetString() == "poison")
            return """{"index":{"status":400,"error":{"type":"document_parsing_exception","reason":"quotes the document"}}}""";
        if (Behaviour == Mood.Moody && random.Next(8) is var mishap and < 4)
            return $$"""{"index":{"status":{{Statuses[mishap]}},"error":{"type":"mishap"} } }""";
        var (id, version) = (action.GetProperty("_id").GetString()!, action.GetProperty("version").GetInt64());
        if (Stored.TryGetValue(id, out var known) && known.Version >= version)
            return """{"index":{"status":409,"error":{"type":"version_conflict_engine_exception"}}}""";
        Stored[id] = (version, document.GetProperty("state").GetString()!);
        return """{"index":{"status":201}}""";
    }

    private static HttpResponseMessage Json(int status, string body)
        => new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
