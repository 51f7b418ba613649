using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain;
using ZOE.Matching.Web.Mail;

namespace ZOE.Matching.Web.Jobs;

/// <summary>Outbox to mail. Deadline mails go out at least once, always with the same Message-ID; match notices at most once. What may have arrived is kept as unclear, never forgotten.</summary>
public sealed partial class SendMailJob(MatchingDbContext db, IMailSender sender, MailTexts texts, TimeProvider clock, ILogger<SendMailJob> log) : IPortalJob
{
    /// <summary>Most mails of one run.</summary>
    public const int BatchSize = 20;

    /// <summary>After so many attempts a mail is given up; with <see cref="Waits"/> that is after more than a day.</summary>
    public const int MostAttempts = 12;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>A deadline mail whose arrival is unclear is sent again after this time.</summary>
    private static readonly TimeSpan UnclearWait = TimeSpan.FromHours(1);

    /// <summary>Minutes until the next attempt; the last one repeats.</summary>
    private static readonly int[] Waits = [1, 5, 15, 60, 120, 240];

    public static string Cron => "*/5 * * * * *";

    public async Task<int> RunAsync(CancellationToken stop)
    {
        var taken = await TakeAsync(stop);
        if (taken.Count == 0) return 0;
        var done = 0;
        await using var batch = sender.Open();
        foreach (var mail in taken)
        {
            stop.ThrowIfCancellationRequested();
            if (await DeliverAsync(batch, mail, stop)) done++;
            db.ChangeTracker.Clear();
        }

        return done;
    }

    /// <summary>Takes what is due. A row left in Sending by a crash comes back when its lease is over: no attempt of a match notice stays in that state.</summary>
    internal async Task<IReadOnlyList<MailItem>> TakeAsync(CancellationToken stop)
    {
        var now = clock.NowUtc();
        var due = await db.Mails.AsNoTracking()
            .Where(m => m.NotBeforeUtc <= now
                && (m.State == MailState.Waiting
                    || (m.State == MailState.Sending && m.LeaseUntilUtc < now)
                    || (m.State == MailState.Unclear && m.Kind != MailKind.MatchNotice && m.Kind != MailKind.SavedSearch && m.Attempts < MostAttempts)))
            .OrderBy(m => m.NotBeforeUtc).ThenBy(m => m.Id).Take(BatchSize).ToListAsync(stop);
        if (due.Count == 0) return due;
        var taken = new List<MailItem>(due.Count);
        await db.InWriteTransactionAsync(async () =>
        {
            var until = now + Lease;
            foreach (var mail in due)
            {
                var rows = await db.Mails.Where(m => m.Id == mail.Id && m.Fence == mail.Fence && m.State == mail.State)
                    .ExecuteUpdateAsync(set => set
                        .SetProperty(m => m.State, MailState.Sending)
                        .SetProperty(m => m.Fence, m => m.Fence + 1)
                        .SetProperty(m => m.Attempts, m => m.Attempts + 1)
                        .SetProperty(m => m.LeaseUntilUtc, until), stop);
                if (rows == 0) continue;
                mail.Fence++;
                mail.Attempts++;
                taken.Add(mail);
            }
        }, stop);
        return taken;
    }

    /// <returns>True when the mail went out.</returns>
    private async Task<bool> DeliverAsync(IMailBatch batch, MailItem mail, CancellationToken stop)
    {
        var held = false;
        try
        {
            var writing = await texts.WriteAsync(mail, stop);
            if (writing.Letter is not { } letter)
            {
                await SettleAsync(mail, writing.IsVoid ? MailState.Void : MailState.Dead, writing.IsVoid ? null : "NoAddress");
                return false;
            }

            held = await HoldAsync(mail, stop);
            if (!held) return false;
            var result = await batch.SendAsync(letter, stop);
            await SettleAsync(mail, result);
            return result.Outcome == MailOutcome.Sent;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped before any text went out: free again, for a match notice too.
            await SettleAsync(mail, MailState.Waiting, null);
            throw;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailure(log, mail.Id, exception);
            db.ChangeTracker.Clear();
            await SettleAsync(mail, new MailResult(held ? MailOutcome.Unclear : MailOutcome.Failed, exception.GetType().Name));
            return false;
        }
    }

    /// <summary>The last look before the letter leaves: still ours? A match notice becomes unclear here, so that a crash from now on can never make a second one.</summary>
    private async Task<bool> HoldAsync(MailItem mail, CancellationToken stop)
    {
        var until = clock.NowUtc() + Lease;
        var state = mail.AtMostOnce ? MailState.Unclear : MailState.Sending;
        return await db.InWriteTransactionAsync(() => db.Mails.Where(m => m.Id == mail.Id && m.Fence == mail.Fence && m.State == MailState.Sending)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, state).SetProperty(m => m.LeaseUntilUtc, until), stop), stop) == 1;
    }

    private Task SettleAsync(MailItem mail, MailResult result)
    {
        var last = mail.Attempts >= MostAttempts;
        switch (result.Outcome)
        {
            case MailOutcome.Sent:
                return SettleAsync(mail, MailState.Sent, null);
            case MailOutcome.Refused:
                LogDead(log, mail.Id, mail.Kind, result.Reason);
                return SettleAsync(mail, MailState.Dead, result.Reason);
            case MailOutcome.Unclear:
                return SettleAsync(mail, MailState.Unclear, result.Reason, UnclearWait);
            case MailOutcome.Failed when last:
                LogDead(log, mail.Id, mail.Kind, result.Reason);
                return SettleAsync(mail, MailState.Dead, result.Reason);
            case MailOutcome.Failed:
                return SettleAsync(mail, MailState.Waiting, result.Reason, TimeSpan.FromMinutes(Waits[Math.Min(mail.Attempts, Waits.Length) - 1]));
        }

        throw new InvalidOperationException($"Unknown outcome {result.Outcome}.");
    }

    /// <summary>Writes how it went, unless another worker holds the row by now. Not to be stopped: what has been sent must be known.</summary>
    private Task SettleAsync(MailItem mail, MailState state, string? error, TimeSpan? wait = null)
    {
        var now = clock.NowUtc();
        DateTime? sentAt = state == MailState.Sent ? now : null;
        var next = now + (wait ?? TimeSpan.Zero);
        return db.InWriteTransactionAsync(() => db.Mails.Where(m => m.Id == mail.Id && m.Fence == mail.Fence && (m.State == MailState.Sending || m.State == MailState.Unclear))
            .ExecuteUpdateAsync(set => set
                .SetProperty(m => m.State, state)
                .SetProperty(m => m.LeaseUntilUtc, (DateTime?)null)
                .SetProperty(m => m.NotBeforeUtc, next)
                .SetProperty(m => m.SentAtUtc, sentAt)
                .SetProperty(m => m.LastError, error)));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Mail} could not be written; it is tried again.")]
    private static partial void LogFailure(ILogger log, Guid mail, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Mail} of kind {Kind} is given up: {Reason}.")]
    private static partial void LogDead(ILogger log, Guid mail, MailKind kind, string? reason);
}
