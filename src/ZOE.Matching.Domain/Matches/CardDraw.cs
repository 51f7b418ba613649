using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ZOE.Matching.Domain.Matches;

/// <summary>
/// The order in which an employer sees cards that are equal: drawn by a key, another one for each employer, and a new consent is drawn anew, so that no place in a list
/// joins two codes. AES over the ids of the consents: 100,000 draws take a few milliseconds, where as many codes would take a tenth of a second.
/// </summary>
public static class CardDraw
{
    private const int Block = 16;

    /// <summary>One number for each consent, no two alike.</summary>
    /// <param name="key">Secret of the portal, 32 bytes.</param>
    public static UInt128[] Of(ReadOnlySpan<byte> key, Guid employerId, IReadOnlyList<Guid> consentIds)
    {
        Span<byte> facts = [.. "draw"u8, .. employerId.ToByteArray(bigEndian: true)];
        using var aes = Aes.Create();
        aes.Key = HMACSHA256.HashData(key, facts);
        var blocks = new byte[consentIds.Count * Block];
        for (var i = 0; i < consentIds.Count; i++) consentIds[i].TryWriteBytes(blocks.AsSpan(i * Block), bigEndian: true, out _);
        aes.EncryptEcb(blocks, blocks, PaddingMode.None);
        var draws = new UInt128[consentIds.Count];
        for (var i = 0; i < draws.Length; i++) draws[i] = BinaryPrimitives.ReadUInt128BigEndian(blocks.AsSpan(i * Block));
        return draws;
    }
}
