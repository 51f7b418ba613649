using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Seed;
using ZOE.Matching.Web.Cards;
using ZOE.Matching.Web.Clock;
using ZOE.Matching.Web.Projections;
using ZOE.Matching.Web.Settings;

namespace ZOE.Matching.Web.Start;

/// <summary>What happens between building the portal and its first request: database, reference data, demo data, clock.</summary>
public static class PortalStart
{
    /// <summary>Key of the setting that keeps how far the clock was moved.</summary>
    public const string ClockSetting = "clock-ahead-ticks";

    /// <summary>Brings the database up to date: at once in Development, elsewhere only by the verb "migrate".</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        app.Services.OpenIndex();
        await app.RequireMigratedAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDbContext>();
        var settings = app.Services.GetRequiredService<PortalSettings>();
        await scope.ServiceProvider.GetRequiredService<CardKey>().EnsureAsync();
        var clock = app.Services.GetRequiredService<PortalClock>();
        if (settings.Demo)
        {
            var ahead = await db.Settings.Where(s => s.Key == ClockSetting).Select(s => s.Value).SingleOrDefaultAsync();
            if (long.TryParse(ahead, out var ticks)) clock.Ahead = TimeSpan.FromTicks(ticks);
            await DemoData.FillAsync(scope.ServiceProvider, app.Services.GetRequiredService<TimeProvider>());
        }
    }

    /// <summary>Refuses a database that is older than the program; in Development it is brought up to date.</summary>
    public static async Task RequireMigratedAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDbContext>();
        if (app.Environment.IsDevelopment()) await Migration.RunAsync(db);
        else if ((await db.Database.GetPendingMigrationsAsync()).Any())
            throw new ConfigurationRefused("The database is older than this version. Run the portal once with the word \"migrate\", then start it again.");
    }
}
