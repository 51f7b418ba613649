using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ZOE.Matching.Search.German;

/// <summary>Unicode, case and umlaut folding, and the many ways to write both genders.</summary>
internal static partial class GermanFolding
{
    /// <summary>Lower case, ä = ae, ö = oe, ü = ue, ß = ss, other accents dropped. Folding twice changes nothing.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var folded = FoldOnce(text);
        for (var i = 0; i < 4; i++)
        {
            var again = FoldOnce(folded);
            if (again == folded)
                break;
            folded = again;
        }
        return folded;
    }

    /// <summary>Leaves one neutral form of double gender forms; case and umlauts stay.</summary>
    public static string FoldGender(string text)
    {
        if (text.Contains("In", StringComparison.Ordinal) || text.Contains("eR", StringComparison.Ordinal))
            text = InnerI().Replace(text, "");
        if (text.AsSpan().IndexOfAny("/*:_()|·•") < 0)
            return text;
        text = Marks().Replace(text, " ");
        text = MannFrau().Replace(text, "$1mann");
        text = Kraft().Replace(text, "$1kraft");
        return Ending().Replace(text, "");
    }

    private static string FoldOnce(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value is 0xFFFD ? " " : rune.ToString());
        var lower = clean.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        clean.Clear();
        foreach (var letter in lower)
        {
            _ = letter switch
            {
                'ä' or 'æ' => clean.Append("ae"),
                'ö' or 'ø' or 'œ' => clean.Append("oe"),
                'ü' => clean.Append("ue"),
                'ß' => clean.Append("ss"),
                'ł' => clean.Append('l'),
                'đ' or 'ð' => clean.Append('d'),
                'ı' => clean.Append('i'),
                _ => clean.Append(letter),
            };
        }
        var split = clean.ToString().Normalize(NormalizationForm.FormKD);
        clean.Clear();
        foreach (var letter in split)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                clean.Append(letter);
        }
        return clean.ToString().ToLowerInvariant().Normalize(NormalizationForm.FormKC);
    }

    // SchweißerIn, SchweißerInnen, AngestellteR
    [GeneratedRegex(@"(?<=\p{Ll}\p{Ll})In(?:nen)?(?!\p{L})|(?<=\p{Ll}te)R(?!\p{L})")]
    private static partial Regex InnerI();

    // (m/w/d), m|f|x, (gn), (alle Geschlechter)
    [GeneratedRegex(@"\(?(?<![\p{L}\p{N}])(?:[mwfdxi][ ]?[/|,*][ ]?){1,3}[mwfdxi](?![\p{L}\p{N}])\)?|\((?:gn\*?|all genders|alle geschlechter)\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    // Kaufmann/-frau, Fachfrau/mann, Zimmermann*frau
    [GeneratedRegex(@"(?<!\p{L})(\p{L}{3,40}?)(?:männer|mann|frauen|frau|leute)[ ]?[/*:_|][ ]?-?(?:männer|mann|frauen|frau|leute)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MannFrau();

    // Fachkraft/-leute, Pflegekraft/-kräfte
    [GeneratedRegex(@"(?<!\p{L})(\p{L}{3,40}?)(?:kräfte|kraft)[ ]?[/*:_|][ ]?-?(?:kräfte|kraft|leute|mann|frau)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Kraft();

    // Schweißer/in, /-innen, *in, :innen, _in, (in), Angestellte/r, Kranke*r, (r)
    [GeneratedRegex(@"(?<=\p{L}\p{L}\p{L})(?:(?:[/*:_·•]|[ ]?/[ ]?)-(?:innen|in|er|r|n|e)|[/*:_·•](?:innen|in|er|r|n|e)|[ ]?\(-?(?:innen|in|er|r|n|e)\))(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
