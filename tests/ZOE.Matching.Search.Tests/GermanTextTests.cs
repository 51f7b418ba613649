using System.Diagnostics;
using CsCheck;
using ZOE.Matching.Search.German;

namespace ZOE.Matching.Search.Tests;

/// <summary>The golden table: what must find what, and what must stay apart. Written by hand; class | search | title | yes or no.</summary>
public sealed class GermanTextTests
{
    [Theory]
    [MemberData(nameof(Golden))]
    public async Task Search_FindsWhatIsMeant_AndNothingElse(string kind, string query, string title, bool found)
        => (await GermanVocabulary.Score(query, title)).HasValue.Should().Be(found, "{0}: '{1}' and '{2}'", kind, query, title);

    [Theory]
    [InlineData("Gabelstapler", "Gabelstapler fahren", "Gabelstaplerschein")]
    [InlineData("Schweißer", "Schweißer (m/w/d)", "Schweißen")]
    [InlineData("Metallbauer", "Metallbauer/in", "Helfer im Metallbau")]
    [InlineData("Lagerhelfer", "Lagerhelfer/in", "Helfer im Lager")]
    [InlineData("Pfleger", "Pfleger (m/w/d)", "Altenpfleger")]
    [InlineData("Metallberufe", "Metallberufe", "Schlosser")]
    [InlineData("Bäckr", "Bäckr", "Bäcker")]
    [InlineData("Staplerfahrer", "Staplerfahrer", "Gabelstaplerfahrer")]
    public async Task Score_TheNearerTitle_IsHigher(string query, string nearer, string farther)
    {
        var far = await GermanVocabulary.Score(query, farther);
        far.Should().NotBeNull();
        (await GermanVocabulary.Score(query, nearer)).Should().BeGreaterThan(far!.Value);
    }

    [Fact]
    public async Task Search_SeparateAccents_AreTheSame()
        => (await GermanVocabulary.Score("Ba\u0308cker/in", "Bäcker")).Should().NotBeNull();

    [Theory]
    [InlineData("Schweißer", "schweisser")]
    [InlineData("Café-Bär ÅÉ", "cafe-baer ae")]
    [InlineData("ﬁlm", "film")]
    [InlineData("Łódź", "lodz")]
    [InlineData("u\u0308ber", "ueber")]
    [InlineData("STRAẞE", "strasse")]
    public void Fold_Text_IsLowerAndPlain(string text, string folded) => GermanText.Fold(text).Should().Be(folded);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void Query_Nothing_FindsEverything(string? text)
    {
        var query = GermanVocabulary.Text.ForQuery(text);
        (query.IsEmpty, query.MeansNothing, query.ToQuery().FindsNothing).Should().Be((true, false, false));
    }

    [Theory]
    [InlineData("???")]
    [InlineData("und oder die der")]
    [InlineData("(m/w/d)")]
    [InlineData("- / *")]
    public void Query_WithoutMeaning_HasNoGroups(string text)
    {
        var query = GermanVocabulary.Text.ForQuery(text);
        query.Groups.Should().BeEmpty();
        query.ToQuery().FindsNothing.Should().BeTrue();
    }

    [Fact]
    public void Query_Weights_ExactOverFuzzyOverPart()
    {
        var alternatives = GermanVocabulary.Text.ForQuery("Schweisserr").Groups.Single().Alternatives;
        alternatives.Should().Contain(new TokenAlternative("schweisserr", TokenClass.Exact, 100));
        alternatives.Should().Contain(new TokenAlternative("schweisser", TokenClass.Fuzzy, 60));
        alternatives.Should().Contain(a => a.Token == GermanText.ConceptToken(GermanVocabulary.Id("Schweißer/in")) && a.Class == TokenClass.Fuzzy);
    }

    [Fact]
    public void Document_ConceptTokens_NameItselfAndWhatIsAbove()
    {
        var tokens = GermanVocabulary.Text.ForDocument(SearchField.Competence, "Schlosser");
        tokens.Should().Contain(new SearchToken(SearchField.Competence, TokenClass.Exact, GermanText.ConceptToken(GermanVocabulary.Id("Metallbauer/in"))));
        tokens.Should().Contain(new SearchToken(SearchField.Competence, TokenClass.Broader, GermanText.BroaderToken(GermanVocabulary.Id("Metallberufe"))));
    }

