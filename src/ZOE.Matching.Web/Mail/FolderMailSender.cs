using System.Globalization;

namespace ZOE.Matching.Web.Mail;

/// <summary>Writes each mail as an .eml file into a folder (embedded default). A file is there completely or not at all.</summary>
public sealed class FolderMailSender(string folder, string sender) : IMailSender
{
    public IMailBatch Open() => new Batch(folder, sender);

    private sealed class Batch(string folder, string sender) : IMailBatch
    {
        public async Task<MailResult> SendAsync(Letter letter, CancellationToken stop)
        {
            if (!MailAddressRule.Allows(letter.To)) return new MailResult(MailOutcome.Refused, "Address");
            try
            {
                Directory.CreateDirectory(folder);
                // The random part keeps a second delivery visible as a second file.
                var name = string.Create(CultureInfo.InvariantCulture, $"{letter.AtUtc:yyyyMMdd-HHmmssfff}-{Guid.NewGuid():N}");
                var unfinished = Path.Combine(folder, name + ".tmp");
                await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
                {
                    using var message = MimeLetters.From(letter, sender);
                    await message.WriteToAsync(file, stop);
                    file.Flush(flushToDisk: true);
                }

                File.Move(unfinished, Path.Combine(folder, name + ".eml"));
                return new MailResult(MailOutcome.Sent);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return new MailResult(MailOutcome.Failed, exception.GetType().Name);
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
