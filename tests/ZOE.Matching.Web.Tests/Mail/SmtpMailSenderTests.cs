using Microsoft.Extensions.Configuration;
using ZOE.Matching.Web.Mail;
using ZOE.Matching.Web.Settings;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Mail;

/// <summary>The SMTP sender against a server that breaks at each point of the protocol, and once against a real one.</summary>
public sealed class SmtpMailSenderTests
{
    [Theory]
    [InlineData(ServerBreak.None, MailOutcome.Sent)]
    [InlineData(ServerBreak.BusyGreeting, MailOutcome.Failed)]
    [InlineData(ServerBreak.CutAtGreeting, MailOutcome.Failed)]
    [InlineData(ServerBreak.CutAtSender, MailOutcome.Failed)]
    [InlineData(ServerBreak.BusyAtRecipient, MailOutcome.Failed)]
    [InlineData(ServerBreak.RefusedRecipient, MailOutcome.Refused)]
    [InlineData(ServerBreak.CutAtData, MailOutcome.Failed)]
    [InlineData(ServerBreak.CutAfterText, MailOutcome.Unclear)]
    [InlineData(ServerBreak.BusyAfterText, MailOutcome.Failed)]
    [InlineData(ServerBreak.RefusedText, MailOutcome.Refused)]
    public async Task Send_ServerBreaks_TellsWhatIsCertain(ServerBreak at, MailOutcome expected)
    {
        await using var server = new ScriptedMailServer(at);
        await using var batch = Sender(server.Port).Open();

        var result = await batch.SendAsync(Letter(), CancellationToken.None);

        result.Outcome.Should().Be(expected, result.Reason);
    }

    [Fact]
    public async Task Send_NobodyListens_FailsAndDoesNotTryTheRest()
    {
        int port;
        await using (var gone = new ScriptedMailServer(ServerBreak.None)) port = gone.Port;
        await using var batch = Sender(port).Open();

        var first = await batch.SendAsync(Letter(), CancellationToken.None);
        var second = await batch.SendAsync(Letter(), CancellationToken.None);

        first.Outcome.Should().Be(MailOutcome.Failed);
        second.Should().BeSameAs(first);
    }

    [Fact]
    public async Task Send_ServerWithoutTls_SendsNothingWhenTlsIsRequired()
    {
        await using var server = new ScriptedMailServer(ServerBreak.None);
        await using var batch = new SmtpMailSender(new SmtpSettings("127.0.0.1", server.Port, SmtpSecurity.StartTls, null, null), "no-reply@zoe.example").Open();

        var result = await batch.SendAsync(Letter(), CancellationToken.None);

        result.Outcome.Should().Be(MailOutcome.Failed);
        server.Texts.Should().BeEmpty();
        server.Recipients.Should().BeEmpty();
    }

    [Fact]
    public async Task Send_HostileAddress_NeverReachesTheServer()
    {
        await using var server = new ScriptedMailServer(ServerBreak.None);
        await using var batch = Sender(server.Port).Open();

        foreach (var hostile in new[] { "\"a\r\nRCPT TO:<x@example.org>\"@example.org", "a@example.org>\r\nRCPT TO:<x@example.org", "a@example.org, x@example.org" })
            (await batch.SendAsync(Letter() with { To = hostile }, CancellationToken.None)).Outcome.Should().Be(MailOutcome.Refused);
        (await batch.SendAsync(Letter(), CancellationToken.None)).Outcome.Should().Be(MailOutcome.Sent);

        server.Recipients.Should().ContainSingle();
    }

    [Theory]
    [InlineData("Production", "127.0.0.1", "PlainLoopback")]
    [InlineData("Development", "mail.example.org", "PlainLoopback")]
    [InlineData("Production", "mail.example.org", "None")]
    [InlineData("Production", "", "StartTls")]
    public void Read_WithoutProtection_IsRefused(string environment, string host, string security)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Mail:Smtp:Host"] = host,
            ["Mail:Smtp:Security"] = security,
            ["Mail:Smtp:Sender"] = "no-reply@zoe.example",
        }).Build();

        var read = () => SmtpSettings.Read(configuration, new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = environment });

        read.Should().Throw<ConfigurationRefused>();
    }

    /// <summary>Needs ZOE_TEST_SMTP=host:port of a server on this machine that keeps mails as files under ZOE_TEST_SMTP_FOLDER.</summary>
    [Fact]
    public async Task Send_RealServer_KeepsTheLetterWithItsMessageId()
    {
        FullTests.Require("a mail server (ZOE_TEST_SMTP, ZOE_TEST_SMTP_FOLDER)");
        var address = Environment.GetEnvironmentVariable("ZOE_TEST_SMTP") ?? throw new InvalidOperationException("Set ZOE_TEST_SMTP to host:port.");
        var folder = Environment.GetEnvironmentVariable("ZOE_TEST_SMTP_FOLDER") ?? throw new InvalidOperationException("Set ZOE_TEST_SMTP_FOLDER.");
        var letter = Letter();
        var settings = new SmtpSettings(address.Split(':')[0], int.Parse(address.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture), SmtpSecurity.PlainLoopback, null, null);

        await using (var batch = new SmtpMailSender(settings, "no-reply@zoe.example").Open())
            (await batch.SendAsync(letter, CancellationToken.None)).Outcome.Should().Be(MailOutcome.Sent);

        var kept = new List<string>();
        for (var i = 0; i < 50 && kept.Count == 0; i++)
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                if ((await File.ReadAllTextAsync(file)) is var text && text.Contains(letter.MessageId)) kept.Add(text);
            if (kept.Count == 0) await Task.Delay(100);
        }

        kept.Should().ContainSingle().Which.Should().Contain("Auto-Submitted: auto-generated").And.Contain("charset=utf-8");
    }

    private static SmtpMailSender Sender(int port) => new(new SmtpSettings("127.0.0.1", port, SmtpSecurity.PlainLoopback, null, null), "no-reply@zoe.example");

    private static Letter Letter() => new("kontakt@example.org", "Prüfung", "Grüße\r\n", $"{Guid.NewGuid():N}@zoe-matching.invalid", new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc));
}
