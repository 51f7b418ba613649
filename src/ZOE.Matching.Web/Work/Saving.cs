using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;

namespace ZOE.Matching.Web.Work;

/// <summary>Saves and turns a lost race into a refusal.</summary>
public static class Saving
{
    /// <returns>Null when saved; else why not (someone was faster, or it is already there). The context is empty then.</returns>
    public static async Task<Refusal?> SaveOrRefuseAsync(this MatchingDbContext db)
    {
        try
        {
            await db.SaveChangesAsync();
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Refusal("Save.Outdated");
        }
        catch (DbUpdateException exception) when (UniqueKeys.IsViolatedIn(exception))
        {
            db.ChangeTracker.Clear();
            return new Refusal("Save.AlreadyThere");
        }
    }
}
