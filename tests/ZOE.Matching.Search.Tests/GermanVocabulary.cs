using ZOE.Matching.Search.German;

namespace ZOE.Matching.Search.Tests;

/// <summary>A small hand-written vocabulary for the language tests.</summary>
internal static class GermanVocabulary
{
    private static readonly (string Label, string Alternatives, string Broader)[] Rows =
    [
        ("Metallberufe", "", ""),
        ("Schweißer/in", "Schweißfachkraft", "Metallberufe"),
        ("Metallbauer/in", "Schlosser/in", "Metallberufe"),
        ("Metallbau", "", ""),
        ("Schweißen", "", ""),
        ("Metallaktivgasschweißen (MAG)", "MAG-Schweißen", "Schweißen"),
        ("CNC-Fräser/in", "Computergesteuerte Fräsmaschinen bedienen|Zerspanungsmechaniker/in Frästechnik", "Metallberufe"),
        ("Gabelstapler fahren", "Flurförderzeuge führen|Stapler fahren|Gabelstapler|Flurförderzeug", ""),
        ("Staplerschein", "Gabelstaplerschein|Fahrausweis für Flurförderzeuge|Flurfördermittelschein", ""),
        ("Fachkraft für Lagerlogistik", "Lagerfachkraft|Lagerlogistiker/in", ""),
        ("Lagerhelfer/in", "Helfer/in Lagerwirtschaft|Lagerarbeiter/in", ""),
        ("Lager", "Lagerwirtschaft", ""),
        ("Kaufmann/-frau im Einzelhandel", "Einzelhandelskaufmann/-frau", ""),
        ("Bürokaufmann/-frau", "Kaufmann/-frau für Büromanagement", ""),
        ("Altenpfleger/in", "Altenpflegefachkraft|Pflegefachkraft Altenpflege", ""),
        ("Gesundheits- und Krankenpfleger/in", "Krankenschwester|Pflegefachmann/-frau", ""),
        ("Erzieher/in", "Kindergärtner/in", ""),
        ("Erziehungsberater/in", "Berater/in für Erziehungsfragen", ""),
        ("Barkeeper/in", "Barmixer/in|Mitarbeiter/in an der Bar", ""),
        ("Bar", "", ""),
        ("Bär", "", ""),
        ("Tierpfleger/in", "Bärenpfleger/in", ""),
        ("Führerschein Klasse B", "PKW-Führerschein|Autoführerschein", ""),
        ("Führerschein Klasse BE", "Anhängerführerschein", ""),
        ("Führerschein Klasse C", "LKW-Führerschein", ""),
        ("Führerschein Klasse CE", "Lastzugführerschein", ""),
        ("Berufskraftfahrer/in", "LKW-Fahrer/in|Kraftfahrer/in|Fahrer/in", ""),
        ("Koch/Köchin", "", ""),
        ("Küchenhelfer/in", "Küchenhilfe|Beikoch/Beiköchin", ""),
        ("Küche", "", ""),
        ("Bäcker/in", "Bäckergeselle/-gesellin", ""),
        ("Bäckereifachverkäufer/in", "Fachverkäufer/in Bäckerei|Verkäufer/in", ""),
        ("Arzt/Ärztin", "Mediziner/in", ""),
        ("Arzthelfer/in", "Medizinische/r Fachangestellte/r|MFA", ""),
        ("Elektroniker/in für Betriebstechnik", "Betriebselektriker/in|Elektriker/in", ""),
        ("Anlagenmechaniker/in für Sanitär-, Heizungs- und Klimatechnik (SHK)", "Heizungsbauer/in|Installateur/in", ""),
        ("Maler/in und Lackierer/in", "Anstreicher/in", ""),
        ("Reinigungskraft", "Raumpfleger/in|Putzkraft|Gebäudereiniger/in", ""),
        ("Hauswirtschaft", "Hauswirtschafter/in", ""),
        ("Teilqualifizierung (TQ)", "", ""),
        ("Auszubildende/r", "AzuBi|Lehrling", ""),
        ("Friseur/in", "Frisör/in|Haarschneider/in", ""),
        ("Kinderbetreuung", "Kinderbetreuer/in|Betreuung von Kindern", ""),
        ("Maschinen- und Anlagenführer/in", "Maschinenführer/in|Maschinenbediener/in|Anlagenbediener/in", ""),
        ("Textverarbeitung", "Word", ""),
        ("Dolmetscher/in", "Übersetzer/in", ""),
        ("Straßenbauer/in", "Straßenbau", ""),
        ("Tischler/in", "Schreiner/in", ""),
        ("Fußbodenleger/in", "Bodenleger/in|Parkettleger/in", ""),
        ("Pädagoge/Pädagogin", "", ""),
        ("Haushaltshilfe", "Haushälter/in", ""),
        ("Qualitätsprüfung", "Qualitätskontrolle", ""),
    ];

    public static Lexicon Lexicon { get; } = Lexicon.Build(Rows.Select(r => new LexiconRow(
        Id(r.Label), r.Label, r.Alternatives.Split('|', StringSplitOptions.RemoveEmptyEntries), r.Broader.Length == 0 ? [] : [Id(r.Broader)])),
        ["Metall", "Bediener", "Pfleger", "Logistik", "Hilfe", "Betreuer", "Bau"]);

    public static GermanText Text { get; } = new(Lexicon);

    public static Guid Id(string label)
    {
        var at = Array.FindIndex(Rows, r => r.Label == label);
        return at >= 0 ? Sample.Id(10_000 + at) : throw new ArgumentException($"No concept '{label}'.");
    }

    /// <summary>Score of a search for the query over one document with this title; null when it is no hit. Asked of the oracle.</summary>
    public static async Task<int?> Score(string query, string title)
    {
        var index = new ReferenceSearchIndex(TimeProvider.System);
        await index.ApplyAsync(SearchKind.Vacancies, [IndexChange.Put(Sample.Vacancy(1, 1, Text.ForDocument(SearchField.Title, title)))]);
        var page = await index.SearchAsync(SearchKind.Vacancies, Text.ForQuery(query).ToQuery());
        return page.Hits.Count == 0 ? null : page.Hits[0].Score;
    }
}
