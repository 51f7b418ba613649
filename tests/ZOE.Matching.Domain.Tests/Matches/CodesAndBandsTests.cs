using System.Security.Cryptography;
using ZOE.Matching.Domain.Matches;

namespace ZOE.Matching.Domain.Tests.Matches;

public sealed class CodesAndBandsTests
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTVWXYZ";

    [Theory]
    [InlineData(0, "Under10")]
    [InlineData(9, "Under10")]
    [InlineData(10, "10")]
    [InlineData(14, "10")]
    [InlineData(15, "20")]
    [InlineData(24, "20")]
    [InlineData(104, "100")]
    public void CountBand_Of_HidesSmallAndRounds(int count, string shown)
    {
        CountBand.Of(count).ToString().Should().Be(shown);
        CountBand.Of(count).IsUnder10.Should().Be(count < 10);
    }

    [Fact]
    public void New_ManyCodes_AreValidAndDiffer()
    {
        using var random = RandomNumberGenerator.Create();
        var codes = Enumerable.Range(0, 2_000).Select(_ => CardCodes.New(random)).ToArray();

        codes.Should().OnlyContain(c => c.Length == 9 && c.All(Letters.Contains) && CardCodes.IsValid(c));
        codes.Should().OnlyHaveUniqueItems();
        codes.SelectMany(c => c[..8]).Distinct().Should().HaveCount(Letters.Length);
    }

    [Fact]
    public void IsValid_AnyWrongLetterOrSwap_IsFound()
    {
        using var random = RandomNumberGenerator.Create();
        var code = CardCodes.New(random);
        foreach (var i in Enumerable.Range(0, 9))
        {
            foreach (var wrong in Letters.Where(l => l != code[i]))
                CardCodes.IsValid(code[..i] + wrong + code[(i + 1)..]).Should().BeFalse();
            foreach (var j in Enumerable.Range(0, 9).Where(j => code[j] != code[i]))
            {
                var swapped = code.ToCharArray();
                (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
                CardCodes.IsValid(new string(swapped)).Should().BeFalse();
            }
        }
    }

    [Fact]
    public void IsValid_SmallLettersAndBlanks_AreAllowed()
    {
        using var random = RandomNumberGenerator.Create();

        CardCodes.IsValid($" {CardCodes.New(random).ToLowerInvariant()} ").Should().BeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAA")]
    [InlineData("AAAAAAAAAA")]
    [InlineData("IIIIIIIII")]
    [InlineData("AAAAAAAAB")]
    public void IsValid_NotACode_IsRefused(string? code) => CardCodes.IsValid(code).Should().BeFalse();

    [Fact]
    public void IsValid_HandMadeCode_HasTheExpectedCheckLetter() =>
        CardCodes.IsValid("BAAAAAAAB").Should().BeTrue(); // 1 × 1 = 1 -> B
}
