using System.Net;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Searching;

public sealed class SearchPageTests(SearchPortal portal) : IClassFixture<SearchPortal>
{
    [Theory]
    [InlineData("kind=Internship")]
    [InlineData("german=B1")]
    [InlineData("workingtime=PartTime")]
    [InlineData("shift=Night")]
    [InlineData("contract=FixedTerm")]
    [InlineData("place=Garbsen")]
    [InlineData("place=30823&radius=5")]
    public async Task Vacancies_EachFilter_LeavesOnlyWhatHasIt(string filter)
    {
        var word = Word();
        var (_, employer) = await portal.EmployerAsync();
        await portal.VacancyAsync(employer, v => v.Title = $"{word} gewöhnlich");
        await portal.VacancyAsync(employer, v =>
        {
            (v.Title, v.Kind, v.GermanSpoken, v.HoursPerWeek, v.Shifts, v.PlaceAgs) = ($"{word} besonders", PlacementKind.Internship, CefrLevel.B1, 20, Shifts.Night, SearchPortal.Garbsen);
            v.FixedTermUntil = v.StartOn.AddDays(90);
        });
        await portal.SettleAsync();
        var browser = await CoachAsync();

        var all = await browser.GetAsync($"/coaching/search/vacancies?q={word}");
        var filtered = await browser.GetAsync($"/coaching/search/vacancies?q={word}&{filter}");

        Titles(all).Should().BeEquivalentTo($"{word} gewöhnlich", $"{word} besonders");
        Titles(filtered).Should().Equal($"{word} besonders");
        filtered.Document.QuerySelectorAll(".zoe-chip__out").Should().HaveCount(2);
        filtered.Main.Should().Contain("1 Treffer").And.Contain("alle zurücksetzen");
    }

    [Theory]
    [InlineData("instrument=Quintam")]
    [InlineData("branch=Commercial")]
    [InlineData("levelfrom=B1")]
    [InlineData("levelto=B2")]
    [InlineData("mode=Evening")]
    [InlineData("hours=UpTo15")]
    [InlineData("access=Avgs")]
    [InlineData("place=Garbsen")]
    public async Task Courses_EachFilter_LeavesOnlyWhatHasIt(string filter)
    {
        var word = Word();
        var (_, provider) = await portal.ProviderAsync();
        await portal.CourseAsync(provider, c => c.Title = $"{word} gewöhnlich");
        await portal.CourseAsync(provider, c => (c.Title, c.InstrumentCode, c.BranchCode, c.LevelFrom, c.LevelTo, c.Mode, c.HoursPerWeek, c.AccessRoute, c.PlaceAgs) =
            ($"{word} besonders", "Quintam", "Commercial", CefrLevel.B1, CefrLevel.B2, CourseMode.Evening, 10, AccessRoute.Avgs, SearchPortal.Garbsen));
        await portal.SettleAsync();
        var browser = await CoachAsync();

        var all = await browser.GetAsync($"/coaching/search/courses?q={word}");
        var filtered = await browser.GetAsync($"/coaching/search/courses?q={word}&{filter}");

        Titles(all).Should().HaveCount(2);
        Titles(filtered).Should().Equal($"{word} besonders");
    }

    [Theory]
    [InlineData("praktikum")]
    [InlineData("Teilzeitstelle")]
    [InlineData("nachtdienst")]
    [InlineData("B1")]
    public async Task Vacancies_FactTypedAsAWord_LeavesOnlyWhatHasIt(string typed)
    {
        var word = Word();
        var (_, employer) = await portal.EmployerAsync();
        await portal.VacancyAsync(employer, v => (v.Title, v.Kind, v.GermanSpoken, v.HoursPerWeek, v.Shifts) = ($"{word} gewöhnlich", PlacementKind.Job, CefrLevel.A2, 39, Shifts.Day));
        await portal.VacancyAsync(employer, v => (v.Title, v.Kind, v.GermanSpoken, v.HoursPerWeek, v.Shifts) = ($"{word} besonders", PlacementKind.Internship, CefrLevel.B1, 20, Shifts.Night));
        await portal.SettleAsync();

        var page = await (await CoachAsync()).GetAsync($"/coaching/search/vacancies?q={word}+{typed}");

        // An unknown word ranks and demands nothing: of the two that have it only one may stand among the hits.
        page.Document.QuerySelectorAll("ol.zoe-hits > li:not(.zoe-similar) h3").Select(h => h.TextContent.Trim()).Where(t => t.StartsWith(word, StringComparison.Ordinal)).Should().Equal($"{word} besonders");
    }

