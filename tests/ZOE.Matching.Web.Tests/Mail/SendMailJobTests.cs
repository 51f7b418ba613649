using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Jobs;
using ZOE.Matching.Web.Tests.Jobs;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Tests.Mail;

/// <summary>The outbox against a mail server and a process that break at each point.</summary>
public sealed class SendMailJobTests : IAsyncLifetime
{
    private readonly JobHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task ProposalMail_TwoRunsAndTwoServers_IsSentOnce()
    {
        var (_, mail) = await ProposalMailAsync();

        await Task.WhenAll(_host.OnServerAsync<SendMailJob>(), _host.OnServerAsync<SendMailJob>());
        await _host.OnServerAsync<SendMailJob>();

        _host.Sender.Arrived.Should().ContainSingle().Which.MessageId.Should().Be(mail.MessageId);
        (await MailAsync(mail.Id)).State.Should().Be(MailState.Sent);
    }

    [Fact]
    public async Task ProposalMail_Text_NamesTheVacancyAndNeverTheClient()
    {
        var (client, _) = await ProposalMailAsync();

        await _host.OnServerAsync<SendMailJob>();

        var letter = _host.Sender.Arrived.Should().ContainSingle().Subject;
        letter.Subject.Should().Contain("Helfer Metall");
        letter.Body.Should().Contain("http://localhost/answer/proposal/").And.Contain("vorhanden");
        (letter.Subject + letter.Body).Should().NotContain(client.Person!.FirstName).And.NotContain(client.Person.LastName).And.NotContain(client.VerbisNumber).And.NotContain(client.Id.ToString("N"));
    }

    [Theory]
    [InlineData(BreakPoint.AnswerLost)]
    [InlineData(BreakPoint.DeathAfterText)]
    [InlineData(BreakPoint.DeathBeforeText)]
    [InlineData(BreakPoint.Unreachable)]
    public async Task DeadlineMail_BreaksOnce_ArrivesAtLeastOnceWithOneMessageId(BreakPoint at)
    {
        var (_, mail) = await ProposalMailAsync();

        await BreakAsync(at);
        _host.Clock.Advance(TimeSpan.FromHours(2));
        await _host.OnServerAsync<SendMailJob>();

        _host.Sender.Arrived.Should().NotBeEmpty();
        _host.Sender.Arrived.Select(l => l.MessageId).Distinct().Should().Equal(mail.MessageId);
        (await MailAsync(mail.Id)).State.Should().Be(MailState.Sent);
    }

    [Theory]
    [InlineData(BreakPoint.None, 1, MailState.Sent)]
    [InlineData(BreakPoint.AnswerLost, 1, MailState.Unclear)]
    [InlineData(BreakPoint.DeathAfterText, 1, MailState.Unclear)]
    [InlineData(BreakPoint.DeathBeforeText, 0, MailState.Unclear)]
    [InlineData(BreakPoint.Unreachable, 1, MailState.Sent)]
    [InlineData(BreakPoint.Refused, 0, MailState.Dead)]
    public async Task MatchNotice_Breaks_NeverArrivesTwice(BreakPoint at, int arrived, MailState state)
    {
        var field = await _host.FieldAsync();
        var client = await _host.ClientAsync(field);
        var mail = await NoticeAsync(field, client);

        await BreakAsync(at);
        for (var hour = 0; hour < 5; hour++)
        {
            _host.Clock.Advance(TimeSpan.FromHours(2));
            await _host.OnServerAsync<SendMailJob>();
        }

        _host.Sender.Arrived.Should().HaveCount(arrived);
        (await MailAsync(mail.Id)).State.Should().Be(state);
    }

    [Fact]
    public async Task DeadlineMail_ServerGoneForDays_EndsAsDeadAfterTwelveAttempts()
    {
        var (_, mail) = await ProposalMailAsync();
        _host.Sender.Break = BreakPoint.Unreachable;

        for (var step = 0; step < 40; step++)
        {
            await _host.OnServerAsync<SendMailJob>();
            _host.Clock.Advance(TimeSpan.FromHours(1));
        }

        var end = await MailAsync(mail.Id);
        end.State.Should().Be(MailState.Dead);
        end.Attempts.Should().Be(SendMailJob.MostAttempts);
    }

