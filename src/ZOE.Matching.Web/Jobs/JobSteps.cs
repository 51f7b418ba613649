using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;

namespace ZOE.Matching.Web.Jobs;

/// <summary>One step of a job in one transaction, safe beside other servers and users.</summary>
internal static class JobSteps
{
    /// <summary>Acts and saves; when another one was faster, all of the step is undone and counts as not done. The context is empty afterwards.</summary>
    /// <param name="act">Returns false when there is nothing to do.</param>
    /// <returns>1 when done, else 0.</returns>
    public static async Task<int> TryStepAsync(this MatchingDbContext db, Func<Task<bool>> act, CancellationToken stop)
    {
        try
        {
            return await db.InWriteTransactionAsync(async () =>
            {
                if (!await act()) return 0;
                await db.SaveChangesAsync(stop);
                return 1;
            }, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return 0;
        }
        catch (DbUpdateException exception) when (UniqueKeys.IsViolatedIn(exception))
        {
            return 0;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
