using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Vocabulary;
using static ZOE.Matching.Domain.Tests.Matches.MatchWorld;

namespace ZOE.Matching.Domain.Tests.Matches;

public sealed class AnonymousCardTests
{
    /// <summary>The closed list of what an employer may ever see, and the id that stays on the server.</summary>
    [Fact]
    public void AnonymousCard_Properties_AreTheClosedList()
    {
        typeof(AnonymousCard).GetProperties().ToDictionary(p => p.Name, p => p.PropertyType).Should().BeEquivalentTo(new Dictionary<string, Type>
        {
            ["ClientId"] = typeof(Guid),
            ["Occupation"] = typeof(CardTerm),
            ["Qualification"] = typeof(QualificationGroup),
            ["Area"] = typeof(CardArea),
            ["German"] = typeof(CefrLevel),
            ["Experience"] = typeof(ExperienceBand),
            ["Forms"] = typeof(IReadOnlyList<PlacementKind>),
            ["Skills"] = typeof(IReadOnlyList<CardTerm>),
            ["WorkingTime"] = typeof(WorkingTime),
            ["AvailableFrom"] = typeof(DateOnly?),
        });
        typeof(CardTerm).GetProperties().Select(p => p.Name).Should().BeEquivalentTo("ConceptId", "Label");
    }

    [Fact]
    public void Project_FiveAlike_ShowsThemAsTheyAre()
    {
        var card = CardProjection.Project(Alike(5), Graph)[0];

        card.Should().BeEquivalentTo(new AnonymousCard(
            Id(1), new(Welder, "Schweißer/in"), QualificationGroup.School, CardArea.North, CefrLevel.B2, ExperienceBand.TwoToFive,
            [PlacementKind.Internship, PlacementKind.Job], [new(MagWelding, "MAG-Schweißen"), new(Drawings, "Zeichnungen lesen")],
            WorkingTime.FullTime, new(2027, 5, 1)));
    }

    [Fact]
    public void Project_FourAlike_ShowsNobody() => CardProjection.Project(Alike(4), Graph).Should().BeEmpty();

    [Fact]
    public void Project_SameClientTwice_CountsOnce() =>
        CardProjection.Project([.. Alike(4), Alike(1)[0]], Graph).Should().BeEmpty();

    [Fact]
    public void Project_FourAndOneOther_MeetWhereTheLadderLetsThem()
    {
        // Five welders, one of them in the city: all but the area stays apart only until the rung where areas go.
        var all = Alike(4).Append(Alike(5)[4] with { Area = Area.City }).ToArray();

        var cards = CardProjection.Project(all, Graph);

        cards.Should().HaveCount(5).And.OnlyContain(c =>
            c.Area == CardArea.Any && c.Occupation!.ConceptId == Metalwork && c.German == CefrLevel.B1 && c.Qualification == QualificationGroup.Unknown);
    }

    [Theory]
    [InlineData("years", ExperienceBand.Any, 2, CardArea.North, QualificationGroup.School, 2, CefrLevel.B2)]
    [InlineData("forms", ExperienceBand.Any, 0, CardArea.North, QualificationGroup.School, 2, CefrLevel.B2)]
    [InlineData("area", ExperienceBand.Any, 0, CardArea.Region, QualificationGroup.School, 2, CefrLevel.B2)]
    [InlineData("qualification", ExperienceBand.Any, 0, CardArea.Region, QualificationGroup.Unknown, 2, CefrLevel.B2)]
    [InlineData("occupation", ExperienceBand.Any, 0, CardArea.Region, QualificationGroup.Unknown, 1, CefrLevel.B2)]
    [InlineData("german", ExperienceBand.Any, 0, CardArea.Region, QualificationGroup.Unknown, 1, CefrLevel.B1)]
    public void Project_OneDiffersInOneThing_AllClimbToTheRungWhereItGoes(
        string thing, ExperienceBand band, int forms, CardArea area, QualificationGroup qualification, int occupation, CefrLevel german)
    {
        var other = Alike(5)[4];
        other = thing switch
        {
            "years" => other with { Years = 9 },
            "forms" => other with { Forms = [PlacementKind.Apprenticeship] },
            "area" => other with { Area = Area.West },
            "qualification" => other with { Qualification = QualificationGroup.Degree },
            "occupation" => other with { OccupationId = Fitter },
            _ => other with { German = CefrLevel.B1 },
        };

        var cards = CardProjection.Project([.. Alike(4), other], Graph);

        cards.Should().HaveCount(5).And.OnlyContain(c => c.Experience == band && c.Forms.Count == forms && c.Area == area
            && c.Qualification == qualification && c.Occupation!.ConceptId == Id(occupation) && c.German == german);
    }

    [Fact]
    public void Project_OneDiffersWhollyInOccupationAndGerman_LastRungShowsNeither()
    {
        var other = Alike(5)[4] with { OccupationId = Office, German = CefrLevel.None };

        var cards = CardProjection.Project([.. Alike(4), other], Graph);

        cards.Should().HaveCount(5).And.OnlyContain(c => c.Occupation == null && c.German == CefrLevel.None && c.Area == CardArea.Any);
    }

