using Xunit.Sdk;
using Xunit.v3;
using Microsoft.Playwright;
using ZOE.Matching.Web.Tests.Hosting;

[assembly: AssemblyFixture(typeof(ZOE.Matching.Browser.Tests.Hosting.Chromium))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace ZOE.Matching.Browser.Tests.Hosting;

/// <summary>One Chromium for the whole suite: the machine's own, nothing is downloaded. Started only for the full run.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Quiet =
        ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _driver;
    private IBrowser? _browser;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("Chromium runs in the full run only.");

    public async ValueTask InitializeAsync()
    {
        if (!FullTests.Asked) return;
        _driver = await Playwright.CreateAsync();
        _browser = await _driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("ZOE_TEST_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            // Chromium refuses its sandbox to root only.
            Args = Environment.UserName == "root" ? ["--no-sandbox", .. Quiet] : Quiet,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _driver?.Dispose();
    }
}
