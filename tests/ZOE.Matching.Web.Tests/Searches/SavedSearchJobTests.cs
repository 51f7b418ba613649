using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Search;
using ZOE.Matching.Web.Jobs;
using ZOE.Matching.Web.Searches;
using ZOE.Matching.Web.Tests.Jobs;

namespace ZOE.Matching.Web.Tests.Searches;

/// <summary>New hits are told exactly once in the inbox and at most once by mail, by whoever may still have them.</summary>
public sealed class SavedSearchJobTests : IAsyncLifetime
{
    private readonly JobHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task NewVacancy_TwoServersAndManyTicks_IsToldOnce()
    {
        var coach = await _host.AddUserAsync(PortalRole.Coach);
        var search = await SaveAsync(coach, SearchFrequency.AtOnce);
        var old = await TickAsync();
        var field = await _host.FieldAsync();
        await _host.SettleAsync<ProjectJob>();

        for (var tick = 0; tick < 4; tick++)
        {
            _host.Clock.Advance(TimeSpan.FromMinutes(3));
            await Task.WhenAll(_host.OnServerAsync<SavedSearchJob>(), _host.OnServerAsync<SavedSearchJob>());
        }

        old.Should().Be(0);
        (await ToldAsync(search)).Should().Equal(field.Vacancy.Id);
        (await InboxAsync(search), await MailsAsync(search)).Should().Be((1, 1));
    }

    [Fact]
    public async Task Vacancy_PublishedBeforeTheSearch_IsNoNews()
    {
        await _host.FieldAsync();
        await _host.SettleAsync<ProjectJob>();
        _host.Clock.Advance(TimeSpan.FromHours(1));
        var search = await SaveAsync(await _host.AddUserAsync(PortalRole.Coach), SearchFrequency.AtOnce);

        await TickAsync();

        (await InboxAsync(search), await MailsAsync(search)).Should().Be((0, 0));
    }

    [Fact]
    public async Task Owner_Disabled_HearsNothingUntilEnabledAgain()
    {
        var coach = await _host.AddUserAsync(PortalRole.Coach);
        var search = await SaveAsync(coach, SearchFrequency.AtOnce);
        await DisableAsync(coach, true);
        await _host.FieldAsync();
        await _host.SettleAsync<ProjectJob>();

        await TickAsync();
        var silent = await InboxAsync(search);
        await DisableAsync(coach, false);
        await TickAsync();

        silent.Should().Be(0);
        (await InboxAsync(search), await MailsAsync(search)).Should().Be((1, 1));
    }

    [Fact]
    public async Task Engine_Down_LeavesTheSearchDueAndLosesNothing()
    {
        var search = await SaveAsync(await _host.AddUserAsync(PortalRole.Coach), SearchFrequency.Daily);
        var field = await _host.FieldAsync();
        await _host.SettleAsync<ProjectJob>();
        _host.Clock.Advance(TimeSpan.FromDays(1));

        var broken = async () => await WithBrokenEngineAsync();
        await broken.Should().ThrowAsync<InvalidOperationException>();
        var during = await InboxAsync(search);
        await _host.OnServerAsync<SavedSearchJob>();

        during.Should().Be(0);
        (await ToldAsync(search)).Should().Equal(field.Vacancy.Id);
    }

    [Fact]
    public async Task Daily_TwoVacancies_MakeOneMailInTheMorning()
    {
        var search = await SaveAsync(await _host.AddUserAsync(PortalRole.Coach), SearchFrequency.Daily);
        await _host.FieldAsync(v => v.Title = "Helfer Metall eins");
        await _host.FieldAsync(v => v.Title = "Helfer Metall zwei");
        await _host.SettleAsync<ProjectJob>();

        await TickAsync();
        var sameDay = await MailsAsync(search);
        _host.Clock.Advance(TimeSpan.FromHours(24));
        await _host.OnServerAsync<SavedSearchJob>();
        await _host.SettleAsync<SendMailJob>();

        sameDay.Should().Be(0);
        var letter = _host.Sender.Arrived.Where(l => l.StopAddress is not null).Should().ContainSingle().Subject;
        letter.Body.Should().Contain("- Helfer Metall eins").And.Contain("- Helfer Metall zwei").And.Contain(letter.StopAddress!);
    }

    [Fact]
    public async Task Mail_OwnerWantsNone_StaysInTheInboxOnly()
    {
        var coach = await _host.AddUserAsync(PortalRole.Coach);
        await _host.DbAsync(async db => await db.Users.Where(u => u.Id == coach.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.NoNoticeMails, true)));
        var search = await SaveAsync(coach, SearchFrequency.AtOnce);
        await _host.FieldAsync();
        await _host.SettleAsync<ProjectJob>();

        await TickAsync();

