using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Matches;
using static ZOE.Matching.Domain.Tests.Matches.MatchWorld;

namespace ZOE.Matching.Domain.Tests.Matches;

public sealed class CircumstancesTests
{
    // of 90
    [Theory]
    [InlineData("city", 90, null)]
    [InlineData("near", 63, null)]
    [InlineData("far", 18, 36)]
    [InlineData("away", 0, 72)]
    public void Distance_Bands_FarIsAGap(string home, int points, int? gapKilometres)
    {
        var result = Score(Seeker with { PlaceAgs = home }, Opening);

        result.Of(MatchCriterion.Distance).Points.Should().Be(points);
        result.Gaps.Should().BeEquivalentTo(gapKilometres is { } km ? [new MatchGap(GapKind.Distance, 30, km)] : Array.Empty<MatchGap>());
    }

    [Theory]
    [InlineData(5, 100)]
    [InlineData(6, 90)]
    [InlineData(10, 90)]
    [InlineData(11, 70)]
    [InlineData(20, 70)]
    [InlineData(21, 45)]
    [InlineData(30, 45)]
    [InlineData(31, 20)]
    [InlineData(50, 20)]
    [InlineData(51, 0)]
    public void DistancePercent_Edges_AreInclusive(int kilometres, int percent) => MatchWeights.V1.DistancePercent(kilometres).Should().Be(percent);

    [Theory]
    [InlineData(null)]
    [InlineData("unknown")]
    public void Distance_PlaceUnknown_IsHalfAndAsked(string? home)
    {
        var result = Score(Seeker with { PlaceAgs = home }, Opening);

        result.Of(MatchCriterion.Distance).Points.Should().Be(45);
        result.Clarify.Should().Equal(new MatchClarify(ClarifyKind.Place));
    }

    // vacancy: 30 hours; of 50
    [Theory]
    [InlineData(null, 50, false)]
    [InlineData(30, 50, false)]
    [InlineData(25, 50, false)]
    [InlineData(35, 50, false)]
    [InlineData(24, 25, false)]
    [InlineData(40, 25, false)]
    [InlineData(41, 0, true)]
    [InlineData(19, 0, true)]
    public void Hours_Difference_FallsOff(int? wanted, int points, bool gap)
    {
        var result = Score(Seeker with { WantedHours = wanted }, Opening with { HoursPerWeek = 30 });

        result.Of(MatchCriterion.Hours).Points.Should().Be(points);
        result.Gaps.Should().BeEquivalentTo(gap ? [new MatchGap(GapKind.Hours, 30, wanted)] : Array.Empty<MatchGap>());
    }

    // of 50
    [Theory]
    [InlineData(Shifts.None, Shifts.None, 50)]
    [InlineData(Shifts.None, Shifts.Day, 50)]
    [InlineData(Shifts.Early | Shifts.Late, Shifts.Early | Shifts.Late | Shifts.Night, 50)]
    [InlineData(Shifts.Early | Shifts.Late, Shifts.Early, 25)]
    [InlineData(Shifts.Early | Shifts.Late | Shifts.Night, Shifts.Late, 16)]
    [InlineData(Shifts.Night, Shifts.Day, 0)]
    public void Shifts_ShareOfWhatIsAsked_GivesPoints(Shifts asked, Shifts possible, int points)
    {
        var result = Score(Seeker with { Shifts = possible }, Opening with { Shifts = asked });

        result.Of(MatchCriterion.Shifts).Points.Should().Be(points);
        result.Gaps.Should().BeEquivalentTo(points < 50 ? [new MatchGap(GapKind.Shifts, (int)asked, (int)(asked & possible))] : Array.Empty<MatchGap>());
        result.Clarify.Should().BeEmpty();
    }

    [Fact]
    public void Shifts_NotKnown_IsHalfAndAsked()
    {
        var result = Score(Seeker with { Shifts = Shifts.None }, Opening);

        result.Of(MatchCriterion.Shifts).Points.Should().Be(25);
        result.Clarify.Should().Equal(new MatchClarify(ClarifyKind.Shifts));
    }

    // of 50
    [Theory]
    [InlineData(-1, 50, false)]
    [InlineData(0, 50, false)]
    [InlineData(1, 25, false)]
    [InlineData(28, 25, false)]
    [InlineData(29, 0, true)]
    public void Start_DaysAfterStart_ToleranceIsTwentyEight(int days, int points, bool gap)
    {
        var result = Score(Seeker with { AvailableFrom = Start.AddDays(days) }, Opening);

        result.Of(MatchCriterion.Start).Points.Should().Be(points);
        result.Gaps.Should().BeEquivalentTo(
            gap ? [new MatchGap(GapKind.Start, Start.DayNumber, Start.AddDays(days).DayNumber)] : Array.Empty<MatchGap>());
    }

    [Fact]
    public void Start_HasPassed_AvailableTodayIsInTime() =>
        Score(Seeker, Opening with { StartOn = Today.AddDays(-10) }).Of(MatchCriterion.Start).Points.Should().Be(50);

    [Fact]
    public void Start_AvailabilityUnknown_IsHalfAndAsked()
    {
        var result = Score(Seeker with { AvailableFrom = null }, Opening);

        result.Of(MatchCriterion.Start).Points.Should().Be(25);
        result.Clarify.Should().Equal(new MatchClarify(ClarifyKind.AvailableFrom));
    }

    [Fact]
    public void BesidesSkills_AllFull_StaysBelowTheThreshold()
    {
        MatchWeights.V1.BesidesSkills.Should().Be(450).And.BeLessThan(MatchWeights.V1.Threshold);
        Score(ClientWith(), Opening).Score.Should().Be(450);
    }
}
