using Lucene.Net.Search;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Search;
using ZOE.Matching.Search.Documents;
using ZOE.Matching.Search.German;

namespace ZOE.Matching.Benchmarks.Engine;

/// <summary>The embedded engine through its port, beside raw Lucene.NET and PostgreSQL on the same data.</summary>
internal sealed class EngineSuite(Options options, Report report, Market market)
{
    public const string Suite = "engine";

    private const int Batch = 200, Checked = 12;

    private int Count => options.Quick ? 20_000 : 100_000;

    private int Queries => options.Quick ? 200 : 1_000;

    public static async Task RunAsync(Options options, Report report)
    {
        var suite = new EngineSuite(options, report, new Market(options));
        await suite.IndexingAsync();
        await suite.SearchingAsync(suite.Count, "S1", "S6");
        if (options.Million) await suite.SearchingAsync(1_000_000, "S5", "S5 text");
    }

    /// <summary>X1: the same vacancies into an empty index, own language chain and durable swap included.</summary>
    private async Task IndexingAsync()
    {
        var vacancies = Enumerable.Range(0, options.Quick ? 2_000 : 5_000).Select(i => market.Vacancy(i)).ToList();
        var concepts = vacancies.Select(v => v.Requirements.Select(r => GermanText.ConceptToken(r.ConceptId!.Value)).ToList()).ToList();
        var subject = FormattableString.Invariant($"indexing {vacancies.Count:N0} vacancies with the own language chain, versus raw Lucene.NET with its GermanAnalyzer");
        var load = new ForeignLoad(options.Servers);
        for (var round = 0; round <= options.Rounds; round++)
        {
            double own = 0, raw = 0;
            foreach (var first in round % 2 == 0 ? (bool[])[true, false] : [false, true])
            {
                using var folder = new TemporaryFolder();
                var from = TimeProvider.System.GetTimestamp();
                if (first)
                {
                    await using var services = Lucene(folder.Path);
                    await FillAsync(services.GetRequiredService<ISearchIndex>(), vacancies, _ => { });
                    own = vacancies.Count / TimeProvider.System.GetElapsedTime(from).TotalSeconds;
                }
                else
                {
                    using var index = new RawLucene(folder.Path);
                    for (var i = 0; i < vacancies.Count; i++) index.Add(vacancies[i], concepts[i]);
                    index.Commit();
                    raw = vacancies.Count / TimeProvider.System.GetElapsedTime(from).TotalSeconds;
                }
            }

            var foreign = load.Percent();
            if (round == 0) continue; // warm-up
            report.Add(Suite, "X1", subject, "own", "docs/s", round, own, foreign);
            report.Add(Suite, "X1", subject, "raw", "docs/s", round, raw, foreign);
            report.Add(Suite, "X1", subject, "ratio", "", round, own / raw, foreign);
        }
    }

