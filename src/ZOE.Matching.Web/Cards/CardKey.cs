using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;

namespace ZOE.Matching.Web.Cards;

/// <summary>The secret from which the codes on cards are made. It lies in the database, protected by the key ring, and is made when the portal starts: showing a card writes nothing.</summary>
public sealed class CardKey(MatchingDbContext db, IDataProtectionProvider protection)
{
    private const string Setting = "card-code-key";

    private readonly IDataProtector _protector = protection.CreateProtector("ZOE.Matching.CardCodes");

    /// <summary>The secret; null before the first start.</summary>
    public async Task<byte[]?> FindAsync(CancellationToken stop = default)
    {
        var kept = await db.Settings.AsNoTracking().Where(s => s.Key == Setting).Select(s => s.Value).SingleOrDefaultAsync(stop);
        return kept is null ? null : Convert.FromBase64String(_protector.Unprotect(kept));
    }

    /// <summary>Makes the secret unless it is there; two portals at once make one.</summary>
    public async Task EnsureAsync(CancellationToken stop = default)
    {
        if (await db.Settings.AnyAsync(s => s.Key == Setting, stop)) return;
        var made = _protector.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        await db.InWriteTransactionAsync(() => db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "Settings" ("Key", "Value") VALUES ({Setting}, {made}) ON CONFLICT DO NOTHING""", stop), stop);
    }
}
