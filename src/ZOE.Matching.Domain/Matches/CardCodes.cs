using System.Security.Cryptography;

namespace ZOE.Matching.Domain.Matches;

/// <summary>Random codes under which an employer sees a candidate: eight letters and a check letter that finds every wrong letter and every swap.</summary>
public static class CardCodes
{
    /// <summary>23 letters, a prime number; I, O and U are left out because they are misread or misheard.</summary>
    private const string Letters = "ABCDEFGHJKLMNPQRSTVWXYZ";

    private const int Length = 8;

    public static string New(RandomNumberGenerator random)
    {
        Span<char> code = stackalloc char[Length + 1];
        Span<byte> one = stackalloc byte[1];
        for (var i = 0; i < Length;)
        {
            random.GetBytes(one);
            // 253 = 11 × 23: bytes above would favour the first letters.
            if (one[0] < 253) code[i++] = Letters[one[0] % Letters.Length];
        }

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
