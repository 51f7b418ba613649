using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Placements;
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
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await SaveAsync(Make(db, await DemoReference.LoadAsync(db), services.GetRequiredService<IPasswordHasher<PortalUser>>(), clock.NowUtc()));
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The demo world as it stands at an instant, not saved.</summary>
    internal static DemoWorld Make(MatchingDbContext db, DemoReference reference, IPasswordHasher<PortalUser> hasher, DateTime nowUtc)
    {
        var world = new DemoWorld(db, reference, nowUtc);
        DemoStaff.Add(world, hasher);
        DemoEmployers.Add(world);
        DemoProviders.Add(world);
        DemoClients.Add(world);
        DemoVacancies.Add(world);
        DemoCourses.Add(world);
        DemoProposals.Add(world);
        DemoPlacements.AddCandidateLed(world);
        DemoReferrals.Add(world);
        DemoWork.AddOwn(world);
        DemoVacancies.End(world);
        DemoCourses.End(world);
        return world;
    }

    /// <summary>Adds everything when it is complete, so that whole graphs are added at once; one transaction.</summary>
    private static async Task SaveAsync(DemoWorld world)
    {
        var db = world.Db;
        db.AddRange(world.Clients.Select(c => c.Client));
        db.AddRange(world.Vacancies.Select(v => v.Vacancy));
        db.AddRange(world.Courses);
        db.AddRange(world.Proposals);
        db.AddRange(world.Placements.Select(p => p.NewMeasure).OfType<Measure>());
        db.AddRange(world.Placements.Select(p => p.Placement));
        db.AddRange(world.Referrals);
        db.AddRange(world.Tasks);
        db.AddRange(world.Inbox);
        await db.SaveChangesAsync();
    }
}
