using System.Globalization;
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

    /// <summary>Computed apart from the code: AES-256 in its plain mode, the key an HMAC-SHA256 over "draw" and the employer.</summary>
    [Fact]
    public void Draw_FixedIds_IsTheNumberComputedElsewhere() =>
        CardDraw.Of(Key, Id(1), [Id(3), Id(4)]).Should().Equal(UInt128.Parse("860a84f7ad26f09e685ca97e609fc499", NumberStyles.HexNumber, null), UInt128.Parse("c74a7f6bee61cda2a6d6ea5531cae3f7", NumberStyles.HexNumber, null));

    [Fact]
    public void Draw_OtherEmployerOrKey_IsAnotherOrder()
    {
        Guid[] consents = [.. Enumerable.Range(0, 100).Select(Id)];

        string[] orders = [.. new[] { (Key, Id(1)), (Key, Id(2)), (new byte[32], Id(1)), (Key, Id(1)) }.Select(of => string.Join(' ', consents.Zip(CardDraw.Of(of.Item1, of.Item2, consents)).OrderBy(d => d.Second).Select(d => d.First)))];

        orders[..3].Should().OnlyHaveUniqueItems();
        orders[3].Should().Be(orders[0]);
    }

    [Fact]
    public void Draw_ManyConsents_IsEvenAndUnique()
    {
        var draws = CardDraw.Of(Key, Id(1), [.. Enumerable.Range(0, 10_000).Select(Id)]);

        draws.Should().OnlyHaveUniqueItems();
        // Neighbours in age are no neighbours in the list: about half of them come in the other order.
        draws.Zip(draws.Skip(1)).Count(p => p.First < p.Second).Should().BeInRange(4_700, 5_300);
    }

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
