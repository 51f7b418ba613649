using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Proposals;

namespace ZOE.Matching.Domain.Tests.Proposals;

public sealed class ProposalMessageTests
{
    private static readonly ClientPerson Person = new()
    {
        ClientId = Guid.NewGuid(),
        FirstName = "Ali José",
        LastName = "Al-Müller",
        Phone = "0511 / 55 51 234",
        Email = "ali@post.example",
    };

    [Theory]
    [InlineData("Herr Müller kommt gern")]
    [InlineData("MÜLLERS Zeugnisse liegen vor")]
    [InlineData("ali kann morgen anfangen")]
    [InlineData("Jose ist pünktlich")]
    [InlineData("Anruf unter 0511-5551234")]
    [InlineData("Schreiben Sie an Ali@Post.example")]
    [InlineData("VerBIS 237D100001")]
    public void Check_MessageThatTellsWho_IsRefusedAtItsField(string message) =>
        ProposalMessage.Check(message, Person, "237D100001").Refusal.Should().BeEquivalentTo(new Refusal("Proposal.MessageTellsWho") { Field = "Message" });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Motiviert, hat als Mülleimer-Monteur gearbeitet")]
    [InlineData("Kann am 01.12. um 8 Uhr anfangen, validiert und al dente")]
    public void Check_MessageWithoutNames_IsAccepted(string? message) =>
        ProposalMessage.Check(message, Person, "237D100001").IsRefused.Should().BeFalse();
}
