using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data.Jobs;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Web.Start;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Kills;

/// <summary>When a kill comes.</summary>
internal enum KillMoment
{
    /// <summary>While an empty database is migrated and filled with reference data.</summary>
    FirstStart,

    /// <summary>While the portal starts on its data.</summary>
    Start,

    /// <summary>While commands are on their way.</summary>
    Commands,

    /// <summary>While jobs run.</summary>
    Jobs,
}

/// <summary>The portal as a real process on one data folder, killed again and again by a seed.</summary>
internal sealed class KillRun : IAsyncDisposable
{
    /// <summary>Fewer than of the others: a decision needs a proposal, its answer and a subsidised placement first.</summary>
    public const int EnoughFunding = 2;

    /// <summary>Between a start and a kill at most.</summary>
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(12);

    private readonly string _folder;
    private readonly TestDatabase _database;
    private readonly Random _random;
    private readonly string _address;
    private readonly KillField _field = new();
    private readonly Journal _journal;
    private readonly DataOnlySource _source;
    private List<KillWork> _work = [];
    private ChildPortal? _portal;
    private TimeSpan _lastStart = TimeSpan.FromSeconds(4);

    private KillRun(string folder, TestDatabase database, int seed)
    {
        (_folder, _database, _random) = (folder, database, new Random(seed));
        Seed = seed;
        _address = $"http://127.0.0.1:{FreePort()}";
        _journal = new Journal(Path.Combine(folder, "journal.txt"));
        _source = new DataOnlySource(TestDatabase.Engine, database.Connection);
        Desk = new KillDesk(new Uri(_address), _journal, _source);
    }

    public int Seed { get; }

    /// <summary>What the portal wrote that gave the first answer which must never come; null = none did.</summary>
    public string? FirstFault { get; private set; }

    public KillDesk Desk { get; }

    public string MailFolder => Path.Combine(_folder, "data", "mail");

    /// <summary>One line for each kill: when, and what was on its way.</summary>
    public List<string> Report { get; } = [];

    /// <summary>From the start of the process to the first page, for each start after a kill.</summary>
    public List<TimeSpan> Starts { get; } = [];

    public static async Task<KillRun> BeginAsync(string folder, int seed) => new(folder, await TestDatabase.CreateEmptyAsync(folder), seed);

    /// <summary>Settings of a portal on this run's data; also for the check afterwards, in the test's own process.</summary>
    public Dictionary<string, string> Settings(bool demo) => new()
    {
        ["Data:Folder"] = Path.Combine(_folder, "data"),
        ["Database:Engine"] = TestDatabase.Engine.ToString(),
        ["Database:Connection"] = _database.Connection,
        ["Jobs:Storage"] = "InMemory",
        ["Mail:Engine"] = "Folder",
        ["Demo:Enabled"] = demo ? "true" : "false",
        ["Portal:PublicAddress"] = _address,
        ["Logging:LogLevel:Default"] = "Error",
    };

    /// <summary>Writes the people with whom everything begins. The first start must have ended well before.</summary>
    public async Task FillAsync()
    {
        await StartAsync(demo: false);
        await KillAsync();
        await _source.WriteAsync(_field.WriteAsync);
        _work = [new CoachWork(Desk, _field, 0, Seed), new CoachWork(Desk, _field, 1, Seed), new LinkWork(Desk, MailFolder, Seed), new RegisterWork(Desk), new CourseWork(Desk, _field),
            new CareWork(Desk, _field), new ReferralWork(Desk, _field), new FundingWork(Desk, _field), new JobWork(Desk)];
    }

