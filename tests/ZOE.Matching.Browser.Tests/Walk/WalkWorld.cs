using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ZOE.Matching.Browser.Tests.Hosting;
using ZOE.Matching.Seed;

namespace ZOE.Matching.Browser.Tests.Walk;

/// <summary>All who take part in a walk, and the demo page that moves the clock and shows the mails.</summary>
public sealed class WalkWorld(IBrowser browser, DemoPortal portal) : IAsyncDisposable
{
    private readonly List<Person> _people = [];
    private Person? _dev;

    /// <summary>The day of the portal, moved on the demo page only.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The walk's first day.</summary>
    public DateOnly Begun { get; private set; }

    /// <summary>The first Monday that lies at least two weeks ahead of the walk's first day.</summary>
    public DateOnly Start { get; private set; }

    public static async Task<WalkWorld> BeginAsync(IBrowser browser, DemoPortal portal)
    {
        var world = new WalkWorld(browser, portal);
        world._dev = await world.NewcomerAsync();
        await world.ReadDayAsync();
        world.Begun = world.Today;
        world.Start = world.Today.AddDays(14 + ((8 - (int)world.Today.DayOfWeek) % 7));
        await world.RunJobsAsync();
        return world;
    }

    /// <summary>Someone who has not signed in.</summary>
    public async Task<Person> NewcomerAsync()
    {
        var person = await Person.AtBrowserAsync(browser, portal.Address);
        _people.Add(person);
        return person;
    }

    /// <summary>One of the demo's people, signed in with the password.</summary>
    public async Task<Person> DemoAsync(string email) => await (await NewcomerAsync()).SignInAsync(email, DemoAccounts.Password);

    public async Task RunJobsAsync()
    {
        await _dev!.VisitAsync("/dev");
        await _dev.PressAsync("Hintergrundaufgaben jetzt ausführen");
    }

    /// <summary>Moves the clock forward to a day; the jobs do what has become due.</summary>
    public async Task MoveToAsync(DateOnly day)
    {
        await _dev!.VisitAsync("/dev");
        await _dev.FillAsync("Bis zu einem Tag", day);
        await _dev.PressAsync("Vorstellen");
        await ReadDayAsync();
        Today.Should().Be(day);
    }

    /// <summary>The link in the newest mail with this subject, as it works here.</summary>
    public async Task<string> LinkInMailAsync(string subject, string to)
    {
        await _dev!.VisitAsync("/dev");
        var mail = _dev.Main.Locator("details").Filter(new() { Has = _dev.Page.Locator("summary").Filter(new() { HasText = subject }).Filter(new() { HasText = to }) });
        (await mail.CountAsync()).Should().BePositive("a mail „{0}“ went to {1}; there are:\n{2}", subject, to, string.Join('\n', await _dev.Main.Locator("summary").AllInnerTextsAsync()));
        var link = mail.First.Locator("a[href*='/answer/']").First;
        return (await link.GetAttributeAsync("href"))!;
    }

    /// <summary>How many mails with this subject went to someone.</summary>
    public async Task<int> MailsAsync(string subject, string to)
    {
        await _dev!.VisitAsync("/dev");
        return await _dev.Main.Locator("summary").Filter(new() { HasText = subject }).Filter(new() { HasText = to }).CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people) await person.DisposeAsync();
    }

    private async Task ReadDayAsync()
    {
        await _dev!.VisitAsync("/dev");
        var shown = Regex.Match(await _dev.WordsAsync(), @"\d{1,2}\. \p{L}+ \d{4}").Value;
        Today = DateOnly.ParseExact(shown, "d. MMMM yyyy", CultureInfo.GetCultureInfo("de-DE"));
    }
}
