using MimeKit;
using MimeKit.Text;

namespace ZOE.Matching.Web.Mail;

/// <summary>A letter as MIME: plain text in UTF-8, neutral sender, nothing that a mail program loads or that tracks.</summary>
internal static class MimeLetters
{
    /// <summary>Name of the sender, the same for everything.</summary>
    public const string SenderName = "ZOE.Matching";

    public static MimeMessage From(Letter letter, string sender)
    {
        var message = new MimeMessage { Subject = letter.Subject, MessageId = letter.MessageId, Date = new DateTimeOffset(letter.AtUtc, TimeSpan.Zero) };
        message.From.Add(new MailboxAddress(SenderName, sender));
        message.To.Add(new MailboxAddress(null, letter.To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (letter.StopAddress is { } stop)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        var text = new TextPart(TextFormat.Plain) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        text.SetText(System.Text.Encoding.UTF8, letter.Body);
        message.Body = text;
        return message;
    }
}
