using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ZOE.Matching.Data;

/// <summary>A write that PostgreSQL broke off in favour of another: two waited for each other (40P01) or could not be ordered (40001). Nothing of it is kept, so it may be tried again.</summary>
internal static class LostRaces
{
    public static bool IsIn(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => false,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        DbUpdateException or InvalidOperationException => exception.InnerException is { } inner && IsIn(inner),
        _ => false,
    };
}