    [Fact]
    public async Task Number_Typed_FindsTheOneRecordOfItsOwner()
    {
        var (user, employer) = await portal.EmployerAsync();
        var (foreign, _) = await portal.EmployerAsync();
        var vacancy = await portal.VacancyAsync(employer, v => v.Title = Word());
        await portal.SettleAsync();
        var typed = vacancy.Reference.ToLowerInvariant();

        var own = await (await portal.BrowserAsync(user)).GetAsync($"/employers/search?q={typed}");
        var coach = await (await CoachAsync()).GetAsync($"/coaching/search/vacancies?q={typed}");
        var other = await (await portal.BrowserAsync(foreign)).GetAsync($"/employers/search?q={typed}");

        Titles(own).Should().Equal(vacancy.Title);
        Titles(coach).Should().Equal(vacancy.Title);
        Titles(other).Should().BeEmpty();
        coach.Document.QuerySelector(".kern-alert--warning").Should().BeNull("the engine is not down");
    }

    [Fact]
    public async Task Similar_OnlyOneOfTwoWords_StandsBeneathUncounted()
    {
        var word = Word();
        var (_, employer) = await portal.EmployerAsync();
        await portal.VacancyAsync(employer, v => v.Title = $"{word} Metallbauer");
        await portal.VacancyAsync(employer, v => v.Title = $"{word} Florist");
        await portal.VacancyAsync(employer, v => (v.Title, v.Kind) = ($"{word} Friseur", PlacementKind.Internship));
        await portal.SettleAsync();

        var page = await (await CoachAsync()).GetAsync($"/coaching/search/vacancies?q={word}+Metallbauer&kind=Job");

        page.Main.Should().Contain("1 Treffer");
        page.Document.QuerySelectorAll("ol.zoe-hits > li:not(.zoe-similar) h3").Select(h => h.TextContent.Trim()).Should().Equal($"{word} Metallbauer");
        page.Document.QuerySelectorAll("li.zoe-similar h3").Select(h => h.TextContent.Trim()).Should().Contain($"{word} Florist").And.NotContain($"{word} Friseur", "the filter holds for similar hits too");
    }

    [Fact]
    public async Task Page_CoachSearch_CanBeKept_AndAnEmptyOneReported()
    {
        var word = Word();
        var browser = await CoachAsync();

        var page = await browser.GetAsync($"/coaching/search/vacancies?q={word}&kind=Job");

        page.Document.QuerySelector("form[action='/account/searches'] input[name=State]")!.GetAttribute("value").Should().Be($"?q={word}&kind=Job");
        page.Document.QuerySelector("form[action='/account/demand'] input[name=State]")!.GetAttribute("value").Should().Be($"?q={word}&kind=Job");
        page.Document.QuerySelectorAll("form form").Should().BeEmpty();
        page.Document.QuerySelector("#f-kind-Job")!.GetAttribute("form").Should().Be("search");
    }

    [Fact]
    public async Task Facets_Counts_AreExact()
    {
        var word = Word();
        var (_, employer) = await portal.EmployerAsync();
        for (var i = 0; i < 3; i++) await portal.VacancyAsync(employer, v => (v.Title, v.Kind) = (word, PlacementKind.Job));
        await portal.VacancyAsync(employer, v => (v.Title, v.Kind) = (word, PlacementKind.Internship));
        await portal.SettleAsync();

        var page = await (await CoachAsync()).GetAsync($"/coaching/search/vacancies?q={word}&kind=Internship");

        page.Document.QuerySelector("label[for='f-kind-Job']")!.TextContent.Should().EndWith("(3)");
        page.Document.QuerySelector("label[for='f-kind-Internship']")!.TextContent.Should().EndWith("(1)");
        page.Document.QuerySelector("#f-kind-Internship")!.HasAttribute("checked").Should().BeTrue();
        page.Document.QuerySelector("label[for='f-german-A2']")!.TextContent.Should().EndWith("(1)", "the other filter narrows it");
    }

