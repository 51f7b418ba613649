using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Projections;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Kills;

/// <summary>Fifteen kills by a fixed seed: what was acknowledged is there, once, with all that follows from it.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Seed = 20261124;

    /// <summary>Fifteen: three into the first start, three into later starts, six into commands, three into jobs.</summary>
    private static readonly KillMoment[] Plan =
    [
        KillMoment.FirstStart, KillMoment.FirstStart, KillMoment.FirstStart,
        KillMoment.Commands, KillMoment.Jobs, KillMoment.Start, KillMoment.Commands, KillMoment.Commands, KillMoment.Jobs, KillMoment.Start,
        KillMoment.Commands, KillMoment.Commands, KillMoment.Start, KillMoment.Jobs, KillMoment.Commands,
    ];

    [Fact]
    public async Task Portal_KilledFifteenTimes_LosesNothingAndDoublesNothing()
    {
        FullTests.Require("a portal that is killed fifteen times");
        var folder = Directory.CreateTempSubdirectory("zoe-kill-").FullName;
        try
        {
            await using var run = await KillRun.BeginAsync(folder, Seed);
            foreach (var moment in Plan.Where(m => m == KillMoment.FirstStart)) await run.KillOnceAsync(moment);
            await run.FillAsync();
            // What fits at the first look is no news; what comes from now on is.
            await run.SettleAsync();
            foreach (var moment in Plan.Where(m => m != KillMoment.FirstStart)) await run.KillOnceAsync(moment);
            await run.SettleAsync();
            await JudgeAsync(run);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task JudgeAsync(KillRun run)
    {
        var journal = run.Desk.Journal.Read();
        var letters = Letters.Read(run.MailFolder);
        foreach (var line in run.Report) output.WriteLine(line);
        output.WriteLine($"Longest start {run.Starts.Max().TotalSeconds:0.0} s; {journal.Count} commands acknowledged ({string.Join(", ", journal.GroupBy(j => j.Command).Select(g => $"{g.Key} {g.Count()}"))}); {letters.Count} mails, {letters.Count - letters.Select(l => l.MessageId).Distinct().Count()} of them again.");

        run.Desk.Faults.Should().BeEmpty();
        var today = LegalDay.Of(TimeProvider.System.NowUtc() + run.Desk.Ahead);
        (await run.ReadAsync(db => new KillVerdict(db, journal, letters, today).FindAsync())).Should().BeEmpty();
        run.Starts.Should().AllSatisfy(start => start.Should().BeLessThan(TimeSpan.FromSeconds(30)));
        // Enough has happened for the verdict to mean something.
        foreach (var command in new[] { "client", "yes", "proposal", "answer", "release", "placement", "employer", "course", "publish" })
            journal.Count(j => j.Command == command).Should().BeGreaterThanOrEqualTo(5, command);
        (await run.ReadAsync(db => db.Inbox.CountAsync(i => i.Kind == InboxKind.VacancyForClient))).Should().BePositive("a new client who fits is news");
        (await run.ReadAsync(db => db.Mails.CountAsync(m => m.Kind == MailKind.MatchNotice))).Should().BePositive();
        (await run.ReadAsync(db => db.FollowUps.CountAsync(f => f.AnsweredAtUtc != null))).Should().BePositive();
        (letters.Count - letters.Select(l => l.MessageId).Distinct().Count()).Should().BeLessThanOrEqualTo(Plan.Length, "a kill can double at most the mail that is on its way");
        await IndexEqualsDatabaseAsync(run);
    }

    /// <summary>The portal opened in this process, without jobs: the indexes hold exactly what the records say.</summary>
    private static async Task IndexEqualsDatabaseAsync(KillRun run)
    {
        await using var host = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Development");
            foreach (var (key, value) in run.Settings(demo: true)) builder.UseSetting(key, value);
            builder.UseSetting("Jobs:Storage", "None");
        });
        await using var scope = host.Services.CreateAsyncScope();

        var states = await scope.ServiceProvider.GetRequiredService<IndexStatus>().ReadAsync();

        states.Should().HaveCount(3).And.AllSatisfy(state => (state.Drift, state.Open, state.Health.Answers).Should().Be((0, 0, true)));
        states.Sum(s => s.Visible).Should().BePositive();
    }
}
