using System.Globalization;
using ZOE.Matching.Domain.Clients;

namespace ZOE.Matching.Domain.Proposals;

/// <summary>What a coach may write to an employer before name and contact are released: nothing that tells who it is.</summary>
public static class ProposalMessage
{
    /// <summary>Longest message, in characters.</summary>
    public const int MaxLength = 400;

    /// <summary>Shorter parts of a name ("Al", "El") are ordinary syllables too and are not looked for alone.</summary>
    private const int ShortestPart = 3;

    /// <summary>Refuses a message that holds a name, mail address, phone number or the VerBIS number of the client.</summary>
    public static Decision Check(string? message, ClientPerson person, string verbisNumber)
    {
        if (string.IsNullOrWhiteSpace(message)) return Decision.Accepted;
        var words = Words(message);
        var named = Words($"{person.FirstName} {person.LastName}").Where(part => part.Length >= ShortestPart)
            .Any(part => words.Any(word => Same(word, part) || Same(word, part + "s")));
        var digits = Digits(message);
        var reached = Holds(message, person.Email) || Holds(message, verbisNumber)
            || Digits(person.Phone) is { Length: >= 6 } phone && digits.Contains(phone, StringComparison.Ordinal);
        return named || reached ? new Refusal("Proposal.MessageTellsWho") { Field = "Message" } : Decision.Accepted;
    }

    private static List<string> Words(string text) =>
        [.. new string([.. text.Select(c => char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static bool Same(string word, string part) =>
        string.Compare(word, part, CultureInfo.InvariantCulture, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;

    private static bool Holds(string text, string? part) => !string.IsNullOrWhiteSpace(part) && text.Contains(part.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Digits(string? text) => new([.. (text ?? "").Where(char.IsAsciiDigit)]);
}
