using System.Collections.Frozen;

namespace ZOE.Matching.Search.German;

/// <summary>Small closed word lists, all in folded form.</summary>
internal static class GermanWords
{
    /// <summary>Words without meaning for a search.</summary>
    public static readonly FrozenSet<string> Stop = Set(
        "und oder sowie der die das den dem des ein eine einen einem einer eines fuer in im ins mit von vom zu zum zur als bei beim auf am an "
        + "aus nach ueber unter ohne durch bzw etc ist sind wird werden wir sie ihr ich es sich auch nicht suche suchen gesucht stelle stellen "
        + "jobs job bereich jeweils alle art and of the for");

    /// <summary>Words so common in titles that on their own they say little: they add points but are not demanded, and a compound is not found by them.</summary>
    public static readonly FrozenSet<string> Generic = Set(
        "mitarbeiter mitarbeit arbeiter arbeit arbeitskraft fachkraft fachmann kraft kauf helfer hilfskraft hilf angestellt fachangestellt assistent leiter leitung "
        + "spezialist fach beruf taetigkeit dienst schein fuehrer person personal kenntnis grundkenntnis ausbildung qualifizierung lehrgang kurs "
        + "schulung weiterbildung fuehrung verfahren allgemein verschieden technisch team mann frau meister geselle gesell zeit teil");

    /// <summary>Word beginnings that look like words but are none.</summary>
    public static readonly FrozenSet<string> NoParts = Set(
        "ver ent zer ein auf aus ueber unter vor nach mit bei hin her ung ist ent ant eur inn erin innen lich isch heit keit schaft igkeit bar sam haft "
        + "der die das den dem des und von zum zur fuer als er in an ab um un be ge re die nen ten sen gen");

    /// <summary>Letters inserted between the parts of a compound.</summary>
    public static readonly string[] Links = ["s", "es", "n", "en", "er", "e"];

    /// <summary>Driving licence classes.</summary>
    public static readonly FrozenSet<string> LicenceClasses = Set("am a1 a2 a be b96 b c1e c1 ce c d1e d1 de d t l");

    /// <summary>Words after which a licence class stands.</summary>
    public static readonly FrozenSet<string> LicenceWords = Set("klass klasse klassen kl fuehrerschein fuehrerscheinklass fuehrerscheinklasse fahrerlaubnis fahrerlaubnisklasse fs");

    /// <summary>What women and groups of "-mann" trades are called, by the part before the ending.</summary>
    public static readonly string[] MannTrades =
        ["kauf", "fach", "kamera", "geschaefts", "feuerwehr", "zimmer", "see", "amt", "landes", "wach", "tor", "obst", "vertrauens", "steuer", "bergwerks"];

    /// <summary>Irregular plural and feminine endings and what they come from; longest first.</summary>
    public static readonly (string Ending, string Root)[] Roots =
    [
        ("abschluess", "abschluss"), ("anwaelt", "anwalt"), ("glaeser", "glas"), ("haeuser", "haus"), ("hoelzer", "holz"), ("kleider", "kleid"),
        ("laender", "land"), ("maenner", "mann"), ("waelder", "wald"), ("buecher", "buch"), ("daecher", "dach"), ("gaerten", "garten"),
        ("kinder", "kind"), ("kraeft", "kraft"), ("baeder", "bad"), ("raeder", "rad"), ("baeuer", "bauer"), ("maerkt", "markt"), ("plaetz", "platz"),
        ("staedt", "stadt"), ("aerzt", "arzt"), ("koech", "koch"), ("raeum", "raum"), ("baeum", "baum"), ("haend", "hand"), ("waend", "wand"),
        ("gaeng", "gang"), ("plaen", "plan"), ("zaehn", "zahn"), ("traeg", "trag"), ("auszubildender", "auszubildend"), ("studierender", "studierend"), ("angestellter", "angestellt"), ("beamter", "beamt"),
        ("beamtet", "beamt"),
    ];

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
