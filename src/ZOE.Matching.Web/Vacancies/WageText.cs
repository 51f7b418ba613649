using System.Globalization;
using System.Text.RegularExpressions;

namespace ZOE.Matching.Web.Vacancies;

/// <summary>Euros an hour as people write them, and cents.</summary>
public static partial class WageText
{
    /// <summary>Reads "14,50", "14.5", "14,50 €"; null when nothing is typed.</summary>
    /// <returns>False when it is no amount.</returns>
    public static bool TryRead(string? typed, out int? cents)
    {
        cents = null;
        if (string.IsNullOrWhiteSpace(typed)) return true;
        var match = Amount().Match(typed.Trim());
        if (!match.Success) return false;
        var fraction = match.Groups["cents"].Value;
        cents = int.Parse(match.Groups["euros"].Value, CultureInfo.InvariantCulture) * 100
            + (fraction.Length == 0 ? 0 : int.Parse(fraction.PadRight(2, '0'), CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary>"14,50"; empty without a wage.</summary>
    public static string Of(int? cents) => cents is { } c ? $"{c / 100},{c % 100:00}" : "";

    [GeneratedRegex(@"^(?<euros>[0-9]{1,5})([.,](?<cents>[0-9]{1,2}))?\s*(€|euro)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Amount();
}
