using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Jobs;

namespace ZOE.Matching.Web.Tests.Jobs;

/// <summary>Questions about placements: each step once, on its day, however many servers run.</summary>
public sealed class FollowUpJobTests : IAsyncLifetime
{
    private readonly JobHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task FirstDay_TwoServersAtOnceAndAgain_AsksOnce()
    {
        var placement = await InternshipAsync(0);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _host.OnServerAsync<FollowUpJob>()));
        await _host.OnServerAsync<FollowUpJob>();

        (await MailsAsync(placement)).Should().Equal(MailKind.FollowUp);
        (await InboxAsync(placement)).Should().Be(1);
        (await StateAsync(placement)).Should().Be(PlacementState.Running);
    }

    [Fact]
    public async Task Silence_DayByDay_AskedRemindedThenCalledOnTheRightDays()
    {
        var placement = await InternshipAsync(2, days: 30);
        var steps = new List<(int Day, FollowUpState State)>();

        for (var day = 0; day < 14; day++)
        {
            await _host.OnServerAsync<FollowUpJob>();
            var state = await _host.DbAsync(db => db.FollowUps.Where(f => f.PlacementId == placement.Id && f.Kind == FollowUpKind.FirstDay).Select(f => f.State).SingleAsync());
            if (steps.Count == 0 ? state != FollowUpState.Open : steps[^1].State != state) steps.Add((day, state));
            _host.Clock.Advance(TimeSpan.FromDays(1));
        }

        steps.Should().Equal((2, FollowUpState.Asked), (5, FollowUpState.Reminded), (9, FollowUpState.CallTask));
        (await MailsAsync(placement)).Should().Equal(MailKind.FollowUp, MailKind.FollowUpReminder);
        var task = await _host.DbAsync(db => db.Tasks.AsNoTracking().SingleAsync(t => t.PlacementId == placement.Id && t.Kind == WorkTaskKind.CallAboutFollowUp));
        task.OwnerId.Should().NotBeNull();
        task.DueOn.Should().Be(placement.StartOn.AddDays(7));
        var links = await _host.DbAsync(db => db.Mails.Where(m => m.Kind == MailKind.FollowUp || m.Kind == MailKind.FollowUpReminder).Select(m => m.LinkId).Distinct().CountAsync());
        links.Should().Be(1, "the reminder carries the link that still works");
    }

    [Fact]
    public async Task Outage_OfFortyDays_AsksEveryOpenQuestionOnce()
    {
        var placement = await InternshipAsync(1, days: 28);

        _host.Clock.Advance(TimeSpan.FromDays(40));
        await _host.SettleAsync<FollowUpJob>();

        var questions = await _host.DbAsync(db => db.FollowUps.AsNoTracking().Where(f => f.PlacementId == placement.Id).ToListAsync());
        questions.Should().HaveCount(4).And.OnlyContain(f => f.State == FollowUpState.Asked);
        (await MailsAsync(placement)).Should().HaveCount(4).And.OnlyContain(k => k == MailKind.FollowUp);
        (await StateAsync(placement)).Should().Be(PlacementState.Ended);
    }

    [Fact]
    public async Task Employer_WithoutAnyAddress_BecomesACallAtOnce()
    {
        var placement = await InternshipAsync(0);
        await _host.DbAsync(db => db.EmployerContacts.ExecuteUpdateAsync(set => set.SetProperty(c => c.Email, (string?)null)));

        await _host.OnServerAsync<FollowUpJob>();

        (await MailsAsync(placement)).Should().BeEmpty();
        (await _host.DbAsync(db => db.Tasks.CountAsync(t => t.Kind == WorkTaskKind.CallAboutFollowUp))).Should().Be(1);
    }

    [Fact]
    public async Task Placement_WaitingForFunding_IsNeitherStartedNorAsked()
    {
        var placement = await InternshipAsync(0);
        await _host.DbAsync(async db =>
        {
            var waiting = await db.Placements.SingleAsync(p => p.Id == placement.Id);
            waiting.AwaitFunding();
            return await db.SaveChangesAsync();
        });

        (await _host.OnServerAsync<FollowUpJob>()).Should().Be(0);

        (await MailsAsync(placement)).Should().BeEmpty();
        (await StateAsync(placement)).Should().Be(PlacementState.AwaitingFunding);
    }

    [Fact]
    public async Task QuestionMail_LinkRanOutWhileTheServerWasGone_CarriesANewOne()
    {
        await InternshipAsync(0);
        await _host.OnServerAsync<FollowUpJob>();

        _host.Clock.Advance(TimeSpan.FromDays(20));
        await _host.OnServerAsync<SendMailJob>();

        var letter = _host.Sender.Arrived.Should().ContainSingle().Subject;
        letter.Body.Should().Contain("http://localhost/answer/follow-up/");
        (await _host.DbAsync(db => db.AnswerLinks.CountAsync())).Should().Be(2);
        letter.Body.Should().NotContain("Geheimname").And.NotContain("Kanarie");
    }

    private async Task<Placement> InternshipAsync(int startsIn, int days = 10)
    {
        var field = await _host.FieldAsync();
        return await _host.InternshipAsync(field, await _host.ClientAsync(field), _host.Today.AddDays(startsIn), days);
    }

    private Task<List<MailKind>> MailsAsync(Placement placement) => _host.DbAsync(db => db.Mails
        .Where(m => db.FollowUps.Any(f => f.Id == m.RecordId && f.PlacementId == placement.Id)).OrderBy(m => m.CreatedAtUtc).Select(m => m.Kind).ToListAsync());

    private Task<int> InboxAsync(Placement placement) => _host.DbAsync(db => db.Inbox.CountAsync(i => i.PlacementId == placement.Id && i.Kind == InboxKind.FollowUpDue));

    private Task<PlacementState> StateAsync(Placement placement) => _host.DbAsync(db => db.Placements.Where(p => p.Id == placement.Id).Select(p => p.State).SingleAsync());
}
