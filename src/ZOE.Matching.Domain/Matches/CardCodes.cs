using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ZOE.Matching.Domain.Matches;

/// <summary>Codes under which an employer sees a candidate: eight letters out of a keyed hash, and a check letter that finds every wrong letter and every swap.</summary>
public static class CardCodes
{
    /// <summary>23 letters, a prime number; I, O and U are left out because they are misread or misheard.</summary>
    private const string Letters = "ABCDEFGHJKLMNPQRSTVWXYZ";

    private const int Length = 8;

    /// <summary>The same for the same three ids and key; another employer sees another code, each new consent makes a new one. Nobody without the key can tell that two codes are of one person.</summary>
    /// <param name="key">Secret of the portal, 32 bytes.</param>
    public static string Of(ReadOnlySpan<byte> key, Guid employerId, Guid clientId, Guid consentId)
    {
        Span<byte> facts = stackalloc byte[48];
        employerId.TryWriteBytes(facts, bigEndian: true, out _);
        clientId.TryWriteBytes(facts[16..], bigEndian: true, out _);
        consentId.TryWriteBytes(facts[32..], bigEndian: true, out _);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, facts, hash);
        // Of 2^64 numbers 23^8 = 7.8 * 10^10 are wanted: no letter is favoured in a way that could be noticed.
        var number = BinaryPrimitives.ReadUInt64BigEndian(hash);
        Span<char> code = stackalloc char[Length + 1];
        for (var i = 0; i < Length; i++, number /= (ulong)Letters.Length) code[i] = Letters[(int)(number % (ulong)Letters.Length)];
        code[Length] = Check(code[..Length]);
        return new string(code);
    }

    /// <summary>Written as it was given out, small letters and blanks around allowed.</summary>
    public static bool IsValid(string? code)
    {
        var typed = code?.Trim().ToUpperInvariant();
        return typed is { Length: Length + 1 } && typed.All(c => Letters.Contains(c)) && typed[Length] == Check(typed.AsSpan(0, Length));
    }

    private static char Check(ReadOnlySpan<char> letters)
    {
        var sum = 0;
        for (var i = 0; i < letters.Length; i++) sum += (i + 1) * Letters.IndexOf(letters[i]);
        return Letters[sum % Letters.Length];
    }
}
