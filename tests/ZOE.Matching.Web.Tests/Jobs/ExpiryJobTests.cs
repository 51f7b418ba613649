using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Search;
using ZOE.Matching.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ZOE.Matching.Web.Tests.Jobs;

/// <summary>What runs out: told before, ended on the day, once.</summary>
public sealed class ExpiryJobTests : IAsyncLifetime
{
    private readonly JobHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Vacancy_DayByDay_IsToldOnceAndEndsAfterItsLastDay()
    {
        var field = await _host.FieldAsync(v => v.ExpiresOn = _host.Today.AddDays(9));
        var told = new List<int>();
        var ended = -1;

        for (var day = 0; day < 12; day++)
        {
            await Task.WhenAll(_host.OnServerAsync<ExpiryJob>(), _host.OnServerAsync<ExpiryJob>());
            if (await _host.DbAsync(db => db.Mails.CountAsync(m => m.Kind == MailKind.OfferExpires && m.RecordId == field.Vacancy.Id)) == 1) told.Add(day);
            if (ended < 0 && await _host.DbAsync(db => db.Vacancies.AnyAsync(v => v.Id == field.Vacancy.Id && v.State == VacancyState.Expired))) ended = day;
            _host.Clock.Advance(TimeSpan.FromDays(1));
        }

        told.First().Should().Be(2);
        told.Should().HaveCount(10, "the mail stays one");
        ended.Should().Be(10);
        (await _host.DbAsync(db => db.Inbox.CountAsync(i => i.Kind == InboxKind.OfferExpires && i.VacancyId == field.Vacancy.Id))).Should().Be(2);
    }

    [Fact]
    public async Task Proposal_WithoutAnswer_EndsAndItsMailIsVoid()
    {
        var field = await _host.FieldAsync();
        var proposal = await _host.ProposalAsync(field, await _host.ClientAsync(field));

        _host.Clock.Advance(TimeSpan.FromDays(Proposal.DaysToAnswer));
        await _host.OnServerAsync<ExpiryJob>();
        (await StateAsync(proposal)).Should().Be(ProposalState.Sent, "the last day still counts");
        _host.Clock.Advance(TimeSpan.FromDays(1));
        await _host.OnServerAsync<ExpiryJob>();

        (await StateAsync(proposal)).Should().Be(ProposalState.Expired);
        (await _host.DbAsync(db => db.Mails.Where(m => m.RecordId == proposal.Id).Select(m => m.State).SingleAsync())).Should().Be(MailState.Void);
        (await _host.OnServerAsync<ExpiryJob>()).Should().Be(0);
    }

    [Fact]
    public async Task Proposal_YesRunsOut_IsWithdrawnAndItsLinkDead()
    {
        var field = await _host.FieldAsync();
        var proposal = await _host.ProposalAsync(field, await _host.ClientAsync(field), _host.Today.AddDays(3));

        _host.Clock.Advance(TimeSpan.FromDays(4));
        await _host.OnServerAsync<ExpiryJob>();

        (await StateAsync(proposal)).Should().Be(ProposalState.Withdrawn);
        (await _host.DbAsync(db => db.AnswerLinks.AnyAsync(l => l.RecordId == proposal.Id && l.UsedAtUtc == null))).Should().BeFalse();
    }

    [Fact]
    public async Task Consent_DayByDay_RemindsTwiceAndEndsInTheSearchToo()
    {
        var field = await _host.FieldAsync();
        var clients = new List<Client>();
        for (var i = 0; i < 7; i++) clients.Add(await _host.ClientAsync(field, _host.Today.AddDays(i == 0 ? 31 : 300)));
        await _host.SettleAsync<ProjectJob>();
        (await CardsAsync()).Should().Be(7);
        var reminders = new List<int>();

        for (var day = 0; day <= 31; day++)
        {
            await _host.OnServerAsync<ExpiryJob>();
            reminders.Add(await _host.DbAsync(db => db.Tasks.CountAsync(t => t.Kind == WorkTaskKind.ConsentEnds && t.ClientId == clients[0].Id)));
            _host.Clock.Advance(TimeSpan.FromDays(1));
        }

        reminders.IndexOf(1).Should().Be(1);
        reminders.IndexOf(2).Should().Be(24);
        reminders[^1].Should().Be(2);
        (await CardsAsync()).Should().Be(7, "the last day was still covered");
        await _host.OnServerAsync<ExpiryJob>();
        await _host.SettleAsync<ProjectJob>();
        (await CardsAsync()).Should().Be(6);
        (await _host.DbAsync(db => db.Cards.AnyAsync(c => c.ClientId == clients[0].Id))).Should().BeFalse();
        (await _host.OnServerAsync<ExpiryJob>()).Should().Be(0);
    }

    private Task<int> CardsAsync() => _host.Services.GetRequiredService<ISearchIndex>().CountAsync(SearchKind.Cards);

    private Task<ProposalState> StateAsync(Proposal proposal) => _host.DbAsync(db => db.Proposals.Where(p => p.Id == proposal.Id).Select(p => p.State).SingleAsync());
}
