using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Search;
using ZOE.Matching.Web.Cards;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Features.Employers;

public sealed class ProfilesTests(ProfilesPortal portal) : IClassFixture<ProfilesPortal>
{
    private const string Cook = "Koch/Köchin", Driver = "Gabelstaplerfahrer/Gabelstaplerfahrerin", Welder = "Schweißer/Schweißerin";

    [Theory]
    [InlineData("Koch", Cook)]
    [InlineData("Köchin", Cook)]
    [InlineData("koechin", Cook)]
    [InlineData("Schweiser", Welder)]
    [InlineData("Schweißfachkraft", Welder)]
    [InlineData("Staplerfahrer", Driver)]
    [InlineData("Koch B1", Cook)]
    [InlineData("Koch in Hannover", Cook)]
    [InlineData("Koch Praktikum", Cook)]
    [InlineData("Metallberufe", Welder)]
    public async Task Words_NameAnOccupation_OnlyItIsShownInAFullStep(string typed, string shown)
    {
        var page = await SearchAsync($"q={Uri.EscapeDataString(typed)}");

        Occupations(page).Should().Equal(Enumerable.Repeat(shown, 5), "six or seven are shown as five: no list tells a number");
        page.Main.Should().Contain("Unter 10 Profile").And.NotContain("zählen nicht mit");
    }

    [Fact]
    public async Task Words_NameACompetence_RankAndDoNotNarrow()
    {
        var page = await SearchAsync("q=Gabelstapler+fahren");

        page.Document.QuerySelectorAll(".zoe-card").Should().HaveCount(20).And.Subject.Take(5)
            .Should().OnlyContain(c => c.TextContent.Contains("Zeigt: Gabelstapler fahren", StringComparison.Ordinal));
        page.Main.Should().Contain("Etwa 20 Profile").And.Contain("Können: Gabelstapler fahren");
    }

    [Theory]
    [InlineData("german=B2", Welder)]
    [InlineData("area=West", Welder)]
    [InlineData("q=Koch&german=B1", Cook)]
    [InlineData("q=Koch&area=City", Cook)]
    [InlineData("q=Koch&qualification=Vocational", Cook)]
    [InlineData("q=Koch&form=Internship", Cook)]
    public async Task Filter_Fits_OnlyThoseAreShown(string query, string shown) => Occupations(await SearchAsync(query)).Should().Equal(Enumerable.Repeat(shown, 5));

    [Theory]
    [InlineData("q=Koch&german=B2")]
    [InlineData("q=Koch&area=North")]
    [InlineData("q=Koch&qualification=Degree")]
    [InlineData("q=Schweißer&area=City")]
    [InlineData("q=Koch+C1")]
    [InlineData("q=Koch+Garbsen")]
    public async Task Filter_FitsNobody_OffersTheRequestAndNoCard(string query)
    {
        var page = await SearchAsync(query);

        Occupations(page).Should().BeEmpty();
        page.Main.Should().Contain("erst ab fünf").And.Contain("Anfrage an das Jobbüro").And.Contain("Bedarf");
    }

    [Fact]
    public async Task Words_NotInTheVocabulary_AreNamedAndFindNobody()
    {
        var page = await SearchAsync("q=Yolanda+Musterfrau");

        Occupations(page).Should().BeEmpty();
        page.Main.Should().Contain("zählen nicht mit").And.Contain("Yolanda").And.Contain("Musterfrau").And.Contain("kennen wir keinen Beruf");
    }

