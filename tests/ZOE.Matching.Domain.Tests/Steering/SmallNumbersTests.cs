using ZOE.Matching.Domain.Steering;

namespace ZOE.Matching.Domain.Tests.Steering;

public sealed class SmallNumbersTests
{
    [Theory]
    [InlineData(new[] { 0, 5, 12 }, new[] { 0, 5, 12 })]
    [InlineData(new[] { 4, 5, 12 }, new[] { -1, -1, 12 })]
    [InlineData(new[] { 1, 4, 12 }, new[] { -1, -1, 12 })]
    [InlineData(new[] { 3, 0, 0 }, new[] { -1, 0, 0 })]
    public void Hide_Column_HidesSmallOnesAndNeverOnlyOneBesideOthers(int[] counts, int[] shown)
    {
        SmallNumbers.Hide(counts).Select(c => c ?? -1).Should().Equal(shown);
    }
}
