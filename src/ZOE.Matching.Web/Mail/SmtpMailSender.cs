using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ZOE.Matching.Web.Mail;

/// <summary>Sends over SMTP with TLS; one client for each batch, since clients must not be shared and long connections die.</summary>
public sealed class SmtpMailSender(SmtpSettings settings, string sender) : IMailSender
{
    /// <summary>Limit of each step: connecting with sign-in, and each letter.</summary>
    public static readonly TimeSpan StepTime = TimeSpan.FromSeconds(20);

    public IMailBatch Open() => new Batch(settings, sender);

    private sealed class Batch(SmtpSettings settings, string sender) : IMailBatch
    {
        private SmtpClient? _client;
        private MailResult? _unreachable;

        public async Task<MailResult> SendAsync(Letter letter, CancellationToken stop)
        {
            if (!MailAddressRule.Allows(letter.To)) return new MailResult(MailOutcome.Refused, "Address");
            // A dead server is not waited for again and again: the rest of the batch is tried later.
            if (_unreachable is not null) return _unreachable;
            if (_client is not { IsConnected: true } && await ConnectAsync(stop) is { } failure) return _unreachable = failure;
            using var message = MimeLetters.From(letter, sender);
            var text = new TextWatch();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(StepTime);
            try
            {
                await _client!.SendAsync(FormatOptions.Default, message, limit.Token, text);
                return new MailResult(MailOutcome.Sent);
            }
            catch (SmtpCommandException refused)
            {
                // The server has answered: nothing is unclear. Only a refusal of this letter with 5xx is final.
                var final = (int)refused.StatusCode >= 500 && refused.ErrorCode is (SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted);
                return new MailResult(final ? MailOutcome.Refused : MailOutcome.Failed, $"{refused.ErrorCode} {(int)refused.StatusCode}");
            }
            catch (Exception broken) when (broken is IOException or ProtocolException or OperationCanceledException or ServiceNotConnectedException or ServiceNotAuthenticatedException or System.Net.Sockets.SocketException)
            {
                await DropAsync();
                if (text.HasBegun) return new MailResult(MailOutcome.Unclear, broken.GetType().Name);
                stop.ThrowIfCancellationRequested();
                return new MailResult(MailOutcome.Failed, broken.GetType().Name);
            }
        }

        private async Task<MailResult?> ConnectAsync(CancellationToken stop)
        {
            await DropAsync();
            var client = new SmtpClient { Timeout = (int)StepTime.TotalMilliseconds };
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(StepTime);
            try
            {
                await client.ConnectAsync(settings.Host, settings.Port, settings.Security switch
                {
                    SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
                    SmtpSecurity.SslOnConnect => SecureSocketOptions.SslOnConnect,
                    SmtpSecurity.PlainLoopback => SecureSocketOptions.None,
                }, limit.Token);
                if (!string.IsNullOrEmpty(settings.User)) await client.AuthenticateAsync(settings.User, settings.Password ?? "", limit.Token);
                _client = client;
                return null;
            }
            catch (Exception broken) when (broken is not OutOfMemoryException)
            {
                client.Dispose();
                stop.ThrowIfCancellationRequested();
                return new MailResult(MailOutcome.Failed, broken.GetType().Name);
            }
        }

        private async Task DropAsync()
        {
            if (_client is null) return;
            var client = _client;
            _client = null;
            try
            {
                using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
                if (client.IsConnected) await client.DisconnectAsync(quit: true, limit.Token);
            }
            catch (Exception broken) when (broken is IOException or ProtocolException or CommandException or OperationCanceledException)
            {
                // The connection is gone either way.
            }
            finally
            {
                client.Dispose();
            }
        }

        public async ValueTask DisposeAsync() => await DropAsync();
    }

    /// <summary>Sees whether any of the text has been written to the server.</summary>
    private sealed class TextWatch : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
