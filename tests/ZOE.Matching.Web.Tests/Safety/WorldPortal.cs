using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>A portal with the small world in it, and a browser for each caller.</summary>
public class WorldPortal : PortalFactory
{
    private readonly Dictionary<Caller, PortalBrowser> _browsers = [];
    private readonly Dictionary<Caller, string> _tokens = [];

    public World World { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        World = await World.CreateAsync(this);
    }

    /// <summary>A new session of this caller.</summary>
    public Task<PortalBrowser> NewBrowserAsync(Caller caller) => BrowserAsync(World.AccountOf(caller));

    /// <summary>The session of this caller that all cells share.</summary>
    public async Task<PortalBrowser> BrowserOfAsync(Caller caller) =>
        _browsers.TryGetValue(caller, out var browser) ? browser : _browsers[caller] = await NewBrowserAsync(caller);

    /// <summary>A valid antiforgery token of the shared session.</summary>
    public async Task<string> TokenOfAsync(Caller caller) =>
        _tokens.TryGetValue(caller, out var token) ? token : _tokens[caller] = await TokenAsync(await BrowserOfAsync(caller), caller);

    /// <summary>A valid antiforgery token of a session.</summary>
    public static async Task<string> TokenAsync(PortalBrowser browser, Caller caller)
    {
        var page = await browser.GetAsync(caller == Caller.Anonymous ? "/account/sign-in" : "/account");
        return page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? throw new InvalidOperationException($"No antiforgery token for {caller} ({page.Status}).");
    }

    /// <summary>What stands in the database now.</summary>
    public Task<Fingerprint> FingerprintAsync(params Type[] without) => DbAsync(db => Fingerprint.OfAsync(db, without));
}
