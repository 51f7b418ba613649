using ZOE.Matching.Web.Mail;

namespace ZOE.Matching.Web.Tests.Mail;

/// <summary>Where the mail server, or the process, breaks.</summary>
public enum BreakPoint
{
    None,

    /// <summary>Refused for good.</summary>
    Refused,

    /// <summary>Not reachable.</summary>
    Unreachable,

    /// <summary>The text went out and arrived, the answer was lost.</summary>
    AnswerLost,

    /// <summary>The process dies when the text has gone out.</summary>
    DeathAfterText,

    /// <summary>The process dies before any text goes out.</summary>
    DeathBeforeText,
}

/// <summary>The process is gone: nothing after this runs.</summary>
public sealed class ProcessDeath : OperationCanceledException;

/// <summary>A mail server in memory that breaks as told.</summary>
public sealed class SenderDouble : IMailSender
{
    private readonly Lock _one = new();
    private readonly List<Letter> _arrived = [];

    public BreakPoint Break { get; set; }

    /// <summary>The next letter waits for this after it has arrived, once; raised when it does.</summary>
    public (TaskCompletionSource Reached, TaskCompletionSource Go)? Stall { get; set; }

    /// <summary>What has reached the recipient, in order.</summary>
    public IReadOnlyList<Letter> Arrived
    {
        get
        {
            lock (_one) return [.. _arrived];
        }
    }

    public IMailBatch Open() => new Batch(this);

    private sealed class Batch(SenderDouble server) : IMailBatch
    {
        public async Task<MailResult> SendAsync(Letter letter, CancellationToken stop)
        {
            await Task.Yield();
            if (server.Break == BreakPoint.DeathBeforeText) throw new ProcessDeath();
            if (server.Break == BreakPoint.Refused) return new MailResult(MailOutcome.Refused, "550");
            if (server.Break == BreakPoint.Unreachable) return new MailResult(MailOutcome.Failed, "SocketException");
            lock (server._one) server._arrived.Add(letter);
            if (server.Stall is { } stall)
            {
                server.Stall = null;
                stall.Reached.SetResult();
                await stall.Go.Task.WaitAsync(TimeSpan.FromSeconds(30), stop);
            }

            if (server.Break == BreakPoint.AnswerLost) return new MailResult(MailOutcome.Unclear, "IOException");
            if (server.Break == BreakPoint.DeathAfterText) throw new ProcessDeath();
            return new MailResult(MailOutcome.Sent);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
