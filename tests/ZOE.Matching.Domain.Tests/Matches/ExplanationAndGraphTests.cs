using CsCheck;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Vocabulary;
using static ZOE.Matching.Domain.Tests.Matches.MatchWorld;

namespace ZOE.Matching.Domain.Tests.Matches;

public sealed class ExplanationAndGraphTests
{
    [Fact]
    public void Read_WhatWasWritten_ComesBackWhole() =>
        Gen.Select(RandomFacts.Client, RandomFacts.Vacancy, RandomFacts.Worlds).Sample((client, vacancy, world) =>
        {
            var result = MatchRules.Score(client, vacancy, world);
            var read = MatchExplanation.Read(MatchExplanation.Write(result));

            return read.Contributions.SequenceEqual(result.Contributions) && read.Gaps.SequenceEqual(result.Gaps) && read.Clarify.SequenceEqual(result.Clarify);
        }, iter: 500);

    [Fact]
    public void Write_Result_HasTheStableNames()
    {
        var result = new MatchResult(
            Id(1), Id(2), 1, 500,
            [new(MatchCriterion.Competence, 200, 400, MagWelding, "Öl „prüfen“"), new(MatchCriterion.Form, 60, 60)],
            [new(GapKind.Certificate, 1, null, RequirementWeight.Wished, Forklift), new(GapKind.GermanSpoken, 3, 2)],
            [new(ClarifyKind.RequirementUnlinked, null, "\"x\"")], null);

        MatchExplanation.Write(result).Should().Be(
            """{"c":[{"k":"Competence","p":200,"o":400,"i":"0000000c-0000-0000-0000-000000000000","s":"Öl „prüfen“"},{"k":"Form","p":60,"o":60}],"""
            + """
            "g":[{"k":"Certificate","n":1,"w":"Wished","i":"00000017-0000-0000-0000-000000000000"},{"k":"GermanSpoken","n":3,"h":2,"w":"Required"}],
            """
            + """
            "q":[{"k":"RequirementUnlinked","s":"\"x\""}]}
            """);
    }

    [Fact]
    public void Read_LaterVersion_PassesOverWhatIsNew()
    {
        var read = MatchExplanation.Read(
            """{"v":9,"c":[{"k":"Telepathy","p":1,"o":2},{"k":"Form","p":60,"o":60,"new":[1]},7],"g":[{"k":"99"},{"k":"Hours","n":40,"h":"x","w":"Soon"}],"x":{}}""");

        read.Contributions.Should().Equal(new MatchContribution(MatchCriterion.Form, 60, 60));
        read.Gaps.Should().Equal(new MatchGap(GapKind.Hours, 40, null));
        read.Clarify.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("no json")]
    [InlineData("{\"c\":{}}")]
    public void Read_NotAnExplanation_IsEmpty(string text)
    {
        var read = MatchExplanation.Read(text);

        (read.Contributions.Count + read.Gaps.Count + read.Clarify.Count).Should().Be(0);
    }

    [Fact]
    public void Graph_Lines_AreReadBothWays()
    {
        Graph.Broader(Welder).Should().Equal(Metalwork);
        Graph.Narrower(Metalwork).Should().BeEquivalentTo([Welder, Fitter]);
        Graph.Sisters(Welder).Should().Equal(Fitter);
        Graph.Sisters(Metalwork).Should().BeEmpty();
        (Graph.StepsUp(Welder, Metalwork), Graph.StepsUp(Metalwork, Welder)).Should().Be((1, -1));
        (Graph.Implies(Welder, Metalwork), Graph.Implies(Metalwork, Welder), Graph.Implies(Id(99), Id(99))).Should().Be((true, false, true));
        Graph.Essential(Welder).Should().BeEquivalentTo([MagWelding, Drawings]);
        Graph.Optional(Welder).Should().Equal(Stacking);
        Graph.EssentialFor(MagWelding).Should().Equal(Welder);
        Graph.EssentialFor(Stacking).Should().BeEmpty();
    }

    [Fact]
    public void Graph_Labels_AreFoundByKindWhateverTheCase()
    {
        var graph = VocabularyGraph.Build([Named(1, ConceptKind.Competence, "Nähen", "Schneidern"), Named(2, ConceptKind.Occupation, "Nähen")], []);

        graph.Find(ConceptKind.Competence, " nÄHEN ").Should().Be(Id(1));
        graph.Find(ConceptKind.Competence, "schneidern").Should().Be(Id(1));
        graph.Find(ConceptKind.Occupation, "Nähen").Should().Be(Id(2));
        graph.Find(ConceptKind.Language, "Nähen").Should().BeNull();
        (graph.Label(Id(1)), graph.Kind(Id(2)), graph.Label(Id(3)), graph.Knows(Id(3))).Should().Be(("Nähen", ConceptKind.Occupation, null, false));
    }

    [Fact]
    public void Graph_CircleOrLooseEnd_EndsTheLine()
    {
        var graph = VocabularyGraph.Build(
            [
                new() { Id = Id(1), Key = "a", Label = "a", BroaderId = Id(2) }, new() { Id = Id(2), Key = "b", Label = "b", BroaderId = Id(1) },
                new() { Id = Id(3), Key = "c", Label = "c", BroaderId = Id(9) },
            ],
            [new() { FromId = Id(1), ToId = Id(9) }, new() { FromId = Id(9), ToId = Id(1) }]);

        graph.Broader(Id(1)).Should().Equal(Id(2));
        graph.Broader(Id(3)).Should().BeEmpty();
        graph.Essential(Id(1)).Should().BeEmpty();
    }

    private static Concept Named(int id, ConceptKind kind, string label, params string[] others)
    {
        var concept = new Concept { Id = Id(id), Key = $"{id}", Kind = kind, Label = label };
        concept.Labels.AddRange(others.Select(text => new ConceptLabel { Text = text }));
        return concept;
    }
}