    /// <summary>S1 and S6 beside their floors, X2, and the same searches in PostgreSQL and Elasticsearch where they are given.</summary>
    private async Task SearchingAsync(int count, string byCompetence, string byWords)
    {
        var competences = market.ByCompetences(Queries);
        var words = market.Words(Queries);
        var texts = market.ByWords(words);
        SlowAnswer[] right = [.. competences.Take(Checked).Concat(texts.Take(Checked)).Select(q => new SlowAnswer(q))];

        using var folder = new TemporaryFolder();
        await using var services = Lucene(Path.Combine(folder.Path, "own"));
        var index = services.GetRequiredService<ISearchIndex>();
        using var raw = new RawLucene(Path.Combine(folder.Path, "raw"));
        await using var postgres = options.Postgres is { } connection && count <= 100_000 ? await PostgresSearch.CreateAsync(connection) : null;
        Console.WriteLine(FormattableString.Invariant($"{byCompetence}: indexing {count:N0} vacancies"));
        var rows = new List<(VacancyInput Vacancy, IReadOnlyList<string> Concepts)>();
        await FillAsync(index, Enumerable.Range(0, count).Select(i => market.Vacancy(i)), document =>
        {
            SlowAnswer.AddAll(right, document.Document);
            var vacancy = document.Vacancy;
            string[] concepts = [.. document.Document.Tokens.Select(t => t.Text).Where(t => t.StartsWith("c:", StringComparison.Ordinal)).Distinct()];
            raw.Add(vacancy, concepts);
            if (postgres is not null) rows.Add((vacancy, concepts));
        });
        raw.Commit();

        async Task<SearchPage> AskAsync(SearchQuery query) => await index.SearchAsync(SearchKind.Vacancies, query);
        for (var i = 0; i < Checked; i++)
        {
            right[i].Check(await AskAsync(competences[i]));
            right[Checked + i].Check(await AskAsync(texts[i]));
        }

        Query[] floor = [.. competences.Select(q => raw.AnyConcept(q.Groups.Select(g => g.Alternatives[0].Token)))];
        Query[] textFloor = [.. words.Select(raw.AnyWord)];
        for (var i = 0; i < Queries; i++)
            if (raw.Top10(floor[i]).TotalHits != (await AskAsync(competences[i] with { Filters = [], DayFloors = [], Facets = [] })).Total)
                throw new InvalidOperationException("The floor does not search the same documents.");

        var times = await Contest.RunAsync(
            options, Queries, Queries,
            new("own", async i => await AskAsync(competences[i])),
            new("L0", i => Done(raw.Top10(floor[i]))),
            new("own text", async i => await AskAsync(texts[i])),
            new("T0", i => Done(raw.Top10(textFloor[i]))),
            new("own chain", async i => await AskAsync(texts[i] with { Groups = market.Text.ForQuery(words[i]).Groups })));
        var size = FormattableString.Invariant($"{count:N0} vacancies");
        Contest.Times(report, Suite, byCompetence, $"5 competences + filters + place set + 4 facets, {size}", times[0]);
        Contest.Times(report, Suite, byCompetence, $"L0: raw Lucene.NET, 5 competences, top 10, {size}", times[1]);
        Contest.Ratios(report, Suite, byCompetence, $"versus L0, {size}", times[0], times[1]);
        Contest.Times(report, Suite, byWords, $"5 words + filters + place set + 4 facets, {size}", times[2]);
        Contest.Times(report, Suite, byWords, $"5 words as before, the language chain included, {size}", times[4]);
        Contest.Times(report, Suite, byWords, $"T0: raw Lucene.NET, 5 words, top 10, {size}", times[3]);
        Contest.Ratios(report, Suite, byWords, $"versus T0, {size}", times[2], times[3]);

        if (postgres is not null)
        {
            await postgres.FillAsync(rows);
            rows.Clear();
            await AgainstPostgresAsync(postgres, index, competences, words, texts, size);
        }

        if (count <= 100_000)
        {
            await VisibilityAsync(index, raw, size);
            await ElasticAdapter.RunAsync(options, report, market, competences, right[..Checked], Math.Min(count, 100_000));
        }
    }

    private async Task AgainstPostgresAsync(PostgresSearch postgres, ISearchIndex index, IReadOnlyList<SearchQuery> competences, IReadOnlyList<string> words, IReadOnlyList<SearchQuery> texts, string size)
    {
        for (var i = 0; i < Checked; i++)
        {
            var total = await postgres.AskConceptsAsync(competences[i]);
            if (total != (await index.SearchAsync(SearchKind.Vacancies, competences[i])).Total) throw new InvalidOperationException("PostgreSQL finds other vacancies.");
        }

        var slice = Math.Max(50, Queries / 5);
        var times = await Contest.RunAsync(
            options, Queries, slice,
            new("PostgreSQL", async i => await postgres.AskConceptsAsync(competences[i])),
            new("own", async i => await index.SearchAsync(SearchKind.Vacancies, competences[i])),
            new("PostgreSQL text", async i => await postgres.AskWordsAsync(words[i], texts[i])),
            new("own text", async i => await index.SearchAsync(SearchKind.Vacancies, texts[i])));
        Contest.Times(report, Suite, "S3", $"PostgreSQL: 5 competences + filters + place set + 4 facets, {size}", times[0]);
        Contest.Ratios(report, Suite, "S3", $"PostgreSQL versus own, {size}", times[0], times[1]);
        Contest.Times(report, Suite, "S6", $"PostgreSQL: 5 words + filters + place set + 4 facets, {size}", times[2]);
        Contest.Ratios(report, Suite, "S6", $"PostgreSQL versus own, {size}", times[2], times[3], " to PostgreSQL");
    }

