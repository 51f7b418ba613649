using ZOE.Matching.Search.Elasticsearch;

namespace ZOE.Matching.Search.Tests.Elasticsearch;

/// <summary>The server dies without a farewell and comes again; nobody lends a hand.</summary>
public sealed class KilledServerTests(OwnServer server) : IClassFixture<OwnServer>
{
    private const SearchKind Kind = SearchKind.Vacancies;

    [Fact]
    public async Task KilledInMidBulk_AndStartedAgain_EndsWithTheSameVersions()
    {
        server.Require();
        var options = TestServer.At(server.Address);
        options.WriteTimeout = TimeSpan.FromSeconds(5);
        using var index = new ElasticSearchIndex(options, "this portal", TimeProvider.System);
        var random = new Random(4);
        var changes = Enumerable.Range(1, 6000).Select(i => i % 10 == 0
            ? IndexChange.Delete(Sample.Id(i - 1), 2)
            : IndexChange.Put(RandomDocuments.Of(random, Sample.Id(i), 1 + i % 3))).ToArray();
        var expected = changes.Where(c => c.Document is not null && !changes.Any(d => d.Document is null && d.Id == c.Id && d.Version > c.Version))
            .Select(c => new IndexedVersion(c.Id, c.Version, c.Document!.Fingerprint)).OrderBy(v => v.Id).ToArray();

        var interrupted = 0;
        var batches = 0;
        var feeding = Task.Run(async () =>
        {
            foreach (var batch in changes.Chunk(400))
            {
                IndexChange[] open = batch;
                while (open.Length > 0)
                {
                    Interlocked.Increment(ref batches);
                    var results = await index.ApplyAsync(Kind, open);
                    results.Should().NotContain(r => r.Outcome == ChangeOutcome.Refused);
                    open = [.. open.Where((_, i) => !results[i].IsDone)];
                    if (open.Length > 0)
                    {
                        Interlocked.Increment(ref interrupted);
                        await Task.Delay(100);
                    }
                }
            }
        });
        while (Volatile.Read(ref batches) < 6)
            await Task.Delay(1);
        await Task.Delay(15);
        await server.KillAsync();
        await FluentActions.Awaiting(() => index.SearchAsync(Kind, Sample.Words("wort1"))).Should().ThrowAsync<SearchUnavailableException>();
        (await index.HealthAsync()).Should().OnlyContain(h => !h.Answers && h.Reason != null);
        feeding.IsCompleted.Should().BeFalse("else it was not killed in the middle");
        await server.StartAsync();
        await feeding;

        interrupted.Should().BePositive();
        (await index.VersionsAsync(Kind).ToListAsync()).Should().Equal(expected);
        (await index.SearchAsync(Kind, new SearchQuery())).Total.Should().Be(expected.Length);
        (await index.HealthAsync())[0].Should().Match<IndexHealth>(h => h.Answers && h.Documents == expected.Length && h.Markers == 200); // a third of the 600 deletes is newer than its document
    }
}
