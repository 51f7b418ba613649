using Bogus;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Benchmarks.Engine;
using ZOE.Matching.Search;
using ZOE.Matching.Search.Documents;

namespace ZOE.Matching.Benchmarks.Rebuild;

/// <summary>R1: the index is built anew while users search and change records; no search may fail or miss what was there all the time.</summary>
internal static class RebuildSuite
{
    private const string Suite = "rebuild", Canary = "kanarienwort";
    private const int Batch = 200, Canaries = 5;

    public static async Task RunAsync(Options options, Report report)
    {
        var market = new Market(options);
        foreach (var count in options.Quick ? (int[])[5_000] : [5_000, 100_000]) await RunAsync(options, report, market, count);
    }

    private static async Task RunAsync(Options options, Report report, Market market, int count)
    {
        using var folder = new TemporaryFolder();
        await using var services = new ServiceCollection().AddSearch(new SearchOptions { Engine = "Lucene", Folder = folder.Path }).BuildServiceProvider();
        var index = services.GetRequiredService<ISearchIndex>();
        var queries = market.ByCompetences(200);
        await FillAsync();
        // Large rebuilds take long; what they show does not change from round to round.
        for (var round = 1; round <= (count > 5_000 ? Math.Min(2, options.Rounds) : options.Rounds); round++)
        {
            var load = new ForeignLoad(options.Servers);
            using var over = new CancellationTokenSource();
            var from = TimeProvider.System.GetTimestamp();
            var searching = SearchAsync(round, over.Token);
            await FillAsync();
            var seconds = TimeProvider.System.GetElapsedTime(from).TotalSeconds;
            await over.CancelAsync();
            var (ran, failed, missed, slowest) = await searching;
            var (foreign, subject) = (load.Percent(), FormattableString.Invariant($"rebuild of {count:N0} vacancies while searches and changes go on, Lucene.NET"));
            report.Add(Suite, "R1", subject, "time", "s", round, seconds, foreign);
            report.Add(Suite, "R1", subject, "queries meanwhile", "", round, ran, foreign);
            report.Add(Suite, "R1", subject, "failed queries", "", round, failed, foreign);
            report.Add(Suite, "R1", subject, "canary missed", "", round, missed, foreign);
            report.Add(Suite, "R1", subject, "slowest query", "ms", round, slowest, foreign);
        }

        async Task FillAsync()
        {
            await using var session = await index.BeginRebuildAsync(SearchKind.Vacancies);
            foreach (var batch in Enumerable.Range(0, count).Chunk(Batch))
                await session.ApplyAsync([.. batch.Select(i => IndexChange.Put(VacancyDocument.Build(Vacancy(i, 1), market.Text)))]);
            await session.SwapAsync();
        }

        VacancyInput Vacancy(int number, long version)
        {
            var vacancy = market.Vacancy(number, version);
            return number < Canaries ? vacancy with { Title = Canary } : vacancy;
        }

        // One user after the other, and every fiftieth time someone saves a change, of a canary too.
        Task<(int Ran, int Failed, int Missed, double Slowest)> SearchAsync(int round, CancellationToken over) => Task.Run(async () =>
        {
            var canary = market.Text.ForQuery(Canary).ToQuery();
            var random = new Randomizer(options.Seed + round);
            int ran = 0, failed = 0, missed = 0;
            double slowest = 0;
            for (; !over.IsCancellationRequested; ran++)
            {
                var from = TimeProvider.System.GetTimestamp();
                try
                {
                    if (ran % 50 == 0)
                        await index.ApplyAsync(SearchKind.Vacancies, [IndexChange.Put(VacancyDocument.Build(Vacancy(random.Int(0, count - 1), ran + 2 + round * 1_000_000L), market.Text)), IndexChange.Put(VacancyDocument.Build(Vacancy(ran % Canaries, ran + 2 + round * 1_000_000L), market.Text))], CancellationToken.None);
                    from = TimeProvider.System.GetTimestamp();
                    await index.SearchAsync(SearchKind.Vacancies, queries[ran % queries.Count], CancellationToken.None);
                    if ((await index.SearchAsync(SearchKind.Vacancies, canary, CancellationToken.None)).Total < Canaries) missed++;
                }
                catch (Exception problem) when (problem is not OutOfMemoryException)
                {
                    failed++;
                    Console.WriteLine(problem);
                }

                slowest = Math.Max(slowest, TimeProvider.System.GetElapsedTime(from).TotalMilliseconds);
            }

            return (ran, failed, missed, slowest);
        }, CancellationToken.None);
    }
}
