using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Search.German;

namespace ZOE.Matching.Search.Tests;

/// <summary>The wide reading of a typed search, asked of the oracle index.</summary>
public sealed class NearQueryTests
{
    [Fact]
    public async Task Near_SameHeadOtherModifier_IsFoundBelowTheNameItself()
    {
        var found = await Find("Altenpfleger", "Tierpfleger", "Altenpfleger/in", "Bäcker");

        found.Should().Equal("Altenpfleger/in", "Tierpfleger");
    }

    [Fact]
    public async Task Near_ClassificationListsBoth_OneFindsTheOther()
    {
        var group = new LexiconRow(Guid.NewGuid(), "Schädlingsbekämpfung", ["Kammerjäger/in", "Desinfektor/in"], []) { IsGroup = true };
        var text = new GermanText(Lexicon.Build([group]));

        (await Find(text, "Kammerjägerin", "Desinfektor (m/w/d)", "Florist/in")).Should().Equal("Desinfektor (m/w/d)");
    }

    [Fact]
    public async Task Near_MappedConcept_IsFound()
    {
        var (here, there) = (Guid.NewGuid(), Guid.NewGuid());
        var text = new GermanText(Lexicon.Build(
        [
            new LexiconRow(here, "Straßenkehrer/in", [], []) { Related = [new RelatedConcept(there, 95)] },
            new LexiconRow(there, "Kehrmaschinenführer/in", [], []),
        ]));

        (await Find(text, "Straßenkehrer", "Kehrmaschinenführer", "Florist/in")).Should().Equal("Kehrmaschinenführer");
    }

    [Theory]
    [InlineData("xkcdqwz")]
    [InlineData("und der die das")]
    [InlineData("???")]
    public async Task Near_NothingMeant_FindsNothing(string typed) => (await Find(typed, "Schweißer", "Bäcker", "Koch")).Should().BeEmpty();

    [Fact]
    public async Task Near_NamesAlikeStandInOneGroup_ItsMemberComesBeforeAStranger()
    {
        var metal = new LexiconRow(Guid.NewGuid(), "Metallberufe", [], []) { IsGroup = true };
        var garden = new LexiconRow(Guid.NewGuid(), "Grüne Berufe", [], []) { IsGroup = true };
        var text = new GermanText(Lexicon.Build(
        [
            metal,
            garden,
            new LexiconRow(Guid.NewGuid(), "Kesselbauer/in", ["Kessel", "Kesselbau"], [metal.ConceptId]),
            new LexiconRow(Guid.NewGuid(), "Schmiedehelfer/in", ["Schmiede"], [metal.ConceptId]),
            new LexiconRow(Guid.NewGuid(), "Gartenhelfer/in", ["Garten"], [garden.ConceptId]),
            new LexiconRow(Guid.NewGuid(), "Helfer/in", [], []),
        ]));

        (await Find(text, "Kesselhelfer", "Gartenhelfer", "Schmiedehelfer")).Should().Equal("Schmiedehelfer", "Gartenhelfer");
    }

    [Fact]
    public async Task Near_NewCompoundOneLetterFromAnother_IsNoTypingError()
    {
        var text = new GermanText(Lexicon.Build(
        [
            new LexiconRow(Guid.NewGuid(), "Reifenmacher/in", [], []),
            new LexiconRow(Guid.NewGuid(), "Seifensieder/in", ["Seife"], []),
            new LexiconRow(Guid.NewGuid(), "Schuhmacher/in", ["Macher"], []),
        ]));

        text.Lexicon.IsNewWord("seifenmacher").Should().BeTrue();
        text.Lexicon.Corrected("Seifenmacher").Should().BeNull();
        (await Find(text, "Seifenmacher", "Reifenmacher", "Seifensieder")).Should().Contain("Seifensieder");
    }

    [Fact]
    public async Task Near_OnePartMistyped_IsFound() => (await Find("Metalbauhelfer", "Metallbauer", "Florist/in")).Should().Equal("Metallbauer");

    [Fact]
    public void Parts_AbbreviatedWord_IsNoPart()
    {
        var lexicon = Lexicon.Build([.. new[] { "Verw. Angestellte/r", "Verw. Leiter/in", "Verw. Wirt/in", "Alter", "Verwalter/in", "Verwalter/in Lager", "Verwalter/in Hof", "Verwalter/in Gut", "Hausverwalter/in", "Haus" }.Select(label => new LexiconRow(Guid.NewGuid(), label, [], []))]);

        lexicon.Parts.Finest("hausverwalter").Select(p => p.Token).Should().Equal("haus", "verwalter");
    }

