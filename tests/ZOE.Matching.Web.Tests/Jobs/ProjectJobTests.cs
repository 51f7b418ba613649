using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Data.Projections;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Search;
using ZOE.Matching.Web.Cards;
using ZOE.Matching.Web.Jobs;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Projections;

namespace ZOE.Matching.Web.Tests.Jobs;

/// <summary>Outbox to index, cards, matches and notices.</summary>
public sealed class ProjectJobTests : IAsyncLifetime
{
    private static readonly AuditViewer Viewer = new(null, "Employer", "test");

    private readonly JobHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Vacancy_PublishedThenClosed_ComesAndGoesInTheIndex()
    {
        var field = await _host.FieldAsync();
        await _host.SettleAsync<ProjectJob>();
        (await IdsAsync(SearchKind.Vacancies)).Should().Equal(field.Vacancy.Id);

        await _host.DbAsync(async db =>
        {
            (await db.Vacancies.SingleAsync(v => v.Id == field.Vacancy.Id)).Close("Filled");
            return await db.SaveChangesAsync();
        });
        await _host.SettleAsync<ProjectJob>();

        (await IdsAsync(SearchKind.Vacancies)).Should().BeEmpty();
        (await _host.DbAsync(db => db.ProjectionTasks.CountAsync(t => t.DoneVersion < t.Version))).Should().Be(0);
        (await _host.OnServerAsync<ProjectJob>()).Should().Be(0);
    }

    [Fact]
    public async Task StaleTaker_CannotFinishATaskThatAnotherHolds()
    {
        await _host.FieldAsync();
        var (first, second) = await _host.DbAsync(async db =>
        {
            ProjectionKind[] kinds = [ProjectionKind.VacancyDocument];
            var early = await ProjectionTasks.TakeAsync(db, kinds, 10, _host.Clock.NowUtc(), TimeSpan.FromMinutes(1));
            _host.Clock.Advance(TimeSpan.FromMinutes(2));
            return (early.Single(), (await ProjectionTasks.TakeAsync(db, kinds, 10, _host.Clock.NowUtc(), TimeSpan.FromMinutes(1))).Single());
        });

        (await _host.DbAsync(db => ProjectionTasks.FinishAsync(db, first))).Should().Be(0);
        (await _host.DbAsync(db => ProjectionTasks.FinishAsync(db, second))).Should().Be(1);
    }

    [Fact]
    public async Task Cards_FourReleased_NoneAreShown_FiveAreAll()
    {
        var field = await _host.FieldAsync();
        for (var i = 0; i < 4; i++) await _host.ClientAsync(field, _host.Today.AddDays(100));
        await _host.ClientAsync(field);
        await _host.SettleAsync<ProjectJob>();
        (await IdsAsync(SearchKind.Cards)).Should().BeEmpty();
        (await CardsAsync(field))!.OnlyThroughCoach.Should().BeTrue();
        (await _host.DbAsync(db => db.Audit.CountAsync())).Should().Be(0, "nobody was shown");

        await _host.ClientAsync(field, _host.Today.AddDays(100));
        await _host.SettleAsync<ProjectJob>();

        (await IdsAsync(SearchKind.Cards)).Should().HaveCount(5);
        var cards = (await CardsAsync(field))!;
        cards.Cards.Should().HaveCount(5);
        cards.Cards.Select(c => c.Code).Should().OnlyHaveUniqueItems().And.OnlyContain(c => Domain.Matches.CardCodes.IsValid(c));
        cards.Cards.Should().OnlyContain(c => c.Reasons.Count > 0);
        var audit = await _host.DbAsync(db => db.Audit.AsNoTracking().SingleAsync());
        (audit.Purpose, audit.SubjectCount).Should().Be((AuditPurpose.EmployerCards, 5));
        (await CardsAsync(field))!.Cards.Select(c => c.Code).Should().Equal(cards.Cards.Select(c => c.Code), "a code stays");
    }

