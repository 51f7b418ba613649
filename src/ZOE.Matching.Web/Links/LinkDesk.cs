using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Domain;

namespace ZOE.Matching.Web.Links;

/// <summary>Makes and checks one-click links. The token is an HMAC over the link's facts, so it can be written again into a repeated mail; only its hash is stored.</summary>
public sealed class LinkDesk(MatchingDbContext db, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("ZOE.Matching.Links");

    /// <summary>Adds a link to the context (the caller saves).</summary>
    public async Task<AnswerLink> AddAsync(LinkPurpose purpose, Guid recordId, Guid? contactId, TimeSpan validFor)
    {
        var key = await NewestKeyAsync();
        var id = Guid.NewGuid();
        // Whole seconds, so that every database gives back the same instant that the token was made from.
        var now = Whole(clock.NowUtc());
        var expires = now + validFor;
        var link = new AnswerLink
        {
            Id = id,
            Purpose = purpose,
            RecordId = recordId,
            ContactId = contactId,
            CreatedAtUtc = now,
            ExpiresAtUtc = expires,
            KeyId = key.KeyId,
            TokenHash = HashOf(Token(Secret(key), id, purpose, recordId, expires)),
        };
        db.Add(link);
        return link;
    }

    /// <summary>The token that stands in the address of a link.</summary>
    public async Task<string> TokenOfAsync(AnswerLink link)
    {
        var key = await db.LinkKeys.AsNoTracking().SingleAsync(k => k.KeyId == link.KeyId);
        return Token(Secret(key), link.Id, link.Purpose, link.RecordId, link.ExpiresAtUtc);
    }

    /// <summary>The link of a token if it is genuine, for this purpose; null otherwise. Expired and used ones are returned too, so that the page can say so.</summary>
    public async Task<AnswerLink?> FindAsync(string? token, LinkPurpose purpose)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 100) return null;
        var hash = HashOf(token);
        var link = await db.AnswerLinks.AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == purpose);
        if (link is null) return null;
        // A row that was altered in the database no longer fits its token.
        var expected = await TokenOfAsync(link);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(token)) ? link : null;
    }

    public bool IsExpired(AnswerLink link) => clock.NowUtc() >= link.ExpiresAtUtc;

    /// <summary>Uses the link up; false when it was used or ran out before. Call it in the transaction of the effect.</summary>
    public async Task<bool> UseAsync(AnswerLink link)
    {
        var now = clock.NowUtc();
        return await db.AnswerLinks.Where(l => l.Id == link.Id && l.UsedAtUtc == null && l.ExpiresAtUtc > now)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAtUtc, now)) == 1;
    }

    private async Task<LinkKey> NewestKeyAsync()
    {
        var key = db.LinkKeys.Local.OrderByDescending(k => k.CreatedAtUtc).FirstOrDefault()
            ?? await db.LinkKeys.OrderByDescending(k => k.CreatedAtUtc).FirstOrDefaultAsync();
        if (key is not null) return key;
        key = new LinkKey
        {
            KeyId = Guid.NewGuid().ToString("N")[..8],
            ProtectedKey = _protector.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))),
            CreatedAtUtc = clock.NowUtc(),
        };
        db.Add(key);
        return key;
    }

    private byte[] Secret(LinkKey key) => Convert.FromBase64String(_protector.Unprotect(key.ProtectedKey));

    private static string Token(byte[] secret, Guid id, LinkPurpose purpose, Guid recordId, DateTime expiresAtUtc) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"{id:N}|{purpose}|{recordId:N}|{expiresAtUtc.Ticks}")));

    private static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static DateTime Whole(DateTime utc) => new(utc.Ticks - utc.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);
}
