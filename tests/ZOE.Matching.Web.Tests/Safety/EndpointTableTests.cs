using System.Net;
using System.Net.Http.Headers;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>Every endpoint × every caller × own and foreign record against the hand-written table.</summary>
public sealed class EndpointTableTests(WorldPortal portal) : IClassFixture<WorldPortal>
{
    public static TheoryData<Caller> Callers => [.. Enum.GetValues<Caller>()];

    [Fact]
    public void Endpoints_AllOfThePortal_AreInTheTableAndNoOthers()
    {
        var there = EndpointTable.Of(portal.Services);
        var told = EndpointTable.Rows.Select(r => r.Key).ToList();

        string.Join("\n", there.Except(told)).Should().BeEmpty("every endpoint needs a line in Safety/endpoints.csv");
        string.Join("\n", told.Except(there)).Should().BeEmpty("every line of Safety/endpoints.csv needs an endpoint");
        EndpointTable.All.Select(r => $"{r.Key} {string.Join(' ', r.Records)} {r.Query}").Should().OnlyHaveUniqueItems();
    }

    /// <summary>Demo pages and the job dashboard are unknown addresses where they do not belong.</summary>
    [Theory]
    [InlineData(Caller.Anonymous)]
    [InlineData(Caller.Admin)]
    public async Task OptionalEndpoints_NotSwitchedOn_AreNotFound(Caller caller)
    {
        var browser = await portal.BrowserOfAsync(caller);
        var token = await portal.TokenOfAsync(caller);
        foreach (var row in EndpointTable.All.Where(r => r.IsOptional))
        {
            var page = await SendAsync(browser, row.IsRead ? "GET" : row.Method, row.Address(portal.World, Side.X), token, row.Fields(portal.World, Side.X));
            Word(page).Should().Be("404", row.Key);
        }
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Reads_OwnAndForeign_AnswerAsTold(Caller caller)
    {
        var browser = await portal.BrowserOfAsync(caller);
        var before = await portal.FingerprintAsync(Fingerprint.WrittenByViews);
        List<string> wrong = [];
        foreach (var row in EndpointTable.Rows.Where(r => r.IsRead))
        {
            foreach (var side in Enum.GetValues<Side>())
            {
                var address = row.Pattern == EndpointTable.StaticAssets ? "/zoe.css" : row.Address(portal.World, side);
                var answer = Word(await browser.GetAsync(address));
                if (answer != row.ExpectedOf(caller, side)) wrong.Add($"{row.Key} ({side}): {answer} instead of {row.ExpectedOf(caller, side)}");
            }
        }

        string.Join('\n', wrong).Should().BeEmpty();
        (await portal.FingerprintAsync(Fingerprint.WrittenByViews)).DifferenceTo(before).Should().BeEmpty("no GET changes anything");
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Writes_Denied_AnswerAsToldAndChangeNothing(Caller caller)
    {
        var browser = await portal.BrowserOfAsync(caller);
        var token = await portal.TokenOfAsync(caller);
        var before = await portal.FingerprintAsync();
        List<string> wrong = [];
        // The database is compared after some rows together: that names the culprit closely enough.
        foreach (var rows in EndpointTable.Rows.Where(r => !r.IsRead).Chunk(12))
        {
            foreach (var row in rows)
            {
                foreach (var side in Enum.GetValues<Side>().Where(s => row.ExpectedOf(caller, s) != "ok"))
                {
                    var answer = Word(await SendAsync(browser, row.Method, row.Address(portal.World, side), token, row.Fields(portal.World, side)));
                    if (answer != row.ExpectedOf(caller, side)) wrong.Add($"{row.Key} ({side}): {answer} instead of {row.ExpectedOf(caller, side)}");
                }
            }

            var now = await portal.FingerprintAsync();
            var changed = now.DifferenceTo(before);
            if (changed.Count > 0) wrong.Add($"One of {string.Join(", ", rows.Select(r => r.Key))} changed {string.Join(", ", changed)}");
            before = now;
        }

        string.Join('\n', wrong).Should().BeEmpty();
    }

    /// <summary>Own first record, foreign second one (a client with another client's consent): never anything but 404, and nothing changes.</summary>
    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Addresses_ForeignPartUnderOwnRecord_AreNotFound(Caller caller)
    {
        var browser = await portal.BrowserOfAsync(caller);
        var token = await portal.TokenOfAsync(caller);
        var before = await portal.FingerprintAsync(Fingerprint.WrittenByViews);
        List<string> wrong = [];
        foreach (var row in EndpointTable.Rows.Where(r => r.Parameters > 1 && r.Records[1][0] is not ('\'' or '~')))
        {
            foreach (var (own, foreign) in new[] { (Side.X, Side.Y), (Side.Y, Side.X) })
            {
                if (row.ExpectedOf(caller, own) is not ("ok" or "200")) continue;
                // Who may see both sides may see each part, but not one under the other.
                var answer = Word(await SendAsync(browser, row.IsRead ? "GET" : row.Method, row.Address(portal.World, own, foreign), token, row.Fields(portal.World, own)));
                if (answer != "404") wrong.Add($"{row.Key} ({own} with part of {foreign}): {answer} instead of 404");
            }
        }

        string.Join('\n', wrong).Should().BeEmpty();
        (await portal.FingerprintAsync(Fingerprint.WrittenByViews)).DifferenceTo(before).Should().BeEmpty();
    }

    /// <summary>Methods that an address does not have do nothing, whoever calls.</summary>
    [Theory]
    [InlineData(Caller.Anonymous)]
    [InlineData(Caller.CoachOwn)]
    public async Task OtherMethods_EveryAddress_DoNothing(Caller caller)
    {
        var browser = await portal.BrowserOfAsync(caller);
        var token = await portal.TokenOfAsync(caller);
        var before = await portal.FingerprintAsync(Fingerprint.WrittenByViews);
        List<string> wrong = [];
        foreach (var rows in EndpointTable.Rows.Where(r => r.Method != "ANY" && r.Pattern != EndpointTable.StaticAssets).GroupBy(r => r.Pattern))
        {
            foreach (var method in new[] { "HEAD", "POST", "PUT", "PATCH", "DELETE" }.Except(rows.Select(r => r.Method)))
            {
                var answer = Word(await SendAsync(browser, method, rows.First().Address(portal.World, Side.X), token, []));
                if (answer is not ("404" or "405")) wrong.Add($"{method} {rows.Key}: {answer}");
            }
        }

        string.Join('\n', wrong).Should().BeEmpty();
        (await portal.FingerprintAsync(Fingerprint.WrittenByViews)).DifferenceTo(before).Should().BeEmpty();
    }

    internal static async Task<PortalPage> SendAsync(PortalBrowser browser, string method, string address, string token, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method is not ("GET" or "HEAD"))
        {
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. fields]);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        }

