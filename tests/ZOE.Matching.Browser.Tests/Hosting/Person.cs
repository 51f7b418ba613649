using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ZOE.Matching.Browser.Tests.Hosting;

/// <summary>Someone at a browser of their own. Acts as people do: by labels, headings and texts.</summary>
public sealed class Person(IBrowserContext context, IPage page, string address) : IAsyncDisposable
{
    private const int Short = 5_000;

    public IPage Page => page;

    public ILocator Main => page.Locator("main");

    public string Path => new Uri(page.Url).PathAndQuery;

    /// <summary>A new browser without JavaScript.</summary>
    public static async Task<Person> AtBrowserAsync(IBrowser browser, string address)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, Locale = "de-DE", BaseURL = address });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(90_000);
        return new Person(context, page, address);
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    /// <summary>Signs in with the password of the demo.</summary>
    public async Task<Person> SignInAsync(string email, string password)
    {
        await VisitAsync("/account/sign-in");
        await FillAsync("E-Mail-Adresse", email);
        await FillAsync("Passwort", password);
        await PressAsync("Anmelden");
        return this;
    }

    public async Task VisitAsync(string path)
    {
        var response = await page.GotoAsync(path.StartsWith('/') ? address + path : path);
        response!.Status.Should().Be(200, "{0} is a page", path);
    }

    public Task FillAsync(string label, string value, ILocator? within = null) => DoAsync($"fill „{label}“", () => Field(label, within).FillAsync(value, new() { Timeout = Short }));

    public Task FillAsync(string label, DateOnly day, ILocator? within = null) => FillAsync(label, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), within);

    /// <summary>Chooses from a list by the words shown.</summary>
    public Task ChooseAsync(string label, string option, ILocator? within = null) =>
        DoAsync($"choose „{option}“ in „{label}“", () => Field(label, within).SelectOptionAsync(new SelectOptionValue { Label = option }, new() { Timeout = Short }));

    /// <summary>Ticks a box or a radio button.</summary>
    public Task TickAsync(string label, ILocator? within = null) => DoAsync($"tick „{label}“", () => Field(label, within).CheckAsync(new() { Timeout = Short }));

    public Task PressAsync(string button, ILocator? within = null) =>
        DoAsync($"press „{button}“", () => ClickAsync((within ?? Main).GetByRole(AriaRole.Button, new() { Name = button }).First));

    /// <summary>Follows a link of the page by its words.</summary>
    public Task FollowAsync(string link, ILocator? within = null) =>
        DoAsync($"follow „{link}“", () => ClickAsync((within ?? Main).GetByRole(AriaRole.Link, new() { Name = link }).First));

    /// <summary>Goes by the main navigation.</summary>
    public Task GoAsync(string entry) =>
        DoAsync($"go to „{entry}“", () => ClickAsync(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = entry, Exact = true }).First));

    /// <summary>The words of the main part, white space folded.</summary>
    public async Task<string> WordsAsync(ILocator? within = null) => Regex.Replace(await (within ?? Main).InnerTextAsync(), @"\s+", " ");

    public async Task SeesAsync(params string[] words) => await SeesInAsync(Main, words);

    public async Task SeesInAsync(ILocator within, params string[] words)
    {
        var shown = await WordsAsync(within);
        foreach (var word in words)
            shown.Contains(word, StringComparison.Ordinal).Should().BeTrue("{0} should show „{1}“, but shows:\n{2}", Path, word, shown);
    }

    public async Task SeesNotAsync(params string[] words)
    {
        var shown = await page.ContentAsync();
        foreach (var word in words) shown.Contains(word, StringComparison.Ordinal).Should().BeFalse("{0} must not hold „{1}“", Path, word);
    }

    public async Task SeesHeadingAsync(string heading) =>
        (await DoAsync("read the heading", () => page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync())).Should().Contain(heading, "{0}", Path);

    /// <summary>The card, row or list item that holds these words (the smallest).</summary>
    public ILocator Entry(string words) => Main.Locator("tr, li, article").Filter(new() { HasText = words }).Last;

    /// <summary>The form with this button.</summary>
    public ILocator FormWith(string button) => Main.Locator("form").Filter(new() { Has = page.GetByRole(AriaRole.Button, new() { Name = button }) }).First;

    /// <summary>What is not on the page is missed soon; what the click starts may take long (the jobs of a moved clock).</summary>
    private static async Task ClickAsync(ILocator target)
    {
        await target.WaitForAsync(new() { Timeout = Short });
        await target.ClickAsync();
    }

    private ILocator Field(string label, ILocator? within)
    {
        // Labels may carry "(freiwillig)" and the like behind their words.
        var words = new Regex("^\\s*" + Regex.Escape(label) + "\\s*($|\\()");
        return (within ?? Main).GetByLabel(words).First;
    }

    /// <summary>Does it; when it fails, the page is shown in the message as the person sees it.</summary>
    private async Task<T> DoAsync<T>(string what, Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            var shown = await Main.InnerTextAsync();
            throw new InvalidOperationException($"Could not {what} on {Path}, which shows:\n{shown[..Math.Min(shown.Length, 4000)]}", exception);
        }
    }

    private Task DoAsync(string what, Func<Task> act) => DoAsync(what, async () =>
    {
        await act();
        return true;
    });
}