    /// <param name="until">At least so many acknowledged placements before the kill, however slow the machine is.</param>
    public async Task KillOnceAsync(KillMoment moment, int until = 0)
    {
        if (moment is KillMoment.FirstStart or KillMoment.Start)
        {
            var after = _lastStart * (0.2 + 0.75 * _random.NextDouble());
            _portal = Begin(demo: moment == KillMoment.Start);
            await Task.Delay(after, TimeProvider.System);
            Report.Add($"{moment}, {after.TotalMilliseconds:0} ms after the process began, {(_portal.ReadyAsync.IsCompletedSuccessfully ? "just ready" : "not ready")}");
            await KillAsync();
            return;
        }

        await NextDayAsync(newClients: moment == KillMoment.Jobs ? 4 : 1);
        await StartAsync(demo: true);
        using var stop = new CancellationTokenSource();
        // While jobs are meant, nobody else makes work: news of pairs that fit is written when all rows are made.
        var working = _work.Where(work => moment == KillMoment.Commands || work is JobWork or LinkWork).Select(work => Task.Run(() => work.RunAsync(stop.Token), CancellationToken.None)).ToList();
        if (moment == KillMoment.Jobs) await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(500, 5000)), TimeProvider.System);
        else await WorkAsync(_journal.Count + _random.Next(8, 26));
        for (var i = 0; i < 600 && until > 0 && (Acknowledged("placement") < until || Acknowledged("funding") < EnoughFunding); i++) await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        for (var i = 0; i < 2000 && (moment == KillMoment.Jobs ? Desk.JobsInFlight : Desk.InFlight - Desk.JobsInFlight) == 0; i++) await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        // From the middle of what has just begun.
        await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(0, 15)), TimeProvider.System);
        Report.Add($"{moment}, {Desk.InFlight - Desk.JobsInFlight} commands and {Desk.JobsInFlight} job runs on their way, {_journal.Count} acknowledged so far");
        await KillAsync();
        await stop.CancelAsync();
        await Task.WhenAll(working);
    }

    private int Acknowledged(string command) => _journal.Read().Count(line => line.Command == command);

    /// <summary>Lets them work until so many commands are acknowledged, on a slow machine until the time is over.</summary>
    private async Task WorkAsync(int acknowledged)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (_journal.Count < acknowledged && TimeProvider.System.GetElapsedTime(started) < LongestWork) await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
    }

    /// <summary>Starts once more and lets the jobs do all that is due and employers answer what they were asked; then the portal is ended.</summary>
    public async Task SettleAsync()
    {
        await NextDayAsync(newClients: 1);
        await StartAsync(demo: true);
        using var stop = new CancellationTokenSource();
        var running = _work.Where(work => work is JobWork or LinkWork).Select(work => Task.Run(() => work.RunAsync(stop.Token), CancellationToken.None)).ToList();
        var started = TimeProvider.System.GetTimestamp();
        while (!await IsSettledAsync())
        {
            if (TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(90)) throw new InvalidOperationException($"Not settled. {await OpenAsync()}\n{_portal!.Errors}");
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        }

        await stop.CancelAsync();
        await Task.WhenAll(running);
        await KillAsync();
    }

    private async Task<bool> IsSettledAsync()
    {
        for (var look = 0; look < 3; look++)
        {
            if ((await OpenAsync()) is not { Mails: 0, Projections: 0, FollowUps: 0 }) return false;
            await Task.Delay(TimeSpan.FromMilliseconds(700), TimeProvider.System);
        }

        return true;
    }

    private Task<(int Mails, int Projections, int FollowUps)> OpenAsync() => _source.ReadAsync(async db =>
    {
        var today = Domain.LegalDay.Of(TimeProvider.System.GetUtcNow().UtcDateTime + Desk.Ahead);
        return (await db.Mails.CountAsync(m => m.State == MailState.Waiting || m.State == MailState.Sending || (m.State == MailState.Unclear && m.Kind != MailKind.MatchNotice)),
            await db.ProjectionTasks.CountAsync(t => t.DoneVersion < t.Version),
            await db.FollowUps.CountAsync(f => f.DueOn <= today && (f.State == FollowUpState.Open || f.State == FollowUpState.Asked || f.State == FollowUpState.Reminded)));
    });

    /// <summary>A day has passed while the portal was down, and other clients have come who fit.</summary>
    private Task NextDayAsync(int newClients) => _source.WriteAsync(async db =>
    {
        Desk.Ahead += TimeSpan.FromDays(1);
        var ticks = Desk.Ahead.Ticks.ToString(CultureInfo.InvariantCulture);
        if (await db.Settings.SingleOrDefaultAsync(s => s.Key == PortalStart.ClockSetting) is { } kept) kept.Value = ticks;
        else db.Add(new Setting { Key = PortalStart.ClockSetting, Value = ticks });
        for (var i = 0; i < newClients; i++) db.Add(_field.FittingClient(i));
        await db.SaveChangesAsync();
    });

    private ChildPortal Begin(bool demo) => ChildPortal.Start("Development", Settings(demo), _address);

    private async Task StartAsync(bool demo)
    {
        _portal = Begin(demo);
        await _portal.ReadyAsync;
        _lastStart = TimeProvider.System.GetElapsedTime(_portal.Started);
        Starts.Add(_lastStart);
    }

    private async Task KillAsync()
    {
        if (_portal is null) return;
        await _portal.DisposeAsync();
        if (!Desk.Faults.IsEmpty && FirstFault is null) FirstFault = _portal.Output;
        _portal = null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public Task<T> ReadAsync<T>(Func<Data.MatchingDbContext, Task<T>> read) => _source.ReadAsync(read);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        foreach (var work in _work) work.Dispose();
        _journal.Dispose();
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }
}