    [Theory]
    [InlineData("schweißerinnen", "Schweißer/in")]
    [InlineData("Flurförderzeug", "Gabelstapler fahren")]
    [InlineData("MAG", "Metallaktivgasschweißen (MAG)")]
    [InlineData("Einzelhandelskauffrau", "Kaufmann/-frau im Einzelhandel")]
    [InlineData("lkw führerschein", "Führerschein Klasse C")]
    [InlineData("Schreinerin", "Tischler/in")]
    [InlineData("TQ", "Teilqualifizierung (TQ)")]
    public void Link_KnownName_IsSure(string typed, string label)
        => GermanVocabulary.Lexicon.Link(typed).Should().BeEquivalentTo(new LinkResult(GermanVocabulary.Id(label), []));

    [Theory]
    [InlineData("Schweiser", "Schweißer/in")]
    [InlineData("Elektriker im Betrieb", "Elektroniker/in für Betriebstechnik")]
    [InlineData("Lager-Logistik", "Fachkraft für Lagerlogistik")]
    public void Link_UnsureName_SuggestsAtMostThree(string typed, string among)
    {
        var result = GermanVocabulary.Lexicon.Link(typed);
        result.ConceptId.Should().BeNull();
        result.Suggestions.Should().HaveCountLessThanOrEqualTo(3).And.Contain(s => s.Label == among);
        result.Suggestions.Select(s => s.Score).Should().BeInDescendingOrder();
    }

    [Theory]
    [InlineData("xqztvb")]
    [InlineData("")]
    [InlineData("Quantenchromodynamik")]
    public void Link_UnknownName_SuggestsNothing(string typed)
        => GermanVocabulary.Lexicon.Link(typed).Should().BeEquivalentTo(new LinkResult(null, []));

    [Fact]
    public void Fold_RandomText_TwiceIsOnce()
        => Gen.String.Sample(text => GermanText.Fold(GermanText.Fold(text)) == GermanText.Fold(text), iter: 20_000);

    [Fact]
    public void Pipeline_RandomText_GivesOnlyCleanTokens()
        => Gen.OneOf(Gen.String, Gen.String[Gen.Char["aeäßn/-*:()IMDmwd .1Ⅷ\u0308\ud800"], 0, 80]).Sample(
            text =>
            {
                var tokens = GermanVocabulary.Text.ForDocument(SearchField.Text, text).Select(t => t.Text)
                    .Concat(GermanVocabulary.Text.ForQuery(text).Groups.SelectMany(g => g.Alternatives).Select(a => a.Token));
                return tokens.All(t => t.Length is > 0 and <= SearchToken.MaxLength && !t.Any(char.IsWhiteSpace))
                    && GermanVocabulary.Lexicon.Link(text).Suggestions.Count <= 3;
            },
            iter: 5_000);

    [Theory]
    [InlineData("a")]
    [InlineData("ä/in ")]
    [InlineData("mann/")]
    [InlineData("(m/w")]
    [InlineData("schweisser")]
    [InlineData("Klasse B ")]
    [InlineData("\ud83d\ude00")]
    public void Pipeline_HundredThousandChars_EndsSoon(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        GermanVocabulary.Text.ForDocument(SearchField.Text, text).Count.Should().BeLessThan(SearchSchema.MaxTokens);
        GermanVocabulary.Text.ForQuery(text).Groups.Count.Should().BeLessThanOrEqualTo(SearchQuery.MaxGroups);
        GermanText.Fold(text);
        GermanVocabulary.Lexicon.Link(text);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5));
    }

    public static TheoryData<string, string, string, bool> Golden()
    {
        var data = new TheoryData<string, string, string, bool>();
        foreach (var line in GermanGolden.Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            data.Add(cells[0], cells[1], cells[2], cells[3] switch { "yes" => true, "no" => false, _ => throw new FormatException(line) });
        }
        return data;
    }
}
