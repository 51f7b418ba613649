using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Security;

/// <summary>Sends the link for a new password, if there is an account; takes the same time if not.</summary>
public sealed class ResetRequest(UserManager<PortalUser> users, MatchingDbContext db, Outbox outbox, TimeProvider clock)
{
    /// <summary>An account gets one mail in this time, however often someone asks.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(300);

    public Task SendAsync(string email, CancellationToken stop) => EvenAnswer.AfterAsync(AnswerTime, async () =>
    {
        var user = await users.FindByEmailAsync(email);
        if (user is not { Disabled: false }) return false;
        // Who was invited and never chose a password gets the invitation again.
        var kind = user.PasswordHash is null ? MailKind.Invitation : MailKind.PasswordReset;
        outbox.MailToUser(kind, user.Id, user.Id, $"asked-{clock.NowUtc().Ticks / Pause.Ticks}");
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException exception) when (UniqueKeys.IsViolatedIn(exception))
        {
            db.ChangeTracker.Clear();
        }

        return true;
    }, stop);
}
