using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Vocabulary;
using static ZOE.Matching.Domain.Tests.Matches.MatchWorld;

namespace ZOE.Matching.Domain.Tests.Matches;

public sealed class CardMatchTests
{
    private static readonly AnonymousCard Card = new(
        Id(1), new(Welder, "Schweißer/in"), QualificationGroup.School, CardArea.City, CefrLevel.B1, ExperienceBand.OverFive, [PlacementKind.Job],
        [new(MagWelding, "MAG-Schweißen")], WorkingTime.FullTime, null);

    [Fact]
    public void Score_TwoPeopleWithTheSameCard_AreTheSame() =>
        MatchExplanation.Write(Match(Card with { ClientId = Id(2) }, Opening)).Should().Be(MatchExplanation.Write(Match(Card, Opening)));

    [Fact]
    public void Score_CardShowsWhatIsAsked_IsNearlyFullAndAsksNothing()
    {
        var result = Match(Card, VacancyWith(Asks(MagWelding)));

        result.Score.Should().Be(975, "only the working times (half of 50) are not on a card");
        result.Gaps.Should().BeEmpty();
        result.Clarify.Should().BeEmpty();
        result.Fits.Should().BeTrue();
    }

    [Fact]
    public void Score_NotOnTheCard_IsToBeAskedNeverAGapOrExclusion()
    {
        var result = Match(Card, VacancyWith(Asks(Forklift, ConceptKind.Certificate, byLaw: true), Asks(Typing)));

        result.Excluded.Should().BeNull();
        result.Gaps.Should().BeEmpty();
        result.Clarify.Should().Equal(
            new MatchClarify(ClarifyKind.NotOnCard, Forklift, "Gabelstaplerschein"), new MatchClarify(ClarifyKind.NotOnCard, Typing, "Tastschreiben"));
    }

    [Theory]
    [InlineData(CefrLevel.B2, null)]
    [InlineData(CefrLevel.C1, null)]
    [InlineData(CefrLevel.C2, ExclusionReason.GermanTooLow)]
    public void Score_GermanShort_OnlyThreeLevelsExclude(CefrLevel need, ExclusionReason? excluded)
    {
        var result = Match(Card, Opening with { GermanSpoken = need });

        result.Excluded.Should().Be(excluded);
        result.Gaps.Single().Should().Be(new MatchGap(GapKind.GermanSpoken, (int)need, (int)CefrLevel.B1));
    }

    [Fact]
    public void Score_WrittenGermanThreeLevelsShort_Excludes() =>
        Match(Card, Opening with { GermanWritten = CefrLevel.C2 }).Excluded.Should().Be(ExclusionReason.GermanTooLow);

    [Fact]
    public void Score_GermanNotShown_IsAsked()
    {
        var result = Match(Card with { German = CefrLevel.None }, Opening with { GermanSpoken = CefrLevel.C2 });

        result.Excluded.Should().BeNull();
        result.Clarify.Should().Contain(new MatchClarify(ClarifyKind.GermanSpoken));
    }

    [Fact]
    public void Score_OtherFormsOnly_IsExcluded()
    {
        Match(Card, Opening with { Kind = PlacementKind.Internship }).Excluded.Should().Be(ExclusionReason.FormNotWanted);
        Match(Card with { Forms = [] }, Opening with { Kind = PlacementKind.Internship }).Excluded.Should().BeNull();
    }

    // of 90
    [Theory]
    [InlineData(CardArea.City, Area.City, 90)]
    [InlineData(CardArea.City, Area.North, 63)]
    [InlineData(CardArea.West, Area.City, 63)]
    [InlineData(CardArea.Region, Area.West, 63)]
    [InlineData(CardArea.West, Area.West, 81)]
    [InlineData(CardArea.West, Area.East, 40)]
    [InlineData(CardArea.Any, Area.City, 45)]
    [InlineData(CardArea.City, null, 45)]
    public void Score_Area_IsABandOfDistance(CardArea home, Area? work, int points) =>
        CardMatch.Score(Card with { Area = home }, Opening, work, Context).Of(MatchCriterion.Distance).Points.Should().Be(points);

    // of 50
    [Theory]
    [InlineData(WorkingTime.Open, 20, 50)]
    [InlineData(WorkingTime.FullTime, 48, 50)]
    [InlineData(WorkingTime.FullTime, 29, 25)]
    [InlineData(WorkingTime.FullTime, 20, 0)]
    [InlineData(WorkingTime.PartTime, 20, 50)]
    [InlineData(WorkingTime.PartTime, 40, 25)]
    [InlineData(WorkingTime.FewHours, 10, 50)]
    [InlineData(WorkingTime.FewHours, 30, 0)]
    public void Score_WorkingTime_TakesTheNearestOfTheBand(WorkingTime time, int asked, int points) =>
        Match(Card with { WorkingTime = time }, Opening with { HoursPerWeek = asked }).Of(MatchCriterion.Hours).Points.Should().Be(points);

    // of 550: the vacancy names no requirements
    [Theory]
    [InlineData(ExperienceBand.Any, 440)]
    [InlineData(ExperienceBand.UnderTwo, 495)]
    [InlineData(ExperienceBand.TwoToFive, 550)]
    [InlineData(ExperienceBand.OverFive, 550)]
    public void Score_Experience_CountsByBand(ExperienceBand band, int points) =>
        Match(Card with { Experience = band }, Opening).Of(MatchCriterion.Occupation).Points.Should().Be(points);

    [Fact]
    public void Score_AvailableLater_IsAGapOfTheMonth() =>
        Match(Card with { AvailableFrom = new(2027, 6, 1) }, Opening).Gaps.Single().Kind.Should().Be(GapKind.Start);

    private static MatchResult Match(AnonymousCard card, VacancyFacts vacancy) => CardMatch.Score(card, vacancy, Area.City, Context);
}
