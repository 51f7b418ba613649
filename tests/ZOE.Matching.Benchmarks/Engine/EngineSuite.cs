using System.Diagnostics;
using Lucene.Net.Analysis.De;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Search;
using ZOE.Matching.Search.Documents;
using ZOE.Matching.Search.Elasticsearch;
using ZOE.Matching.Search.German;
using ZOE.Matching.Search.Lucene;
using ZOE.Matching.Seed;

namespace ZOE.Matching.Benchmarks.Engine;

/// <summary>The engines without the portal: filtered search, text, indexing, a change becoming visible, what the adapter costs.</summary>
internal static class EngineSuite
{
    private const int Documents = 100_000, Questions = 1_000, Checked = 50;

    public static async Task RunAsync(Options options, Report report)
    {
        await SearchAsync(options, report, "S1", options.Quick ? 10_000 : Documents);
        if (options.Large >= 1_000_000) await SearchAsync(options, report, "S5", options.Large);
        await IndexingAsync(options, report);
        await AdapterAsync(options, report);
    }

    private static async Task SearchAsync(Options options, Report report, string id, int count)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("zoe-engine-").FullName;
        try
        {
            var data = new EngineData(options.Seed);
            var asks = data.Asks(options.Quick ? 100 : Questions);
            using var raw = new RawLucene(Path.Combine(folder, "raw"));
            raw.Fill(data.Rows(count));
            using var index = new LuceneSearchIndex(Path.Combine(folder, "own"), TimeProvider.System);
            await FillAsync(index, data.Rows(count));
            await CheckAsync(index, data, count, asks);
            Contender[] contenders =
            [
                new("floor", i => { raw.Search("c", asks[i].Competences); return Task.CompletedTask; }),
                new("text floor", i => { raw.Search("w", asks[i].Words); return Task.CompletedTask; }),
                new("competences", i => index.SearchAsync(SearchKind.Vacancies, EngineData.Query(asks[i], byWords: false))),
                new("words", i => index.SearchAsync(SearchKind.Vacancies, EngineData.Query(asks[i], byWords: true))),
            ];
            var others = new List<double>();
            var rounds = await Rounds.RunAsync(contenders, asks.Count, options, (_, foreign) => others.Add(foreign));
            for (var round = 1; round <= rounds.Count; round++)
            {
                var times = rounds[round - 1];
                Compare(id, "filters, place set, 4 facets against bare Lucene.NET", "competences", "floor");
                if (id == "S1") Compare("S6", "free text, filters, facets against bare text", "words", "text floor");

                void Compare(string goal, string subject, string own, string floor)
                {
                    subject += $", {count:N0} vacancies";
                    report.Add("engine", goal, subject, "ratio p50", "", round, times[own].P50 / times[floor].P50, others[round - 1]);
                    report.Add("engine", goal, subject, "ratio p95", "", round, times[own].P95 / times[floor].P95, others[round - 1]);
                    report.Add("engine", goal, subject, "own p50", "µs", round, times[own].P50, others[round - 1]);
                    report.Add("engine", goal, subject, "floor p50", "µs", round, times[floor].P50, others[round - 1]);
                }
            }

            if (id == "S1") await VisibleAsync(options, report, index, raw, data, count);
        }
        finally
        {
            System.IO.Directory.Delete(folder, true);
        }
    }

    private static async Task FillAsync(ISearchIndex index, IEnumerable<Row> rows)
    {
        await using var session = await index.BeginRebuildAsync(SearchKind.Vacancies);
        foreach (var batch in rows.Chunk(1_000)) await session.ApplyAsync([.. batch.Select(r => IndexChange.Put(EngineData.Document(r)))]);
        await session.SwapAsync();
    }

    /// <summary>A wrong answer has no time.</summary>
    private static async Task CheckAsync(ISearchIndex index, EngineData data, int count, IReadOnlyList<Ask> asks)
    {
        var rows = data.Rows(count).ToList();
        foreach (var ask in asks.Take(Checked))
        {
            foreach (var byWords in new[] { false, true })
            {
                var page = await index.SearchAsync(SearchKind.Vacancies, EngineData.Query(ask, byWords));
                if (page.Total != EngineData.Total(rows, ask, byWords)) throw new InvalidOperationException($"The index finds {page.Total}, by hand there are {EngineData.Total(rows, ask, byWords)}.");
            }
        }
    }

    /// <summary>From the change to the search that shows it; ours lies on the disk by then, the baseline does not.</summary>
    private static async Task VisibleAsync(Options options, Report report, ISearchIndex index, RawLucene raw, EngineData data, int count)
    {
        var rows = data.Rows(Math.Min(count, 300)).ToList();
        long version = 1;
        Contender[] contenders =
        [
            new("reopen", i => { raw.Update(rows[i]); raw.Search("c", rows[i].Competences[..1]); return Task.CompletedTask; }),
            new("own", async i =>
            {
                await index.ApplyAsync(SearchKind.Vacancies, [IndexChange.Put(EngineData.Document(rows[i], ++version))]);
                await index.SearchAsync(SearchKind.Vacancies, new SearchQuery { Groups = [new TokenGroup("", [new TokenAlternative("c:" + rows[i].Competences[0], TokenClass.Exact, 100)])], PageSize = 10 });
            }),
        ];
        var others = new List<double>();
        var rounds = await Rounds.RunAsync(contenders, options.Quick ? 30 : rows.Count, options with { Rounds = Math.Min(3, options.Rounds) }, (_, foreign) => others.Add(foreign));
        for (var round = 1; round <= rounds.Count; round++)
        {
            var times = rounds[round - 1];
            report.Add("engine", "X2", $"a change visible and on the disk against a bare reopen, {count:N0} vacancies", "ratio p50", "", round, times["own"].P50 / times["reopen"].P50, others[round - 1]);
            report.Add("engine", "X2", $"a change visible and on the disk against a bare reopen, {count:N0} vacancies", "own p50", "ms", round, times["own"].P50 / 1000, others[round - 1]);
        }
    }

    /// <summary>Whole vacancies through the own German chain against Lucene's German analyzer over the same texts, documents a second.</summary>
    private static async Task IndexingAsync(Options options, Report report)
    {
        var vocabulary = ReferenceData.ReadVocabulary(Path.Combine(AppContext.BaseDirectory, "reference"));
        var text = new GermanText(Lexicon.Build(LexiconRows.Of(vocabulary.Concepts, vocabulary.Relations)));
        var names = vocabulary.Concepts.Select(c => c.Label).ToList();
        var random = new Bogus.Randomizer(options.Seed);
        List<VacancyInput> vacancies = [.. Enumerable.Range(0, options.Quick ? 500 : 5_000).Select(_ => new VacancyInput
        {
            VacancyId = random.Guid(),
            Version = 1,
            EmployerId = random.Guid(),
            Title = random.ListItem(names),
            Description = string.Join(". ", Enumerable.Range(0, 12).Select(_ => $"Zu Ihren Aufgaben gehört {random.ListItem(names)} im Team")),
            Requirements = [.. Enumerable.Range(0, 6).Select(_ => new NamedConcept(random.ListItem(names), null))],
            Kind = PlacementKind.Job,
            Status = "Published",
            PlaceAgs = "03241001",
            HoursPerWeek = 39,
        })];
        for (var round = 0; round <= Math.Min(3, options.Rounds); round++)
        {
            var load = new ForeignLoad();
            var own = await TimedAsync(async folder =>
            {
                using var index = new LuceneSearchIndex(folder, TimeProvider.System);
                await using var session = await index.BeginRebuildAsync(SearchKind.Vacancies);
                foreach (var batch in vacancies.Chunk(500)) await session.ApplyAsync([.. batch.Select(v => IndexChange.Put(VacancyDocument.Build(v, text)))]);
                await session.SwapAsync();
            });
            var bare = await TimedAsync(folder => { Bare(folder, vacancies); return Task.CompletedTask; });
            // The first round warms up.
            if (round > 0) report.Add("engine", "X1", $"indexing with the own German chain against GermanAnalyzer, {vacancies.Count:N0} vacancies", "ratio", "", round, bare / own, load.Percent());
            if (round > 0) report.Add("engine", "X1", $"indexing with the own German chain against GermanAnalyzer, {vacancies.Count:N0} vacancies", "own", "documents/s", round, vacancies.Count / own, load.Percent());
        }
    }

    private static void Bare(string folder, List<VacancyInput> vacancies)
    {
        using var directory = new SimpleFSDirectory(folder);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new GermanAnalyzer(LuceneVersion.LUCENE_48)));
        foreach (var vacancy in vacancies)
        {
            Document document = [new StringField("id", vacancy.VacancyId.ToString("N"), Field.Store.NO), new TextField("title", vacancy.Title, Field.Store.NO), new TextField("text", vacancy.Description, Field.Store.NO)];
            foreach (var requirement in vacancy.Requirements) document.Add(new TextField("competence", requirement.Typed, Field.Store.NO));
            writer.AddDocument(document);
        }

        writer.Commit();
    }

    private static async Task<double> TimedAsync(Func<string, Task> work)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("zoe-indexing-").FullName;
        try
        {
            var from = Stopwatch.GetTimestamp();
            await work(folder);
            return Stopwatch.GetElapsedTime(from).TotalSeconds;
        }
        finally
        {
            System.IO.Directory.Delete(folder, true);
        }
    }

    /// <summary>A search through the adapter against the same body sent by hand to the same server.</summary>
    private static async Task AdapterAsync(Options options, Report report)
    {
        if (options.Elasticsearch is not { } address)
        {
            Console.WriteLine("E2 is left out: ZOE_SPEED_ELASTICSEARCH names no server.");
            return;
        }

        var settings = new ElasticsearchOptions { Addresses = [address], RequireLogin = false, IndexPrefix = "zoe-speed-e2", ConnectTimeout = TimeSpan.FromSeconds(5), SearchTimeout = TimeSpan.FromSeconds(20) };
        using var index = new ElasticSearchIndex(settings, "speed", TimeProvider.System);
        var data = new EngineData(options.Seed);
        var count = options.Quick ? 2_000 : 20_000;
        await FillAsync(index, data.Rows(count));
        var asks = data.Asks(options.Quick ? 50 : 300);
        using var bare = new HttpClient { BaseAddress = new Uri(address) };
        var path = await PathAsync(bare, settings);
        var bodies = asks.Select(a => EngineData.Query(a, byWords: false)).Select(q => ElasticQueries.Of(q, null, new ElasticReasons(q))).ToList();
        Contender[] contenders =
        [
            new("bare", async i =>
            {
                using var content = bodies[i].ToContent();
                using var answer = await bare.PostAsync(path, content);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
            }),
            new("adapter", i => index.SearchAsync(SearchKind.Vacancies, EngineData.Query(asks[i], byWords: false))),
        ];
        var others = new List<double>();
        var rounds = await Rounds.RunAsync(contenders, asks.Count, options, (_, foreign) => others.Add(foreign));
        for (var round = 1; round <= rounds.Count; round++)
        {
            var times = rounds[round - 1];
            report.Add("engine", "E2", $"adapter against the bare call, {count:N0} vacancies", "ratio p50", "", round, times["adapter"].P50 / times["bare"].P50, others[round - 1]);
            report.Add("engine", "E2", $"adapter against the bare call, {count:N0} vacancies", "adapter p50", "ms", round, times["adapter"].P50 / 1000, others[round - 1]);
        }
    }

    private static async Task<string> PathAsync(HttpClient bare, ElasticsearchOptions settings)
    {
        var names = await bare.GetStringAsync($"_cat/aliases/{settings.IndexPrefix}*?h=alias");
        return names.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).First(n => n.Contains("vacanc", StringComparison.OrdinalIgnoreCase)) + "/_search";
    }
}
