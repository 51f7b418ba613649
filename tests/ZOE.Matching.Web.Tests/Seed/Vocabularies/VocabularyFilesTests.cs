using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Seed.Vocabulary;

namespace ZOE.Matching.Web.Tests.Seed.Vocabularies;

/// <summary>The public vocabularies read into one graph.</summary>
public sealed class VocabularyFilesTests : IDisposable
{
    private const string Baker = "esco:o:11111111-1111-1111-1111-111111111111", Builder = "esco:o:22222222-2222-2222-2222-222222222222";
    private const string Knead = "esco:s:aaaaaaaa-0000-0000-0000-000000000001", Bricks = "esco:s:aaaaaaaa-0000-0000-0000-000000000002", Doughs = "esco:s:aaaaaaaa-0000-0000-0000-000000000003";

    private readonly VocabularyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_SoundFiles_HaveNoBadRowAndNothingMissing()
    {
        var content = Read();

        content.BadRows.Should().BeEmpty();
        content.Missing.Should().BeEmpty();
        content.Files.Single(f => f.File == "dkz_esco_occupations.csv").Should().Be(new FileCount("dkz_esco_occupations.csv", 5, 1));
        content.Postcodes.Select(p => (p.Code, p.Town)).Should().Equal(("01067", "Dresden"), ("30159", "Hannover"));
    }

    [Fact]
    public void Read_ExactAndOneToOne_IsOneConceptWithBothNamesAndCodes()
    {
        var baker = Concept(Read(), Baker);

        baker.Label.Should().Be("Bäcker/Bäckerin");
        Names(baker).Should().BeEquivalentTo("Preferred Bäcker/Bäckerin", "Alternative Bäcker", "Alternative Backwerker", "Alternative Brotbäcker", "Alternative Bäcker/in (BA)", "SearchWord Bäcker kurz");
        baker.Codes.Select(c => $"{c.Scheme} {c.Value}").Should().BeEquivalentTo($"esco {VocabularyFolder.BakerUri}", "isco08 7512", "dkz B 29222-100", "kldb 29222");
    }

    [Fact]
    public void Read_NotExact_IsAConceptOfItsOwnWithTheRelation()
    {
        Relations(Read()).Should().Contain([
            ("dkz:o:B29222-101", ConceptRelationKind.Broader, Baker), ("dkz:o:B99999-100", ConceptRelationKind.Close, Baker),
            ("dkz:o:B32122-100", ConceptRelationKind.Narrower, "isco:7112"), ("dkz:s:60102", ConceptRelationKind.Close, Knead),
            ("dkz:s:60102", ConceptRelationKind.Exact, Doughs), ("dkz:s:60103", ConceptRelationKind.Exact, Doughs)]);
    }

    [Fact]
    public void Read_CompetenceWithoutGermanName_TakesThatOfItsTwin()
    {
        var bricks = Concept(Read(), Bricks);

        bricks.Label.Should().Be("Mauern");
        Names(bricks).Should().BeEquivalentTo("SearchWord lay bricks", "Preferred Mauern", "SearchWord Ziegel", "SearchWord Mauerwerk");
    }

    [Fact]
    public void Read_CompetenceWithoutGermanNameOrTwin_IsShownInEnglish()
    {
        _folder.Write("dkz_esco_skills.csv", "dkz_skill_id,skill_no,relation");

        var bricks = Concept(Read(), Bricks);

        bricks.Label.Should().Be("lay bricks");
        Names(bricks).Should().Equal("SearchWord lay bricks");
    }

    [Fact]
    public void Read_Hierarchies_LeadToGroupsAndBroaderCompetences()
    {
        var content = Read();

        Relations(content).Should().Contain([
            (Baker, ConceptRelationKind.Broader, "isco:7512"), (Baker, ConceptRelationKind.Broader, "kldb:29222"), ("isco:7512", ConceptRelationKind.Broader, "isco:751"), ("isco:751", ConceptRelationKind.Broader, "isco:75"),
            ("kldb:29222", ConceptRelationKind.Broader, "kldb:2922"), ("kldb:29222", ConceptRelationKind.Close, "isco:7512"), (Knead, ConceptRelationKind.Broader, "esco:g:S1.2"),
            (Knead, ConceptRelationKind.Broader, Doughs), ("esco:g:S1.2", ConceptRelationKind.Broader, "esco:g:S1"), (Bricks, ConceptRelationKind.Broader, "dkz:g:K0001"),
            (Baker, ConceptRelationKind.Essential, Knead), (Baker, ConceptRelationKind.Optional, Doughs), (Builder, ConceptRelationKind.Essential, Bricks)]);
        Names(Concept(content, "kldb:29222")).Should().Contain(["SearchWord Feinbäcker/in", "SearchWord Brotmacher/in", "SearchWord Backwaren - Fachkraft"]);
        Concept(content, "kldb:29222").Kind.Should().Be(ConceptKind.OccupationGroup);
        Concept(content, "esco:g:S1").Kind.Should().Be(ConceptKind.CompetenceGroup);
    }

