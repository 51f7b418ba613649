using System.Text.RegularExpressions;
using MimeKit;

namespace ZOE.Matching.Web.Mail;

/// <summary>A piece of a mail's text; a link where Href is set.</summary>
public sealed record MailPiece(string Text, string? Href);

/// <summary>A mail of the folder, read for the page in Development.</summary>
public sealed record FolderMail(string Name, string To, string From, string Subject, string MessageId, DateTime AtUtc, string Body, IReadOnlyList<MailPiece> Pieces);

/// <summary>Lists the .eml files of the folder, the newest first. Development only.</summary>
public sealed partial class MailFolder(string folder)
{
    /// <summary>Most mails in one list.</summary>
    public const int Most = 200;

    /// <summary>The newest mails, at most <see cref="Most"/>; a file that cannot be read is passed over.</summary>
    public IReadOnlyList<FolderMail> List(int most = Most)
    {
        if (!Directory.Exists(folder)) return [];
        return
        [
            .. Directory.EnumerateFiles(folder, "*.eml")
                .OrderByDescending(Path.GetFileName, StringComparer.Ordinal)
                .Take(Math.Clamp(most, 0, Most))
                .Select(Read)
                .OfType<FolderMail>(),
        ];
    }

    /// <summary>One mail by the name of its file without ending; null when there is none.</summary>
    public FolderMail? Find(string? name)
    {
        if (name is null || !Name().IsMatch(name)) return null;
        var path = Path.Combine(folder, name + ".eml");
        return File.Exists(path) ? Read(path) : null;
    }

    private static FolderMail? Read(string path)
    {
        try
        {
            using var message = MimeMessage.Load(path);
            var body = message.TextBody ?? "";
            return new FolderMail(
                Path.GetFileNameWithoutExtension(path),
                string.Join(", ", message.To.Mailboxes.Select(m => m.Address)),
                string.Join(", ", message.From.Mailboxes.Select(m => m.Address)),
                message.Subject ?? "",
                message.MessageId ?? "",
                message.Date.UtcDateTime,
                body,
                PiecesOf(body));
        }
        catch (Exception exception) when (exception is IOException or FormatException)
        {
            return null;
        }
    }

    private static List<MailPiece> PiecesOf(string body)
    {
        List<MailPiece> pieces = [];
        var at = 0;
        foreach (Match link in Link().Matches(body))
        {
            if (link.Index > at) pieces.Add(new(body[at..link.Index], null));
            pieces.Add(new(link.Value, link.Value));
            at = link.Index + link.Length;
        }

        if (at < body.Length) pieces.Add(new(body[at..], null));
        return pieces;
    }

    [GeneratedRegex(@"\A[0-9]{8}-[0-9]{9}-[0-9a-f]{32}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"https?://[A-Za-z0-9.:\[\]-]+(?:/[A-Za-z0-9/._~%?&=#+-]*)?", RegexOptions.None, 500)]
    private static partial Regex Link();
}
