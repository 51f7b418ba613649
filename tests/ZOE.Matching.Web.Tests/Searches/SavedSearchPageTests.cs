using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Search;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Searches;

/// <summary>The own searches, the link that stops one, and reported demand.</summary>
public sealed class SavedSearchPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Save_QueryString_IsKeptAsCriteriaInWords()
    {
        var coach = await portal.AddUserAsync(PortalRole.Coach);
        var browser = await portal.BrowserAsync(coach);

        var saved = await PostAsync(browser, "/account/searches", ("Kind", "Vacancies"), ("State", "?q=Lager&place=Hannover&radius=10&german=A2&german=B1&page=7&evil=x"), ("Name", "Lager um Hannover"), ("Frequency", "Daily"));
        var list = await browser.GetAsync("/account/searches");

        saved.Status.Should().Be(HttpStatusCode.Redirect);
        list.Main.Should().Contain("Lager um Hannover").And.Contain("Wörter: Lager").And.Contain("Hannover und 10 km Umkreis").And.Contain("Deutsch: A2 oder B1").And.Contain("täglich").And.NotContain("evil");
    }

    [Theory]
    [InlineData("30159 Hannover", "03241001")]
    [InlineData("Hannover-Linden", "03241001")]
    [InlineData("LANGENHAGEN", "03241010")]
    [InlineData("Berenbostel", "03241005")]
    [InlineData("neustadt", "03241012")]
    [InlineData("Atlantis", null)]
    public async Task Save_PlaceAsTypedOnTheSearchPage_IsKept(string typed, string? code)
    {
        var coach = await portal.AddUserAsync(PortalRole.Coach);
        var browser = await portal.BrowserAsync(coach);

        await PostAsync(browser, "/account/searches", ("Kind", "Vacancies"), ("State", $"?q=Lager&place={Uri.EscapeDataString(typed)}&radius=10"), ("Name", "Lager"), ("Frequency", "Daily"));

        (await portal.DbAsync(db => db.SavedSearches.SingleAsync(s => s.OwnerId == coach.Id))).Criteria.PlaceCode.Should().Be(code);
    }

    [Fact]
    public async Task Save_WithoutNameOrCriteria_ComesBackWithSentences()
    {
        var browser = await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Coach));

        var nameless = await PostAsync(browser, "/account/searches", ("Kind", "Courses"), ("State", "q=Schweißen"), ("Name", ""), ("Frequency", "Daily"));
        var empty = await PostAsync(browser, "/account/searches", ("Kind", "Courses"), ("State", "page=2"), ("Name", "Alles"), ("Frequency", "Daily"));

        nameless.Status.Should().Be(HttpStatusCode.OK);
        nameless.Main.Should().Contain("Wörter: Schweißen");
        empty.Main.Should().Contain("Diese Suche hat keine Wörter und keine Filter");
    }

    [Fact]
    public async Task Save_ThirtyFirst_IsRefusedWithASentence()
    {
        var coach = await portal.AddUserAsync(PortalRole.Coach);
        for (var i = 0; i < 30; i++) await AddAsync(coach, $"Suche {i}");
        var browser = await portal.BrowserAsync(coach);

        var refused = await PostAsync(browser, "/account/searches", ("Kind", "Courses"), ("State", "q=Schweißen"), ("Name", "Noch eine"), ("Frequency", "Daily"));

        refused.Main.Should().Contain("Sie haben schon 30 Suchen gespeichert");
        (await portal.DbAsync(db => db.SavedSearches.CountAsync(s => s.OwnerId == coach.Id))).Should().Be(30);
    }

    [Fact]
    public async Task Change_OldVersion_IsToldThatSomeoneWasFaster()
    {
        var coach = await portal.AddUserAsync(PortalRole.Coach);
        var search = await AddAsync(coach, "Metall");
        var browser = await portal.BrowserAsync(coach);
        var page = await browser.GetAsync($"/account/searches/{search.Id}");

        var first = await browser.SubmitAsync(page, [("Name", "Metall neu"), ("Frequency", "Weekly")]);
        var second = await browser.SubmitAsync(page, [("Name", "Metall alt")]);

        first.Status.Should().Be(HttpStatusCode.Redirect);
        second.Status.Should().Be(HttpStatusCode.OK);
        (await portal.DbAsync(db => db.SavedSearches.SingleAsync(s => s.Id == search.Id))).Should().Match<SavedSearch>(s => s.Name == "Metall neu" && s.Frequency == SearchFrequency.Weekly);
    }

    [Fact]
    public async Task StopLink_ScannersThenOneClick_StopsOnceWithoutCookieOrToken()
    {
        var search = await AddAsync(await portal.AddUserAsync(PortalRole.Coach), "Lager");
        var address = await LinkAsync(search);
        var nobody = await portal.BrowserAsync();

        for (var i = 0; i < 10; i++) await nobody.GetAsync(address);
        var shown = await nobody.GetAsync(address);
        var afterGets = await IsStoppedAsync(search);
        var stopped = await nobody.PostAsync(address, [new("List-Unsubscribe", "One-Click")]);
        var again = await nobody.PostAsync(address, [new("List-Unsubscribe", "One-Click")]);

        shown.Main.Should().Contain("Möchten Sie keine E-Mails mehr zu der Suche „Lager“ erhalten?");
        afterGets.Should().BeFalse("no GET changes anything");
        (stopped.Status, again.Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.OK), "a mail program does not follow redirects");
        stopped.Main.Should().Contain("Die Benachrichtigung ist beendet");
        again.Main.Should().Contain("war schon beendet");
        (await IsStoppedAsync(search)).Should().BeTrue();
    }

    [Fact]
    public async Task StopLink_UsedOrForeignOrUnknown_StopsNothing()
    {
        var coach = await portal.AddUserAsync(PortalRole.Coach);
        var search = await AddAsync(coach, "Lager");
        var used = await LinkAsync(search);
        var otherPurpose = await LinkAsync(search, LinkPurpose.AnswerProposal);
        var nobody = await portal.BrowserAsync();
        await nobody.PostAsync(used, []);
        await PostAsync(await portal.BrowserAsync(coach), $"/account/searches/{search.Id}/resume");

        var replay = await nobody.PostAsync(used, []);
        var wrong = await nobody.PostAsync(otherPurpose, []);
        var unknown = await nobody.PostAsync("/answer/stop/abc", []);

        (replay.Status, wrong.Status, unknown.Status).Should().Be((HttpStatusCode.Gone, HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        (await IsStoppedAsync(search)).Should().BeFalse();
    }

    [Fact]
    public async Task Demand_FiveReporters_AreCountedOnceEachAndFourAreHidden()
    {
        for (var i = 0; i < 5; i++)
        {
            var browser = await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Coach));
            await PostAsync(browser, "/account/demand", ("Kind", "Courses"), ("State", "q=Gabelstapler+Schein"));
            await PostAsync(browser, "/account/demand", ("Kind", "Courses"), ("State", "q=gabelstapler  schein"));
            if (i < 4) await PostAsync(browser, "/account/demand", ("Kind", "Courses"), ("State", "q=Hufbeschlag"));
        }

        var page = await (await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Coach, Duty.CourseCare))).GetAsync("/coaching/demand");

        page.Document.QuerySelectorAll("tbody tr").Should().ContainSingle().Which.TextContent.Should().Contain("gabelstapler schein").And.Contain("5");
        page.Main.ToLowerInvariant().Should().NotContain("hufbeschlag");
    }

    [Theory]
    [InlineData(SavedSearchKind.Vacancies, SearchKind.Vacancies)]
    [InlineData(SavedSearchKind.Courses, SearchKind.Courses)]
    [InlineData(SavedSearchKind.Candidates, SearchKind.Cards)]
    public void Filters_OfTheDomain_AreFieldsOfTheIndex(SavedSearchKind saved, SearchKind kind) =>
        SearchCriteria.FilterNames(saved).Should().BeSubsetOf(kind switch { SearchKind.Vacancies => VacancyFields.Keywords, SearchKind.Courses => CourseFields.Keywords, SearchKind.Cards => CardFields.Keywords });

    private static async Task<PortalPage> PostAsync(PortalBrowser browser, string address, params (string Name, string Value)[] fields)
    {
        var token = (await browser.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.PostAsync(address, [new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
    }

    private Task<SavedSearch> AddAsync(PortalUser owner, string name) => portal.DbAsync(async db =>
    {
        var search = SavedSearch.Save(owner.Id, owner.Role, SavedSearchKind.Vacancies, name, SearchCriteria.Of(SavedSearchKind.Vacancies, name, null, 0, []), SearchFrequency.Daily, 0, portal.Clock.GetUtcNow().UtcDateTime).Accepted;
        db.Add(search);
        await db.SaveChangesAsync();
        return search;
    });

    private async Task<string> LinkAsync(SavedSearch search, LinkPurpose purpose = LinkPurpose.StopSavedSearch)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var links = scope.ServiceProvider.GetRequiredService<LinkDesk>();
        var link = await links.AddAsync(purpose, search.Id, null, TimeSpan.FromDays(400));
        await scope.ServiceProvider.GetRequiredService<Data.MatchingDbContext>().SaveChangesAsync();
        return "/answer/stop/" + await links.TokenOfAsync(link);
    }

    private Task<bool> IsStoppedAsync(SavedSearch search) => portal.DbAsync(db => db.SavedSearches.AnyAsync(s => s.Id == search.Id && s.StoppedAtUtc != null));
}
