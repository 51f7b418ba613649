using System.Text.RegularExpressions;

namespace ZOE.Matching.Web.Mail;

/// <summary>The own, narrow grammar of addresses that the portal writes to: local@domain in ASCII, no quotes, no comments, no white space. What it refuses never reaches the mail server.</summary>
public static partial class MailAddressRule
{
    /// <summary>Longest address, in characters.</summary>
    public const int MaxLength = 254;

    public static bool Allows(string? address) => address is { Length: > 2 and <= MaxLength } && Grammar().IsMatch(address);

    [GeneratedRegex(@"\A(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])\z", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Grammar();
}
