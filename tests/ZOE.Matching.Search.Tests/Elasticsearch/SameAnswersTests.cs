using ZOE.Matching.Search.Elasticsearch;
using ZOE.Matching.Search.Lucene;

namespace ZOE.Matching.Search.Tests.Elasticsearch;

/// <summary>Both engines rank, count and explain alike: 2,000 documents, updates and deletes, 1,000 random searches, each with its first 50 hits.</summary>
public sealed class SameAnswersTests : IDisposable
{
    private const SearchKind Kind = SearchKind.Vacancies;
    private readonly string folder = Directory.CreateTempSubdirectory("zoe-search-").FullName;
    private ElasticsearchOptions? options;

    [Fact]
    public async Task ThousandSearches_AfterUpdatesAndDeletes_AreEqual()
    {
        options = TestServer.Options();
        using var elastic = new ElasticSearchIndex(options, "this portal", TimeProvider.System);
        using var lucene = new LuceneSearchIndex(folder, TimeProvider.System);
        var random = new Random(20260302);
        var ids = Enumerable.Range(0, 2000).Select(_ => RandomDocuments.Id(random)).ToArray();
        var versions = ids.ToDictionary(i => i, _ => 1L);
        await BothApply(ids.Select(i => IndexChange.Put(RandomDocuments.Of(random, i, 1))));
        int totals = 0, facets = 0, tied = 0, full = 0;
        for (var round = 0; round < 10; round++)
        {
            for (var i = 0; i < 100; i++)
            {
                var query = RandomDocuments.Query(random, round);
                var mine = await elastic.SearchAsync(Kind, query);
                var right = await lucene.SearchAsync(Kind, query);
                Same(mine, right);
                if (right.NextCursor is { } cursor && i % 4 == 0)
                    Same(await elastic.SearchAsync(Kind, query with { Cursor = cursor }), await lucene.SearchAsync(Kind, query with { Cursor = cursor }));
                totals += right.Total > 0 ? 1 : 0;
                facets += right.Facets.Sum(f => f.Value.Count);
                tied += right.Hits.Zip(right.Hits.Skip(1)).Any(p => p.First.Score == p.Second.Score) ? 1 : 0;
                full += right.Hits.Count == 50 ? 1 : 0;
            }
            await BothApply(Enumerable.Range(0, 150).Select(_ => Change(random, ids[random.Next(ids.Length)], versions)).ToArray());
        }
        (await elastic.VersionsAsync(Kind).ToListAsync()).Should().Equal(await lucene.VersionsAsync(Kind).ToListAsync());
        totals.Should().BeGreaterThan(700, "else the searches prove nothing");
        tied.Should().BeGreaterThan(500);
        full.Should().BeGreaterThan(200);
        facets.Should().BeGreaterThan(5000);

        async Task BothApply(IEnumerable<IndexChange> changes)
        {
            foreach (var batch in changes.Chunk(500))
            {
                var mine = await elastic.ApplyAsync(Kind, batch);
                (await lucene.ApplyAsync(Kind, batch)).Should().Equal(mine);
            }
        }
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        if (options is not null)
            TestServer.CleanAsync(options).GetAwaiter().GetResult();
    }

    // Every tenth write is late and must change nothing in either engine.
    private static IndexChange Change(Random random, Guid id, Dictionary<Guid, long> versions)
    {
        var version = random.Next(10) == 0 ? Math.Max(1, versions[id] - 1) : ++versions[id];
        return random.Next(4) == 0 ? IndexChange.Delete(id, version) : IndexChange.Put(RandomDocuments.Of(random, id, version));
    }

    private static void Same(SearchPage mine, SearchPage right)
    {
        mine.Total.Should().Be(right.Total);
        mine.NextCursor.Should().Be(right.NextCursor);
        Equal(mine.Hits.Select(h => (h.Id, h.Score)), right.Hits.Select(h => (h.Id, h.Score)));
        foreach (var (hit, other) in mine.Hits.Zip(right.Hits))
        {
            Equal(hit.Contributions, other.Contributions);
            hit.Contributions.Sum(c => c.Points).Should().Be(hit.Score);
        }
        Equal(mine.Facets.Keys.Order(), right.Facets.Keys.Order());
        foreach (var (field, values) in right.Facets)
            Equal(mine.Facets[field], values);
    }

    // The long comparison explains; the short one is quick.
    private static void Equal<T>(IEnumerable<T> mine, IEnumerable<T> right)
    {
        if (!mine.SequenceEqual(right))
            mine.Should().Equal(right);
    }
}