    [Fact]
    public async Task Cards_ConsentEndsWithoutAnyJob_AreGoneInTheNextRequest()
    {
        var field = await _host.FieldAsync();
        for (var i = 0; i < 10; i++) await _host.ClientAsync(field, _host.Today.AddDays(100));
        await _host.SettleAsync<ProjectJob>();
        var before = (await CardsAsync(field))!.Cards;

        await _host.DbAsync(async db =>
        {
            var consent = await db.Consents.OrderBy(c => c.Id).FirstAsync();
            db.Add(new ConsentEnd { ConsentId = consent.Id, ClientId = consent.ClientId, EndedAtUtc = _host.Clock.NowUtc() });
            return await db.SaveChangesAsync();
        });

        before.Should().HaveCount(10);
        (await CardsAsync(field))!.Cards.Should().HaveCount(5, "nine are left, and a list comes in steps of five");
    }

    [Fact]
    public async Task Cards_OfAnotherEmployer_AreNotFound()
    {
        var field = await _host.FieldAsync();
        var other = await _host.FieldAsync();
        await using var scope = _host.Services.CreateAsyncScope();

        (await scope.ServiceProvider.GetRequiredService<CardReader>().CardsForVacancyAsync(field.Vacancy.Id, other.Employer.Id, Viewer)).Should().BeNull();
    }

