using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>The migrations say what the model says; needs no server.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void Model_SqliteMigrations_AreComplete()
    {
        var gate = new WriteGate(needed: false);
        using var db = new SqliteMatchingDbContext(new DbContextOptionsBuilder<SqliteMatchingDbContext>().UseSqlite("Data Source=:memory:").Options, gate);

        db.Database.GetMigrations().Should().NotBeEmpty();
        db.Database.HasPendingModelChanges().Should().BeFalse("run the migration command for both databases");
    }

    [Fact]
    public void Model_PostgresMigrations_AreComplete()
    {
        var gate = new WriteGate(needed: false);
        using var db = new PostgresMatchingDbContext(new DbContextOptionsBuilder<PostgresMatchingDbContext>().UseNpgsql("Host=nowhere.invalid").Options, gate);

        db.Database.GetMigrations().Should().NotBeEmpty();
        db.Database.HasPendingModelChanges().Should().BeFalse("run the migration command for both databases");
    }
}
