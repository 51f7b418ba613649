using System.Text;
using ZOE.Matching.Search.Elasticsearch;

namespace ZOE.Matching.Search.Tests.Elasticsearch;

/// <summary>What was deleted is gone from the server's files too. On a server of its own, since it reads every file of it.</summary>
public sealed class ErasedFilesTests(OwnServer server) : IClassFixture<OwnServer>
{
    private const SearchKind Kind = SearchKind.Vacancies;

    [Fact]
    public async Task Purge_DeletedWords_LeaveNoByteInAnyFile()
    {
        server.Require();
        var options = TestServer.At(server.Address);
        using var index = new ElasticSearchIndex(options, "this portal", TimeProvider.System);
        await index.ApplyAsync(Kind, [.. Enumerable.Range(1, 50).Select(i => Sample.Put(i, 1, "koch"))]);
        await index.ApplyAsync(Kind, [Sample.Put(200, 1, "geheimeswort")]);
        FilesHolding("geheimeswort").Should().NotBeEmpty("else the scan proves nothing");
        await index.ApplyAsync(Kind, [IndexChange.Delete(Sample.Id(200), 2)]);
        // The hour that replicas have to come back is made a second; the server looks every 30 seconds, and no setting changes that.
        using var http = new HttpClient();
        using var shorter = new StringContent("""{"index.soft_deletes.retention_lease.period":"1s"}""", Encoding.UTF8, "application/json");
        (await http.PutAsync(new Uri($"{server.Address}/{options.IndexPrefix}-vacancies/_settings"), shorter)).EnsureSuccessStatusCode();
        for (var waited = 0; waited < 60 && FilesHolding("geheimeswort").Length > 0; waited++)
        {
            await Task.Delay(1000);
            await index.PurgeAsync(Kind, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }
        FilesHolding("geheimeswort").Should().BeEmpty();
        (await index.HealthAsync())[0].Markers.Should().Be(1, "the marker is younger than the day asked for");
    }

    private string[] FilesHolding(string word)
        => [.. Directory.GetFiles(server.Data, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) is not ("node.lock" or "write.lock")).Where(f => File.ReadAllBytes(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0)];
}
