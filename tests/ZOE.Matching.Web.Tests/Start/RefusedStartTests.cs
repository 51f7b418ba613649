using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data;
using ZOE.Matching.Search;
using ZOE.Matching.Web.Settings;
using ZOE.Matching.Web.Start;

namespace ZOE.Matching.Web.Tests.Start;

/// <summary>Starts that cannot work end with one sentence that says what to do.</summary>
public sealed class RefusedStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zoe-start-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("Database:Engine", "Mongo", "Sqlite, Postgres")]
    [InlineData("Search:Engine", "Solr", "Lucene, Elasticsearch")]
    [InlineData("Jobs:Storage", "Redis", "InMemory, Postgres, None")]
    [InlineData("Mail:Engine", "Pigeon", "Folder, Smtp")]
    public async Task Start_UnknownWord_ListsTheAllowedOnes(string key, string word, string allowed)
    {
        var refused = await RefusalAsync("Development", $"--{key}={word}");

        refused.Should().Be($"The setting {key} is \"{word}\". Allowed words: {allowed}.");
    }

    [Theory]
    [InlineData("Database:Engine", "1")]
    [InlineData("Mail:Engine", "Folder, Smtp")]
    public async Task Start_NumberOrListOfWords_IsRefusedLikeAnyOther(string key, string word)
    {
        var refused = await RefusalAsync("Development", $"--{key}={word}");

        refused.Should().StartWith($"The setting {key} is \"{word}\". Allowed words: ");
    }

    [Fact]
    public async Task Start_PostgresWithoutConnection_NamesTheKey()
    {
        var refused = await RefusalAsync("Development", "--Database:Engine=Postgres");

        refused.Should().Contain("Database:Connection is empty");
    }

    [Fact]
    public async Task Start_DemoInProduction_IsRefused()
    {
        var refused = await RefusalAsync("Production", "--Demo:Enabled=true");

        refused.Should().Contain("Demo:Enabled").And.Contain("Development only");
    }

    [Fact]
    public async Task Start_ProductionWithPendingMigrations_NamesTheVerb()
    {
        var refused = await RefusalAsync("Production");

        refused.Should().Contain("older than this version").And.Contain("\"migrate\"");
        (await TablesAsync()).Should().Be(0, "a refused start migrates nothing");
    }

    [Fact]
    public async Task Start_DataFolderInUse_SaysSo()
    {
        using var other = DataFolderLock.Take(_folder);

        var refused = await RefusalAsync("Development");

        refused.Should().Contain(_folder).And.Contain("in use by another portal").And.Contain("Data:Folder");
    }

    [Fact]
    public async Task Start_IndexInUse_SaysSo()
    {
        await using var other = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddSearch(new SearchOptions { Engine = "Lucene", Folder = Path.Combine(_folder, "index") }).BuildServiceProvider();
        other.GetRequiredService<ISearchIndex>();

        var refused = await RefusalAsync("Development");

        refused.Should().Contain(Path.Combine(_folder, "index"));
    }

    [Fact]
    public async Task Start_PortInUse_SaysSo()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var refused = await RefusalAsync("Development", $"--urls=http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}", "--Demo:Enabled=false");

        refused.Should().Contain("in use by another program").And.Contain("--urls");
    }

    /// <summary>The sentence with which the portal refuses to start, in this process; nothing is left running.</summary>
    private async Task<string> RefusalAsync(string environment, params string[] settings)
    {
        var start = () => Portal.RunAsync(["--environment", environment, "--applicationName=ZOE.Matching.Web", $"--contentRoot={Hosting.ChildPortal.ContentFolder}", $"--Data:Folder={_folder}", "--Jobs:Storage=None", "--Logging:LogLevel:Default=None", .. settings]);

        var refused = await start.Should().ThrowAsync<ConfigurationRefused>();

        refused.Which.Message.Should().NotContain("\n").And.NotContain("Exception");
        return refused.Which.Message;
    }

    private async Task<int> TablesAsync()
    {
        var file = Path.Combine(_folder, "zoe-matching.db");
        if (!File.Exists(file)) return 0;
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddData(DatabaseEngine.Sqlite, file).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MatchingDbContext>().Database
            .SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table'").SingleAsync();
    }
}