    [Fact]
    public async Task Index_HoldsNoWordOfThePerson()
    {
        var field = await _host.FieldAsync();
        for (var i = 0; i < 5; i++) await _host.ClientAsync(field, _host.Today.AddDays(100));
        await _host.SettleAsync<ProjectJob>();

        foreach (var file in Directory.EnumerateFiles(Path.Combine(_host.Folder, "index"), "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock") && Path.GetFileName(f) != "in-use"))
        {
            var text = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)).ToLowerInvariant();
            text.Should().NotContain("kanarie").And.NotContain("geheimname");
        }

        (await IdsAsync(SearchKind.Cards)).Should().HaveCount(5);
    }

    [Fact]
    public async Task Matches_NewPair_IsToldOnceInTheInboxAndByOneMail()
    {
        await _host.FieldAsync();
        await _host.SettleAsync<ProjectJob>();
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        var field = await _host.FieldAsync();
        var employer = await _host.AddUserAsync(PortalRole.Employer, employerId: field.Employer.Id);
        for (var i = 0; i < 5; i++) await _host.ClientAsync(field, _host.Today.AddDays(100));

        await _host.SettleAsync<ProjectJob>();
        await Task.WhenAll(NoticesAsync(), NoticesAsync());
        await _host.OnServerAsync<NightlyJob>();

        var fits = await _host.DbAsync(db => db.Matches.CountAsync(m => m.VacancyId == field.Vacancy.Id));
        fits.Should().Be(5);
        (await _host.DbAsync(db => db.Inbox.CountAsync(i => i.Kind == InboxKind.VacancyForClient && i.VacancyId == field.Vacancy.Id && i.UserId == field.Coach.Id))).Should().Be(5);
        var told = await _host.DbAsync(db => db.Inbox.AsNoTracking().Where(i => i.Kind == InboxKind.CandidateForVacancy).ToListAsync());
        told.Should().HaveCount(5).And.OnlyContain(i => i.EmployerId == field.Employer.Id && i.ClientId == null);
        var mails = await _host.DbAsync(db => db.Mails.Where(m => m.Kind == MailKind.MatchNotice).Select(m => m.UserId).ToListAsync());
        mails.Should().BeEquivalentTo(new Guid?[] { field.Coach.Id, employer.Id });
    }

    [Fact]
    public async Task Matches_ReadForClient_NamesReasonsAndOnlyOpenVacancies()
    {
        var field = await _host.FieldAsync();
        var client = await _host.ClientAsync(field);
        await _host.SettleAsync<ProjectJob>();

        var found = await FinderAsync(f => f.VacanciesForAsync(client.Id));
        found.Should().ContainSingle().Which.Explanation.Contributions.Should().Contain(c => c.ConceptId == field.CompetenceId && c.Points > 0);
        found[0].Score.Should().BeGreaterThanOrEqualTo(500);

        await _host.DbAsync(db => db.Vacancies.ExecuteUpdateAsync(set => set.SetProperty(v => v.ExpiresOn, _host.Today.AddDays(-1))));
        (await FinderAsync(f => f.VacanciesForAsync(client.Id))).Should().BeEmpty("the database has the last word");
    }

    [Fact]
    public async Task Rebuild_WhileQueriesRun_LosesNothing()
    {
        for (var i = 0; i < 31; i++) await _host.FieldAsync();
        await _host.SettleAsync<ProjectJob>();
        var index = _host.Services.GetRequiredService<ISearchIndex>();

        var rebuild = Task.Run(() => _host.Services.GetRequiredService<IndexRebuilds>().RunAsync(SearchKind.Vacancies));
        var fewest = int.MaxValue;
        do
        {
            fewest = Math.Min(fewest, (await index.SearchAsync(SearchKind.Vacancies, new SearchQuery())).Total);
            await Task.Yield();
        }
        while (!rebuild.IsCompleted);

        (await rebuild).Should().BeTrue();
        fewest.Should().Be(31);
        var progress = _host.Services.GetRequiredService<IndexRebuilds>().Progress.Single(p => p.Kind == SearchKind.Vacancies);
        (progress.Processed, progress.Total, progress.IsRunning, progress.Error).Should().Be((31, 31, false, null));
        (await IdsAsync(SearchKind.Vacancies)).Should().HaveCount(31);
    }

    [Fact]
    public async Task Drift_TaskDoneButNotInTheIndex_IsCountedAndMendedByNight()
    {
        await _host.SettleAsync<ProjectJob>();
        var field = await _host.FieldAsync();
        await _host.DbAsync(db => db.ProjectionTasks.ExecuteUpdateAsync(set => set.SetProperty(t => t.DoneVersion, t => t.Version)));
        var before = await StatusAsync();
        (before.Visible, before.Missing, before.Drift, before.Open).Should().Be((1, 1, 1, 0));
        Gauge().Should().Be(1);

        await _host.OnServerAsync<NightlyJob>();
        await _host.SettleAsync<ProjectJob>();

        (await StatusAsync()).Drift.Should().Be(0);
        Gauge().Should().Be(0);
        (await IdsAsync(SearchKind.Vacancies)).Should().Equal(field.Vacancy.Id);
    }

    /// <summary>What somebody who watches this portal reads of the vacancies.</summary>
    private int Gauge()
    {
        var read = new List<int>();
        var meters = _host.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Scope == meters && instrument.Name == "zoe.index.drift") l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, value, tags, _) =>
        {
            if (tags[0].Value is "Vacancies") read.Add(value);
        });
        listener.Start();
        listener.RecordObservableInstruments();
        return read.Should().ContainSingle().Subject;
    }

    private async Task<IndexState> StatusAsync()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IndexStatus>().ReadAsync()).Single(s => s.Health.Kind == SearchKind.Vacancies);
    }

    private async Task<T> FinderAsync<T>(Func<MatchFinder, Task<T>> read)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<MatchFinder>());
    }

    private async Task NoticesAsync()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MatchNotices>().RunAsync();
    }

    private async Task<EmployerCards?> CardsAsync(SmallField field)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CardReader>().CardsForVacancyAsync(field.Vacancy.Id, field.Employer.Id, Viewer);
    }

    private async Task<List<Guid>> IdsAsync(SearchKind kind)
    {
        var ids = new List<Guid>();
        await foreach (var version in _host.Services.GetRequiredService<ISearchIndex>().VersionsAsync(kind)) ids.Add(version.Id);
        return ids;
    }
}
