using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Vocabulary;
using static ZOE.Matching.Domain.Tests.Matches.MatchWorld;

namespace ZOE.Matching.Domain.Tests.Matches;

public sealed class SkillPointsTests
{
    // of 400, certificate as proof, level asked: Independent
    [Theory]
    [InlineData(SkillLevel.Expert, 400, false)]
    [InlineData(SkillLevel.Independent, 400, false)]
    [InlineData(SkillLevel.Guided, 240, true)]
    [InlineData(SkillLevel.Basic, 120, true)]
    public void Competence_Level_ScalesPoints(SkillLevel level, int points, bool gap)
    {
        var result = Score(ClientWith(Has(Typing, level: level)), VacancyWith(Asks(Typing)));

        result.Of(MatchCriterion.Competence).Should().Be(new MatchContribution(MatchCriterion.Competence, points, 400, Typing, "Tastschreiben"));
        result.Gaps.Should().BeEquivalentTo(
            gap ? [new MatchGap(GapKind.Competence, 3, (int)level, RequirementWeight.Required, Typing, "Tastschreiben")] : Array.Empty<MatchGap>());
    }

    [Fact]
    public void Competence_ThreeLevelsShort_IsATenth() =>
        Score(ClientWith(Has(Typing, level: SkillLevel.Basic)), VacancyWith(Asks(Typing, level: SkillLevel.Expert)))
            .Of(MatchCriterion.Competence).Points.Should().Be(40);

    [Theory]
    [InlineData(EvidenceKind.SelfStated, 0, 60)]
    [InlineData(EvidenceKind.Tested, 0, 80)]
    [InlineData(EvidenceKind.CourseResult, 0, 85)]
    [InlineData(EvidenceKind.ObservedAtWork, 0, 95)]
    [InlineData(EvidenceKind.Certificate, 20, 100)]
    [InlineData(EvidenceKind.Tested, 2, 80)]
    [InlineData(EvidenceKind.Tested, 3, 72)]
    [InlineData(EvidenceKind.Tested, 5, 72)]
    [InlineData(EvidenceKind.Tested, 6, 64)]
    [InlineData(EvidenceKind.Tested, 10, 64)]
    [InlineData(EvidenceKind.Tested, 11, 56)]
    public void EvidencePercent_KindAndAge_Weigh(EvidenceKind kind, int yearsAgo, int percent) =>
        MatchWeights.V1.EvidencePercent(kind, Today.AddYears(-yearsAgo), Today).Should().Be(percent);

    [Fact]
    public void EvidencePercent_NoDay_DoesNotAge() => MatchWeights.V1.EvidencePercent(EvidenceKind.SelfStated, null, Today).Should().Be(60);

    [Theory]
    [InlineData(11, 12, 360, false)] // asked: welding, has MAG welding (narrower)
    [InlineData(12, 11, 200, true)] // asked: MAG welding, has welding (broader)
    [InlineData(12, 12, 400, false)]
    [InlineData(12, 13, 0, true)]
    public void Competence_RelatedConcept_GivesPart(int asked, int held, int points, bool gap)
    {
        var result = Score(ClientWith(Has(Id(held))), VacancyWith(Asks(Id(asked))));

        result.Of(MatchCriterion.Competence).Points.Should().Be(points);
        (result.Gaps.Count > 0).Should().Be(gap);
    }

    // welder with 5 years: essential 50 %, optional 25 %
    [Theory]
    [InlineData(12, 5, 200)]
    [InlineData(12, 1, 180)]
    [InlineData(12, null, 160)]
    [InlineData(14, 5, 100)]
    [InlineData(15, 5, 0)]
    public void Competence_ImpliedByOccupation_GivesPartAndStaysAGap(int asked, int? years, int points)
    {
        var result = Score(ClientWith(Has(Welder, ConceptKind.Occupation, years: years)), VacancyWith(Asks(Id(asked))));

        result.Of(MatchCriterion.Competence).Points.Should().Be(points);
        result.Gaps.Single().Have.Should().BeNull();
    }

