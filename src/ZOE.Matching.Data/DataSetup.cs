using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ZOE.Matching.Data;

/// <summary>Which database keeps the data.</summary>
public enum DatabaseEngine
{
    /// <summary>One file, embedded default.</summary>
    Sqlite,

    /// <summary>A server, for production.</summary>
    Postgres,
}

/// <summary>Registers the database with the engine that the configuration names.</summary>
public static class DataSetup
{
    /// <param name="connection">For SQLite the path of the file, for PostgreSQL a connection string.</param>
    public static IServiceCollection AddData(this IServiceCollection services, DatabaseEngine engine, string connection)
    {
        services.AddSingleton(new WriteGate(needed: engine == DatabaseEngine.Sqlite));
        services.AddScoped<Audit.AuditedReads>();
        switch (engine)
        {
            case DatabaseEngine.Sqlite:
                services.AddDbContext<SqliteMatchingDbContext>(options => UseSqliteFile(options, connection));
                services.AddScoped<MatchingDbContext>(provider => provider.GetRequiredService<SqliteMatchingDbContext>());
                break;
            case DatabaseEngine.Postgres:
                services.AddDbContext<PostgresMatchingDbContext>(options => UsePostgresServer(options, connection));
                services.AddScoped<MatchingDbContext>(provider => provider.GetRequiredService<PostgresMatchingDbContext>());
                break;
        }

        return services;
    }

    private static void UseSqliteFile(DbContextOptionsBuilder options, string path)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 };
        options.UseSqlite(connection.ToString(), sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(SqlitePragmas.Instance);
        RefuseVagueQueries(options);
    }

    private static void UsePostgresServer(DbContextOptionsBuilder options, string connection)
    {
        options.UseNpgsql(connection, npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
        RefuseVagueQueries(options);
    }

    /// <summary>Rows that come in no order and joins that multiply are found when the query first runs, not in somebody's list.</summary>
    private static void RefuseVagueQueries(DbContextOptionsBuilder options) => options.ConfigureWarnings(warnings => warnings.Throw(
        CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning, RelationalEventId.MultipleCollectionIncludeWarning));

    /// <summary>For the migration tool; no connection is opened.</summary>
    internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteMatchingDbContext>
    {
        public SqliteMatchingDbContext CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<SqliteMatchingDbContext>();
            UseSqliteFile(options, "design.db");
            return new SqliteMatchingDbContext(options.Options, new WriteGate(needed: false));
        }
    }

    /// <inheritdoc cref="SqliteDesign"/>
    internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresMatchingDbContext>
    {
        public PostgresMatchingDbContext CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<PostgresMatchingDbContext>();
            UsePostgresServer(options, "Host=design");
            return new PostgresMatchingDbContext(options.Options, new WriteGate(needed: false));
        }
    }

    /// <summary>Each SQLite connection writes through to the disk before a commit is acknowledged (law 9).</summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        internal static readonly SqlitePragmas Instance = new();
        private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            KnowUmlauts(connection);
            if (IsReadOnly(connection)) return;
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        /// <summary>SQLite's own lower() knows ASCII only: a search for "özdemir" would miss "Özdemir".</summary>
        private static void KnowUmlauts(DbConnection connection) =>
            ((SqliteConnection)connection).CreateFunction("lower", (string? text) => text?.ToLowerInvariant(), isDeterministic: true);

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            KnowUmlauts(connection);
            if (IsReadOnly(connection)) return;
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        /// <summary>EF Core looks so whether the file is there; one that a kill left unfinished is not in WAL yet and could not be changed.</summary>
        private static bool IsReadOnly(DbConnection connection) => new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
    }
}
