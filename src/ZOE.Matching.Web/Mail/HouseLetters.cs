using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Mail;

/// <summary>Letters to users of the portal and to Träger. Each checks again whether its cause still holds.</summary>
public sealed class HouseLetters(MatchingDbContext db, LetterFrame frame, UserManager<PortalUser> users, AccountLinks accounts, TimeProvider clock)
{
    /// <summary>One digest: something new lies in the inbox. Void when it was read meanwhile or mails are not wanted.</summary>
    public async Task<Writing> MatchNoticeAsync(MailItem mail, CancellationToken stop)
    {
        var user = await UserAsync(mail, stop);
        if (user is null || user.NoNoticeMails) return Writing.Void;
        var employer = user.Role == PortalRole.Employer;
        var unread = employer
            ? await db.Inbox.AnyAsync(i => i.EmployerId == user.EmployerId && i.Kind == InboxKind.CandidateForVacancy && i.ReadAtUtc == null, stop)
            : await db.Inbox.AnyAsync(i => i.UserId == user.Id && i.Kind == InboxKind.VacancyForClient && i.ReadAtUtc == null, stop);
        if (!unread) return Writing.Void;
        return frame.Compose(mail, user.Email, user.DisplayName, employer ? "MatchNoticeEmployer" : "MatchNoticeCoach", frame.Address(employer ? "/employers/inbox" : "/coaching/inbox"));
    }

    public async Task<Writing> ReferralAsync(MailItem mail, CancellationToken stop)
    {
        var referral = await db.Referrals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == mail.RecordId, stop);
        if (referral is not { State: ReferralState.Sent }) return Writing.Void;
        var course = await db.Courses.AsNoTracking().SingleAsync(c => c.Id == referral.CourseId, stop);
        var provider = await db.Providers.AsNoTracking().SingleAsync(p => p.Id == referral.ProviderId, stop);
        return frame.Compose(mail, provider.Email, provider.ContactName, "ReferralSent",
            LetterFrame.OneLine(course.Title), course.Reference, LetterFrame.Day(course.StartsOn), frame.Address($"/providers/referrals/{referral.Id}"));
    }

    public async Task<Writing> ProposalAnsweredAsync(MailItem mail, CancellationToken stop)
    {
        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == mail.RecordId, stop);
        if (proposal?.AnsweredAtUtc is null || await UserAsync(mail, stop) is not { } user) return Writing.Void;
        var reference = await db.Vacancies.Where(v => v.Id == proposal.VacancyId).Select(v => v.Reference).SingleAsync(stop);
        return frame.Compose(mail, user.Email, user.DisplayName, "ProposalAnswered", reference, frame.Address($"/coaching/proposals/{proposal.Id}"));
    }

    public async Task<Writing> InvitationAsync(MailItem mail, CancellationToken stop)
    {
        if (await AccountAsync(mail) is not { PasswordHash: null } user) return Writing.Void;
        stop.ThrowIfCancellationRequested();
        return frame.Compose(mail, user.Email, user.DisplayName, "Invitation", await accounts.InvitationAddressAsync(user), AccountLinks.InvitationTime.Days);
    }

    public async Task<Writing> ResetAsync(MailItem mail, CancellationToken stop)
    {
        if (await AccountAsync(mail) is not { } user) return Writing.Void;
        stop.ThrowIfCancellationRequested();
        return frame.Compose(mail, user.Email, user.DisplayName, "PasswordReset", await accounts.ResetAddressAsync(user), (int)AccountLinks.ResetTime.TotalHours);
    }

    /// <summary>To the employer's contact about a vacancy, or to the Träger about a course; void when it was extended or closed.</summary>
    public async Task<Writing> OfferExpiresAsync(MailItem mail, CancellationToken stop)
    {
        var today = clock.Today();
        if (mail.ProviderId is { } providerId)
        {
            var course = await db.Courses.AsNoTracking().SingleOrDefaultAsync(c => c.Id == mail.RecordId, stop);
            if (course is null || !course.IsOpenOn(today) || course.EnrolUntil > today.AddDays(Jobs.ExpiryJob.NoticeDays)) return Writing.Void;
            var provider = await db.Providers.AsNoTracking().SingleAsync(p => p.Id == providerId, stop);
            return frame.Compose(mail, provider.Email, provider.ContactName, "CourseExpires",
                LetterFrame.OneLine(course.Title), course.Reference, LetterFrame.Day(course.EnrolUntil), frame.Address($"/providers/courses/{course.Id}"));
        }

        var vacancy = await db.Vacancies.AsNoTracking().SingleOrDefaultAsync(v => v.Id == mail.RecordId, stop);
        if (vacancy is null || !vacancy.IsOpenOn(today) || vacancy.ExpiresOn > today.AddDays(Jobs.ExpiryJob.NoticeDays)) return Writing.Void;
        var contact = await db.EmployerContacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == mail.ContactId, stop);
        return frame.Compose(mail, contact?.Email, contact?.Name, "VacancyExpires",
            LetterFrame.OneLine(vacancy.Title), vacancy.Reference, LetterFrame.Day(vacancy.ExpiresOn), frame.Address($"/employers/vacancies/{vacancy.Id}"));
    }

    private Task<PortalUser?> UserAsync(MailItem mail, CancellationToken stop) =>
        db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == mail.UserId && !u.Disabled, stop);

    /// <summary>The account as Identity knows it, for its tokens.</summary>
    private async Task<PortalUser?> AccountAsync(MailItem mail) =>
        mail.UserId is { } id && await users.FindByIdAsync(id.ToString()) is { Disabled: false } user ? user : null;
}
