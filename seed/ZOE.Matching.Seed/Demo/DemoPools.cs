using System.Globalization;
using System.Text;

namespace ZOE.Matching.Seed.Demo;

/// <summary>The words that demo data are made of; all persons and firms are invented. Public, so that tests can look for them where they must not be.</summary>
public static class DemoPools
{
    /// <summary>First and last names of clients by the language that they are best spoken to in.</summary>
    public static IReadOnlyList<NamePool> Names { get; } =
    [
        new("Arabisch", "sprache-arabisch", "Syrien", 34,
            ["Ahmad", "Omar", "Khaled", "Bassel", "Yousef", "Anas", "Tarek", "Hassan", "Mahmoud", "Rami", "Firas", "Nizar"],
            ["Rana", "Hala", "Nour", "Layla", "Samar", "Dima", "Rasha", "Amal", "Yara", "Maysa"],
            ["Al-Hariri", "Haddad", "Khalil", "Darwish", "Al-Masri", "Sabbagh", "Najjar", "Shaheen", "Qasim", "Barakat", "Hamdan", "Zaytoun", "Al-Sayed", "Mansour", "Kabbani", "Rifai"]),
        new("Ukrainisch", "sprache-ukrainisch", "Ukraine", 20,
            ["Oleksandr", "Andrij", "Serhij", "Mykola", "Dmytro", "Bohdan"],
            ["Oksana", "Iryna", "Olena", "Natalija", "Switlana", "Tetjana", "Kateryna", "Halyna", "Julija", "Marija"],
            ["Kowalenko", "Bondarenko", "Tkatschenko", "Melnyk", "Schewtschuk", "Krawtschenko", "Lysenko", "Polischtschuk", "Sawtschuk", "Rudenko", "Hontschar", "Petrenko"]),
        new("Dari", "sprache-dari", "Afghanistan", 16,
            ["Hamid", "Najib", "Farhad", "Mirwais", "Rahim", "Zabihullah", "Esmat", "Wahid"],
            ["Zahra", "Fariba", "Shabnam", "Nilofar", "Marwa", "Parwin"],
            ["Ahmadi", "Rahimi", "Noori", "Sharifi", "Haidari", "Mohammadi", "Qaderi", "Faizi", "Amiri", "Yusufzai", "Karimzada"]),
        new("Persisch", "sprache-persisch", "Iran", 8,
            ["Reza", "Mehdi", "Kaveh", "Amir", "Navid", "Behrouz"], ["Shirin", "Mahsa", "Nasrin", "Leila", "Parisa"],
            ["Hosseini", "Moradi", "Jafari", "Ebrahimi", "Rostami", "Tehrani", "Sadeghi", "Ghorbani"]),
        new("Tigrinya", "sprache-tigrinya", "Eritrea", 9,
            ["Yonas", "Tesfay", "Filmon", "Samuel", "Mussie", "Robel"], ["Selam", "Helen", "Rahwa", "Feven", "Saba"],
            ["Tekle", "Gebremedhin", "Haile", "Kidane", "Weldu", "Mehari", "Berhane", "Asmerom"]),
        new("Somali", "sprache-somali", "Somalia", 6,
            ["Abdirahman", "Mohamud", "Yusuf", "Liban", "Guled"], ["Hodan", "Ifrah", "Sahra", "Fadumo"],
            ["Warsame", "Farah", "Jama", "Abdullahi", "Nur", "Elmi", "Hersi", "Osman"]),
        new("Kurmandschi", "sprache-kurmandschi", "Irak", 7,
            ["Azad", "Rojhat", "Dilovan", "Hogir", "Serdar"], ["Berivan", "Jiyan", "Rojin", "Zilan"],
            ["Barzan", "Khoshnaw", "Murad", "Elias", "Qasso", "Hesso", "Doskî", "Rashid"]),
    ];

