using System.Text.RegularExpressions;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Employers;

/// <summary>What a text of a vacancy may offend against (AGG §§ 1, 7, 11).</summary>
public enum LintKind
{
    /// <summary>The title names one sex only (m/w/d is missing).</summary>
    GenderOfTitle,
    NativeSpeaker,
    Age,
    Nationality,
    Origin,
    Religion,
    Sex,
    Health,
    Family,

    /// <summary>A language other than German is required: only where the work cannot be done without it.</summary>
    OtherLanguage,
}

/// <summary>One place in the text: what it may offend against, and the words.</summary>
public sealed record LintFinding(LintKind Kind, string Words);

/// <summary>Reads the texts of a vacancy for wording that the AGG forbids or that keeps people away. A warning: a person decides.</summary>
public static partial class VacancyLint
{
    /// <summary>Each wording once, in the order of the kinds.</summary>
    public static IReadOnlyList<LintFinding> Find(string? title, string? description, IEnumerable<VacancyRequirement> requirements)
    {
        var rows = requirements.ToList();
        var text = string.Join("\n", rows.Select(r => r.Typed).Prepend(description ?? "").Prepend(title ?? ""));
        var found = new List<LintFinding>();
        if (!string.IsNullOrWhiteSpace(title) && NamesOneSex(title)) found.Add(new(LintKind.GenderOfTitle, title.Trim()));
        Add(found, LintKind.NativeSpeaker, NativeSpeaker(), text);
        Add(found, LintKind.Age, Age(), text);
        Add(found, LintKind.Nationality, Nationality(), text);
        Add(found, LintKind.Origin, Origin(), text);
        Add(found, LintKind.Religion, Religion(), text);
        Add(found, LintKind.Sex, Sex(), text);
        Add(found, LintKind.Health, Health(), text);
        Add(found, LintKind.Family, Family(), text);
        found.AddRange(rows.Where(r => r.Kind == ConceptKind.Language && r.Weight == RequirementWeight.Required).Select(r => new LintFinding(LintKind.OtherLanguage, r.Typed)));
        return [.. found.DistinctBy(f => (f.Kind, f.Words.ToUpperInvariant()))];
    }

    /// <summary>Neither a mark for all sexes, nor both forms, nor a word that has none.</summary>
    private static bool NamesOneSex(string title) => !ForAll().IsMatch(title) && !BothForms().IsMatch(title) && !Neutral().IsMatch(title);

    private static void Add(List<LintFinding> found, LintKind kind, Regex pattern, string text) =>
        found.AddRange(pattern.Matches(text).Select(match => new LintFinding(kind, match.Value.Trim())));

    private const RegexOptions Any = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b[mwdxfi]\s*[/|]\s*[mwdxfi](\s*[/|]\s*[mwdxfi])?\b|\bgn\b|alle geschlechter|all genders", Any)]
    private static partial Regex ForAll();

    [GeneratedRegex(@"\w[:*_/]\s*-?in(nen)?\b|\(in(nen)?\)|\b(\w{3,})\s*(/|und|oder|bzw\.)\s*-?\w*in(nen)?\b|\w{3,}in(nen)?\s*(/|und|oder|bzw\.)\s*\w{3,}", Any)]
    private static partial Regex BothForms();

    [GeneratedRegex(@"(hilfe|kraft|kräfte|person|personal|assistenz|aushilfe|leitung|vertretung|praktikum|praktika|ausbildung|umschulung|beschäftigung|stelle|jobs?|mitarbeitende|auszubildende|azubis?|studierende|fachkräfte|tätigkeit|mitarbeit)\b", Any)]
    private static partial Regex Neutral();

    [GeneratedRegex(@"\bmuttersprach\w*|\bnative speaker\w*|\bakzentfrei\w*|\bdeutsch als muttersprache\b", Any)]
    private static partial Regex NativeSpeaker();

    [GeneratedRegex(@"\bjung(e[snmr]?|es)\s+(und\s+\w+\s+)?(team|mitarbeiter\w*|kollegen|leute|menschen|frau\w*|mann|männer)\b|\bjung und dynamisch\b|\bdigital natives?\b|\b(höchstens|maximal|max\.|unter|nicht älter als)\s+\d{2}\s+jahre\w*|\b(zwischen\s+)?\d{2}\s*(-|–|bis|und)\s*\d{2}\s+jahre\s+alt\b|\bberufsanfänger bevorzugt\b", Any)]
    private static partial Regex Age();

    [GeneratedRegex(@"\b(deutsche[rn]?|eu-)\s*(staats(angehörigkeit|bürgerschaft|bürger\w*|angehörige\w*)|pass)\b|\bstaatsangehörigkeit\b|\bnur deutsche\b|\bdeutscher pass\b", Any)]
    private static partial Regex Nationality();

    [GeneratedRegex(@"\b(keine|ohne)\s+(ausländer\w*|flüchtlinge\w*|migrant\w*)\b|\bmigrationshintergrund\b|\bdeutsche herkunft\b|\beuropäisches aussehen\b", Any)]
    private static partial Regex Origin();

    [GeneratedRegex(@"\b(christlich|evangelisch|katholisch|muslimisch|konfession)\w*|\bkirchenzugehörigkeit\b|\b(ohne|kein)\s+kopftuch\b", Any)]
    private static partial Regex Religion();

    [GeneratedRegex(@"\b(nur|bevorzugt|suchen)\s+(eine[n]?\s+)?(frau|frauen|mann|männer|damen|herren)\b|\b(starke[rn]?|kräftige[rn]?|nette|attraktive)\s+(mann|männer|frau|frauen|jungs|mädchen|dame)\b", Any)]
    private static partial Regex Sex();

    [GeneratedRegex(@"\b(voll\s+)?körperlich (gesund|uneingeschränkt|voll belastbar)\b|\buneingeschränkt belastbar\b|\bkeine (vorerkrankung\w*|behinderung\w*|gesundheitlichen einschränkungen)\b|\bohne behinderung\b", Any)]
    private static partial Regex Health();

    [GeneratedRegex(@"\b(ohne|keine)\s+kinder\b|\b(ungebunden|ledig|kinderlos)\w*|\bkeine familiären (pflichten|verpflichtungen)\b", Any)]
    private static partial Regex Family();
}
