using System.Reflection;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Search.Documents;
using ZOE.Matching.Search.German;
using CardArea = ZOE.Matching.Domain.Matches.CardArea;

namespace ZOE.Matching.Search.Tests;

/// <summary>An anonymous card cannot hold more than the closed list.</summary>
public sealed class CardDocumentTests
{
    [Fact]
    public void Inputs_AreExactlyTheClosedList_AndHoldNoText()
    {
        Describe(typeof(CardInput)).Should().BeEquivalentTo(
            "ProfileId: Guid", "Version: Int64", "OccupationIds: IReadOnlyList<Guid>", "Qualification: QualificationGroup",
            "Competences: IReadOnlyList<CardCompetence>", "German: CefrLevel", "Experience: ExperienceBand", "Area: CardArea",
            "WorkingTime: CardWorkingTime", "AvailableFrom: Nullable<CardMonth>", "Forms: IReadOnlyList<PlacementKind>");
        Describe(typeof(CardCompetence)).Should().BeEquivalentTo("ConceptId: Guid", "Level: SkillLevel");
        Describe(typeof(CardMonth)).Should().BeEquivalentTo("Year: Int32", "Month: Int32");
        typeof(CardDocument).GetMethod(nameof(CardDocument.Build))!.GetParameters().Select(p => p.ParameterType)
            .Should().Equal(typeof(CardInput), typeof(GermanText));
        typeof(SearchDocument).GetConstructors().Should().BeEmpty("only the builders make documents");
    }

    [Fact]
    public void Fields_AreOnlyTheMeasuredTuple_WithoutDays()
    {
        var schema = SearchSchema.Of(SearchKind.Cards);
        schema.KeywordFields.Should().BeEquivalentTo("occupation", "qualification", "area", "german", "experience", "form");
        schema.DayFields.Should().BeEmpty();
        var indexed = string.Join(' ', Enum.GetValues<SearchKind>().Select(SearchSchema.Of).SelectMany(s => s.KeywordFields.Concat(s.DayFields)));
        string[] forbidden = ["name", "mail", "phone", "street", "birth", "age", "sex", "gender", "origin", "nation", "country", "religion", "client", "note"];
        indexed.Split(' ').Should().NotContain(f => forbidden.Contains(f));
    }

    [Fact]
    public void Build_FullCard_HasTupleAndVocabularyTokens()
    {
        var document = CardDocument.Build(Card(2), GermanVocabulary.Text);
        document.Kind.Should().Be(SearchKind.Cards);
        document.Keywords[CardFields.Area].Should().Equal("City");
        document.Keywords[CardFields.German].Should().Equal("B1");
        document.Keywords[CardFields.Form].Should().Equal("Internship", "Job");
        document.Tokens.Should().Contain(new SearchToken(SearchField.Brief, TokenClass.Exact, "schweisser"));
        document.Tokens.Should().Contain(new SearchToken(SearchField.Competence, TokenClass.Exact, CardDocument.LevelToken(GermanVocabulary.Id("Staplerschein"), SkillLevel.Guided)));
        document.Tokens.Should().NotContain(new SearchToken(SearchField.Competence, TokenClass.Exact, CardDocument.LevelToken(GermanVocabulary.Id("Staplerschein"), SkillLevel.Expert)));
        document.Tokens.Should().Contain(new SearchToken(SearchField.Text, TokenClass.Exact, "month:2026-04"));
    }

    [Fact]
    public void Build_ThirteenCompetences_IsRefused()
    {
        var build = () => CardDocument.Build(Card(13), GermanVocabulary.Text);
        build.Should().Throw<ArgumentException>();
        CardDocument.Build(Card(12), GermanVocabulary.Text).Tokens.Should().NotBeEmpty();
    }

    [Fact]
    public void Fingerprint_DependsOnContentOnly()
    {
        var one = CardDocument.Build(Card(2), GermanVocabulary.Text);
        CardDocument.Build(Card(2) with { Version = 9 }, GermanVocabulary.Text).Fingerprint.Should().Be(one.Fingerprint);
        CardDocument.Build(Card(2) with { Area = CardArea.North }, GermanVocabulary.Text).Fingerprint.Should().NotBe(one.Fingerprint);
    }

    private static CardInput Card(int competences) => new()
    {
        ProfileId = Sample.Id(1),
        Version = 3,
        OccupationIds = [GermanVocabulary.Id("Schweißer/in")],
        Qualification = QualificationGroup.Vocational,
        Competences = [.. Enumerable.Repeat(new CardCompetence(GermanVocabulary.Id("Staplerschein"), SkillLevel.Independent), competences)],
        German = CefrLevel.B1,
        Experience = ExperienceBand.TwoToFive,
        Area = CardArea.City,
        AvailableFrom = new CardMonth(2026, 4),
        Forms = [PlacementKind.Job, PlacementKind.Internship],
    };

    private static IEnumerable<string> Describe(Type type)
        => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != "EqualityContract").Select(p => $"{p.Name}: {Name(p.PropertyType)}");

    private static string Name(Type type)
        => type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
}