    internal static IReadOnlyList<(string Name, string Branch, string Town)> Firms { get; } =
    [
        ("Metallbau Kortmann GmbH", "Technical", "Hannover"), ("Schlosserei Dreyer & Sohn", "Technical", "Garbsen"), ("Leinetal Anlagenbau GmbH", "Technical", "Laatzen"),
        ("Elektro Vahrenhold", "Technical", "Hannover"), ("Sanitär Heizung Bruns GmbH", "Technical", "Langenhagen"), ("Kfz-Werkstatt am Listholze", "Technical", "Hannover"),
        ("Nordstern Maschinentechnik GmbH", "Technical", "Seelze"), ("Solarwerk Deister GmbH", "Technical", "Barsinghausen"), ("Kältetechnik Möhle", "Technical", "Lehrte"),
        ("Autolackiererei Prange", "Technical", "Burgdorf"), ("Kunststoffteile Ahlem GmbH", "Technical", "Hannover"), ("Montageservice Wietzetal", "Technical", "Isernhagen"),
        ("Spedition Harkenbleck GmbH", "Logistics", "Lehrte"), ("Lagerhaus Mittelland GmbH", "Logistics", "Sehnde"), ("Paketdienst Flinke Leine", "Logistics", "Langenhagen"),
        ("Versandzentrum Nordhang GmbH", "Logistics", "Wunstorf"), ("Kurierdienst Rote Reihe", "Logistics", "Hannover"), ("Umzüge Behrens & Töchter", "Logistics", "Hannover"),
        ("Bauunternehmen Hagemann GmbH", "Construction", "Ronnenberg"), ("Malerbetrieb Farbenfroh Klages", "Construction", "Hannover"), ("Trockenbau Süderberg", "Construction", "Hemmingen"),
        ("Dachdeckerei Eilers", "Construction", "Neustadt am Rübenberge"), ("Tischlerei Holzhof Wedemark", "Construction", "Wedemark"), ("Fliesen Rodewald GmbH", "Construction", "Springe"),
        ("Gerüstbau Calenberg GmbH", "Construction", "Gehrden"), ("Straßenbau Otternhagen", "Construction", "Neustadt am Rübenberge"), ("Seniorenresidenz Lindenblick", "Care", "Hannover"),
        ("Pflegeheim Haus Abendsonne", "Care", "Wennigsen (Deister)"), ("Ambulante Pflege Kleeblatt GmbH", "Care", "Garbsen"), ("Klinik Sonnenhügel", "Care", "Langenhagen"),
        ("Hausarztpraxis Südstadtplatz", "Care", "Hannover"), ("Tagespflege Morgentau", "Care", "Burgwedel"), ("Hotel Zum Leineschloss", "Hospitality", "Hannover"),
        ("Restaurant Maschseeperle", "Hospitality", "Hannover"), ("Kantinenbetrieb Löffelweise GmbH", "Hospitality", "Laatzen"), ("Gasthaus Deisterblick", "Hospitality", "Springe"),
        ("Catering Feinkost Timpe", "Hospitality", "Isernhagen"), ("Café Lindenblüte", "Hospitality", "Hannover"), ("Gebäudereinigung Blitzblank Nolte GmbH", "Cleaning", "Hannover"),
        ("Reinigungsdienst Spiegelklar", "Cleaning", "Garbsen"), ("Hausmeisterservice Uetzer Land", "Cleaning", "Uetze"), ("Wäscherei Weißwind GmbH", "Cleaning", "Seelze"),
        ("Supermarkt Frischehof Engelke", "Retail", "Hannover"), ("Baumarkt Hammerschmidt", "Retail", "Wunstorf"), ("Drogerie Petersilie", "Retail", "Burgdorf"),
        ("Modehaus Kleidsam", "Retail", "Hannover"), ("Backhaus Ährengold GmbH", "Food", "Pattensen"), ("Fleischerei Landgut Meinershof", "Food", "Burgwedel"),
        ("Molkerei Steinhuder Land", "Food", "Wunstorf"), ("Gartenbau Grünkern GmbH", "Agriculture", "Pattensen"), ("Landschaftspflege Wiesengrund", "Agriculture", "Wedemark"),
        ("Kita Regenbogenfisch e. V.", "Childcare", "Hannover"), ("IT-Service Bitweise GmbH", "It", "Hannover"), ("Sicherheitsdienst Wachsam Region GmbH", "Security", "Hannover"),
        ("Recyclinghof Kreislauf GmbH", "Recycling", "Lehrte"), ("Textilpflege Saum & Naht", "Textile", "Hannover"), ("Friseursalon Lockenpracht", "BodyCare", "Garbsen"),
        ("Steuerkanzlei Bergmann-Ruhe", "Commercial", "Hannover"), ("Zimmerei Dachstuhl Ebeling", "Construction", "Uetze"), ("Personalservice Schnellstart", "Other", "Hannover"),
    ];