    [Fact]
    public async Task Pages_NextAndBack_ShowEachHitOnce_AlsoWhenOneComesIn()
    {
        var word = Word();
        var (_, employer) = await portal.EmployerAsync();
        for (var i = 0; i < 23; i++) await portal.VacancyAsync(employer, v => (v.Title, v.StartOn) = ($"{word} Nummer{i:00}", v.StartOn.AddDays(i)));
        await portal.SettleAsync();
        var browser = await CoachAsync();

        var first = await browser.GetAsync($"/coaching/search/vacancies?q={word}&sort=soonest");
        await portal.VacancyAsync(employer, v => (v.Title, v.StartOn) = ($"{word} Nachzügler", v.StartOn.AddDays(-5)));
        await portal.SettleAsync();
        var second = await browser.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Titles(first).Should().Equal(Enumerable.Range(0, 20).Select(i => $"{word} Nummer{i:00}"));
        Titles(second).Should().Equal($"{word} Nummer20", $"{word} Nummer21", $"{word} Nummer22");
        (await browser.GetAsync(second.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)).Main.Should().Contain("Treffer 1 bis 20 von 24");
        (await browser.GetAsync($"/coaching/search/vacancies?q={word}&after=kaputt")).Main.Should().Contain("Treffer 1 bis 20 von 24");
    }

    [Fact]
    public async Task Newest_PublishedLater_StandsFirst()
    {
        var word = Word();
        var (_, employer) = await portal.EmployerAsync();
        await portal.VacancyAsync(employer, v => v.Title = $"{word} früher");
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await portal.VacancyAsync(employer, v => v.Title = $"{word} später");
        await portal.SettleAsync();

        Titles(await (await CoachAsync()).GetAsync($"/coaching/search/vacancies?q={word}&sort=newest")).Should().Equal($"{word} später", $"{word} früher");
    }

    [Fact]
    public async Task Hit_OtherFormOfTheWord_IsMarkedAndExplained()
    {
        var (_, employer) = await portal.EmployerAsync();
        var vacancy = await portal.VacancyAsync(employer, v => (v.Title, v.Description) = ("Gärtnerin (m/w/d) für Stadtgrün", "Wir suchen jemanden, der Gärten pflegt."));
        await portal.SettleAsync();

        var page = await (await CoachAsync()).GetAsync("/coaching/search/vacancies?q=gaertner");

        var hit = page.Document.QuerySelectorAll(".zoe-hit").Single(h => h.TextContent.Contains(vacancy.Reference, StringComparison.Ordinal));
        hit.QuerySelector("h3 mark")!.TextContent.Should().Be("Gärtnerin");
        hit.QuerySelectorAll(".zoe-why li").Should().NotBeEmpty();
        hit.QuerySelector("a")!.GetAttribute("href").Should().Be($"/coaching/employers/{employer.Id}/vacancies/{vacancy.Id}");
    }

    [Fact]
    public async Task Typo_Search_OffersTheCorrection()
    {
        var page = await (await CoachAsync()).GetAsync("/coaching/search/vacancies?q=Gabelstaplerscheim");

        page.Main.Should().Contain("Meinten Sie Gabelstaplerschein");
    }

    [Fact]
    public async Task ClosedVacancy_StillInTheIndex_IsNotShown()
    {
        var word = Word();
        var (_, employer) = await portal.EmployerAsync();
        var vacancy = await portal.VacancyAsync(employer, v => v.Title = word);
        await portal.SettleAsync();
        await portal.DbAsync(db => db.Vacancies.Where(v => v.Id == vacancy.Id).ExecuteUpdateAsync(s => s.SetProperty(v => v.State, VacancyState.Closed)));

        var page = await (await CoachAsync()).GetAsync($"/coaching/search/vacancies?q={word}");

        page.Document.QuerySelectorAll(".zoe-hit").Should().BeEmpty();
        page.Main.Should().Contain("Keine Treffer");
    }

