using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain;
using ZOE.Matching.Seed.Demo;

namespace ZOE.Matching.Seed;

/// <summary>Fills an empty database with demo data, Development only. The same day gives the same people, firms and offers.</summary>
public static class DemoData
{
    /// <summary>Seed of all random choices.</summary>
    public const int Seed = 20161024;

    /// <summary>Does nothing when there is a user or a client already.</summary>
    public static async Task FillAsync(IServiceProvider services, TimeProvider clock)
    {
        var db = services.GetRequiredService<MatchingDbContext>();
        if (await db.Users.AnyAsync() || await db.Clients.AnyAsync()) return;
        var world = new DemoWorld(db, await DemoReference.LoadAsync(db), clock.NowUtc());
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            DemoStaff.Add(world, services.GetRequiredService<IPasswordHasher<PortalUser>>());
            DemoEmployers.Add(world);
            DemoProviders.Add(world);
            await db.SaveChangesAsync();
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            db.ChangeTracker.Clear();
        }
    }
}
