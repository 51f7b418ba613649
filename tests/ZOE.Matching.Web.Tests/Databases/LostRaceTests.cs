using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Projections;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Databases;

/// <summary>Two writers that need the same two rows in opposite order: SQLite lets one after the other, PostgreSQL breaks one off. That one is told as a lost race, never as an error of the portal.</summary>
public sealed class LostRaceTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Raise_InOppositeOrder_EndsForBothAndLosesNothing()
    {
        Guid first = Guid.NewGuid(), second = Guid.NewGuid();
        using var both = new Barrier(TestDatabase.Engine == DatabaseEngine.Postgres ? 2 : 1);

        var ends = await Task.WhenAll(Task.Run(() => WriteAsync(first, second, both)), Task.Run(() => WriteAsync(second, first, both)));

        var done = ends.Count(e => e is null);
        ends.OfType<Exception>().Should().AllBeOfType<DbUpdateConcurrencyException>();
        done.Should().Be(TestDatabase.Engine == DatabaseEngine.Postgres ? 1 : 2);
        var versions = await portal.DbAsync(db => db.ProjectionTasks.Where(t => t.RecordId == first || t.RecordId == second).Select(t => t.Version).ToListAsync());
        versions.Should().HaveCount(2).And.AllBeEquivalentTo(done, "what was broken off is rolled back whole");
    }

    [Fact]
    public async Task Take_WhileAWriterHoldsARow_TakesTheOthersWithoutWaiting()
    {
        Guid held = Guid.NewGuid(), free = Guid.NewGuid();
        await portal.DbAsync(db => db.InWriteTransactionAsync(() => ProjectionTasks.RaiseAsync(db, new HashSet<(ProjectionKind, Guid)> { (ProjectionKind.CourseDocument, held), (ProjectionKind.CourseDocument, free) })));
        if (TestDatabase.Engine == DatabaseEngine.Sqlite)
        {
            // One writer at a time: nobody can hold a row.
            (await TakenAsync()).Should().Contain([held, free]);
            return;
        }

        await portal.DbAsync(db => db.InWriteTransactionAsync(async () =>
        {
            await ProjectionTasks.RaiseAsync(db, new HashSet<(ProjectionKind, Guid)> { (ProjectionKind.CourseDocument, held) });

            (await TakenAsync()).Should().Contain(free).And.NotContain(held);
        }));
        (await TakenAsync()).Should().Contain(held);
    }

    private async Task<IEnumerable<Guid>> TakenAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDbContext>();
        return (await ProjectionTasks.TakeAsync(db, [ProjectionKind.CourseDocument], 100, portal.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(1))).Select(t => t.RecordId);
    }

    private async Task<Exception?> WriteAsync(Guid one, Guid other, Barrier both)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDbContext>();
        try
        {
            await db.InWriteTransactionAsync(async () =>
            {
                await ProjectionTasks.RaiseAsync(db, new HashSet<(ProjectionKind, Guid)> { (ProjectionKind.CourseDocument, one) });
                both.SignalAndWait(TimeSpan.FromSeconds(20));
                await ProjectionTasks.RaiseAsync(db, new HashSet<(ProjectionKind, Guid)> { (ProjectionKind.CourseDocument, other) });
            });
            return null;
        }
        catch (DbUpdateException lost)
        {
            return lost;
        }
    }
}