    internal static IReadOnlyList<(string Name, string Town)> Providers { get; } =
    [
        ("Bildungswerk Leinebogen gGmbH", "Hannover"), ("Sprachhaus Calenberg", "Hannover"), ("Lernwerkstatt Nordstadt e. V.", "Hannover"), ("Akademie Brückenschlag GmbH", "Hannover"),
        ("Handwerksbildung Region gGmbH", "Garbsen"), ("Schweißtechnische Lehrstätte Misburg", "Hannover"), ("Pflegeschule Lindenhof", "Hannover"), ("Volksbildung Umland West", "Barsinghausen"),
        ("Kolleg Wegweiser gGmbH", "Hannover"), ("Ausbildungsverbund Deister", "Springe"), ("Frauen-Bildungsstätte Aufwind", "Hannover"), ("Logistikschule Mittelland", "Lehrte"),
        ("Jugendwerkstatt Sägemehl", "Langenhagen"), ("Institut Sprachbrücke", "Laatzen"), ("Küchenschule Kochlöffel", "Hannover"), ("Grünes Lernfeld gGmbH", "Wedemark"),
        ("Coachinghaus Startklar", "Hannover"), ("Kompetenzzentrum Südheide", "Burgdorf"), ("Büroschule Federleicht", "Hannover"), ("Fahrschulzentrum Roderbruch", "Hannover"),
        ("Bildungszentrum Wunstorfer Tor", "Wunstorf"), ("Integrationsdienst Vielstimmig e. V.", "Hannover"), ("Werkstattschule Anpacken", "Seelze"),
        ("Lernzentrum Klarblick GmbH", "Hannover"), ("Sprachcafé Weltworte e. V.", "Neustadt am Rübenberge"),
    ];

    internal static IReadOnlyList<string> Functions { get; } = ["Geschäftsführung", "Personalleitung", "Betriebsleitung", "Werkstattleitung", "Ausbildungsleitung", "Büroleitung"];

    internal static IReadOnlyList<string> Talks { get; } =
    [
        "Nach dem Bedarf im nächsten Quartal gefragt. Der Betrieb überlegt, eine weitere Stelle zu melden.",
        "Betriebsbesuch. Arbeitsplätze gezeigt bekommen, ein Praktikum ist jederzeit möglich.",
        "Fragen zur Probebeschäftigung beantwortet und Unterlagen geschickt.",
        "Rückfrage zu einem Vorschlag. Der Betrieb meldet sich bis Ende der Woche.",
        "Über Deutschkurse neben der Arbeit gesprochen. Früher Feierabend an zwei Tagen wäre möglich.",
        "Vertretung am Telefon, Rückruf für nächste Woche vereinbart.",
        "Zufrieden mit der letzten Vermittlung, möchte wieder angesprochen werden.",
        "Neue Ansprechperson ist eingetragen. Schichtplan wird nachgereicht.",
    ];

    internal static IReadOnlyList<string> Wishes { get; } =
    [
        "Möchte wieder im gelernten Beruf arbeiten.", "Sucht eine feste Stelle, gern in der Nähe der Wohnung.", "Möchte erst ein Praktikum machen und dann entscheiden.",
        "Möchte neben der Arbeit weiter Deutsch lernen.", "Kann sich auch eine Ausbildung vorstellen.", "Möchte mit den Händen arbeiten, gern im Team.", "Braucht Arbeitszeiten, die zur Kita passen.",
    ];

    internal static IReadOnlyList<string> Notes { get; } =
    [
        "Kommt pünktlich zu allen Terminen.", "Zeugnisse liegen übersetzt vor.", "Anerkennung des Abschlusses ist beantragt.", "Lebenslauf im Gruppentraining überarbeitet.",
        "Hat nach einem Praktikum gefragt.", "Bewerbungsfoto fehlt noch.", "Möchte bei Rückfragen lieber angerufen werden.",
    ];

