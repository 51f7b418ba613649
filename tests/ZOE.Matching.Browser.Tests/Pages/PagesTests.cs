using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ZOE.Matching.Browser.Tests.Hosting;
using ZOE.Matching.Data;
using ZOE.Matching.Seed;
using ZOE.Matching.Web.Jobs;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Browser.Tests.Pages;

/// <summary>Every page once, with demo data: nothing foreign is asked for, nothing stands in the console, it fits a phone, and axe finds nothing, in light and dark.</summary>
public sealed class PagesTests(Chromium chromium, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private static readonly AxeRunOptions Contrast = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };

    /// <summary>Folder for pictures of every page, for people; empty = none.</summary>
    private static readonly string? Shots = Environment.GetEnvironmentVariable("ZOE_SHOTS");

    /// <summary>Users whose pages are looked at side by side.</summary>
    private const int AtOnce = 2;

    private readonly ConcurrentQueue<string> _wrong = [];

    [Fact]
    public async Task Pages_AllOfThePortal_AreCleanAndAccessible()
    {
        FullTests.Require("a browser");
        await portal.Services.GetRequiredService<JobRunner>().RunAsync("ProjectJob", CancellationToken.None);
        var list = await PageList.MakeAsync(portal);
        list.Missing(portal.Services.GetRequiredService<EndpointDataSource>()).Should().BeEmpty("every page is looked at");

        // The longest first, so that the last one is short.
        await Parallel.ForEachAsync(
            list.Pages.GroupBy(p => p.Email).OrderByDescending(v => v.Count()), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (visits, _) => await VisitAsync(visits.Key, [.. visits]));

        string.Join("\n", _wrong.Order(StringComparer.Ordinal)).Should().BeEmpty();
    }

    private async Task VisitAsync(string? email, IReadOnlyList<PageToVisit> pages)
    {
        await using var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { Locale = "de-DE", ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();
        var current = "";
        page.Console += (_, message) =>
        {
            // The browser itself notes a page that answers 404 or 410 on purpose.
            if (message.Type is "error" or "warning" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal)) _wrong.Enqueue($"{current}: console: {message.Text}");
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(portal.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) _wrong.Enqueue($"{current}: asks {request.Url}");
        };
        if (email is not null) await SignInAsync(page, email);
        var titles = new Dictionary<string, string>();
        foreach (var visit in pages)
        {
            current = $"{visit.Pattern} as {email ?? "nobody"}";
            var response = await page.GotoAsync(portal.Address + visit.Path);
            if (response!.Status != visit.Status)
            {
                _wrong.Enqueue($"{current}: {response.Status} instead of {visit.Status}");
                continue;
            }

            await CheckAsync(page, current, visit, titles);
        }
    }

    private async Task SignInAsync(IPage page, string email)
    {
        await page.GotoAsync(portal.Address + "/account/sign-in");
        await page.FillAsync("input[type=email]", email);
        await page.FillAsync("input[type=password]", DemoAccounts.Password);
        await page.ClickAsync("main button[type=submit]");
    }

    private async Task CheckAsync(IPage page, string current, PageToVisit visit, Dictionary<string, string> titles)
    {
        var facts = await page.EvaluateAsync<Facts>("""
            () => ({ headings: document.querySelectorAll('h1').length, language: document.documentElement.lang, title: document.title,
                     skip: (document.querySelector('a[href]') || {}).hash || '' })
            """);
        if (facts.Headings != 1) _wrong.Enqueue($"{current}: {facts.Headings} h1");
        if (facts.Language != "de") _wrong.Enqueue($"{current}: language {facts.Language}");
        if (facts.Skip.Length == 0) _wrong.Enqueue($"{current}: the first link does not skip to the content");
        // One person's pages differ by title, so that tabs and history can be told apart.
        if (titles.TryGetValue(facts.Title, out var other) && other != visit.Pattern) _wrong.Enqueue($"{current}: title as on {other}: {facts.Title}");
        titles[facts.Title] = visit.Pattern;
        await ShootAsync(page, visit, "light");
        // One full run of the rules a page is enough; the second database shows the same pages.
        if (TestDatabase.Engine == DatabaseEngine.Sqlite)
        {
            Report(current, "", await page.RunAxe(Rules));
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            Report(current, " (dark)", await page.RunAxe(Contrast));
            await ShootAsync(page, visit, "dark");
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        }

        await page.SetViewportSizeAsync(320, 800);
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (overflow > 0) _wrong.Enqueue($"{current}: {overflow} px too wide at 320 px");
        await ShootAsync(page, visit, "phone");
        await page.SetViewportSizeAsync(1280, 900);
    }

    private void Report(string current, string mode, AxeResult result)
    {
        foreach (var violation in result.Violations)
            _wrong.Enqueue($"{current}{mode}: axe {violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(n => n.Html.Length > 160 ? n.Html[..160] : n.Html))}");
    }

    private static async Task ShootAsync(IPage page, PageToVisit visit, string mode)
    {
        if (string.IsNullOrEmpty(Shots)) return;
        var name = string.Concat(visit.Pattern.Where(c => char.IsLetterOrDigit(c) || c is '/' or '-')).Trim('/').Replace('/', '_');
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Shots, $"{name}-{mode}.png"), FullPage = true });
    }

    private sealed class Facts
    {
        public int Headings { get; set; }

        public string Language { get; set; } = "";

        public string Title { get; set; } = "";

        public string Skip { get; set; } = "";
    }
}