    [Theory]
    [InlineData("Fotografin", "Fotograf")]
    [InlineData("Ökonomin", "Ökonom")]
    [InlineData("Gehilfin", "Gehilfe")]
    [InlineData("Schmiedin", "Schmied")]
    [InlineData("Paraffin", "Paraffin")]
    [InlineData("Morphin", "Morphin")]
    [InlineData("LehrbeauftragteR", "Lehrbeauftragte/r")]
    public void Stem_WomanAndMan_AreOne(string one, string other) => StemOf(one).Should().Be(StemOf(other));

    private static string StemOf(string word) => GermanTokens.Cut(word, 100, 1)[0].Stem;

    [Fact]
    public void Substitutes_TwoNamesDifferInOnePart_ThePartsAreNear()
    {
        var learnt = new Substitutes([[["kaffee", "brenn"], ["kaffee", "roest"]], [["malz", "brenn"], ["malz", "roest"]]]);

        learnt.Of("brenn").Should().ContainSingle().Which.Part.Should().Be("roest");
        learnt.Of("kaffee").Should().BeEmpty();
    }

    [Fact]
    public void LexiconRows_Mappings_HoldBothWays_AndGroupsAreMarked()
    {
        var occupation = new Concept { Key = "a", Label = "Bäcker/in", Kind = ConceptKind.Occupation };
        var other = new Concept { Key = "b", Label = "Backwarenhersteller/in", Kind = ConceptKind.Occupation };
        var group = new Concept { Key = "g", Label = "Backwarenherstellung", Kind = ConceptKind.OccupationGroup };

        var rows = LexiconRows.Of([occupation, other, group],
        [
            new ConceptRelation { FromId = occupation.Id, ToId = other.Id, Kind = ConceptRelationKind.Close },
            new ConceptRelation { FromId = other.Id, ToId = group.Id, Kind = ConceptRelationKind.Broader },
        ]).ToDictionary(r => r.ConceptId);

        rows[occupation.Id].Related.Should().Equal(new RelatedConcept(other.Id, 80));
        rows[other.Id].Related.Should().Equal(new RelatedConcept(occupation.Id, 80));
        rows[other.Id].Broader.Should().Equal(group.Id);
        rows[group.Id].IsGroup.Should().BeTrue();
        rows[occupation.Id].IsGroup.Should().BeFalse();
    }

    private static Task<List<string>> Find(string typed, params string[] titles) => Find(GermanVocabulary.Text, typed, titles);

    private static async Task<List<string>> Find(GermanText text, string typed, params string[] titles)
    {
        var index = new ReferenceSearchIndex(TimeProvider.System);
        await index.ApplyAsync(SearchKind.Vacancies, [.. titles.Select((t, i) => IndexChange.Put(Sample.Vacancy(i + 1, 1, text.ForDocument(SearchField.Title, t))))]);
        var page = await index.SearchAsync(SearchKind.Vacancies, text.ForNearQuery(typed));
        return [.. page.Hits.Select(h => titles[Enumerable.Range(0, titles.Length).Single(i => Sample.Id(i + 1) == h.Id)])];
    }

    [Theory]
    [InlineData("büro kaufman", "büro Kaufmann"), InlineData("kaufrau", "Kauffrau"), InlineData("schweisen", "Schweißen"), InlineData("verkäuferrin", "Verkäuferin"), InlineData("kaufmann", null), InlineData("verkäuferinnen", null)]
    public void Corrected_OfSeveralForms_IsTheOneNearestToWhatWasTyped(string typed, string? meant)
    {
        var text = new GermanText(Lexicon.Build(
        [
            new LexiconRow(Guid.NewGuid(), "Kaufmann/-frau im Büro", ["Kauffrau im Büro", "Kaufmann im Büro"], []),
            new LexiconRow(Guid.NewGuid(), "Schweißer/in", ["Schweiß-Fachkraft", "Schweißen"], []),
            new LexiconRow(Guid.NewGuid(), "Verkäufer/Verkäuferin", ["Verkäuferin"], []),
        ]));

        text.Lexicon.Corrected(typed).Should().Be(meant);
    }
}
