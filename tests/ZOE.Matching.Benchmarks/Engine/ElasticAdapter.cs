using System.Net.Http.Headers;
using ZOE.Matching.Search;
using ZOE.Matching.Search.Documents;
using ZOE.Matching.Search.Elasticsearch;

namespace ZOE.Matching.Benchmarks.Engine;

/// <summary>E2: what the adapter adds to the bare HTTP call. The very requests of the adapter are recorded and sent again without it.</summary>
internal static class ElasticAdapter
{
    private const int Batch = 500;

    public static async Task RunAsync(Options options, Report report, Market market, IReadOnlyList<SearchQuery> queries, IReadOnlyList<SlowAnswer> right, int count)
    {
        if (options.Elasticsearch is not { } address) return;
        var settings = new ElasticsearchOptions { Addresses = [address], IndexPrefix = "zoe-speed-engine", SearchTimeout = TimeSpan.FromSeconds(10), RequireLogin = false };
        using var recorder = new Recorder();
        using var index = new ElasticSearchIndex(settings, "speed", TimeProvider.System, recorder);
        using var client = new HttpClient { BaseAddress = new Uri(address.TrimEnd('/') + "/") };
        try
        {
            await using (var session = await index.BeginRebuildAsync(SearchKind.Vacancies))
            {
                foreach (var batch in Enumerable.Range(0, count).Chunk(Batch))
                {
                    var results = await session.ApplyAsync([.. batch.Select(i => IndexChange.Put(VacancyDocument.Build(market.Vacancy(i), market.Text)))]);
                    if (results.Any(r => !r.IsDone)) throw new InvalidOperationException("Elasticsearch did not take a vacancy.");
                }

                await session.SwapAsync();
            }

            (await client.PostAsync("zoe-speed-engine-*/_forcemerge?max_num_segments=1", null)).EnsureSuccessStatusCode();
            for (var i = 0; i < right.Count; i++) right[i].Check(await index.SearchAsync(SearchKind.Vacancies, queries[i]));
            var bodies = new List<(Uri Address, byte[] Body)>();
            foreach (var query in queries)
            {
                await index.SearchAsync(SearchKind.Vacancies, query);
                bodies.Add(recorder.Last!.Value);
            }

            recorder.Records = false;
            var times = await Contest.RunAsync(
                options, queries.Count, queries.Count,
                new("adapter", async i => await index.SearchAsync(SearchKind.Vacancies, queries[i])),
                new("bare", async i =>
                {
                    using var content = new ByteArrayContent(bodies[i].Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
                    using var answer = await client.PostAsync(bodies[i].Address, content);
                    await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
                }));
            var subject = FormattableString.Invariant($"{count:N0} vacancies, {await ServerAsync(client)}");
            Contest.Times(report, EngineSuite.Suite, "E2", $"Elasticsearch through the adapter, {subject}", times[0]);
            Contest.Times(report, EngineSuite.Suite, "E2", $"the same requests bare, {subject}", times[1]);
            Contest.Ratios(report, EngineSuite.Suite, "E2", $"adapter versus bare, {subject}", times[0], times[1]);
        }
        finally
        {
            using var remove = await client.DeleteAsync("zoe-speed-engine*?expand_wildcards=all");
            _ = remove.StatusCode;
        }
    }

    /// <summary>Version, heap and whether it maps files: without these a time of Elasticsearch says nothing.</summary>
    private static async Task<string> ServerAsync(HttpClient client)
    {
        var node = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync("_nodes/jvm,settings")).RootElement.GetProperty("nodes").EnumerateObject().First().Value;
        var mapped = !node.GetProperty("settings").TryGetProperty("node", out var own) || !own.TryGetProperty("store", out var store) || store.GetProperty("allow_mmap").GetString() != "false";
        return $"Elasticsearch {node.GetProperty("version").GetString()}, heap {node.GetProperty("jvm").GetProperty("mem").GetProperty("heap_max_in_bytes").GetInt64() >> 20} MB, {(mapped ? "mmap on" : "mmap off")}";
    }

    private sealed class Recorder : DelegatingHandler
    {
        public Recorder() : base(new SocketsHttpHandler())
        {
        }

        public bool Records { get; set; } = true;

        public (Uri, byte[])? Last { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Records && request.Content is { } content) Last = (request.RequestUri!, await content.ReadAsByteArrayAsync(cancellationToken));
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
