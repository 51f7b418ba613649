using System.Net;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Kills;

/// <summary>What the kill run shares between its users: the portal's address, the journal, what is on its way, what went wrong.</summary>
internal sealed class KillDesk(Uri address, Journal journal, DataOnlySource source)
{
    private int _inFlight, _jobsInFlight;

    public Journal Journal => journal;

    public DataOnlySource Source => source;

    /// <summary>How far the portal's clock stands ahead; set before each start.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>Commands that have been sent and not answered.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    public int JobsInFlight => Volatile.Read(ref _jobsInFlight);

    /// <summary>Answers that must never come.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Faults { get; } = new();

    public KillUser NewUser(string? email) => new(this, email, new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1) }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) });

    public async Task<PortalPage> WatchAsync(Func<Task<PortalPage>> send, bool job)
    {
        Interlocked.Increment(ref _inFlight);
        if (job) Interlocked.Increment(ref _jobsInFlight);
        try
        {
            var page = await send();
            if ((int)page.Status >= 500) Faults.Enqueue($"{(int)page.Status} on {page.Path}: {page.Main[..Math.Min(200, page.Main.Length)]}");
            return page;
        }
        finally
        {
            if (job) Interlocked.Decrement(ref _jobsInFlight);
            Interlocked.Decrement(ref _inFlight);
        }
    }
}

/// <summary>One user's browser over real HTTP; signs in when the portal asks for it.</summary>
internal sealed class KillUser(KillDesk desk, string? email, HttpClient client) : IDisposable
{
    private readonly PortalBrowser _browser = new(client, null);

    /// <summary>The page, after a sign-in when one is needed.</summary>
    public async Task<PortalPage> OpenAsync(string path)
    {
        var page = await _browser.GetAsync(path);
        if (page.Location?.OriginalString.Contains("/account/sign-in", StringComparison.Ordinal) != true) return Seen(page);
        var form = await _browser.VisitAsync("/account/sign-in");
        await _browser.SubmitAsync(form, [("Email", email), ("Password", KillField.Password)]);
        return Seen(await _browser.GetAsync(path));
    }

    /// <summary>Sends a form; true when the portal has taken it: a redirect to a page that reports no problem.</summary>
    public async Task<bool> SendAsync(PortalPage page, string form, IEnumerable<(string Name, string? Value)> fields, bool job = false)
    {
        var answer = await desk.WatchAsync(() => _browser.SubmitAsync(page, fields, form), job);
        if (answer.Status is not (HttpStatusCode.Found or HttpStatusCode.SeeOther))
        {
            desk.Faults.Enqueue($"{(int)answer.Status} for {form} on {page.Path}: {string.Join(' ', answer.Document.QuerySelectorAll(".kern-error, .kern-alert, [id$=error]").Select(e => e.TextContent.Trim()))} {(answer.Document.Title)}");
            return false;
        }

        Target = answer.Location!.OriginalString;
        return true;
    }

    /// <summary>Where the last form led to.</summary>
    public string Target { get; private set; } = "";

    /// <summary>True when the page after the last form says that it was not done.</summary>
    public async Task<bool> WasRefusedAsync()
    {
        var page = await _browser.GetAsync(Target);
        if (page.Document.QuerySelector(".zoe-message.kern-alert--danger") is not { } problem) return false;
        desk.Faults.Enqueue($"Refused on {Target}: {problem.TextContent.Trim()}");
        return true;
    }

    private PortalPage Seen(PortalPage page)
    {
        if ((int)page.Status >= 400) desk.Faults.Enqueue($"{(int)page.Status} on GET {page.Path}");
        return page;
    }

    public void Dispose() => client.Dispose();
}
