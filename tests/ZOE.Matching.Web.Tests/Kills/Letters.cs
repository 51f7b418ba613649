using MimeKit;

namespace ZOE.Matching.Web.Tests.Kills;

/// <summary>A mail as it arrived.</summary>
internal sealed record Letter(string MessageId, string To, string Subject, string Body, DateTimeOffset At);

/// <summary>The folder in which all mails arrive, read without the portal.</summary>
internal static class Letters
{
    public static IEnumerable<string> Files(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml").Order(StringComparer.Ordinal) : [];

    public static IReadOnlyList<Letter> Read(string folder) => [.. Files(folder).Select(file =>
    {
        using var mail = MimeMessage.Load(file);
        return new Letter(mail.MessageId ?? "", mail.To.ToString(), mail.Subject ?? "", mail.TextBody ?? "", mail.Date);
    })];
}
