namespace ZOE.Matching.Search.Tests;

/// <summary>Hand-written pairs of search and title.</summary>
internal static class GermanGolden
{
    public const string Table = """
        gender | Schweißer | Schweißer/in | yes
        gender | Schweißerin | Schweißer (m/w/d) | yes
        gender | Schweißerinnen | Schweißer | yes
        gender | Schweißer | Schweißer*in gesucht | yes
        gender | Schweißer | Schweißer*innen | yes
        gender | Schweißer | Schweißer:in | yes
        gender | Schweißer | Schweißer:innen | yes
        gender | Schweißer | Schweißer_in | yes
        gender | Schweißer | SchweißerIn | yes
        gender | Schweißer | SchweißerInnen | yes
        gender | Schweißer | Schweißer/-in | yes
        gender | Schweißer | Schweißer(in) | yes
        gender | Schweißer | Schweißer (in) | yes
        gender | Schweißer | Schweißer/Schweißerin | yes
        gender | Schweißer/in (m/w/d) | Schweißerin | yes
        gender | Kauffrau im Einzelhandel | Kaufmann/-frau im Einzelhandel | yes
        gender | Einzelhandelskauffrau | Einzelhandelskaufmann | yes
        gender | Kaufleute | Kauffrau/-mann | yes
        gender | Bürokauffrau | Bürokaufleute | yes
        gender | Pflegefachfrau | Pflegefachmann/-frau | yes
        gender | Pflegefachleute | Pflegefachmann | yes
        gender | Altenpflegekräfte | Altenpflegekraft | yes
        gender | Köchin | Koch (m/w/d) | yes
        gender | Koch | Köche und Köchinnen | yes
        gender | Ärztin | Arzt | yes
        gender | Ärzt*innen | Arzt/Ärztin | yes
        gender | Friseurin | Friseur m/w/d | yes
        gender | Pädagogin | Pädagoge (w/m/d) | yes
        gender | Erzieherin | Erzieher:innen | yes
        gender | Tierpflegerin | Tierpfleger (m/w/x) | yes
        gender | Medizinische Fachangestellte | Medizinische/r Fachangestellte/r | yes
        gender | Elektronikerin | Elektroniker | yes
        umlaut | Schweisser | Schweißer | yes
        umlaut | Baecker | Bäcker | yes
        umlaut | BÄCKER | bäcker | yes
        umlaut | Kueche | Küche | yes
        umlaut | Strassenbauer | Straßenbauer | yes
        umlaut | Fussbodenleger | Fußbodenleger | yes
        umlaut | Fraeser | CNC-Fräser | yes
        umlaut | Fräser | CNC-FRAESER | yes
        umlaut | Übersetzer | Uebersetzer | yes
        plural | Maschine | Maschinen reinigen | yes
        plural | Gabelstaplern | Gabelstapler | yes
        plural | Lehrlinge | Lehrling | yes
        plural | Lagers | Lager | yes
        plural | Kinder | Arbeit mit Kindern | yes
        plural | Kind | Kinder | yes
        plural | Häuser | Haus | yes
        plural | Berufe | Beruf | yes
        plural | Prüfungen | Prüfung | yes
        plural | Kenntnisse | Kenntnis | yes
        plural | Malers | Maler | yes
        compound | Stapler | Gabelstapler | yes
        compound | Gabelstaplerschein | Staplerschein | yes
        compound | Staplerschein | Gabelstaplerschein | yes
        compound | Metallbauer | Metallbau | yes
        compound | Metallbau | Metallbauer | yes
        compound | Metall | Metallbauer | yes
        compound | Pfleger | Altenpfleger | yes
        compound | Altenpflege | Altenpflegefachkraft | yes
        compound | Lagerhelfer | Helfer im Lager | yes
        compound | Lager Helfer | Lagerhelfer | yes
        compound | Lagerlogistik | Fachkraft für Lagerlogistik | yes
        compound | Logistik | Lagerlogistik | yes
        compound | Bodenleger | Fußbodenleger | yes
        compound | Maschinen Bediener | Maschinenbediener | yes
        compound | Bediener | Maschinenbediener | yes
        compound | Kinderbetreuer | Betreuer für Kinder | yes
        compound | Küchenhilfe | Hilfe in der Küche | yes
        compound | Heizungsbauer | Heizung | no
        compound | Fahrer | Kraftfahrer | yes
        compound | Gabelstaplerfahrer | Fahrer Gabelstapler | yes
        compound | CNC Fräser | CNC-Fräser | yes
        compound | Lkw-Fahrer | LKW Fahrer | yes
        compound | Straßenbau | Straßenbauer | yes
        typo | Schweiser | Schweißer | yes
        typo | Schwesser | Schweißer | yes
        typo | Shcweißer | Schweißer | yes
        typo | Schweißerr | Schweißer | yes
        typo | Backer | Bäcker | yes
        typo | Elektrikr | Elektriker | yes
        typo | Eletroniker | Elektroniker | yes
        typo | Gabelstabler | Gabelstapler | yes
        typo | Gablstabler | Gabelstapler | yes
        typo | Altenflegger | Altenpfleger | yes
        typo | Tishcler | Tischler | yes
        typo | Frisör | Friseur | yes
        typo | Lagerlogistk | Lagerlogistik | yes
        typo | Dolmetcher | Dolmetscher | yes
        typo | Kindrebetreuung | Kinderbetreuung | yes
        typo | Reinigunskraft | Reinigungskraft | yes
        typo | Kohc | Koch | no
        typo | Schwxyzßer | Schweißer | no
        abbreviation | MAG | Metallaktivgasschweißen | yes
        abbreviation | mag schweißen | Metallaktivgasschweißen (MAG) | yes
        abbreviation | CNC | CNC-Fräser | yes
        abbreviation | Azubi | Auszubildende/r | yes
        abbreviation | AzuBi | Auszubildender | yes
        abbreviation | TQ | Teilqualifizierung | yes
        abbreviation | SHK | Anlagenmechaniker für Sanitär-, Heizungs- und Klimatechnik | yes
        abbreviation | MFA | Medizinische Fachangestellte | yes
        abbreviation | B1 | Deutsch B1 | yes
        synonym | Flurförderzeug | Gabelstapler | yes
        synonym | Gabelstapler | Flurförderzeuge führen | yes
        synonym | LKW-Führerschein | Führerschein Klasse C | yes
        synonym | Führerschein C | LKW-Führerschein | yes
        synonym | Klasse C | Führerschein C erforderlich | yes
        synonym | C-Führerschein | Führerschein Klasse C | yes
        synonym | Tischler | Schreinerin | yes
        synonym | Schlosser | Metallbauer | yes
        synonym | Krankenschwester | Gesundheits- und Krankenpfleger | yes
        synonym | Raumpflegerin | Reinigungskraft (m/w/d) | yes
        synonym | Barmixer | Barkeeper | yes
        synonym | Kindergärtnerin | Erzieher/in | yes
        synonym | Metallberufe | Schweißer | yes
        apart | Erzieher | Erziehungsberater | no
        apart | Erziehungsberater | Erzieher | no
        apart | Bar | Bär | no
        apart | Bär | Bar | no
        apart | Bär | Barkeeper | no
        apart | Führerschein B | Führerschein BE | no
        apart | Führerschein BE | Führerschein B | no
        apart | Führerschein Klasse C | Führerschein Klasse CE | no
        apart | Klasse B | Klasse C | no
        apart | Führerschein B | LKW-Führerschein | no
        apart | Schweißer | Tischler | no
        apart | Koch | Köln | no
        apart | Maler | Makler | no
        apart | Lehrer | Leerer | no
        apart | Bäcker | Metallbauer | no
        apart | Tischler | Metallbauer | no
        apart | Schweißer | Metallbauer | no
        apart | Verein | Verer | no
        apart | Termin | Term | no
        apart | Altenpfleger | Tierpfleger | no
        apart | A1 | A2 | no
        nothing | xkcdqwz | Schweißer | no
        nothing | Fachkraft Lagerlogistik | Fachkraft Küche | no
        nothing | Mitarbeiter Lager | Mitarbeiter Küche | no
        apart | Altenpfleger | Kundenpfleger | no
        apart | Lagerhelfer | Helfer im Tiefbau | no
        apart | Lagerhelfer | Leiter Lager | no
        nothing | Koch Bäcker | Koch | no
        """;
}
