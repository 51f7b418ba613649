using System.Diagnostics;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Web.Tests.Searching;

public sealed class EngineDownTests(DownPortal portal) : IClassFixture<DownPortal>
{
    [Fact]
    public async Task Vacancies_EngineDown_AnswerFromTheDatabaseWithBanner()
    {
        var word = SearchPageTests.Word();
        var (user, employer) = await portal.EmployerAsync();
        var (_, other) = await portal.EmployerAsync();
        await portal.VacancyAsync(employer, v => v.Title = $"{word} eigene");
        for (var i = 0; i < 21; i++) await portal.VacancyAsync(other, v => (v.Title, v.Kind) = ($"{word} fremde", PlacementKind.Internship));
        var coach = await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Coach));
        await coach.GetAsync("/coaching/search/vacancies");

        var watch = Stopwatch.StartNew();
        var page = await coach.GetAsync($"/coaching/search/vacancies?q={word}");
        watch.Stop();
        var second = await coach.GetAsync(page.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        page.Main.Should().Contain("Die Suche ist gerade eingeschränkt").And.Contain("Treffer 1 bis 20 von 22");
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(2));
        SearchPageTests.Titles(second).Should().HaveCount(2);
        SearchPageTests.Titles(await coach.GetAsync($"/coaching/search/vacancies?q={word}&kind=Job")).Should().Equal($"{word} eigene");
        SearchPageTests.Titles(await (await portal.BrowserAsync(user)).GetAsync($"/employers/search?q={word}")).Should().Equal($"{word} eigene");
    }

    [Fact]
    public async Task Courses_EngineDown_FilterStill()
    {
        var word = SearchPageTests.Word();
        var (user, provider) = await portal.ProviderAsync();
        await portal.CourseAsync(provider, c => c.Title = $"{word} A2");
        await portal.CourseAsync(provider, c => (c.Title, c.LevelFrom) = ($"{word} B1", CefrLevel.B1));

        var page = await (await portal.BrowserAsync(user)).GetAsync($"/providers/search?q={word}&levelfrom=B1");

        SearchPageTests.Titles(page).Should().Equal($"{word} B1");
    }

    [Fact]
    public async Task Candidates_EngineDown_AnswerAsAlways()
    {
        var (user, employer) = await portal.EmployerAsync();
        var vacancy = await portal.VacancyAsync(employer, v => v.Title = "Lagerhilfe");

        var page = await (await portal.BrowserAsync(user)).GetAsync($"/employers/vacancies/{vacancy.Id}/candidates");

        page.Status.Should().Be(System.Net.HttpStatusCode.OK);
    }
}