    [Fact]
    public async Task Words_SomeUnknown_CountWithoutThemAndOfferWhatMayBeMeant()
    {
        var page = await SearchAsync("q=Koch+Schweißspezialist");

        Occupations(page).Should().Equal(Enumerable.Repeat(Cook, 5));
        page.Document.QuerySelectorAll("#unread a").Select(a => a.GetAttribute("href")).Should().NotBeEmpty().And.OnlyContain(h => h!.Contains("Koch", StringComparison.Ordinal) && !h.Contains("spezialist", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("german=&area=Nirgends&form=99&qualification=&experience=x")]
    [InlineData("q=%00%01&german=None&area=Any")]
    [InlineData("q=%F0%9F%98%80&occupation=keine")]
    public async Task Query_Nonsense_IsNoFault(string query) => (await SearchAsync(query)).Status.Should().Be(HttpStatusCode.OK);

    [Fact]
    public async Task Consent_Withdrawn_FourLeft_NobodyIsShownAtOnce()
    {
        var (user, _) = await portal.PeopledEmployerAsync();
        var browser = await portal.BrowserAsync(user);
        Occupations(await browser.GetAsync("/employers/profiles?q=Altenpflegehelfer")).Should().HaveCount(5);
        await portal.DbAsync(async db =>
        {
            var label = await db.Concepts.Where(c => c.Label == "Altenpflegehelfer/Altenpflegehelferin").Select(c => c.Id).SingleAsync();
            var consent = await db.Consents.FirstAsync(c => db.Clients.Any(p => p.Id == c.ClientId && p.Profile.Any(e => e.ConceptId == label)));
            db.Add(new ConsentEnd { ConsentId = consent.Id, ClientId = consent.ClientId, Way = ConsentWay.Spoken, EndedAtUtc = portal.Clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync();
        });

        var page = await browser.GetAsync("/employers/profiles?q=Altenpflegehelfer");

        Occupations(page).Should().BeEmpty("nothing was projected since, and yet the database has the last word");
    }

    [Fact]
    public async Task Cards_Shown_AreAuditedAndBearCodesOfThisEmployerOnly()
    {
        var first = await SearchAsync("q=Koch");
        var views = await portal.DbAsync(db => db.Audit.Where(a => a.Purpose == AuditPurpose.EmployerCards).OrderByDescending(a => a.Id).Select(a => a.SubjectCount).FirstAsync());

        var second = await SearchAsync("q=Koch");

        views.Should().Be(5);
        Codes(first).Should().HaveCount(5).And.OnlyHaveUniqueItems().And.OnlyContain(c => CardCodes.IsValid(c)).And.NotIntersectWith(Codes(second));
    }

    [Fact]
    public async Task Request_Twice_IsOneTaskDueInTwoWorkingDays()
    {
        var (user, employer) = await portal.PeopledEmployerAsync();
        var browser = await portal.BrowserAsync(user);
        var page = await browser.GetAsync("/employers/profiles?q=Uhrmacher&german=C1");

        var done = await browser.SubmitAndFollowAsync(page, [], "form[action$=request]");
        await browser.SubmitAndFollowAsync(page, [], "form[action$=request]");

        done.Main.Should().Contain("Ihre Anfrage ist beim Jobbüro").And.NotContain("Anfrage an das Jobbüro");
        var task = (await portal.DbAsync(db => db.Tasks.Where(t => t.EmployerId == employer.Id).ToListAsync())).Should().ContainSingle().Subject;
        task.Should().Match<WorkTask>(t => t.Kind == WorkTaskKind.CandidateRequest && t.OwnerId == employer.OwnerId && t.ForDuty == Duty.EmployerService);
        task.DueOn.Should().Be(Domain.Law.WorkingDays.After(portal.Clock.Today(), 2));
        task.Text.Should().Contain("Uhrmacher").And.Contain("C1");
    }

    [Fact]
    public async Task Interest_InACard_IsATaskOfTheCoachOnceForEachVacancy()
    {
        var (user, employer) = await portal.PeopledEmployerAsync();
        var vacancy = await portal.VacancyAsync(employer, v => v.Title = "Küchenhilfe");
        var browser = await portal.BrowserAsync(user);
        var page = await browser.GetAsync("/employers/profiles?q=Koch");
        var fields = new[] { ("code", (string?)Codes(page)[0]), ("vacancyId", vacancy.Id.ToString()) };

        var told = await browser.SubmitAndFollowAsync(page, fields, "form[action$=interest]");
        await browser.SubmitAndFollowAsync(page, fields, "form[action$=interest]");

        told.Main.Should().Contain("Ihr Interesse ist beim Jobbüro");
        Occupations(told).Should().HaveCount(5, "back on the same search");
        var task = (await portal.DbAsync(db => db.Tasks.Where(t => t.VacancyId == vacancy.Id).ToListAsync())).Should().ContainSingle().Subject;
        var client = await portal.DbAsync(db => db.Clients.SingleAsync(c => c.Id == task.ClientId));
        task.OwnerId.Should().Be(client.CoachId);
        task.Text.Should().Contain(Codes(page)[0]).And.Contain("Küchenhilfe");
    }

    [Fact]
    public async Task Interest_CodeOfAnotherEmployerOrForeignVacancy_TellsNobody()
    {
        var foreign = Codes(await SearchAsync("q=Koch"))[0];
        var (user, employer) = await portal.PeopledEmployerAsync();
        var (_, other) = await portal.EmployerAsync();
        var own = await portal.VacancyAsync(employer, v => v.Title = "Küchenhilfe");
        var theirs = await portal.VacancyAsync(other, v => v.Title = "Beiköchin");
        var browser = await portal.BrowserAsync(user);
        var page = await browser.GetAsync("/employers/profiles?q=Koch");

        var gone = await browser.SubmitAndFollowAsync(page, [("code", foreign), ("vacancyId", own.Id.ToString())], "form[action$=interest]");
        var refused = await browser.SubmitAsync(page, [("code", Codes(page)[0]), ("vacancyId", theirs.Id.ToString())], "form[action$=interest]");

        gone.Main.Should().Contain("nicht mehr zu sehen");
        refused.Status.Should().Be(HttpStatusCode.NotFound);
        (await portal.DbAsync(db => db.Tasks.CountAsync(t => t.VacancyId == own.Id || t.VacancyId == theirs.Id))).Should().Be(0);
    }

    [Fact]
    public async Task Employer_NotApproved_SeesNoCard()
    {
        await portal.PeopledEmployerAsync();
        var employer = portal.NewFakes().NewWaitingEmployer();
        await portal.DbAsync(db =>
        {
            db.Add(employer);
            return db.SaveChangesAsync();
        });

        var page = await (await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Employer, employerId: employer.Id))).GetAsync("/employers/profiles?q=Koch");

        page.Document.QuerySelectorAll(".zoe-card, form[action*=profiles]").Should().BeEmpty();
    }

    /// <summary>The filter in memory and the one in the index are two ways to say the same.</summary>
    [Fact]
    public async Task Filter_EachValue_LetsTheSameCardsThroughInMemoryAndInTheIndex()
    {
        await portal.PeopledEmployerAsync();
        // A consent that another test has ended is gone from the index by now.
        await portal.SettleAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        var kept = (await scope.ServiceProvider.GetRequiredService<CardSource>().VisibleAsync(TestContext.Current.CancellationToken)).Cards;
        var index = scope.ServiceProvider.GetRequiredService<ISearchIndex>();
        List<CardFilter> filters =
        [
            .. Enum.GetValues<CefrLevel>().Select(v => new CardFilter { German = v }), .. Enum.GetValues<CardArea>().Select(v => new CardFilter { Area = v }),
            .. Enum.GetValues<PlacementKind>().Select(v => new CardFilter { Form = v }), .. Enum.GetValues<QualificationGroup>().Select(v => new CardFilter { Qualification = v }),
            .. Enum.GetValues<ExperienceBand>().Select(v => new CardFilter { Experience = v }),
            new CardFilter { Occupations = new HashSet<Guid> { (await portal.ConceptAsync(ConceptKind.Occupation, Cook)).Id }, German = CefrLevel.A1 }, new CardFilter { Occupations = new HashSet<Guid>() },
        ];

        foreach (var filter in filters)
        {
            var found = await index.SearchAsync(SearchKind.Cards, new SearchQuery { Filters = filter.ForIndex(), PageSize = 100 }, TestContext.Current.CancellationToken);
            found.Hits.Select(h => h.Id).Should().BeEquivalentTo(kept.Where(k => filter.Passes(k.Card)).Select(k => k.Card.ClientId), filter.ToString());
        }
    }

    private async Task<PortalPage> SearchAsync(string query) => await (await portal.BrowserAsync((await portal.PeopledEmployerAsync()).User)).GetAsync($"/employers/profiles?{query}");

    internal static List<string> Occupations(PortalPage page) => [.. page.Document.QuerySelectorAll(".zoe-card h2").Select(h => h.TextContent.Trim())];

    private static List<string> Codes(PortalPage page) => [.. page.Document.QuerySelectorAll(".zoe-card .zoe-nowrap").Select(c => c.TextContent.Trim())];
}

public sealed class ProfilesDownTests(ProfilesDownPortal portal) : IClassFixture<ProfilesDownPortal>
{
    [Fact]
    public async Task Words_EngineDown_StillFindWhatStandsOnTheCards()
    {
        var (user, _) = await portal.PeopledEmployerAsync();
        var browser = await portal.BrowserAsync(user);

        var cooks = await browser.GetAsync("/employers/profiles?q=Koch");
        var drivers = await browser.GetAsync("/employers/profiles?q=Gabelstapler+fahren");

        ProfilesTests.Occupations(cooks).Should().Equal(Enumerable.Repeat("Koch/Köchin", 5));
        cooks.Main.Should().Contain("Reihenfolge ist gerade ungenauer");
        drivers.Document.QuerySelectorAll(".zoe-card").Take(5).Should().OnlyContain(c => c.TextContent.Contains("Zeigt: Gabelstapler fahren", StringComparison.Ordinal));
    }
}