    /// <summary>X2: one changed vacancy, from the write until a search finds it.</summary>
    private async Task VisibilityAsync(ISearchIndex index, RawLucene raw, string size)
    {
        var number = 0;
        var concepts = market.ByCompetences(1)[0].Groups.Select(g => g.Alternatives[0].Token).ToArray();
        var changes = options.Quick ? 50 : 200;
        List<(VacancyInput Vacancy, SearchDocument Document)> prepared = [.. Enumerable.Range(0, changes * (options.Rounds + 2)).Select(i =>
        {
            var vacancy = market.Vacancy(i, version: 2) with { Title = $"neuwort{i}" };
            return (vacancy, VacancyDocument.Build(vacancy, market.Text));
        })];
        var queries = prepared.Select((p, i) => new SearchQuery { Groups = [new TokenGroup("neu", [new TokenAlternative($"neuwort{i}", TokenClass.Exact, 100)])], PageSize = 1 }).ToList();
        var times = await Contest.RunAsync(
            options, changes, changes,
            new("own", async _ =>
            {
                var at = number++ % prepared.Count;
                await index.ApplyAsync(SearchKind.Vacancies, [IndexChange.Put(prepared[at].Document)]);
                if ((await index.SearchAsync(SearchKind.Vacancies, queries[at])).Total != 1) throw new InvalidOperationException("The change is not visible.");
            }),
            new("raw", i =>
            {
                raw.Add(prepared[i].Vacancy, concepts);
                raw.Reopen();
                if (!raw.Finds(prepared[i].Vacancy.VacancyId, concepts[0])) throw new InvalidOperationException("The change is not visible.");
                return ValueTask.CompletedTask;
            }));
        Contest.Times(report, Suite, "X2", $"a changed vacancy durable and found, {size}", times[0]);
        Contest.Times(report, Suite, "X2", $"raw Lucene.NET: update, reopen (not durable) and found, {size}", times[1]);
        Contest.Ratios(report, Suite, "X2", $"versus raw reopen, {size}", times[0], times[1]);
    }

    /// <summary>Fills an index as the product's rebuild does: batches of finished documents, then the swap.</summary>
    private async Task FillAsync(ISearchIndex index, IEnumerable<VacancyInput> vacancies, Action<(VacancyInput Vacancy, SearchDocument Document)> also)
    {
        await using var session = await index.BeginRebuildAsync(SearchKind.Vacancies);
        foreach (var batch in vacancies.Chunk(Batch))
        {
            var documents = batch.Select(v => VacancyDocument.Build(v, market.Text)).ToList();
            await session.ApplyAsync([.. documents.Select(IndexChange.Put)]);
            for (var i = 0; i < batch.Length; i++) also((batch[i], documents[i]));
        }

        await session.SwapAsync();
    }

    private static ServiceProvider Lucene(string folder) =>
        new ServiceCollection().AddSearch(new SearchOptions { Engine = "Lucene", Folder = folder }).BuildServiceProvider();

    private static ValueTask Done(TopDocs found) => found.TotalHits < 0 ? throw new InvalidOperationException() : ValueTask.CompletedTask;
}

/// <summary>A folder that goes at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("zoe-speed-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
