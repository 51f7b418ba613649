using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Seed;
using ZOE.Matching.Web.Jobs;

namespace ZOE.Matching.Web.Tests.Hosting;

/// <summary>The real portal on a database of its own, with a clock that the test moves and jobs that run on call. Only settings and the clock differ from production.</summary>
public class PortalFactory : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Monday, 23 November 2026, 09:00 in Berlin.</summary>
    public static readonly DateTimeOffset MondayMorning = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("zoe-portal-").FullName;
    private static int _fakes = 100;
    private TestDatabase? _database;

    public FakeTimeProvider Clock { get; } = new(MondayMorning);

    /// <summary>Folder of this host (database, index, mails).</summary>
    public string Folder => _folder;

    public virtual async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(_folder);
        StartHost();
    }

    /// <summary>Starts the portal; in memory unless a suite wants a real port.</summary>
    protected virtual void StartHost() => _ = Server;

    /// <summary>Whether the test's clock replaces the portal's own.</summary>
    protected virtual bool HasTestClock => true;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A file that is still held goes with the temporary folder.
        }

        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (key, value) in Settings()) builder.UseSetting(key, value);
        if (HasTestClock) builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    /// <summary>The settings of this host.</summary>
    protected virtual Dictionary<string, string> Settings() => new()
    {
        ["Data:Folder"] = _folder,
        ["Database:Engine"] = TestDatabase.Engine.ToString(),
        ["Database:Connection"] = _database!.Connection,
        ["Jobs:Storage"] = "None",
        // A loaded machine may be slow; what an engine that is down looks like has tests of its own.
        ["Search:PageMilliseconds"] = "60000",
        ["Demo:Enabled"] = "false",
        ["Portal:PublicAddress"] = "http://localhost",
        ["Logging:LogLevel:Default"] = "Warning",
    };

    /// <summary>Makes records whose numbers no other test of this run uses.</summary>
    public Fakes NewFakes() => new(Clock, Interlocked.Increment(ref _fakes));

    /// <summary>Works on the database directly, for arranging and for checking.</summary>
    public async Task<T> DbAsync<T>(Func<MatchingDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<MatchingDbContext>());
    }

    /// <inheritdoc cref="DbAsync{T}(Func{MatchingDbContext, Task{T}})"/>
    public Task DbAsync(Func<MatchingDbContext, Task> work) => DbAsync(async db =>
    {
        await work(db);
        return true;
    });

    /// <summary>Runs a job as its tick would.</summary>
    public Task<int> RunJobAsync<T>() where T : IPortalJob =>
        Services.GetRequiredService<JobRunner>().RunAsync(typeof(T).Name, CancellationToken.None);

    /// <summary>Makes an account without a password.</summary>
    public Task<PortalUser> AddUserAsync(PortalRole role, Duty duties = Duty.None, Guid? teamId = null, Guid? employerId = null, Guid? providerId = null) => DbAsync(async db =>
    {
        var mail = $"{role}-{Guid.NewGuid():N}@test.example".ToLowerInvariant();
        var user = new PortalUser
        {
            DisplayName = $"{role} Beispiel",
            UserName = mail,
            NormalizedUserName = mail.ToUpperInvariant(),
            Email = mail,
            NormalizedEmail = mail.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Role = role,
            Duties = duties,
            TeamId = teamId,
            EmployerId = employerId,
            ProviderId = providerId,
            CreatedAtUtc = Clock.GetUtcNow().UtcDateTime,
        };
        db.Add(user);
        await db.SaveChangesAsync();
        return user;
    });

    /// <summary>A browser that is signed in as this user (the session cookie is made as the sign-in page makes it, without hashing a password); null = anonymous.</summary>
    public async Task<PortalBrowser> BrowserAsync(PortalUser? user = null)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        if (user is null) return new PortalBrowser(client, null);
        await using var scope = Services.CreateAsyncScope();
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>().CreateAsync(user);
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = options.TimeProvider!.GetUtcNow();
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan }, IdentityConstants.ApplicationScheme);
        return new PortalBrowser(client, $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}");
    }
}
