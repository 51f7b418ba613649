using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Tests.Hosting;
using ZOE.Matching.Web.Tests.Kills;

namespace ZOE.Matching.Web.Tests.Start;

/// <summary>Two portals as processes: on one PostgreSQL database they share the work; on one data folder the second is refused.</summary>
[Collection(ProcessTests.Name)]
public sealed class TwoPortalsTests : IAsyncLifetime
{
    private const int Placements = 24;
    private readonly string _folder = Directory.CreateTempSubdirectory("zoe-two-").FullName;
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Start_SecondProcessOnTheSameFolder_EndsWithASentenceAndOne()
    {
        FullTests.Require("two portals as processes");
        await using var first = ChildPortal.Start("Development", Settings("one"));
        await first.ReadyAsync;

        await using var second = ChildPortal.Start("Development", Settings("one"));

        (await second.ExitAsync()).Should().Be(1);
        second.Errors.Should().Contain("is in use by another portal").And.NotContain("   at ");
        second.Errors.Split('\n').Should().HaveCount(1);
        first.HasExited.Should().BeFalse();
    }

    [Fact]
    public async Task Start_SecondProcessOnTheSamePort_EndsWithASentenceAndOne()
    {
        FullTests.Require("two portals as processes");
        await using var first = ChildPortal.Start("Development", Settings("one"));
        var address = await first.ReadyAsync;

        await using var second = ChildPortal.Start("Development", Settings("two", ownFile: true), address.ToString().TrimEnd('/'));

        (await second.ExitAsync()).Should().Be(1);
        second.Errors.Should().Contain("in use by another program").And.NotContain("   at ");
    }

    /// <summary>On SQLite one file belongs to one portal, so two of them share nothing: there the work is done by two starts, one after the other.</summary>
    [Fact]
    public async Task Jobs_TwoServers_DoEachThingOnce()
    {
        FullTests.Require("two portals as processes");
        await using var source = new DataOnlySource(TestDatabase.Engine, _database.Connection);
        var field = new KillField();
        await source.WriteAsync(field.WriteAsync);
        var placements = 0;

        if (TestDatabase.Engine == DatabaseEngine.Postgres)
        {
            await using ChildPortal first = ChildPortal.Start("Development", Settings("one", demo: true)), second = ChildPortal.Start("Development", Settings("two", demo: true));
            await Task.WhenAll(first.ReadyAsync, second.ReadyAsync);
            using KillUser one = Visitor(await first.ReadyAsync, source), two = Visitor(await second.ReadyAsync, source);
            // On a loaded machine one of them may be so slow that the other does a whole batch alone: then there is another.
            for (var batch = 0; batch < 5 && !(HasSent("one") && HasSent("two")); batch++)
            {
                await source.WriteAsync(db => FillAsync(db, field, placements));
                placements += Placements;
                await DoneAsync(source, one, two);
            }

            (HasSent("one"), HasSent("two")).Should().Be((true, true), "both servers work");
        }
        else
        {
            await source.WriteAsync(db => FillAsync(db, field, 0));
            placements = Placements;
            foreach (var _ in Enumerable.Range(0, 2))
            {
                await using var portal = ChildPortal.Start("Development", Settings("one", demo: true));
                using var visitor = Visitor(await portal.ReadyAsync, source);
                await DoneAsync(source, visitor, visitor);
            }
        }

        var letters = Letters.Read(Path.Combine(_folder, "one", "mail")).Concat(Letters.Read(Path.Combine(_folder, "two", "mail"))).ToList();
        letters.Select(l => l.MessageId).Should().OnlyHaveUniqueItems("nothing was killed: each mail goes out once");
        letters.Count(l => l.Body.Contains("/answer/follow-up/", StringComparison.Ordinal)).Should().Be(placements);
        await source.WriteAsync(async db =>
        {
            (await db.Mails.CountAsync(m => m.Kind == MailKind.FollowUp && m.State == MailState.Sent && m.Attempts == 1)).Should().Be(placements);
            (await db.Inbox.CountAsync(i => i.Kind == InboxKind.FollowUpDue)).Should().Be(placements);
            (await db.AnswerLinks.CountAsync(l => l.Purpose == LinkPurpose.AnswerFollowUp)).Should().Be(placements);
            (await db.FollowUps.CountAsync(f => f.State == FollowUpState.Asked)).Should().Be(placements);
            (await db.Inbox.Select(i => i.BusinessKey).ToListAsync()).Should().OnlyHaveUniqueItems();
        });
    }

    private bool HasSent(string folder) => Directory.Exists(Path.Combine(_folder, folder, "mail")) && Directory.EnumerateFiles(Path.Combine(_folder, folder, "mail")).Any();

    private static KillUser Visitor(Uri address, DataOnlySource source) => new KillDesk(address, null!, source).NewUser(null);

    /// <summary>Both are asked at the same moment again and again to do what is due, beside their own ticks.</summary>
    private static async Task DoneAsync(DataOnlySource source, KillUser one, KillUser two)
    {
        for (var round = 0; round < 100; round++)
        {
            await Task.WhenAll(RunAsync(one), RunAsync(two));
            if (await source.ReadAsync(async db => await db.Mails.AnyAsync() && !await db.Mails.AnyAsync(m => m.State == MailState.Waiting || m.State == MailState.Sending) && !await db.FollowUps.AnyAsync(f => f.State == FollowUpState.Open && f.Kind == FollowUpKind.FirstDay))) return;
        }

        throw new InvalidOperationException("The two portals do not come to an end.");

        static async Task RunAsync(KillUser user)
        {
            var page = await user.OpenAsync("/dev");
            await user.SendAsync(page, "form[action='/dev/jobs']", [], job: true);
        }
    }

    /// <summary>Placements that begin today: each has one question that is due.</summary>
    private static async Task FillAsync(MatchingDbContext db, KillField field, int from)
    {
        var (now, today) = (TimeProvider.System.NowUtc(), TimeProvider.System.Today());
        for (var i = from; i < from + Placements; i++)
        {
            var client = field.FittingClient(i);
            var measure = new Measure { ClientId = client.Id, LegalBasis = LegalBasis.None, CreatedAtUtc = now };
            var placement = new Placement
            {
                MeasureId = measure.Id,
                ClientId = client.Id,
                EmployerId = field.Vacancies[0].EmployerId,
                VacancyId = field.Vacancies[0].Id,
                Kind = PlacementKind.Job,
                LegalBasis = LegalBasis.None,
                StartOn = today,
                HoursPerWeek = 30,
                CreatedById = field.Coaches[0].Id,
                CreatedAtUtc = now,
            };
            FollowUpPlan.Replan(placement);
            db.AddRange(client, measure, placement);
        }

        await db.SaveChangesAsync();
    }

    private Dictionary<string, string> Settings(string folder, bool demo = false, bool ownFile = false) => new()
    {
        ["Data:Folder"] = Path.Combine(_folder, folder),
        ["Database:Engine"] = TestDatabase.Engine.ToString(),
        ["Database:Connection"] = ownFile && TestDatabase.Engine == DatabaseEngine.Sqlite ? Path.Combine(_folder, folder + ".db") : _database.Connection,
        ["Demo:Enabled"] = demo ? "true" : "false",
        ["Logging:LogLevel:Default"] = "Error",
    };
}
