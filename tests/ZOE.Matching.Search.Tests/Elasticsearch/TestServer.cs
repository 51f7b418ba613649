using ZOE.Matching.Search.Elasticsearch;

namespace ZOE.Matching.Search.Tests.Elasticsearch;

/// <summary>The running server named by ZOE_TEST_ELASTICSEARCH (address) and ZOE_TEST_ELASTICSEARCH_USER (user:password, where it asks for one).</summary>
internal static class TestServer
{
    public static bool IsCi => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether tests with a real server were asked for.</summary>
    public static bool IsAsked => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("ZOE_TEST_ELASTICSEARCH"));

    /// <summary>Settings under a prefix of their own; skips where there is no server, and fails there in CI.</summary>
    public static ElasticsearchOptions Options()
    {
        var address = Environment.GetEnvironmentVariable("ZOE_TEST_ELASTICSEARCH");
        if (string.IsNullOrEmpty(address))
            Missing("Needs a running Elasticsearch: set ZOE_TEST_ELASTICSEARCH to its address (README, section Tests).");
        return At(address!);
    }

    public static ElasticsearchOptions At(string address)
    {
        var login = Environment.GetEnvironmentVariable("ZOE_TEST_ELASTICSEARCH_USER") is { Length: > 0 } user ? user.Split(':', 2) : null;
        return new ElasticsearchOptions
        {
            Addresses = [address],
            User = login?[0],
            Password = login?[1],
            RequireLogin = login is not null,
            IndexPrefix = "t" + Guid.NewGuid().ToString("N")[..12],
            ConnectTimeout = TimeSpan.FromSeconds(5), // a busy test machine is not what is tested
            SearchTimeout = TimeSpan.FromSeconds(20),
        };
    }

    public static void Missing(string sentence)
    {
        if (IsCi)
            throw new InvalidOperationException(sentence);
        Assert.Skip(sentence);
    }

    /// <summary>Removes every index of the prefix.</summary>
    public static async Task CleanAsync(ElasticsearchOptions options)
    {
        using var transport = new ElasticTransport(options);
        var client = new ElasticClient(transport, options);
        foreach (var index in await client.IndicesAsync(options.IndexPrefix + "-*", TimeSpan.FromSeconds(10), CancellationToken.None))
            await client.DeleteAsync(index.Index, CancellationToken.None);
    }
}
