using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using ZOE.Matching.Data;
using ZOE.Matching.Seed;
using ZOE.Matching.Web.Settings;

namespace ZOE.Matching.Web.Start;

/// <summary>Brings the database up to date: schema, then reference data. May be repeated, and may be killed at any moment: the next run goes on.</summary>
public static class Migration
{
    /// <summary>How long one migration waits for another one of the same SQLite file.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Table in which EF Core notes on SQLite that a migration runs.</summary>
    private const string LockTable = "__EFMigrationsLock";

    /// <summary>Number of the advisory lock on PostgreSQL, the same in every portal.</summary>
    private const long ServerLockNumber = 0x5A4F45;

    /// <exception cref="ConfigurationRefused">Another process has been migrating the same database for too long.</exception>
    public static async Task RunAsync(MatchingDbContext db)
    {
        var isFile = db.Database.IsSqlite();
        var isThere = await db.GetService<IRelationalDatabaseCreator>().ExistsAsync();
        await using var alone = isFile ? await LockFileAsync(db) : isThere ? await LockOnServerAsync(db) : null;
        if (isFile && isThere) await ClearStaleLockAsync(db);
        await db.Database.MigrateAsync();
        await ReferenceData.LoadAsync(db);
    }

    /// <summary>A lock of the operating system beside the database file; it ends with the process that holds it, however that ends.</summary>
    private static async Task<IAsyncDisposable> LockFileAsync(MatchingDbContext db)
    {
        var path = Path.GetFullPath(db.Database.GetDbConnection().DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return await WaitAsync<FileStream>(path, () =>
        {
            try
            {
                return Task.FromResult<FileStream?>(new FileStream(path + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException)
            {
                return Task.FromResult<FileStream?>(null);
            }
        });
    }

    /// <summary>A lock of the database connection; it ends with the connection.</summary>
    private static async Task<IAsyncDisposable> LockOnServerAsync(MatchingDbContext db)
    {
        await db.Database.OpenConnectionAsync();
        return await WaitAsync<ServerLock>(db.Database.GetDbConnection().Database, async () =>
            await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({ServerLockNumber}) AS \"Value\"").SingleAsync() ? new ServerLock(db) : null);
    }

    private static async Task<T> WaitAsync<T>(string database, Func<Task<T?>> take) where T : class
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await take() is { } taken) return taken;
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
                throw new ConfigurationRefused($"Another program is migrating the database {database}. Wait until it is done, then start again.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    /// <summary>A killed migration leaves its row behind, and EF Core would wait for it for ever. We hold the file's lock, so nobody is migrating: the row is stale.</summary>
    private static async Task ClearStaleLockAsync(MatchingDbContext db)
    {
        if (await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = {LockTable}").SingleAsync() == 0) return;
        await db.InWriteTransactionAsync(() => db.Database.ExecuteSqlRawAsync($"DELETE FROM \"{LockTable}\""));
    }

    private sealed class ServerLock(MatchingDbContext db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({ServerLockNumber})");
            await db.Database.CloseConnectionAsync();
        }
    }
}
