using System.Diagnostics;
using System.Net;
using System.Text;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>Hostile input, generated from the endpoint list: never a 500, never longer than two seconds, always a page of the portal.</summary>
public sealed class BadInputTests(WorldPortal portal) : IClassFixture<WorldPortal>
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private static readonly string Megabyte = new('x', 1024 * 1024);

    /// <summary>Percent-encoded values that are odd for every type.</summary>
    private static readonly (string Name, string Value)[] Odd =
    [
        ("word", "abc"), ("huge number", "99999999999999999999999999"), ("negative", "-2147483649"), ("null character", "a%00b"), ("broken UTF-8", "%FF%FE%ED%A0%80"),
        ("right to left and astral", "%E2%80%AE%F0%9F%98%80%EF%BF%BF"), ("markup", "%3Cscript%3Ealert(1)%3C%2Fscript%3E%27%22--"), ("long", Megabyte[..6000]), ("format", "%7B0%7D%7B99%7D"), ("empty id", "00000000-0000-0000-0000-000000000000"),
    ];

    [Fact]
    public async Task Writes_HostileBodies_NeverBreak()
    {
        List<string> wrong = [];
        foreach (var row in EndpointTable.Rows.Where(r => r.Method == "POST"))
        {
            if (CallerOf(row, "ok") is not var (caller, side)) continue;
            var browser = await portal.NewBrowserAsync(caller);
            var token = await WorldPortal.TokenAsync(browser, caller);
            var fields = ActionForms.Of(portal.Services, row.Key);
            foreach (var (name, body) in Bodies(fields))
            {
                var page = await TimedAsync(row, $"{name}", wrong, () => PostAsync(browser, row.Address(portal.World, side), $"__RequestVerificationToken={Uri.EscapeDataString(token)}&{body}"));
                Check(page, $"{row.Key}, {name}", wrong);
                if (page.Status is HttpStatusCode.Redirect && page.Location!.OriginalString.Contains("sign-in", StringComparison.Ordinal) || row.Pattern == "/account/sign-out") break;
            }
        }

        string.Join('\n', wrong).Should().BeEmpty();
    }

    /// <summary>A mail program sends this one by itself (RFC 8058); the token in its address is all that it needs, see decision 0004.</summary>
    private static readonly string[] WithoutToken = ["POST /answer/stop/{token}"];

    [Fact]
    public async Task Writes_WithoutToken_AreRefused()
    {
        var before = await portal.FingerprintAsync(Fingerprint.WrittenByViews);
        List<string> wrong = [];
        foreach (var row in EndpointTable.Rows.Where(r => r.Method == "POST").ExceptBy(WithoutToken, r => r.Key))
        {
            if (CallerOf(row, "ok") is not var (caller, side)) continue;
            var page = await PostAsync(await portal.BrowserOfAsync(caller), row.Address(portal.World, side), "a=b");
            if (page.Status != HttpStatusCode.BadRequest) wrong.Add($"{row.Key}: {page.Status}");
            Check(page, row.Key, wrong);
        }

        string.Join('\n', wrong).Should().BeEmpty();
        (await portal.FingerprintAsync(Fingerprint.WrittenByViews)).DifferenceTo(before).Should().BeEmpty();
    }

    [Fact]
    public async Task Writes_OversizedBody_AreTooLarge()
    {
        List<string> wrong = [];
        foreach (var row in EndpointTable.Rows.Where(r => r.Method == "POST"))
        {
            if (CallerOf(row, "ok") is not var (caller, side)) continue;
            var page = await PostAsync(await portal.BrowserOfAsync(caller), row.Address(portal.World, side), "Text=" + Megabyte);
            if (page.Status != HttpStatusCode.RequestEntityTooLarge) wrong.Add($"{row.Key}: {page.Status}");
        }

        string.Join('\n', wrong).Should().BeEmpty();
    }

    [Fact]
    public async Task Reads_HostileQueries_NeverBreak()
    {
        List<string> wrong = [];
        foreach (var row in EndpointTable.Rows.Where(r => r.Method == "GET" && r.Pattern != EndpointTable.StaticAssets))
        {
            if (CallerOf(row, "200") is not var (caller, side)) continue;
            var browser = await portal.BrowserOfAsync(caller);
            var address = row.Address(portal.World, side);
            var names = ActionForms.Of(portal.Services, row.Key).Select(f => f.Name).Append("page").Distinct().ToList();
            foreach (var (name, value) in Odd)
            {
                // All inputs odd at once, then each alone (in the full run with every value), so that one refusal does not hide another.
                var alone = FullTests.Asked || name is "word" or "null character";
                foreach (var set in names.Take(alone ? names.Count : 0).Select(n => new[] { n }).Append([.. names]))
                {
                    var query = string.Join('&', set.Select(n => $"{Uri.EscapeDataString(n)}={(set.Length > 1 && value.Length > 1000 ? value[..500] : value)}"));
                    var page = await TimedAsync(row, name, wrong, () => browser.GetAsync(address + (address.Contains('?') ? '&' : '?') + query));
                    Check(page, $"{row.Key}, {name} in {string.Join(',', set)}", wrong);
                }
            }
        }

        string.Join('\n', wrong).Should().BeEmpty();
    }

    [Fact]
    public async Task Addresses_UnknownRecord_AreNotFound()
    {
        List<string> wrong = [];
        foreach (var row in EndpointTable.Rows.Where(r => r.Parameters > 0 && r.Method is "GET" or "POST"))
        {
            if (CallerOf(row, row.IsRead ? "200" : "ok") is not var (caller, _)) continue;
            var token = await portal.TokenOfAsync(caller);
            foreach (var id in new[] { Guid.NewGuid().ToString(), Guid.Empty.ToString(), "abc", new string('9', 200) })
            {
                var address = "/" + string.Join('/', row.Pattern.TrimStart('/').Split('/').Select(part => part.StartsWith('{') ? id : part));
                var page = await EndpointTableTests.SendAsync(await portal.BrowserOfAsync(caller), row.Method, address, token, []);
                // A link that is no link says so on its own page.
                if (page.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Gone)) wrong.Add($"{row.Key}, {id}: {page.Status}");
            }
        }

        string.Join('\n', wrong).Should().BeEmpty();
    }

    /// <summary>The first caller, with the side, who gets that answer; null when nobody does.</summary>
    private static (Caller Caller, Side Side)? CallerOf(EndpointRow row, string answer)
    {
        // The specialists first: they may do what others may not, and everybody may do the rest.
        foreach (var caller in new[] { Caller.Anonymous, Caller.Employer, Caller.Provider, Caller.CoachOwn, Caller.IntegrationOfficer, Caller.EmployerService, Caller.CourseCare, Caller.TeamLead, Caller.Admin, Caller.CoachForeign, Caller.EmployerNew })
            foreach (var side in Enum.GetValues<Side>())
                if (row.ExpectedOf(caller, side) == answer) return (caller, side);
        return null;
    }

    private static IEnumerable<(string Name, string Body)> Bodies(IReadOnlyList<ActionField> fields)
    {
        yield return ("nothing", "");
        yield return ("2,000 keys", string.Join('&', Enumerable.Range(0, 2000).Select(i => $"k{i}=v")));
        yield return ("deep names", $"{new string('a', 400)}=1&{string.Join("", Enumerable.Repeat("a[0].", 60))}b=1&a%5B2000000000%5D=1");
        yield return ("no pairs", "&&&===%%%&a");
        if (fields.Count == 0) yield break;
        yield return ("every key twice", string.Join('&', fields.SelectMany(f => new[] { $"{f.Name}={Plausible(f.Type, "eins")}", $"{f.Name}=zwei" })));
        yield return ("plausible", string.Join('&', fields.Select(f => $"{f.Name}={Plausible(f.Type, "Text")}")));
        yield return ("large index", string.Join('&', fields.Select(f => $"{f.Name.Replace("[0]", "[4000]", StringComparison.Ordinal)}={Plausible(f.Type, "Text")}")));
        foreach (var (name, value) in Odd)
        {
            yield return ($"{name} everywhere", string.Join('&', fields.Take(20).Select(f => $"{f.Name}={value}")));
            if (!FullTests.Asked && name is not ("null character" or "broken UTF-8" or "markup" or "long")) continue;
            // The other fields pass the checks of their types, so that the odd text reaches as far as it can.
            yield return ($"{name} in texts", string.Join('&', fields.Take(20).Select(f => $"{f.Name}={Plausible(f.Type, value)}")));
        }
    }

    private static string Plausible(Type type, string text) =>
        type == typeof(bool) ? "true"
        : type == typeof(Guid) ? "7c1cf8f6-3f41-4d4e-9d6c-0d7f9a1b2c3d"
        : type == typeof(DateOnly) || type == typeof(DateTime) ? "2026-12-01"
        : type.IsEnum ? Enum.GetNames(type)[^1]
        : type == typeof(string) ? text
        : "20";

    private static Task<PortalPage> PostAsync(PortalBrowser browser, string address, string body) =>
        browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded") });

    private static async Task<PortalPage> TimedAsync(EndpointRow row, string name, List<string> wrong, Func<Task<PortalPage>> send)
    {
        var clock = Stopwatch.StartNew();
        var page = await send();
        if (clock.Elapsed <= Longest) return page;
        // The first call of a page also compiles it: only a slow second one is slow.
        clock.Restart();
        page = await send();
        if (clock.Elapsed > Longest) wrong.Add($"{row.Key}, {name}: {clock.ElapsedMilliseconds} ms");
        return page;
    }

    private static void Check(PortalPage page, string what, List<string> wrong)
    {
        if (page.Status >= HttpStatusCode.InternalServerError) wrong.Add($"{what}: {(int)page.Status}");
        if (page.Text.Contains("   at ZOE.", StringComparison.Ordinal) || page.Text.Contains("Exception:", StringComparison.Ordinal)) wrong.Add($"{what}: shows its inside");
        if (page.Text.Contains("<script>alert(1)", StringComparison.Ordinal)) wrong.Add($"{what}: repeats markup");
        var isPage = page.Headers.GetValueOrDefault("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) == true;
        if ((int)page.Status >= 400 && !(isPage && page.Document.DocumentElement.GetAttribute("lang") == "de" && page.Document.QuerySelector("main h1") is not null)) wrong.Add($"{what}: {(int)page.Status} without a page of the portal");
    }
}