        return await browser.SendAsync(request);
    }

    /// <summary>An answer as the table writes it: the status, or "in" for the way to the sign-in page.</summary>
    internal static string Word(PortalPage page)
    {
        if (page.Status is HttpStatusCode.Redirect && page.Location!.OriginalString.Contains("/account/sign-in?returnUrl=", StringComparison.OrdinalIgnoreCase)) return "in";
        return ((int)page.Status).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>Whoever may write is let through. These writes are real: callers who may change the same records each get a world of their own.</summary>
public sealed class AllowedWriteTests
{
    public static TheoryData<Caller[]> Worlds =>
    [
        new Caller[] { Caller.Anonymous, Caller.EmployerNew, Caller.Employer, Caller.Provider, Caller.Admin },
        new Caller[] { Caller.CoachOwn, Caller.CoachForeign, Caller.EmployerService, Caller.CourseCare },
        new Caller[] { Caller.IntegrationOfficer },
        new Caller[] { Caller.TeamLead },
    ];

    [Fact]
    public void Worlds_Callers_AreAll() => Worlds.SelectMany(w => w.Data).Should().BeEquivalentTo(Enum.GetValues<Caller>());

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task Writes_Allowed_AreLetThrough(Caller[] callers)
    {
        await using var portal = new WorldPortal();
        await portal.InitializeAsync();
        List<string> wrong = [];
        foreach (var caller in callers)
        {
            foreach (var row in EndpointTable.Rows.Where(r => !r.IsRead))
            {
                foreach (var side in Enum.GetValues<Side>().Where(s => row.ExpectedOf(caller, s) == "ok"))
                {
                    if (side == Side.Y && row.Parameters == 0 && row.Query.Length == 0 && row.Body.Length == 0) continue;
                    // Forms of the account may end the session: each gets one of its own.
                    var isAccount = row.Pattern.StartsWith("/account", StringComparison.Ordinal);
                    var browser = isAccount ? await portal.NewBrowserAsync(caller) : await portal.BrowserOfAsync(caller);
                    var token = isAccount ? await WorldPortal.TokenAsync(browser, caller) : await portal.TokenOfAsync(caller);
                    var page = await EndpointTableTests.SendAsync(browser, row.Method, row.Address(portal.World, side), token, row.Fields(portal.World, side));
                    var answer = EndpointTableTests.Word(page);
                    if (answer is "in" or "400" or "403" or "404" or "405" || page.Status >= HttpStatusCode.InternalServerError) wrong.Add($"{caller} {row.Key} ({side}): {answer}");
                }
            }
        }

        string.Join('\n', wrong).Should().BeEmpty();
    }
}
