namespace ZOE.Matching.Web.Mail;

/// <summary>A finished mail: plain text, one recipient.</summary>
/// <param name="To">Address by <see cref="MailAddressRule"/>; the sender refuses others.</param>
/// <param name="MessageId">Stable for the same cause, without angle brackets.</param>
/// <param name="StopAddress">Where one POST without sign-in ends letters of this cause (RFC 8058); null where there is nothing to end.</param>
public sealed record Letter(string To, string Subject, string Body, string MessageId, DateTime AtUtc, string? StopAddress = null);

/// <summary>What became of one attempt to send.</summary>
public enum MailOutcome
{
    /// <summary>The server has taken it over.</summary>
    Sent,

    /// <summary>It will never be taken (bad address, refused for good).</summary>
    Refused,

    /// <summary>Not taken, worth another attempt.</summary>
    Failed,

    /// <summary>The connection broke after the text had gone out: it may have arrived.</summary>
    Unclear,
}

/// <param name="Reason">A word for the status page; never an address or a text.</param>
public sealed record MailResult(MailOutcome Outcome, string? Reason = null);

/// <summary>The port through which mail leaves the house.</summary>
public interface IMailSender
{
    /// <summary>Opens one batch; it connects with the first letter. Dispose it after at most a few dozen letters.</summary>
    IMailBatch Open();
}

/// <summary>A few letters over one connection, one after the other.</summary>
public interface IMailBatch : IAsyncDisposable
{
    /// <summary>Sends one letter. Throws only when <paramref name="stop"/> is raised before any of the text went out.</summary>
    Task<MailResult> SendAsync(Letter letter, CancellationToken stop);
}
