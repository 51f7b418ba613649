using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ZOE.Matching.Domain.Proposals;

/// <summary>Short name of a proposal (Kennung) for employer and Jobbüro on the phone: five letters, made from the proposal's random id, so that it tells nothing of the person and another proposal of the same person has another.</summary>
public static class ProposalCodes
{
    /// <summary>I, O and U are left out because they are misread or misheard.</summary>
    private const string Letters = "ABCDEFGHJKLMNPQRSTVWXYZ";

    private const int Length = 5;

    public static string Of(Guid proposalId)
    {
        Span<byte> id = stackalloc byte[16], hash = stackalloc byte[SHA256.HashSizeInBytes];
        proposalId.TryWriteBytes(id, bigEndian: true, out _);
        SHA256.HashData(id, hash);
        var number = BinaryPrimitives.ReadUInt64BigEndian(hash);
        Span<char> code = stackalloc char[Length];
        for (var i = 0; i < Length; i++, number /= (ulong)Letters.Length) code[i] = Letters[(int)(number % (ulong)Letters.Length)];
        return new string(code);
    }

    /// <summary>What was typed as a code, small letters and blanks around allowed; null when it cannot be one.</summary>
    public static string? Typed(string? text)
    {
        var typed = text?.Trim().ToUpperInvariant();
        return typed is { Length: Length } && typed.All(Letters.Contains) ? typed : null;
    }
}