    [Fact]
    public async Task ProposalMail_ConsentEndedMeanwhile_IsVoid()
    {
        var (client, mail) = await ProposalMailAsync();
        await _host.DbAsync(async db =>
        {
            var consent = await db.Consents.SingleAsync(c => c.ClientId == client.Id && c.Scope == ConsentScope.Vacancy);
            db.Add(new ConsentEnd { ConsentId = consent.Id, ClientId = client.Id, EndedAtUtc = _host.Clock.NowUtc() });
            return await db.SaveChangesAsync();
        });

        await _host.OnServerAsync<SendMailJob>();

        _host.Sender.Arrived.Should().BeEmpty();
        (await MailAsync(mail.Id)).State.Should().Be(MailState.Void);
    }

    [Fact]
    public async Task StaleWorker_RowSettledByAnotherMeanwhile_CannotOverwriteIt()
    {
        var (_, mail) = await ProposalMailAsync();
        var stall = (Reached: new TaskCompletionSource(), Go: new TaskCompletionSource());
        _host.Sender.Stall = stall;
        var slow = Task.Run(() => _host.OnServerAsync<SendMailJob>());
        await stall.Reached.Task;
        _host.Sender.Break = BreakPoint.Refused;
        _host.Clock.Advance(TimeSpan.FromMinutes(3));
        await _host.OnServerAsync<SendMailJob>();
        (await MailAsync(mail.Id)).State.Should().Be(MailState.Dead);

        _host.Sender.Break = BreakPoint.None;
        stall.Go.SetResult();
        await slow;

        var end = await MailAsync(mail.Id);
        (end.State, end.Fence, end.SentAtUtc).Should().Be((MailState.Dead, 2, null));
    }

    [Fact]
    public async Task Take_SixteenServers_EachRowGoesToOne()
    {
        var field = await _host.FieldAsync();
        await _host.DbAsync(async db =>
        {
            for (var i = 0; i < 60; i++) db.Add(new MailItem { Kind = MailKind.Invitation, BusinessKey = $"k{i}", UserId = field.Coach.Id, RecordId = field.Coach.Id, CreatedAtUtc = _host.Clock.NowUtc(), NotBeforeUtc = _host.Clock.NowUtc() });
            return await db.SaveChangesAsync();
        });

        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            await using var scope = _host.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SendMailJob>().TakeAsync(CancellationToken.None);
        }));

        taken.SelectMany(t => t).Select(m => m.Id).Should().OnlyHaveUniqueItems().And.NotBeEmpty();
    }

    private async Task<(Client Client, MailItem Mail)> ProposalMailAsync()
    {
        var field = await _host.FieldAsync();
        var client = await _host.ClientAsync(field);
        var proposal = await _host.ProposalAsync(field, client);
        return (client, await _host.DbAsync(db => db.Mails.AsNoTracking().SingleAsync(m => m.RecordId == proposal.Id)));
    }

    private async Task<MailItem> NoticeAsync(SmallField field, Client client)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        outbox.Inbox(new InboxItem { Kind = InboxKind.VacancyForClient, BusinessKey = Guid.NewGuid().ToString("N"), UserId = field.Coach.Id, ClientId = client.Id, VacancyId = field.Vacancy.Id, CreatedAtUtc = outbox.Now });
        var mail = outbox.MailToUser(MailKind.MatchNotice, field.Coach.Id, field.Coach.Id, "day");
        await scope.ServiceProvider.GetRequiredService<MatchingDbContext>().SaveChangesAsync();
        return mail;
    }

    /// <summary>One run that meets the break; then everything works again.</summary>
    private async Task BreakAsync(BreakPoint at)
    {
        _host.Sender.Break = at;
        try
        {
            await _host.OnServerAsync<SendMailJob>();
        }
        catch (ProcessDeath)
        {
            // The process is gone; the next run is a new one.
        }

        _host.Sender.Break = BreakPoint.None;
    }

    private Task<MailItem> MailAsync(Guid id) => _host.DbAsync(db => db.Mails.AsNoTracking().SingleAsync(m => m.Id == id));
}
