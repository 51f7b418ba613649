using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;

namespace ZOE.Matching.Web.Work;

/// <summary>Saves and turns a lost race into a refusal.</summary>
public static class Saving
{
    private const int MostAttempts = 3;

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

    /// <summary>Reads, decides and saves as one transaction: a refusal rolls all of it back (a link stays unused). A race lost to another writer, e.g. a job's step, is tried again.</summary>
    public static async Task<Decision> InOneEffectAsync(this MatchingDbContext db, Func<Task<Decision>> act)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await db.InWriteTransactionAsync(async () =>
                {
                    if ((await act()).Refusal is { } refusal) throw new RefusedException(refusal);
                });
                return Decision.Accepted;
            }
            catch (RefusedException refused)
            {
                db.ChangeTracker.Clear();
                if (attempt == MostAttempts || refused.Refusal.Code != "Save.Outdated") return refused.Refusal;
            }
        }
    }

    /// <summary>Rolls the transaction back.</summary>
    private sealed class RefusedException(Refusal refusal) : Exception(refusal.Code)
    {
        public Refusal Refusal { get; } = refusal;
    }
}
