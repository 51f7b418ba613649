using ZOE.Matching.Domain.Proposals;

namespace ZOE.Matching.Domain.Tests.Proposals;

public sealed class ProposalCodesTests
{
    /// <summary>Expected by another program: SHA-256 of the id, first eight bytes as a number, written with 23 letters, lowest first.</summary>
    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000001", "JYKBP")]
    [InlineData("b6a38fbc-c8dc-fd0b-d883-358a1a08f0ef", "KMVQR")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff", "ARMAL")]
    public void Of_Id_IsTheSameAlways(string id, string code) => ProposalCodes.Of(new Guid(id)).Should().Be(code);

    [Theory]
    [InlineData(" kmvqr ", "KMVQR")]
    [InlineData("KMVQR", "KMVQR")]
    [InlineData("KMVQ", null)]
    [InlineData("KMVQRA", null)]
    [InlineData("KMVQ1", null)]
    [InlineData("KMVQO", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Typed_Text_IsACodeOrNothing(string? text, string? code) => ProposalCodes.Typed(text).Should().Be(code);
}
