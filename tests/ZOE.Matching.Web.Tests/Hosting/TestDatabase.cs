using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ZOE.Matching.Data;
using ZOE.Matching.Seed;

namespace ZOE.Matching.Web.Tests.Hosting;

/// <summary>A database of its own for one host: a copy of a template that was migrated and filled with reference data once per run.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private TestDatabase(string connection) => Connection = connection;

    /// <summary>Which database the suite runs on: ZOE_TEST_DATABASE = Sqlite (default) or Postgres.</summary>
    public static DatabaseEngine Engine { get; } =
        Enum.Parse<DatabaseEngine>(Environment.GetEnvironmentVariable("ZOE_TEST_DATABASE") is { Length: > 0 } word ? word : nameof(DatabaseEngine.Sqlite));

    /// <summary>Connection string of a PostgreSQL server that may create databases.</summary>
    public static string PostgresServer =>
        Environment.GetEnvironmentVariable("ZOE_TEST_POSTGRES") is { Length: > 0 } server ? server
        : throw new InvalidOperationException("ZOE_TEST_DATABASE is Postgres: set ZOE_TEST_POSTGRES to the connection string of a server.");

    /// <summary>SQLite: path of the file; PostgreSQL: connection string.</summary>
    public string Connection { get; }

    public static async Task<TestDatabase> CreateAsync(string folder)
    {
        var template = await Template.Value;
        if (Engine == DatabaseEngine.Sqlite)
        {
            var file = Path.Combine(folder, "zoe-matching.db");
            File.Copy(template, file);
            return new TestDatabase(file);
        }

        var name = $"zoe_{Guid.NewGuid():N}";
        await OnServerAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
        return new TestDatabase(ConnectionTo(name));
    }

    /// <summary>A database in which no portal has ever been.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(string folder)
    {
        if (Engine == DatabaseEngine.Sqlite) return new TestDatabase(Path.Combine(folder, $"{Guid.NewGuid():N}.db"));
        var name = $"zoe_{Guid.NewGuid():N}";
        await OnServerAsync($"CREATE DATABASE \"{name}\"");
        return new TestDatabase(ConnectionTo(name));
    }

    public async ValueTask DisposeAsync()
    {
        if (Engine == DatabaseEngine.Sqlite)
        {
            SqliteConnection.ClearAllPools();
            return;
        }

        var name = new NpgsqlConnectionStringBuilder(Connection).Database;
        NpgsqlConnection.ClearPool(new NpgsqlConnection(Connection));
        await OnServerAsync($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var name = $"zoe_template_{Environment.ProcessId}_{Guid.NewGuid():N}"[..40];
        string connection;
        if (Engine == DatabaseEngine.Sqlite)
        {
            connection = Path.Combine(Directory.CreateTempSubdirectory("zoe-template-").FullName, "template.db");
        }
        else
        {
            await OnServerAsync($"CREATE DATABASE \"{name}\"");
            connection = ConnectionTo(name);
        }

        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddData(Engine, connection).BuildServiceProvider();
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<MatchingDbContext>();
            await db.Database.MigrateAsync();
            await ReferenceData.LoadAsync(db);
            if (Engine == DatabaseEngine.Sqlite) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        // The template must have no open connection when it is copied.
        SqliteConnection.ClearAllPools();
        if (Engine == DatabaseEngine.Postgres) NpgsqlConnection.ClearAllPools();
        return Engine == DatabaseEngine.Sqlite ? connection : name;
    }

    private static string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(PostgresServer) { Database = database, MaxPoolSize = 20 }.ToString();

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(PostgresServer) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
