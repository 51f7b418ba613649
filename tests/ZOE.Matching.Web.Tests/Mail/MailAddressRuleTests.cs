using CsCheck;
using ZOE.Matching.Web.Mail;

namespace ZOE.Matching.Web.Tests.Mail;

public sealed class MailAddressRuleTests
{
    [Theory]
    [InlineData("a@b.de")]
    [InlineData("vorname.nachname+portal@mail.firma-nord.example")]
    [InlineData("o'brien@example.org")]
    public void Allows_PlainAddress_IsTrue(string address) => MailAddressRule.Allows(address).Should().BeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a@b")]
    [InlineData("a b@example.org")]
    [InlineData("a@example.org ")]
    [InlineData("a@example.org\n")]
    [InlineData("\"a\r\nRCPT TO:<x@example.org>\"@example.org")]
    [InlineData("a\0@example.org")]
    [InlineData("a@b@example.org")]
    [InlineData("<a@example.org>")]
    [InlineData("Name <a@example.org>")]
    [InlineData("a@example.org,b@example.org")]
    [InlineData(".a@example.org")]
    [InlineData("a..b@example.org")]
    [InlineData("a@-example.org")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("ä@example.org")]
    [InlineData("a@exämple.org")]
    [InlineData("@a.example:b@example.org")]
    public void Allows_AnythingElse_IsFalse(string? address) => MailAddressRule.Allows(address).Should().BeFalse();

    [Fact]
    public void Allows_HostileCharacterAnywhere_IsFalse()
    {
        const string hostile = " \r\n\t\0<>\",;:()\\@[]\u00a0\u2028ü";
        Gen.Select(Gen.Int[0, 22], Gen.Int[0, hostile.Length - 1])
            .Sample((at, bad) => !MailAddressRule.Allows("somebody@mail1.example".Insert(at, hostile[bad].ToString())), iter: 10_000);
    }

    [Fact]
    public void Allows_TooLong_IsFalse()
    {
        MailAddressRule.Allows(new string('a', 64) + "@example.org").Should().BeTrue();
        MailAddressRule.Allows(new string('a', 65) + "@example.org").Should().BeFalse();
        MailAddressRule.Allows("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)) + ".org").Should().BeFalse();
    }
}
