using ZOE.Matching.Domain.Matches;

namespace ZOE.Matching.Domain.Tests.Matches;

public sealed class CodesAndBandsTests
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTVWXYZ";

    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

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
    public void Of_ManyPeople_AreValidAndDiffer()
    {
        var codes = Enumerable.Range(0, 2_000).Select(i => CardCodes.Of(Key, Id(1), Id(i), Id(7))).ToArray();

        codes.Should().OnlyContain(c => c.Length == 9 && c.All(Letters.Contains) && CardCodes.IsValid(c));
        codes.Should().OnlyHaveUniqueItems();
        codes.SelectMany(c => c[..8]).Distinct().Should().HaveCount(Letters.Length);
    }

    [Fact]
    public void Of_OtherEmployerClientConsentOrKey_IsAnotherCode()
    {
        var codes = new[]
        {
            CardCodes.Of(Key, Id(1), Id(2), Id(3)), CardCodes.Of(Key, Id(9), Id(2), Id(3)), CardCodes.Of(Key, Id(1), Id(9), Id(3)), CardCodes.Of(Key, Id(1), Id(2), Id(9)),
            CardCodes.Of(Key, Id(2), Id(1), Id(3)), CardCodes.Of(new byte[32], Id(1), Id(2), Id(3)),
        };

        codes.Should().OnlyHaveUniqueItems();
        CardCodes.Of(Key, Id(1), Id(2), Id(3)).Should().Be(codes[0]);
    }

    /// <summary>Computed apart from the code: HMAC-SHA256 over the three ids, its first eight bytes written to the base of 23, and the weighted sum.</summary>
    [Fact]
    public void Of_FixedIds_IsTheCodeComputedElsewhere() => CardCodes.Of(Key, Id(1), Id(2), Id(3)).Should().Be("XREZGWWRV");

    [Fact]
    public void IsValid_AnyWrongLetterOrSwap_IsFound()
    {
        var code = CardCodes.Of(Key, Id(1), Id(2), Id(3));
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
        CardCodes.IsValid($" {CardCodes.Of(Key, Id(1), Id(2), Id(3)).ToLowerInvariant()} ").Should().BeTrue();
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
