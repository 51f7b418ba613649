using ZOE.Matching.Search.Elasticsearch;

namespace ZOE.Matching.Search.Tests.Elasticsearch;

/// <summary>The real server keeps the contract, and what only a shared server can suffer.</summary>
public sealed class ElasticSearchIndexTests : SearchIndexContract
{
    private ElasticsearchOptions? options;

    private ElasticsearchOptions Options => options ??= TestServer.Options();

    protected override ISearchIndex Create() => new ElasticSearchIndex(Options, "this portal", Clock);

    [Fact]
    public async Task AnotherPortal_WhileARebuildRuns_WritesToBothAndMayNotRebuild()
    {
        using var other = new ElasticSearchIndex(Options, "other portal", Clock);
        await using var session = await Index.BeginRebuildAsync(SearchKind.Vacancies);
        (await other.HealthAsync())[0].Rebuilding.Should().BeTrue();
        await FluentActions.Awaiting(() => other.BeginRebuildAsync(SearchKind.Vacancies)).Should().ThrowAsync<InvalidOperationException>();
        (await other.ApplyAsync(SearchKind.Vacancies, [Sample.Put(1, 1, "koch"), IndexChange.Delete(Sample.Id(2), 5)])).Should().OnlyContain(r => r.Outcome == ChangeOutcome.Applied);
        await session.ApplyAsync([Sample.Put(2, 4, "koch")]);
        await session.SwapAsync();
        (await other.SearchAsync(SearchKind.Vacancies, Sample.Words("koch"))).Hits.Select(h => h.Id).Should().Equal(Sample.Id(1));
        (await other.HealthAsync())[0].Should().Be(new IndexHealth(SearchKind.Vacancies, true, 1, 1, false, false, null));
    }

    [Fact]
    public async Task UnfinishedRebuild_OfTheSamePortalBeforeItsCrash_IsThrownAway()
    {
        await Index.ApplyAsync(SearchKind.Vacancies, [Sample.Put(1, 1, "koch")]);
        var left = await Index.BeginRebuildAsync(SearchKind.Vacancies);
        await left.ApplyAsync([Sample.Put(2, 1, "koch")]);
        using var again = new ElasticSearchIndex(Options, "this portal", Clock);
        (await again.HealthAsync())[0].Rebuilding.Should().BeFalse();
        await using (var session = await again.BeginRebuildAsync(SearchKind.Vacancies))
            await session.SwapAsync();
        (await again.CountAsync(SearchKind.Vacancies)).Should().Be(0);
        await FluentActions.Awaiting(() => left.SwapAsync()).Should().ThrowAsync<Exception>("its index is gone");
        await left.DisposeAsync();
        (await IndicesAsync("vacancies")).Should().ContainSingle("nothing is left lying about");
    }

    [Fact]
    public async Task UnfinishedRebuild_OfAnotherPortal_IsThrownAwayAfterFiveMinutesOfSilence()
    {
        using var other = new ElasticSearchIndex(Options, "other portal", Clock);
        await other.BeginRebuildAsync(SearchKind.Vacancies);
        Clock.Advance(TimeSpan.FromMinutes(4));
        await FluentActions.Awaiting(() => Index.BeginRebuildAsync(SearchKind.Vacancies)).Should().ThrowAsync<InvalidOperationException>();
        Clock.Advance(TimeSpan.FromMinutes(2));
        await using var session = await Index.BeginRebuildAsync(SearchKind.Vacancies);
        await session.SwapAsync();
        (await Index.HealthAsync())[0].NeedsRebuild.Should().BeFalse();
    }

    [Fact]
    public async Task Dispose_AfterASwapWhoseAnswerWasLost_LeavesTheLiveIndexAlone()
    {
        await using (var session = await Index.BeginRebuildAsync(SearchKind.Vacancies))
        {
            await session.ApplyAsync([Sample.Put(1, 1, "koch")]);
            await InClientAsync(async client =>
            {
                var built = (await IndicesAsync("vacancies")).Single(i => i.Aliases.Contains(Options.IndexPrefix + "-vacancies-building")).Index;
                await client.RefreshAsync(built, CancellationToken.None);
                return await client.AliasesAsync(
                    [("remove", built, Options.IndexPrefix + "-vacancies-building"), ("remove", Options.IndexPrefix + "-vacancies-g0", Options.IndexPrefix + "-vacancies"), ("add", built, Options.IndexPrefix + "-vacancies")],
                    CancellationToken.None);
            });
        }
        (await Index.SearchAsync(SearchKind.Vacancies, Sample.Words("koch"))).Total.Should().Be(1);
    }

