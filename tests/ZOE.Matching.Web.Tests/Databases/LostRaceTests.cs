using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Projections;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Web.Projections;
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

    [Fact]
    public async Task ProjectCards_WhileAChangeHoldsOneOfThemAndComesToAllCards_LetsTheChangeThrough()
    {
        var team = new Team { Name = $"Team {Guid.NewGuid():N}", SiteCode = await portal.DbAsync(db => db.Sites.OrderBy(s => s.Code).Select(s => s.Code).FirstAsync()) };
        await portal.DbAsync(db =>
        {
            db.Add(team);
            return db.SaveChangesAsync();
        });
        var coach = await portal.AddUserAsync(PortalRole.Coach, teamId: team.Id);
        var client = portal.NewFakes().NewClient(coach.Id, team.Id);
        await portal.DbAsync(db =>
        {
            // A card without a consent: the projection takes it away and raises its document.
            db.AddRange(client, new CardRow { ClientId = client.Id, ConsentId = Guid.NewGuid(), Card = "{}", ProjectedAtUtc = portal.Clock.GetUtcNow().UtcDateTime });
            return db.SaveChangesAsync();
        });
        await portal.DbAsync(db => db.InWriteTransactionAsync(() => ProjectionTasks.RaiseAsync(db, new HashSet<(ProjectionKind, Guid)> { (ProjectionKind.AllCards, Guid.Empty) })));
        var task = await portal.DbAsync(db => db.ProjectionTasks.AsNoTracking().SingleAsync(t => t.Kind == ProjectionKind.AllCards));
        var projection = Task.FromResult(0);

        await portal.DbAsync(db => db.InWriteTransactionAsync(async () =>
        {
            await ProjectionTasks.RaiseAsync(db, new HashSet<(ProjectionKind, Guid)> { (ProjectionKind.CardDocument, client.Id) });
            projection = Task.Run(() => ProjectAsync(task));
            // On PostgreSQL the projection comes to wait for the card that is held here.
            if (TestDatabase.Engine == DatabaseEngine.Postgres) await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
            await ProjectionTasks.RaiseAsync(db, new HashSet<(ProjectionKind, Guid)> { (ProjectionKind.AllCards, Guid.Empty) });
        }));

        (await projection).Should().BePositive();
        (await portal.DbAsync(db => db.Cards.AnyAsync(c => c.ClientId == client.Id))).Should().BeFalse();
        var all = await portal.DbAsync(db => db.ProjectionTasks.SingleAsync(t => t.Kind == ProjectionKind.AllCards));
        all.DoneVersion.Should().BeLessThan(all.Version, "the change came after the task was taken");
    }

    private async Task<int> ProjectAsync(ProjectionTask task)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CardProjector>().ProjectAsync(task, CancellationToken.None);
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
