using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>Security headers and cookies of every page.</summary>
public sealed class HeaderTests(WorldPortal portal) : IClassFixture<WorldPortal>
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'self'; object-src 'none'";

    private static readonly Dictionary<string, string> Always = new()
    {
        ["Content-Security-Policy"] = ContentSecurityPolicy,
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Frame-Options"] = "DENY",
        ["Referrer-Policy"] = "no-referrer",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
    };

    [Theory]
    [MemberData(nameof(EndpointTableTests.Callers), MemberType = typeof(EndpointTableTests))]
    public async Task Reads_EveryPage_CarryTheHeaders(Caller caller)
    {
        var browser = await portal.BrowserOfAsync(caller);
        List<string> wrong = [];
        foreach (var row in EndpointTable.Rows.Where(r => r.IsRead))
        {
            var isFile = row.Pattern == EndpointTable.StaticAssets;
            var page = await browser.GetAsync(isFile ? "/zoe.css" : row.Address(portal.World, Side.X));
            foreach (var (name, value) in Always)
                if (page.Headers.GetValueOrDefault(name) != value) wrong.Add($"{row.Key}: {name} is {page.Headers.GetValueOrDefault(name)}");
            var keepsNothing = page.Headers.GetValueOrDefault("Cache-Control")?.Contains("no-store", StringComparison.Ordinal) == true;
            var mustKeepNothing = !isFile && (caller != Caller.Anonymous || row.Pattern.StartsWith("/answer", StringComparison.Ordinal) || row.Pattern.StartsWith("/account", StringComparison.Ordinal));
            if (mustKeepNothing && !keepsNothing) wrong.Add($"{row.Key}: Cache-Control is {page.Headers.GetValueOrDefault("Cache-Control")}");
            if (page.Headers.ContainsKey("Server") || page.Headers.ContainsKey("X-Powered-By")) wrong.Add($"{row.Key}: tells the server");
            foreach (var cookie in page.Headers.GetValueOrDefault("Set-Cookie", "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
                if (!IsNecessary(cookie)) wrong.Add($"{row.Key}: {cookie}");
        }

        string.Join('\n', wrong).Should().BeEmpty();
    }

    /// <summary>Production, over TLS: the cookies are for this host, for TLS, not for scripts.</summary>
    [Fact]
    public async Task Cookies_InProduction_AreSecure()
    {
        await using var production = new ProductionPortal();
        await production.InitializeAsync();
        using var client = production.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://zoe.example"), AllowAutoRedirect = false });

        using var page = await client.GetAsync("/account/sign-in");

        page.StatusCode.Should().Be(HttpStatusCode.OK);
        var cookies = page.Headers.GetValues("Set-Cookie").ToList();
        cookies.Should().NotBeEmpty();
        foreach (var cookie in cookies)
        {
            cookie.ToLower(CultureInfo.InvariantCulture).Should().Contain("; secure").And.Contain("; httponly").And.Contain("; samesite=").And.NotContain("domain=");
            IsNecessary(cookie).Should().BeTrue(cookie);
        }

        page.Headers.GetValues("Strict-Transport-Security").Should().ContainSingle();
    }

    private static bool IsNecessary(string cookie) =>
        new[] { "zoe-session=", "zoe-form=", "zoe-message=" }.Any(name => cookie.StartsWith(name, StringComparison.Ordinal))
        && cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase) && cookie.Contains("samesite=", StringComparison.OrdinalIgnoreCase) && !cookie.Contains("samesite=none", StringComparison.OrdinalIgnoreCase);

    private sealed class ProductionPortal : PortalFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Production");
        }
    }
}