    [Fact]
    public void Read_Twice_GivesTheSameIds()
    {
        VocabularyContent first = Read(), second = Read();

        second.Concepts.Select(c => c.Id).Should().Equal(first.Concepts.Select(c => c.Id));
        second.Relations.Select(r => r.Id).Should().BeEquivalentTo(first.Relations.Select(r => r.Id)).And.OnlyHaveUniqueItems();
        first.Concepts.SelectMany(c => c.Labels).Select(l => l.Id).Should().OnlyHaveUniqueItems();
        first.Concepts.SelectMany(c => c.Codes).Select(l => l.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Read_TitleWithheld_LeavesEveryConcept()
    {
        var options = new VocabularyOptions { Withhold = [new(VocabularyFolder.BakerUri, ["backwerker", "FEINBÄCKER/IN", "Pizzabäcker/in", "Waffelbäcker/in"])] };

        var content = VocabularyFiles.Read(_folder.Path, options);

        content.Concepts.SelectMany(c => c.Labels).Select(l => l.Text).Should().NotContain(["Backwerker", "Feinbäcker/in", "Pizzabäcker/in", "Waffelbäcker/in"]).And.Contain("Brotbäcker");
        content.Concepts.Select(c => c.Label).Should().NotContain(["Pizzabäcker/in", "Waffelbäcker/in"]);
        content.Concepts.Should().NotContain(c => c.Key == "dkz:o:B99999-100", "its only name is withheld");
        content.Relations.Should().OnlyContain(r => content.Concepts.Any(c => c.Id == r.FromId) && content.Concepts.Any(c => c.Id == r.ToId));
    }

    [Fact]
    public void Read_RelationsWithheld_LeavesThoseOfTheOthers()
    {
        var content = VocabularyFiles.Read(_folder.Path, new VocabularyOptions { WithholdRelationsOf = new HashSet<string> { VocabularyFolder.BakerUri } });

        Relations(content).Where(r => r.Kind is ConceptRelationKind.Essential or ConceptRelationKind.Optional).Should().Equal((Builder, ConceptRelationKind.Essential, Bricks));
    }

    [Fact]
    public void Read_BadRows_AreAllNamedWithFileLineAndReason()
    {
        _folder.Append("esco_occupations.csv", "3,no-uri,1,7512,Zwei,,", "4,http://data.europa.eu/esco/occupation/33333333-3333-3333-3333-333333333333,1,7512,,,");
        _folder.Append("kldb_index.csv", "Ohne,9999", "Unbekannt,12345", "zu,viele,zellen");
        _folder.Append("esco_occupation_skills.csv", "1,1,X", "9,1,E");
        _folder.Append("plz.csv", "01067,Dresden,Sachsen,,,51.1,13.7", "99999,Fern,X,,,0,0", "1,Kurz,X,,,51,9");

        Read().BadRows.Select(b => $"{b.File}:{b.Line} {b.Reason}").Should().BeEquivalentTo(
            "esco_occupations.csv:4 uri \"no-uri\" is no URI of ESCO", "esco_occupations.csv:5 label_de is empty",
            "kldb_index.csv:4 kldb5 \"9999\" is not 5 digits", "kldb_index.csv:5 kldb5 \"12345\" is unknown", "kldb_index.csv:6 the number of cells differs from the header",
            "esco_occupation_skills.csv:5 relation \"X\" is none of E, O", "esco_occupation_skills.csv:6 occ_no \"9\" is unknown",
            "plz.csv:4 01067 Dresden stands twice", "plz.csv:5 lat \"0\" is no coordinate of Germany", "plz.csv:6 plz \"1\" is not 5 digits");
    }

    [Theory]
    [InlineData("esco_skills.csv"), InlineData("kldb2010.csv"), InlineData("isco08.csv"), InlineData("dkz_skills.csv"), InlineData("dkz_occupations.csv"), InlineData("esco_skill_groups.csv"), InlineData("plz.csv")]
    public void Read_FileMissing_IsSaidAndNoError(string file)
    {
        _folder.Remove(file);

        var content = Read();

        content.Missing.Should().Equal(file);
        content.BadRows.Should().BeEmpty();
        content.Concepts.Should().NotBeEmpty();
    }

    [Fact]
    public void Read_ColumnMissingOrEmptyFile_IsABadRow()
    {
        _folder.Write("isco08.csv", "code,name");
        File.WriteAllText(Path.Combine(_folder.Path, "plz.csv"), "");

        Read().BadRows.Where(b => b.File is "isco08.csv" or "plz.csv").Should().BeEquivalentTo([new BadRow("isco08.csv", 1, "column label_de is missing"), new BadRow("plz.csv", 1, "the file is empty")]);
    }

    private VocabularyContent Read() => VocabularyFiles.Read(_folder.Path);

    private static Concept Concept(VocabularyContent content, string key) => content.Concepts.Single(c => c.Key == key);

    private static IEnumerable<string> Names(Concept concept) => concept.Labels.Select(l => $"{l.Kind} {l.Text}");

    private static IEnumerable<(string From, ConceptRelationKind Kind, string To)> Relations(VocabularyContent content)
    {
        var keys = content.Concepts.ToDictionary(c => c.Id, c => c.Key);
        return content.Relations.Select(r => (keys[r.FromId], r.Kind, keys[r.ToId]));
    }
}