    [Fact]
    public void Project_OneBesideACompanyOfFive_GoesOnlyViaCoach() =>
        CardProjection.Project([.. Alike(5), Alike(6)[5] with { OccupationId = Office, German = CefrLevel.C2 }], Graph)
            .Select(c => c.ClientId).Should().Equal(Enumerable.Range(1, 5).Select(Id));

    [Fact]
    public void Project_RareSkill_GivesWayToItsParentOrIsLeftOut()
    {
        var all = Alike(6).Select((p, i) => p with
        {
            Skills = i switch { 0 => [MagWelding, Typing], _ => [Welding] },
        }).ToArray();

        CardProjection.Project(all, Graph).Should().OnlyContain(c => c.Skills.Single().ConceptId == Welding);
    }

    [Fact]
    public void Project_RarePair_ShowsOnlyTheMoreCommonTerm()
    {
        // Drawings 6, typing 5, both together 4 at most: never side by side.
        var all = Alike(7).Select((p, i) => p with
        {
            Skills = i switch { < 4 => [Drawings, Typing], 4 => [Typing], _ => [Drawings] },
        }).ToArray();

        var cards = CardProjection.Project(all, Graph);

        cards.Select(c => c.Skills.Single().ConceptId).Should().Equal(Drawings, Drawings, Drawings, Drawings, Typing, Drawings, Drawings);
    }

    [Fact]
    public void Project_TermAndItsParent_ShowsTheNarrowerOnly() =>
        CardProjection.Project([.. Alike(5).Select(p => p with { Skills = [Welding, MagWelding] })], Graph)
            .Should().OnlyContain(c => c.Skills.Single().ConceptId == MagWelding);

    [Fact]
    public void Project_ManySkills_ShowsTwelve()
    {
        var many = Enumerable.Range(500, 20).Select(Id).ToArray();
        var graph = VocabularyGraph.Build(many.Select(id => new Concept { Id = id, Key = $"{id}", Kind = ConceptKind.Competence, Label = "x" }), []);

        CardProjection.Project([.. Alike(5).Select(p => p with { Skills = many })], graph).Should().OnlyContain(c => c.Skills.Count == 12);
    }

    [Fact]
    public void Project_ConceptThatIsGone_IsNotShown() =>
        CardProjection.Project([.. Alike(5).Select(p => p with { Skills = [Id(999)], OccupationId = Id(998) })], Graph)
            .Should().HaveCount(5).And.OnlyContain(c => c.Skills.Count == 0 && c.Occupation == null);

    [Theory]
    [InlineData(null, WorkingTime.Open)]
    [InlineData(35, WorkingTime.FullTime)]
    [InlineData(34, WorkingTime.PartTime)]
    [InlineData(15, WorkingTime.PartTime)]
    [InlineData(14, WorkingTime.FewHours)]
    public void Project_WorkingTime_IsABand(int? hours, WorkingTime time) =>
        CardProjection.Project([.. Alike(5).Select(p => p with { WantedHours = hours })], Graph).Should().OnlyContain(c => c.WorkingTime == time);

    [Theory]
    [InlineData(null, ExperienceBand.Any)]
    [InlineData(0, ExperienceBand.UnderTwo)]
    [InlineData(1, ExperienceBand.UnderTwo)]
    [InlineData(2, ExperienceBand.TwoToFive)]
    [InlineData(5, ExperienceBand.TwoToFive)]
    [InlineData(6, ExperienceBand.OverFive)]
    public void Project_Years_AreBands(int? years, ExperienceBand band) =>
        CardProjection.Project([.. Alike(5).Select(p => p with { Years = years })], Graph).Should().OnlyContain(c => c.Experience == band);

    [Fact]
    public void From_Client_TakesTheLongestOccupationValidSkillsAndNoPast()
    {
        var client = new Client
        {
            VerbisNumber = "V1",
            AddressIsTemporary = true,
            Qualification = QualificationGroup.Degree,
            AvailableFrom = Today,
            WantedHours = 20,
        };
        client.Profile.Add(new() { Typed = "a", Kind = ConceptKind.Occupation, ConceptId = Welder, Years = 2 });
        client.Profile.Add(new() { Typed = "b", Kind = ConceptKind.Occupation, ConceptId = Office, Years = 3 });
        client.Profile.Add(new() { Typed = "c", Kind = ConceptKind.Competence, ConceptId = Typing });
        client.Profile.Add(new() { Typed = "d", Kind = ConceptKind.Language, ConceptId = Arabic });
        var expired = new ProfileEntry { Typed = "e", Kind = ConceptKind.Certificate, ConceptId = Forklift };
        expired.Evidence.Add(new() { Kind = EvidenceKind.Certificate, Level = SkillLevel.Basic, On = Today, ValidUntil = Today.AddDays(-1), Source = "x" });
        client.Profile.Add(expired);

        ReleasedProfile.From(client, Area.North, Today).Should().BeEquivalentTo(new ReleasedProfile(
            client.Id, Office, QualificationGroup.Degree, null, CefrLevel.None, 3, [], [Typing], 20, null));
    }

    internal static ReleasedProfile[] Alike(int count) =>
    [
        .. Enumerable.Range(1, count).Select(i => new ReleasedProfile(
            Id(i), Welder, QualificationGroup.School, Area.North, CefrLevel.B2, 3, [PlacementKind.Job, PlacementKind.Internship], [MagWelding, Drawings], 40,
            new(2027, 5, 17))),
    ];
}
