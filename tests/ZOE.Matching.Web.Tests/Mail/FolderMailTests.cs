using ZOE.Matching.Web.Mail;

namespace ZOE.Matching.Web.Tests.Mail;

public sealed class FolderMailTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zoe-mail-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Send_UmlautsAndLink_AreReadBackWithTheLinkRecognised()
    {
        var link = "https://portal.example/answer/proposal/" + new string('x', 43);
        var letter = new Letter("kontakt@example.org", "Prüfung für „Metallbau“", $"Guten Tag,\r\n\r\nbitte prüfen: {link}\r\nGrüße\r\n", "abc@zoe-matching.invalid", new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc));

        await using (var batch = new FolderMailSender(_folder, "no-reply@zoe.example").Open())
            (await batch.SendAsync(letter, CancellationToken.None)).Outcome.Should().Be(MailOutcome.Sent);

        var mail = new MailFolder(_folder).List().Should().ContainSingle().Subject;
        (mail.To, mail.From, mail.Subject, mail.MessageId).Should().Be((letter.To, "no-reply@zoe.example", letter.Subject, letter.MessageId));
        mail.Body.ReplaceLineEndings("\r\n").Should().Be(letter.Body);
        mail.Pieces.Where(p => p.Href is not null).Should().ContainSingle().Which.Href.Should().Be(link);
        new MailFolder(_folder).Find(mail.Name).Should().BeEquivalentTo(mail);
        Directory.GetFiles(_folder).Should().ContainSingle("no unfinished file stays");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://portal.example/answer/stop/0123456789012345678901234567890123456789012")]
    public async Task Send_StopAddress_StandsInBothHeadersOrInNone(string? stopAddress)
    {
        await using (var batch = new FolderMailSender(_folder, "no-reply@zoe.example").Open())
            await batch.SendAsync(new Letter("kontakt@example.org", "s", "b", "id@zoe.invalid", DateTime.UnixEpoch, stopAddress), CancellationToken.None);

        using var mail = await MimeKit.MimeMessage.LoadAsync(Directory.GetFiles(_folder).Single());
        mail.Headers["List-Unsubscribe"].Should().Be(stopAddress is null ? null : $"<{stopAddress}>");
        mail.Headers["List-Unsubscribe-Post"].Should().Be(stopAddress is null ? null : "List-Unsubscribe=One-Click");
    }

    [Fact]
    public async Task Send_AddressWithLineBreak_WritesNothing()
    {
        await using var batch = new FolderMailSender(_folder, "no-reply@zoe.example").Open();

        var result = await batch.SendAsync(new Letter("a@example.org\r\nBcc: x@example.org", "s", "b", "id@zoe.invalid", DateTime.UnixEpoch), CancellationToken.None);

        result.Outcome.Should().Be(MailOutcome.Refused);
        Directory.GetFiles(_folder).Should().BeEmpty();
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("20261123-080000000-0000")]
    [InlineData("")]
    [InlineData(null)]
    public void Find_NameThatIsNoMail_IsNull(string? name) => new MailFolder(_folder).Find(name).Should().BeNull();
}