    [Fact]
    public void Competence_SeveralProofs_TheBestCounts() =>
        Score(
            ClientWith(Has(Typing, evidence: EvidenceKind.SelfStated), Has(Typing, evidence: EvidenceKind.ObservedAtWork), Has(Typing, level: SkillLevel.Basic)),
            VacancyWith(Asks(Typing))).Of(MatchCriterion.Competence).Points.Should().Be(380);

    [Fact]
    public void Competence_StrongProofRunOut_TheWeakerOneCounts() =>
        Score(
            ClientWith(Has(Typing, until: Start.AddDays(-1)), Has(Typing, evidence: EvidenceKind.Tested)), VacancyWith(Asks(Typing)))
            .Of(MatchCriterion.Competence).Points.Should().Be(320);

    [Fact]
    public void Language_BroaderOrImplied_GivesNothing() =>
        Score(ClientWith(Has(Arabic, ConceptKind.Language, SkillLevel.Guided)), VacancyWith(Asks(Arabic, ConceptKind.Language)))
            .Of(MatchCriterion.Language).Points.Should().Be(240);

    [Fact]
    public void Requirements_RequiredAndWished_ShareThreeToOne()
    {
        var result = Score(Seeker, VacancyWith(Asks(Typing), Asks(Stacking, weight: RequirementWeight.Wished), Asks(null)));

        result.Contributions.Where(c => c.Criterion == MatchCriterion.Competence).Select(c => c.Of).Should().Equal(300, 100);
        result.Contributions.Sum(c => c.Of).Should().Be(1000);
    }

    [Fact]
    public void Requirements_ThatDoNotDivide_StillAddUp() =>
        Score(Seeker, VacancyWith(Asks(Typing), Asks(Stacking), Asks(Drawings))).Contributions
            .Where(c => c.Criterion == MatchCriterion.Competence).Select(c => c.Of).Should().Equal(133, 133, 134);

    [Fact]
    public void Requirements_NoOccupationNamed_TakeItsPoints()
    {
        var result = Score(ClientWith(Has(Typing)), VacancyWith(Asks(Typing)) with { OccupationId = null });

        result.Of(MatchCriterion.Competence).Points.Should().Be(550);
        result.Contributions.Should().NotContain(c => c.Criterion == MatchCriterion.Occupation);
    }

    // of 150
    [Theory]
    [InlineData(2, 2, 5, 150)]
    [InlineData(2, 2, 2, 135)]
    [InlineData(2, 2, 0, 120)]
    [InlineData(2, 1, 5, 120)] // vacancy names the broader occupation
    [InlineData(1, 2, 5, 120)] // the client's is the broader one
    [InlineData(3, 2, 5, 60)] // sisters
    [InlineData(4, 2, 5, 22)] // other occupation: the branch of the vacancy decides
    public void Occupation_Affinity_BySteps(int held, int asked, int years, int points)
    {
        var vacancy = VacancyWith(Asks(Typing)) with { OccupationId = Id(asked), BranchCode = held == 4 ? "office" : "metal" };

        Score(ClientWith(Has(Id(held), ConceptKind.Occupation, years: years)), vacancy).Of(MatchCriterion.Occupation).Points.Should().Be(points);
    }

    [Fact]
    public void Occupation_EssentialCompetences_GiveTheirShare()
    {
        var vacancy = VacancyWith(Asks(Typing));

        Score(ClientWith(Has(Drawings)), vacancy).Of(MatchCriterion.Occupation).Points.Should().Be(45);
        Score(ClientWith(Has(Drawings), Has(MagWelding)), vacancy).Of(MatchCriterion.Occupation).Points.Should().Be(90);
    }

    [Fact]
    public void Skills_NothingNamed_OnlyTheBranchSaysSomethingAndItIsAsked()
    {
        var vacancy = Opening with { OccupationId = null };

        var same = Score(Seeker, vacancy);
        same.Of(MatchCriterion.Occupation).Should().Be(new MatchContribution(MatchCriterion.Occupation, 82, 550));
        same.Clarify.Should().Equal(new MatchClarify(ClarifyKind.RequirementsUnknown));
        Score(Seeker, vacancy with { BranchCode = null }).Of(MatchCriterion.Occupation).Points.Should().Be(0);
    }
}
