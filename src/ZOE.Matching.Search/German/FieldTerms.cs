using System.Security.Cryptography;
using System.Text;

namespace ZOE.Matching.Search.German;

/// <summary>Words for kinds of courses and of work that no vocabulary of occupations and competences holds, with what else people call them. They help to search; nothing can be linked to them.</summary>
public static class FieldTerms
{
    private static readonly (string Label, string Others, string? Above)[] Terms =
    [
        ("Sprachkurs", "Deutschkurs|Sprachförderung|Deutschförderung|Deutsch lernen", null),
        ("Berufssprachkurs", "BSK|Deutsch für den Beruf|Berufsdeutsch|Berufsbezogene Deutschförderung", "Sprachkurs"),
        ("Integrationskurs", "", "Sprachkurs"),
        ("Alphabetisierungskurs", "Alphabetisierung|Alphakurs", "Sprachkurs"),
        ("Bewerbungstraining", "Bewerbung|Bewerbungen schreiben|Bewerben", null),
        ("Kompetenzfeststellung", "Kompetenzcheck", null),
        ("Teilqualifikation", "Teilqualifizierung|TQ", null),
        ("Umschulung", "", null),
        ("Einzelumschulung", "Betriebliche Einzelumschulung|Umschulung im Betrieb", "Umschulung"),
        ("Arbeitsgelegenheit", "AGH|Ein-Euro-Job", null),
        ("Ausbildung", "Lehre|Lehrstelle|Ausbildungsplatz|Azubi|Berufsausbildung", null),
        ("Praktikum", "Praktikant|Schnupperpraktikum|Praktikumsplatz", null),
        ("Probebeschäftigung", "Probearbeit|Probearbeiten", null),
        ("Vollzeit", "Vollzeitstelle", null),
        ("Teilzeit", "Teilzeitstelle|Halbtags", null),
        ("Abendkurs", "Abends|Abendschule|Abendunterricht", null),
        ("Onlinekurs", "Online|Online-Kurs|Fernunterricht", null),
        ("Minijob", "Geringfügige Beschäftigung|Nebenjob|Aushilfe", null),
        ("Frühschicht", "Frühdienst", "Schichtarbeit"),
        ("Spätschicht", "Spätdienst", "Schichtarbeit"),
        ("Nachtschicht", "Nachtdienst|Nachtarbeit", "Schichtarbeit"),
        ("Wochenendarbeit", "Wochenende|Wochenenddienst", null),
        ("Schichtarbeit", "Schichtdienst|Wechselschicht", null),
    ];

    /// <summary>The terms as rows of the lexicon.</summary>
    public static IReadOnlyList<LexiconRow> Rows { get; } =
        [.. Terms.Select(t => new LexiconRow(IdOf(t.Label), t.Label, t.Others.Split('|', StringSplitOptions.RemoveEmptyEntries), t.Above is null ? [] : [IdOf(t.Above)]) { IsTerm = true })];

    private static Guid IdOf(string label) => new(SHA256.HashData(Encoding.UTF8.GetBytes("term/" + label)).AsSpan(0, 16));
}
