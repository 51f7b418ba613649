using System.Diagnostics;
using ZOE.Matching.Search;
using ZOE.Matching.Search.Elasticsearch;
using ZOE.Matching.Search.Lucene;

namespace ZOE.Matching.Benchmarks.Engine;

/// <summary>A rebuild of everything while searches go on: none may fail, and the canary must be in each answer.</summary>
internal static class RebuildSuite
{
    private const int Documents = 100_000, Searchers = 2;

    private static readonly Guid Canary = Guid.Parse("0c0ffee0-0000-4000-8000-000000000001");

    public static async Task RunAsync(Options options, Report report)
    {
        var count = options.Quick ? 5_000 : Documents;
        var folder = Directory.CreateTempSubdirectory("zoe-rebuild-").FullName;
        try
        {
            using (var index = new LuceneSearchIndex(folder, TimeProvider.System)) await RunAsync(report, index, "Lucene.NET", count, options);
        }
        finally
        {
            Directory.Delete(folder, true);
        }

        if (options.Elasticsearch is not { } address) return;
        var settings = new ElasticsearchOptions { Addresses = [address], RequireLogin = false, IndexPrefix = "zoe-speed-r1", ConnectTimeout = TimeSpan.FromSeconds(5), SearchTimeout = TimeSpan.FromSeconds(20) };
        using var server = new ElasticSearchIndex(settings, "speed", TimeProvider.System);
        await RunAsync(report, server, "Elasticsearch", count, options);
    }

    private static async Task RunAsync(Report report, ISearchIndex index, string engine, int count, Options options)
    {
        var data = new EngineData(options.Seed);
        await BuildAsync(index, data, count);
        using var over = new CancellationTokenSource();
        var load = new ForeignLoad();
        var searchers = Enumerable.Range(0, Searchers).Select(s => Task.Run(() => SearchAsync(index, data, s, over.Token))).ToList();
        var from = Stopwatch.GetTimestamp();
        await BuildAsync(index, data, count);
        var took = Stopwatch.GetElapsedTime(from);
        await over.CancelAsync();
        var seen = await Task.WhenAll(searchers);
        var subject = $"rebuild of {count:N0} documents under {Searchers} searchers, {engine}";
        var foreign = load.Percent();
        report.Add("rebuild", "R1", subject, "failed queries", "", 1, seen.Sum(s => s.Failed), foreign);
        report.Add("rebuild", "R1", subject, "canary missed", "", 1, seen.Sum(s => s.Missed), foreign);
        report.Add("rebuild", "R1", subject, "queries", "", 1, seen.Sum(s => s.Times.Count), foreign);
        report.Add("rebuild", "R1", subject, "time", "s", 1, took.TotalSeconds, foreign);
        List<double> times = [.. seen.SelectMany(s => s.Times).Order()];
        report.Add("rebuild", "R1", subject, "query p50", "ms", 1, Statistics.Median(times), foreign);
        report.Add("rebuild", "R1", subject, "slowest query", "ms", 1, times[^1], foreign);
    }

    private static async Task BuildAsync(ISearchIndex index, EngineData data, int count)
    {
        await using var session = await index.BeginRebuildAsync(SearchKind.Vacancies);
        var canary = new SearchDocument(SearchKind.Vacancies, Canary, 1, [new SearchToken(SearchField.Title, TokenClass.Exact, "kanarienvogel")], [], []);
        await session.ApplyAsync([IndexChange.Put(canary)]);
        foreach (var batch in data.Rows(count).Chunk(1_000)) await session.ApplyAsync([.. batch.Select(r => IndexChange.Put(EngineData.Document(r)))]);
        await session.SwapAsync();
    }

    private static async Task<(int Failed, int Missed, List<double> Times)> SearchAsync(ISearchIndex index, EngineData data, int searcher, CancellationToken over)
    {
        var asks = data.Asks(200);
        var (failed, missed, times) = (0, 0, new List<double>());
        for (var i = searcher; !over.IsCancellationRequested; i++)
        {
            // The canary's word among ordinary ones: it must stand on top whichever generation answers.
            var ask = EngineData.Query(asks[i % asks.Count], byWords: true);
            var query = new SearchQuery { Groups = [.. ask.Groups, new TokenGroup("kanarienvogel", [new TokenAlternative("kanarienvogel", TokenClass.Exact, 100)])], Facets = ask.Facets, PageSize = 10 };
            var from = Stopwatch.GetTimestamp();
            try
            {
                var page = await index.SearchAsync(SearchKind.Vacancies, query, CancellationToken.None);
                if (page.Hits.All(h => h.Id != Canary)) missed++;
            }
            catch (Exception)
            {
                failed++;
            }

            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        return (failed, missed, times);
    }
}