    internal static IReadOnlyList<string> Descriptions { get; } =
    [
        "Wir sind ein Betrieb mit gutem Zusammenhalt und arbeiten Sie in Ruhe ein. Eine feste Ansprechperson begleitet Sie in den ersten Wochen.",
        "Sie arbeiten in einem kleinen Team. Zuverlässigkeit ist uns wichtiger als ein perfekter Lebenslauf.",
        "Wir suchen Verstärkung. Arbeitskleidung stellen wir, der Betrieb ist mit Bus und Bahn gut zu erreichen.",
        "Abwechslungsreiche Aufgaben und geregelte Zeiten. Wir haben gute Erfahrungen mit Menschen gemacht, die noch Deutsch lernen.",
        "Bei Eignung ist eine Übernahme möglich. Wir freuen uns auf Menschen, die anpacken wollen.",
    ];

    internal static IReadOnlyList<string> OwnTasks { get; } =
        ["Lebenslauf gemeinsam durchsehen", "Zeugnisse übersetzen lassen", "Wegen der Anerkennung nachfragen", "Termin für das Gruppentraining vereinbaren", "Wunschberufe noch einmal besprechen", "Kita-Platz: Stand erfragen", "Vorstellungsgespräch üben"];

    internal static IReadOnlyList<string> Messages { get; } =
    [
        "Gute Kenntnisse im Fach, sofort verfügbar. Gern zuerst ein Praktikum.", "Hat mehrere Jahre Erfahrung und arbeitet sehr sorgfältig.", "Motiviert und pünktlich, besucht neben der Arbeit einen Deutschkurs.",
        "Passt nach dem Gespräch gut zu Ihrer Stelle. Bei Fragen rufen Sie mich bitte an.",
    ];

    internal static IReadOnlyList<string> Comments { get; } =
        ["Läuft gut, danke der Nachfrage.", "Arbeitet fleißig und fragt nach.", "Deutsch wird jede Woche besser.", "Im Team gut angekommen.", "Wir sind zufrieden."];

    private static readonly string[] GermanFirst = ["Andrea", "Bernd", "Claudia", "Detlef", "Eva", "Florian", "Gabriele", "Henning", "Ines", "Jörg", "Kerstin", "Lars", "Martina", "Norbert", "Ralf", "Susanne", "Thomas", "Ulrike", "Volker", "Wiebke"];
    private static readonly string[] GermanLast = ["Ahrens", "Bartels", "Cordes", "Dettmer", "Engelke", "Fricke", "Grote", "Hoppe", "Isensee", "Jürgens", "Knoche", "Lampe", "Meinecke", "Niemann", "Oelmann", "Pape", "Rehbock", "Struckmann", "Tegtmeier", "Wöhler"];
    private static readonly string[] Streets = ["Lindenallee", "Am Mühlengraben", "Bahnhofstraße", "Schulstraße", "Kirchweg", "Gartenstraße", "Feldstraße", "Industriestraße", "Am Wasserturm", "Neue Straße", "Birkenweg", "Hauptstraße", "Rosenweg", "Gewerbering", "Wiesenweg"];

    internal static string Street(DemoWorld world) => $"{world.One(Streets)} {world.Random.Int(1, 98)}";

    internal static string GermanName(DemoWorld world) => $"{world.One(GermanFirst)} {world.One(GermanLast)}";

    internal static string Phone(DemoWorld world) => $"0511 555{world.Random.Int(1000, 9999)}";

    /// <summary>Words for an address: small letters, digits and hyphens.</summary>
    internal static string Ascii(string text)
    {
        var plain = text.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD);
        var kept = plain.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-');
        return string.Join('-', new string([.. kept]).Split('-', StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>Names of people who share a language.</summary>
/// <param name="Language">As the coach writes it.</param>
/// <param name="Key">Key of the language in the vocabulary.</param>
/// <param name="Origin">Country of origin.</param>
/// <param name="Share">How many of a hundred clients.</param>
/// <param name="Men">First names.</param>
/// <param name="Women">First names.</param>
/// <param name="Last">Last names.</param>
public sealed record NamePool(string Language, string Key, string Origin, int Share, IReadOnlyList<string> Men, IReadOnlyList<string> Women, IReadOnlyList<string> Last);
