using ZOE.Matching.Data.Mail;

namespace ZOE.Matching.Web.Mail;

/// <summary>Writes a mail when it is sent, from the records as they are then. No letter ever holds a client's name or any other personal data of a client: it leads to a page.</summary>
public sealed class MailTexts(EmployerLetters employers, HouseLetters house, SearchLetters searches)
{
    /// <summary>The letter; void when its cause is over (answered, withdrawn, consent ended).</summary>
    public Task<Writing> WriteAsync(MailItem mail, CancellationToken stop) => mail.Kind switch
    {
        MailKind.Proposal => employers.ProposalAsync(mail, stop),
        MailKind.ContactReleased => employers.ContactReleasedAsync(mail, stop),
        MailKind.FollowUp => employers.FollowUpAsync(mail, stop),
        MailKind.FollowUpReminder => employers.FollowUpAsync(mail, stop),
        MailKind.EmployerTakeover => employers.TakeoverAsync(mail, stop),
        MailKind.EmployerApproved => employers.ApprovedAsync(mail, stop),
        MailKind.MatchNotice => house.MatchNoticeAsync(mail, stop),
        MailKind.ReferralSent => house.ReferralAsync(mail, stop),
        MailKind.ProposalAnswered => house.ProposalAnsweredAsync(mail, stop),
        MailKind.Invitation => house.InvitationAsync(mail, stop),
        MailKind.PasswordReset => house.ResetAsync(mail, stop),
        MailKind.SavedSearch => searches.HitsAsync(mail, stop),
        MailKind.OfferExpires => house.OfferExpiresAsync(mail, stop),
    };
}
