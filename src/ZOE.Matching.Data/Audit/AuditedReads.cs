using ZOE.Matching.Domain;

namespace ZOE.Matching.Data.Audit;

/// <summary>Who is looking, for the audit row.</summary>
public sealed record AuditViewer(Guid? UserId, string Role, string RequestId);

/// <summary>Reads client data and writes the audit row in one transaction: no audit, no view (law 8).</summary>
public sealed class AuditedReads(MatchingDbContext db, TimeProvider clock)
{
    /// <summary>Runs the read, then records whose data it showed. Nothing is recorded when nobody was shown.</summary>
    /// <param name="subjects">Pseudonyms of the clients in the result.</param>
    public Task<T> ReadAsync<T>(AuditViewer viewer, AuditPurpose purpose, Func<Task<T>> read, Func<T, IEnumerable<Guid>> subjects) =>
        db.InWriteTransactionAsync(async () =>
        {
            var result = await read();
            var shown = subjects(result).Distinct().Order().ToList();
            if (shown.Count == 0) return result;
            db.Add(new AuditEntry
            {
                AtUtc = clock.NowUtc(),
                UserId = viewer.UserId,
                Role = viewer.Role,
                Purpose = purpose,
                Subjects = string.Join(' ', shown.Select(s => s.ToString("N"))),
                SubjectCount = shown.Count,
                RequestId = viewer.RequestId,
            });
            await db.SaveChangesAsync();
            return result;
        });
}
