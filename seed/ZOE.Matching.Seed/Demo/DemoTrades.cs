using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;

namespace ZOE.Matching.Seed.Demo;

/// <summary>A trade that clients know and employers look for.</summary>
/// <param name="Key">Key of the occupation.</param>
/// <param name="Share">How often it comes among clients.</param>
/// <param name="Spoken">German that employers mostly ask for.</param>
/// <param name="Cents">Wage an hour in cents.</param>
/// <param name="Shifts">Usual working times.</param>
/// <param name="Learned">Whether most have learned it (Ausbildung or degree).</param>
/// <param name="Licence">Key of a certificate that many have; null = none.</param>
internal sealed record Trade(string Key, int Share, CefrLevel Spoken, int Cents, Shifts Shifts, QualificationGroup Learned, string? Licence = null);

/// <summary>The trades of the demo data by branch.</summary>
internal static class DemoTrades
{
    private const Shifts Early = Shifts.Early | Shifts.Late;
    private const Shifts Round = Shifts.Early | Shifts.Late | Shifts.Night;
    private const Shifts Week = Shifts.Day | Shifts.Late | Shifts.Weekend;

    public static ILookup<string, Trade> ByBranch { get; } = new (string Branch, Trade Trade)[]
    {
        ("Technical", new("metallbauer", 12, CefrLevel.A2, 1690, Shifts.Day, QualificationGroup.Vocational)),
        ("Technical", new("schweisser", 16, CefrLevel.A2, 1780, Early, QualificationGroup.Vocational, "schweisserpruefung-mag")),
        ("Technical", new("metallhelfer", 12, CefrLevel.A2, 1480, Early, QualificationGroup.School)),
        ("Technical", new("schlosser", 8, CefrLevel.B1, 1720, Shifts.Day, QualificationGroup.Vocational)),
        ("Technical", new("cnc-fachkraft", 4, CefrLevel.B1, 1850, Early, QualificationGroup.Vocational)),
        ("Technical", new("elektrohelfer", 9, CefrLevel.A2, 1500, Shifts.Day, QualificationGroup.School)),
        ("Technical", new("elektroniker-gebaeudetechnik", 7, CefrLevel.B1, 1820, Shifts.Day, QualificationGroup.Vocational)),
        ("Technical", new("shk-helfer", 7, CefrLevel.A2, 1520, Shifts.Day, QualificationGroup.School, "fuehrerschein-b")),
        ("Technical", new("kfz-helfer", 9, CefrLevel.A2, 1450, Shifts.Day, QualificationGroup.School)),
        ("Technical", new("kraftfahrzeugmechatroniker", 8, CefrLevel.B1, 1750, Shifts.Day, QualificationGroup.Vocational, "fuehrerschein-b")),
        ("Technical", new("produktionshelfer", 16, CefrLevel.A1, 1430, Round, QualificationGroup.None)),
        ("Technical", new("montagehelfer", 10, CefrLevel.A2, 1460, Early, QualificationGroup.School)),
        ("Logistics", new("lagerhelfer", 24, CefrLevel.A2, 1440, Round, QualificationGroup.None)),
        ("Logistics", new("kommissionierer", 12, CefrLevel.A2, 1460, Early, QualificationGroup.School)),
        ("Logistics", new("gabelstaplerfahrer", 9, CefrLevel.A2, 1560, Round, QualificationGroup.School, "gabelstaplerschein")),
        ("Logistics", new("auslieferungsfahrer", 10, CefrLevel.A2, 1480, Shifts.Day, QualificationGroup.School, "fuehrerschein-b")),
        ("Logistics", new("berufskraftfahrer", 7, CefrLevel.A2, 1690, Round, QualificationGroup.School, "fuehrerschein-c")),
        ("Construction", new("bauhelfer", 14, CefrLevel.A1, 1490, Shifts.Day, QualificationGroup.None)),
        ("Construction", new("maurer", 9, CefrLevel.A2, 1740, Shifts.Day, QualificationGroup.Vocational)),
        ("Construction", new("fliesenleger", 8, CefrLevel.A2, 1700, Shifts.Day, QualificationGroup.School)),
        ("Construction", new("trockenbauer", 6, CefrLevel.A2, 1650, Shifts.Day, QualificationGroup.School)),
        ("Construction", new("maler-und-lackierer", 10, CefrLevel.A2, 1660, Shifts.Day, QualificationGroup.School)),
        ("Construction", new("tischler", 8, CefrLevel.B1, 1640, Shifts.Day, QualificationGroup.Vocational)),
        ("Care", new("pflegehelfer", 14, CefrLevel.B1, 1610, Shifts.Early | Shifts.Late | Shifts.Weekend, QualificationGroup.School, "basisqualifikation-pflege")),
        ("Care", new("stationshilfe", 6, CefrLevel.A2, 1430, Shifts.Early | Shifts.Weekend, QualificationGroup.School, "gesundheitsbelehrung-ifsg")),
        ("Care", new("medizinischer-fachangestellter", 5, CefrLevel.B1, 1650, Shifts.Day, QualificationGroup.Vocational)),
        ("Hospitality", new("koch", 12, CefrLevel.A2, 1520, Week, QualificationGroup.School, "gesundheitsbelehrung-ifsg")),
        ("Hospitality", new("kuechenhelfer", 20, CefrLevel.A1, 1410, Week, QualificationGroup.None, "gesundheitsbelehrung-ifsg")),
        ("Hospitality", new("servicekraft", 9, CefrLevel.B1, 1420, Week, QualificationGroup.School, "gesundheitsbelehrung-ifsg")),
        ("Hospitality", new("zimmerreinigungskraft", 8, CefrLevel.A1, 1420, Shifts.Day | Shifts.Weekend, QualificationGroup.None)),
        ("Cleaning", new("reinigungskraft", 20, CefrLevel.A1, 1420, Shifts.Early | Shifts.Day, QualificationGroup.None)),
        ("Cleaning", new("gebaeudereiniger", 6, CefrLevel.A2, 1560, Shifts.Early, QualificationGroup.School)),
        ("Cleaning", new("hausmeister", 7, CefrLevel.A2, 1510, Shifts.Day, QualificationGroup.School, "fuehrerschein-b")),
        ("Retail", new("verkaeufer", 12, CefrLevel.B1, 1450, Shifts.Day | Shifts.Late, QualificationGroup.School, "kassenschein")),
        ("Retail", new("regalauffueller", 8, CefrLevel.A1, 1410, Shifts.Early | Shifts.Late, QualificationGroup.None)),
        ("Food", new("baecker", 7, CefrLevel.A2, 1530, Shifts.Early | Shifts.Night, QualificationGroup.School, "gesundheitsbelehrung-ifsg")),
        ("Food", new("lebensmittelhelfer", 7, CefrLevel.A1, 1430, Round, QualificationGroup.None, "gesundheitsbelehrung-ifsg")),
        ("Agriculture", new("gartenhelfer", 10, CefrLevel.A1, 1440, Shifts.Day, QualificationGroup.None)),
        ("Agriculture", new("landschaftsgaertner", 4, CefrLevel.A2, 1620, Shifts.Day, QualificationGroup.Vocational)),
        ("Childcare", new("kita-helfer", 8, CefrLevel.B1, 1480, Shifts.Day, QualificationGroup.School)),
        ("It", new("it-supporter", 4, CefrLevel.B1, 1780, Shifts.Day, QualificationGroup.Degree)),
        ("It", new("softwareentwickler", 3, CefrLevel.B1, 2450, Shifts.Day, QualificationGroup.Degree)),
        ("Security", new("sicherheitsmitarbeiter", 5, CefrLevel.B1, 1490, Round | Shifts.Weekend, QualificationGroup.School, "unterrichtung-34a")),
        ("Recycling", new("recyclinghelfer", 5, CefrLevel.A1, 1450, Early, QualificationGroup.None)),
        ("Textile", new("aenderungsschneider", 9, CefrLevel.A2, 1430, Shifts.Day, QualificationGroup.School)),
        ("BodyCare", new("friseur", 7, CefrLevel.B1, 1420, Shifts.Day | Shifts.Weekend, QualificationGroup.School)),
        ("Commercial", new("buerohelfer", 8, CefrLevel.B1, 1460, Shifts.Day, QualificationGroup.School)),
        ("Commercial", new("buchhalter", 5, CefrLevel.B1, 1850, Shifts.Day, QualificationGroup.Degree)),
        ("Other", new("produktionshelfer", 0, CefrLevel.A1, 1430, Round, QualificationGroup.None)),
    }.ToLookup(t => t.Branch, t => t.Trade, StringComparer.Ordinal);

    /// <summary>All trades, each as often as its share among clients.</summary>
    public static IReadOnlyList<(string Branch, Trade Trade)> Weighted { get; } =
        [.. ByBranch.SelectMany(branch => branch.SelectMany(trade => Enumerable.Repeat((branch.Key, trade), trade.Share)))];
}