    [Fact]
    public async Task OlderFormat_AsksForARebuild_AndRefusesNothingForGood()
    {
        await InClientAsync(client => client.CreateAsync(
            Options.IndexPrefix + "-vacancies-g0", Options.IndexPrefix + "-vacancies", SearchKind.Cards, new ElasticMarks("0", true, "x", 0), CancellationToken.None));
        var health = (await Index.HealthAsync())[0];
        health.NeedsRebuild.Should().BeTrue();
        health.Reason.Should().Contain("older format");
        var document = Sample.Vacancy(1, 1, [Sample.Title("koch")], [(VacancyFields.Employer, "e")]);
        (await Index.ApplyAsync(SearchKind.Vacancies, [IndexChange.Put(document)]))[0].Outcome.Should().Be(ChangeOutcome.Retry, "its fields are unknown to the old index only");
        await using (var session = await Index.BeginRebuildAsync(SearchKind.Vacancies))
            await session.SwapAsync();
        (await Index.ApplyAsync(SearchKind.Vacancies, [IndexChange.Put(document)]))[0].Outcome.Should().Be(ChangeOutcome.Applied);
    }

    [Fact]
    public async Task UnknownField_IsRefusedByTheServer_WithoutItsContentInTheReason()
    {
        await Index.ApplyAsync(SearchKind.Vacancies, [Sample.Put(1, 1, "koch")]);
        var alias = Options.IndexPrefix + "-vacancies";
        var lines = $$$"""
            {"index":{"_index":"{{{alias}}}","_id":"x","version":1,"version_type":"external"}}
            {"id":"x","state":"live","name":"Erika Beispiel"}
            {"index":{"_index":"{{{alias}}}","_id":"y","version":1,"version_type":"external"}}
            {"id":"y","state":"live","fingerprint":"Erika Beispiel"}

            """;
        await InClientAsync(async client =>
        {
            using var answer = await client.BulkAsync(new ElasticBody(System.Text.Encoding.UTF8.GetBytes(lines), ElasticBody.Lines), true, true, CancellationToken.None);
            var items = ElasticBulk.Read(answer.Body);
            items.Should().HaveCount(2).And.OnlyContain(i => i.Outcome == ChangeOutcome.Refused && !i.Reason!.Contains("Erika"));
            return true;
        });
        (await Index.CountAsync(SearchKind.Vacancies)).Should().Be(1);
    }

    [Fact]
    public async Task IndexRemovedByHand_IsMadeAgain_AndAsksForARebuild()
    {
        await Index.ApplyAsync(SearchKind.Vacancies, [Sample.Put(1, 1, "koch")]);
        await TestServer.CleanAsync(Options);
        (await Index.SearchAsync(SearchKind.Vacancies, Sample.Words("koch"))).Total.Should().Be(0);
        (await Index.HealthAsync())[0].NeedsRebuild.Should().BeTrue();
        (await Index.ApplyAsync(SearchKind.Vacancies, [Sample.Put(1, 1, "koch")]))[0].Outcome.Should().Be(ChangeOutcome.Applied);
    }

    public override void Dispose()
    {
        base.Dispose();
        if (options is not null)
            TestServer.CleanAsync(options).GetAwaiter().GetResult();
    }

    private async Task<IReadOnlyList<ElasticGeneration>> IndicesAsync(string kind)
        => await InClientAsync(c => c.IndicesAsync($"{Options.IndexPrefix}-{kind}-g*", TimeSpan.FromSeconds(10), CancellationToken.None));

    private async Task<T> InClientAsync<T>(Func<ElasticClient, Task<T>> call)
    {
        using var transport = new ElasticTransport(Options);
        return await call(new ElasticClient(transport, Options));
    }
}