    [Fact]
    public async Task NoHit_WithFilterAndPlace_OffersWaysOutThatFind()
    {
        var word = Word();
        var (_, employer) = await portal.EmployerAsync();
        await portal.VacancyAsync(employer, v => v.Title = word);
        await portal.SettleAsync();
        var browser = await CoachAsync();

        var page = await browser.GetAsync($"/coaching/search/vacancies?q={word}&place=Garbsen&radius=0");
        string Way(string text) => page.Document.QuerySelectorAll(".zoe-empty a").Single(a => a.TextContent.Contains(text, StringComparison.Ordinal)).GetAttribute("href")!;

        Titles(await browser.GetAsync(Way("ganzen Region"))).Should().Equal(word);
        // Hannover lies 16 km from Garbsen.
        Way("Umkreis von 20 km suchen (1)").Should().Contain("radius=20");
        Titles(await browser.GetAsync(Way("Umkreis von 20 km"))).Should().Equal(word);
        (await browser.GetAsync($"/coaching/search/vacancies?q={word}&place=Timbuktu")).Main.Should().Contain("„Timbuktu“ ist uns nicht bekannt");
    }

    [Fact]
    public async Task Employer_Search_FindsOnlyOwn()
    {
        var word = Word();
        var (user, own) = await portal.EmployerAsync();
        var (_, other) = await portal.EmployerAsync();
        await portal.VacancyAsync(own, v => v.Title = $"{word} eigene");
        await portal.VacancyAsync(other, v => v.Title = $"{word} fremde");
        await portal.SettleAsync();

        var page = await (await portal.BrowserAsync(user)).GetAsync($"/employers/search?q={word}&employer={other.Id:N}");

        Titles(page).Should().Equal($"{word} eigene");
    }

    [Fact]
    public async Task Provider_OnlyOwn_Filters()
    {
        var word = Word();
        var (user, own) = await portal.ProviderAsync();
        var (_, other) = await portal.ProviderAsync();
        await portal.CourseAsync(own, c => c.Title = $"{word} eigener");
        await portal.CourseAsync(other, c => c.Title = $"{word} fremder");
        await portal.SettleAsync();
        var browser = await portal.BrowserAsync(user);

        Titles(await browser.GetAsync($"/providers/search?q={word}")).Should().HaveCount(2);
        Titles(await browser.GetAsync($"/providers/search?q={word}&own=1")).Should().Equal($"{word} eigener");
    }

    [Fact]
    public async Task Everything_OneBox_FindsEachKind()
    {
        var word = Word();
        var (_, employer) = await portal.EmployerAsync();
        var (_, provider) = await portal.ProviderAsync();
        await portal.VacancyAsync(employer, v => v.Title = $"{word} Stelle");
        await portal.CourseAsync(provider, c => c.Title = $"{word} Kurs");
        await portal.DbAsync(db => db.Employers.Where(e => e.Id == employer.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.Name, $"{word} GmbH")));
        await portal.SettleAsync();
        var browser = await CoachAsync();

        var page = await browser.SubmitAsync(await browser.GetAsync("/coaching/search"), [("words", word)], "main form");

        page.Main.Should().Contain($"{word} Stelle").And.Contain($"{word} Kurs").And.Contain($"{word} GmbH").And.Contain("Mit Filtern zeigen");
    }

    [Fact]
    public async Task Suggest_StartOfAWord_GivesAtMostEightWordsOfTheVocabulary()
    {
        var browser = await CoachAsync();

        var some = await browser.GetAsync("/suggest/words?q=gabelst");
        var many = System.Text.Json.JsonSerializer.Deserialize<string[]>((await browser.GetAsync("/suggest/words?q=sch")).Text)!;

        some.Text.Should().Contain("Gabelstapler");
        many.Should().HaveCountLessThanOrEqualTo(8).And.NotBeEmpty();
        (await browser.GetAsync("/suggest/words?q=g")).Text.Should().Be("[]");
    }

    private async Task<PortalBrowser> CoachAsync() => await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Coach));

    /// <summary>A word that no vocabulary knows and no other test uses.</summary>
    internal static string Word() => "Zq" + string.Concat(Guid.NewGuid().ToString("N").Take(12).Select(c => (char)('a' + Convert.ToInt32(c.ToString(), 16))));

    internal static IEnumerable<string> Titles(PortalPage page)
    {
        page.Status.Should().Be(HttpStatusCode.OK);
        return page.Document.QuerySelectorAll(".zoe-hit h3").Select(h => h.TextContent.Trim());
    }
}
