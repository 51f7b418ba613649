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
[Collection(ProcessTests.Name)]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Seed = 20261124;

    /// <summary>So many acknowledged commands of each kind at least, for the verdict to mean something.</summary>
    private const int Enough = 5;

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
            for (var kill = 0; kill < Plan.Length; kill++)
                if (Plan[kill] != KillMoment.FirstStart) await run.KillOnceAsync(Plan[kill], kill == Plan.Length - 1 ? Enough : 0);
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

        if (!run.Desk.Faults.IsEmpty) Assert.Fail(string.Join('\n', run.Desk.Faults.Append(run.FirstFault)));
        var today = LegalDay.Of(TimeProvider.System.NowUtc() + run.Desk.Ahead);
        (await run.ReadAsync(db => new KillVerdict(db, journal, letters, today).FindAsync())).Should().BeEmpty();
        await VerdictSeesAsync(run, journal, letters, today);
        run.Starts.Should().AllSatisfy(start => start.Should().BeLessThan(TimeSpan.FromSeconds(30)));
        foreach (var command in new[] { "client", "yes", "proposal", "answer", "release", "placement", "employer", "course", "publish", "evidence", "referral", "referral-answer", "funding" })
            journal.Count(j => j.Command == command).Should().BeGreaterThanOrEqualTo(command == "funding" ? KillRun.EnoughFunding : Enough, command);
        (await run.ReadAsync(db => db.Inbox.CountAsync(i => i.Kind == InboxKind.VacancyForClient))).Should().BePositive("a new client who fits is news");
        (await run.ReadAsync(db => db.Mails.CountAsync(m => m.Kind == MailKind.MatchNotice))).Should().BePositive();
        (await run.ReadAsync(db => db.FollowUps.CountAsync(f => f.AnsweredAtUtc != null))).Should().BePositive();
        (letters.Count - letters.Select(l => l.MessageId).Distinct().Count()).Should().BeLessThanOrEqualTo(Plan.Length, "a kill can double at most the mail that is on its way");
        await IndexEqualsDatabaseAsync(run);
    }

    /// <summary>The verdict itself: what was acknowledged and is not there, and a letter that came under a second Message-ID, are each seen.</summary>
    private static async Task VerdictSeesAsync(KillRun run, IReadOnlyList<Acknowledged> journal, IReadOnlyList<Letter> letters, DateOnly today)
    {
        Acknowledged[] lost = [new("client", "K9-00000", ""), new("yes", "K9-00000", ""), new("employer", "Neubetrieb 99999 GmbH", ""), new("course", "Kurs 99999", ""), new("publish", "Kurs 99999", ""), new("answer", "no-token", "Yes"), new("placement", Guid.Empty.ToString(), ""),
            new("evidence", "Fertigkeit 99999", Guid.Empty.ToString()), new("referral", Guid.Empty.ToString(), Guid.Empty.ToString()), new("referral-answer", Guid.Empty.ToString(), "accepted"), new("funding", Guid.Empty.ToString(), "granted")];
        var again = letters.First(l => l.Body.Contains("/answer/proposal/", StringComparison.Ordinal)) with { MessageId = "another@kill.example" };

        var seen = await run.ReadAsync(db => new KillVerdict(db, [.. journal, .. lost], [.. letters, again], today).FindAsync());

        // The letter is seen twice: as one that no row knows, and as the same one under another Message-ID.
        seen.Should().HaveCount(lost.Length + 2);
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