        (await InboxAsync(search), await MailsAsync(search)).Should().Be((1, 0));
    }

    [Fact]
    public async Task Candidates_GrowingNumber_IsToldOnceForEachBandAndNamesNobody()
    {
        var field = await _host.FieldAsync();
        var employer = await _host.AddUserAsync(PortalRole.Employer, employerId: field.Employer.Id);
        var search = await SaveAsync(employer, SearchFrequency.Weekly, SavedSearchKind.Candidates, [new("occupation", field.OccupationId.ToString("N"))]);

        await AddClientsAsync(field, 8);
        await WeekAsync();
        var underTen = await InboxAsync(search);
        await AddClientsAsync(field, 3);
        await WeekAsync();
        await _host.SettleAsync<SendMailJob>();
        var ten = await InboxAsync(search);
        await AddClientsAsync(field, 1);
        await WeekAsync();

        underTen.Should().Be(0, "fewer than ten are not counted");
        ten.Should().Be(1);
        (await InboxAsync(search), await MailsAsync(search)).Should().Be((1, 1), "12 is told as 10 like 11");
        (await ToldAsync(search)).Should().BeEmpty("no row joins a client to an employer's search");
        var letter = _host.Sender.Arrived.Where(l => l.StopAddress is not null).Should().ContainSingle().Subject;
        letter.Body.Should().Contain("etwa 10 Profile").And.NotContain("Geheimname").And.NotContain("Kanarie");
    }

    private async Task AddClientsAsync(SmallField field, int count)
    {
        for (var i = 0; i < count; i++) await _host.ClientAsync(field, _host.Today.AddDays(150));
        await _host.SettleAsync<ProjectJob>();
    }

    private async Task WeekAsync()
    {
        _host.Clock.Advance(TimeSpan.FromDays(7));
        await _host.OnServerAsync<SavedSearchJob>();
    }

    private Task<SavedSearch> SaveAsync(PortalUser owner, SearchFrequency frequency, SavedSearchKind kind = SavedSearchKind.Vacancies, KeyValuePair<string, string>[]? filters = null) => _host.DbAsync(async db =>
    {
        var criteria = SearchCriteria.Of(kind, filters is null ? "Metall" : "", null, 0, filters ?? []);
        var search = SavedSearch.Save(owner.Id, owner.Role, kind, "Metall", criteria, frequency, 0, _host.Clock.NowUtc()).Accepted;
        db.Add(search);
        await db.SaveChangesAsync();
        return search;
    });

    private async Task<int> TickAsync()
    {
        _host.Clock.Advance(TimeSpan.FromMinutes(3));
        return await _host.OnServerAsync<SavedSearchJob>();
    }

    private async Task WithBrokenEngineAsync()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var look = ActivatorUtilities.CreateInstance<SearchLook>(scope.ServiceProvider, new NoEngine());
        await ActivatorUtilities.CreateInstance<SavedSearchJob>(scope.ServiceProvider, look).RunAsync(CancellationToken.None);
    }

    private Task DisableAsync(PortalUser user, bool disabled) =>
        _host.DbAsync(async db => await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.Disabled, disabled)));

    private Task<List<Guid>> ToldAsync(SavedSearch search) => _host.DbAsync(db => db.SavedSearchHits.Where(h => h.SearchId == search.Id).Select(h => h.RecordId).ToListAsync());

    private Task<int> InboxAsync(SavedSearch search) => _host.DbAsync(db => db.Inbox.CountAsync(i => i.Kind == InboxKind.SavedSearchHits && i.SavedSearchId == search.Id));

    private Task<int> MailsAsync(SavedSearch search) => _host.DbAsync(db => db.Mails.CountAsync(m => m.Kind == MailKind.SavedSearch && m.RecordId == search.Id));

    /// <summary>An engine that does not answer.</summary>
    private sealed class NoEngine : ISearchIndex
    {
        public Task<SearchPage> SearchAsync(SearchKind kind, SearchQuery query, CancellationToken cancellation = default) => throw new IOException("down");

        public Task<IReadOnlyList<ChangeResult>> ApplyAsync(SearchKind kind, IReadOnlyList<IndexChange> changes, CancellationToken cancellation = default) => throw new IOException("down");

        public Task<int> CountAsync(SearchKind kind, CancellationToken cancellation = default) => throw new IOException("down");

        public IAsyncEnumerable<IndexedVersion> VersionsAsync(SearchKind kind, CancellationToken cancellation = default) => throw new IOException("down");

        public Task<IRebuildSession> BeginRebuildAsync(SearchKind kind, CancellationToken cancellation = default) => throw new IOException("down");

        public Task<int> PurgeAsync(SearchKind kind, DateTime markedBeforeUtc, CancellationToken cancellation = default) => throw new IOException("down");

        public Task<IReadOnlyList<IndexHealth>> HealthAsync(CancellationToken cancellation = default) => throw new IOException("down");
    }
}
