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
}
