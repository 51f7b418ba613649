using System.Diagnostics;
using ZOE.Matching.Search.Elasticsearch;

namespace ZOE.Matching.Search.Tests.Elasticsearch;

/// <summary>What the adapter does when the server refuses, forgets, stalls or is gone.</summary>
public sealed class ElasticFaultTests
{
    private const SearchKind Kind = SearchKind.Vacancies;
    private readonly FakeElasticsearch server = new(new Random(14));

    [Fact]
    public async Task Bulk_EveryStatusAtRandom_AndLostAnswers_IndexEqualsDatabase()
    {
        using var index = Open();
        server.Behaviour = FakeElasticsearch.Mood.Moody;
        var random = new Random(7);
        var database = new Dictionary<Guid, (long Version, bool Live)>();
        int refused = 0, repeated = 0;
        for (var batch = 0; batch < 3000; batch++)
        {
            IndexChange[] open = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Next(random, database))];
            while (open.Length > 0)
            {
                var results = await index.ApplyAsync(Kind, open);
                results.Select(r => (r.Id, r.Version)).Should().Equal(open.Select(c => (c.Id, c.Version)));
                foreach (var result in results.Where(r => r.Outcome == ChangeOutcome.Refused))
                {
                    result.Id.Should().Be(Sample.Id(0));
                    result.Reason.Should().Be("400 document_parsing_exception");
                    refused++;
                }
                open = [.. open.Where((_, i) => results[i].Outcome == ChangeOutcome.Retry)];
                repeated += open.Length;
            }
        }
        server.Stored.ToDictionary(s => Guid.Parse(s.Key), s => (s.Value.Version, s.Value.State == ElasticFields.Live)).Should().BeEquivalentTo(database);
        refused.Should().BeGreaterThan(50);
        repeated.Should().BeGreaterThan(1000);
    }

    [Theory]
    [InlineData(FakeElasticsearch.Mood.Dead)]
    [InlineData(FakeElasticsearch.Mood.Silent)]
    public async Task DeadServer_FirstSearchFailsWithinASecond_LaterOnesAtOnce_UntilItAnswersAgain(FakeElasticsearch.Mood mood)
    {
        using var index = Open();
        server.Behaviour = mood;
        (await FailsAfter(index)).Should().BeLessThan(TimeSpan.FromSeconds(1.5));
        for (var i = 0; i < 20; i++)
            (await FailsAfter(index)).Should().BeLessThan(TimeSpan.FromMilliseconds(200));
        server.Behaviour = FakeElasticsearch.Mood.Fine;
        await ServesAgain(index);
    }

    [Fact]
    public async Task DeadServer_WritesAskToBeRepeated_HealthSaysSo_OthersThrowTheType()
    {
        using var index = Open();
        server.Behaviour = FakeElasticsearch.Mood.Dead;
        (await index.ApplyAsync(Kind, [Sample.Put(1, 1, "koch")])).Should().ContainSingle().Which.Outcome.Should().Be(ChangeOutcome.Retry);
        (await index.HealthAsync()).Should().HaveCount(3).And.OnlyContain(h => !h.Answers && !h.NeedsRebuild && h.Reason!.Contains("cannot be reached"));
        await FluentActions.Awaiting(() => index.CountAsync(Kind)).Should().ThrowAsync<SearchUnavailableException>();
        await FluentActions.Awaiting(() => index.BeginRebuildAsync(Kind)).Should().ThrowAsync<SearchUnavailableException>();
        await FluentActions.Awaiting(async () => await index.VersionsAsync(Kind).ToListAsync()).Should().ThrowAsync<SearchUnavailableException>();
    }

    [Fact]
    public async Task FirstAddressDead_TheNextAnswers_AndIsAskedFirstFromThenOn()
    {
        using var index = Open();
        server.DeadHosts.Add("one.example");
        await index.SearchAsync(Kind, Sample.Words("koch"));
        await index.SearchAsync(Kind, Sample.Words("koch"));
        server.Asked.Should().Equal("one.example", "two.example", "two.example");
        server.DeadHosts.Clear();
        server.DeadHosts.Add("two.example");
        await index.SearchAsync(Kind, Sample.Words("koch"));
        server.Asked[^1].Should().Be("one.example");
    }

    [Fact]
    public async Task FirstAddressTakesRequestsAndNeverAnswers_TheNextOneServesSoon()
    {
        using var index = Open();
        server.SilentHosts.Add("one.example");
        (await FailsAfter(index)).Should().BeLessThan(TimeSpan.FromSeconds(1.5));
        await ServesAgain(index);
        server.Asked[^1].Should().Be("two.example");
    }

    [Fact]
    public async Task CancelledByTheCaller_IsNoFaultOfTheServer()
    {
        using var index = Open();
        server.Behaviour = FakeElasticsearch.Mood.Silent;
        using var stop = new CancellationTokenSource(50);
        await FluentActions.Awaiting(() => index.SearchAsync(Kind, Sample.Words("koch"), stop.Token)).Should().ThrowAsync<OperationCanceledException>();
        server.Behaviour = FakeElasticsearch.Mood.Fine;
        (await index.SearchAsync(Kind, Sample.Words("koch"))).Total.Should().Be(0, "the next search is not stopped");
    }

    private ElasticSearchIndex Open() => new(
        new ElasticsearchOptions { Addresses = ["https://one.example:9200", "https://two.example:9200"], ApiKey = "key", IndexPrefix = "t" }, "this portal", TimeProvider.System, server);

    private static async Task<TimeSpan> FailsAfter(ElasticSearchIndex index)
    {
        var watch = Stopwatch.StartNew();
        await FluentActions.Awaiting(() => index.SearchAsync(Kind, Sample.Words("koch"))).Should().ThrowAsync<SearchUnavailableException>();
        return watch.Elapsed;
    }

    private static async Task ServesAgain(ElasticSearchIndex index)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                (await index.SearchAsync(Kind, Sample.Words("koch"))).Total.Should().Be(0);
                return;
            }
            catch (SearchUnavailableException) when (waited.Elapsed < TimeSpan.FromSeconds(10))
            {
                await Task.Delay(50);
            }
        }
    }

    private static IndexChange Next(Random random, Dictionary<Guid, (long Version, bool Live)> database)
    {
        var number = random.Next(60);
        var id = Sample.Id(number);
        var version = database.GetValueOrDefault(id).Version + 1;
        if (number == 0)
            return IndexChange.Put(Sample.Vacancy(0, 1, [Sample.Title("koch")], [(VacancyFields.Employer, "poison")]));
        var live = random.Next(3) > 0;
        database[id] = (version, live);
        return live ? Sample.Put(number, version, "koch") : IndexChange.Delete(id, version);
    }
}
