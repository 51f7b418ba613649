using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Web.Start;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Start;

/// <summary>The database is brought up to date at any time, once or again, also after a kill.</summary>
[Collection(ProcessTests.Name)]
public sealed class MigrationTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zoe-migrate-").FullName;
    private TestDatabase _empty = null!;

    public async ValueTask InitializeAsync() => _empty = await TestDatabase.CreateEmptyAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        await _empty.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Migration_EmptyDatabaseThenAgain_HasAllTablesAndRowsOnce()
    {
        await using var data = new DataOnlySource(TestDatabase.Engine, _empty.Connection);

        await data.WriteAsync(Migration.RunAsync);
        var once = await CountsAsync(data);
        await data.WriteAsync(Migration.RunAsync);

        once.Concepts.Should().BeGreaterThan(100);
        once.Pending.Should().Be(0);
        (await CountsAsync(data)).Should().Be(once);
    }

    [Fact]
    public async Task Migration_LockRowOfAKilledOne_IsClearedAtOnce()
    {
        // The row is EF Core's way on SQLite; PostgreSQL has none, so this is the same test in both runs.
        var file = Path.Combine(_folder, "stale.db");
        await using (var killed = new SqliteConnection($"Data Source={file}"))
        {
            await killed.OpenAsync();
            await using var command = killed.CreateCommand();
            command.CommandText = "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-23 08:00:00');";
            await command.ExecuteNonQueryAsync();
        }

        await using var data = new DataOnlySource(DatabaseEngine.Sqlite, file);
        await data.WriteAsync(Migration.RunAsync).WaitAsync(TimeSpan.FromSeconds(30));

        (await CountsAsync(data)).Pending.Should().Be(0);
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task Migration_TwoAtOnce_OneWaitsAndBothEndWell()
    {
        await using DataOnlySource first = new(TestDatabase.Engine, _empty.Connection), second = new(TestDatabase.Engine, _empty.Connection);

        await Task.WhenAll(first.WriteAsync(Migration.RunAsync), second.WriteAsync(Migration.RunAsync));

        (await CountsAsync(first)).Pending.Should().Be(0);
    }

    [Fact]
    public async Task MigrateVerb_KilledAtSeededMoments_NeverBlocksTheNextStart()
    {
        FullTests.Require("a portal that is killed while it migrates");
        var random = new Random(20261124);
        var settings = new Dictionary<string, string> { ["Data:Folder"] = _folder, ["Database:Engine"] = TestDatabase.Engine.ToString(), ["Database:Connection"] = _empty.Connection };
        var whole = await WholeMigrationAsync(settings);
        for (var kill = 0; kill < 6; kill++)
        {
            await using var child = ChildPortal.Start("Production", settings, words: "migrate");
            // From the moment at which the runtime is up to the expected end: before, between and after the steps of the migration.
            await Task.Delay(whole * (0.35 + 0.6 * random.NextDouble()), TimeProvider.System);
            await child.KillAsync();
        }

        await using var last = ChildPortal.Start("Production", settings, words: "migrate");
        (await last.ExitAsync(TimeSpan.FromSeconds(30))).Should().Be(0, last.Errors);

        await using var data = new DataOnlySource(TestDatabase.Engine, _empty.Connection);
        var counts = await CountsAsync(data);
        counts.Pending.Should().Be(0);
        counts.Concepts.Should().BeGreaterThan(100);
        await using var portal = ChildPortal.Start("Production", settings);
        await portal.ReadyAsync;
    }

    /// <summary>How long a migration takes on this machine, on another empty database.</summary>
    private async Task<TimeSpan> WholeMigrationAsync(Dictionary<string, string> settings)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "other")).FullName;
        await using var other = await TestDatabase.CreateEmptyAsync(folder);
        var started = TimeProvider.System.GetTimestamp();
        await using var child = ChildPortal.Start("Production", new Dictionary<string, string>(settings) { ["Data:Folder"] = folder, ["Database:Connection"] = other.Connection }, words: "migrate");
        (await child.ExitAsync()).Should().Be(0, child.Errors);
        return TimeProvider.System.GetElapsedTime(started);
    }

    private static Task<(int Pending, int Concepts, int Rules, int Places)> CountsAsync(DataOnlySource data) => data.ReadAsync(async db =>
        ((await db.Database.GetPendingMigrationsAsync()).Count(), await db.Concepts.CountAsync(), await db.LegalRules.CountAsync(), await db.Places.CountAsync()));
}
