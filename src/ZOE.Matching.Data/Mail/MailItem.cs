namespace ZOE.Matching.Data.Mail;

/// <summary>What a mail is about; the text is made when it is sent, from the records as they are then.</summary>
public enum MailKind
{
    /// <summary>Employer: a candidate is proposed; with answer link.</summary>
    Proposal,

    /// <summary>Employer: name and contact were released, to be read in the portal or by link.</summary>
    ContactReleased,

    /// <summary>Employer: a question about a placement; with answer link.</summary>
    FollowUp,

    /// <summary>Employer: the same question again after silence.</summary>
    FollowUpReminder,

    /// <summary>Employer or coach: something fits (digest of new matches).</summary>
    MatchNotice,

    /// <summary>Employer: the record entered by staff can be taken over; with link.</summary>
    EmployerTakeover,

    /// <summary>Employer: registration received or approved.</summary>
    EmployerApproved,

    /// <summary>Träger: a client was referred.</summary>
    ReferralSent,

    /// <summary>Coach: the employer has answered.</summary>
    ProposalAnswered,

    /// <summary>New account: choose a password.</summary>
    Invitation,

    /// <summary>Password reset.</summary>
    PasswordReset,

    /// <summary>Employer or Träger: a vacancy or course runs out soon.</summary>
    OfferExpires,

    /// <summary>Owner of a saved search: new hits; with the link that stops it.</summary>
    SavedSearch,
}

/// <summary>Where a mail stands. Unclear = the server's answer was lost after the text had gone out.</summary>
public enum MailState
{
    Waiting,
    Sending,
    Sent,
    Unclear,
    Dead,
    Void,
}

/// <summary>One mail to be sent (outbox row): kind and ids only, never a text. Written in the transaction of its cause.</summary>
public sealed class MailItem
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public MailKind Kind { get; init; }

    /// <summary>Unique: the same cause never makes two mails.</summary>
    public required string BusinessKey { get; init; }

    /// <summary>One of the three recipients is set; the address is looked up when it is sent.</summary>
    public Guid? ContactId { get; init; }

    public Guid? UserId { get; init; }

    public Guid? ProviderId { get; init; }

    /// <summary>The record it is about (proposal, follow-up, vacancy, user …).</summary>
    public Guid RecordId { get; init; }

    /// <summary>The one-click link it carries.</summary>
    public Guid? LinkId { get; init; }

    public DateTime CreatedAtUtc { get; init; }

    public DateTime NotBeforeUtc { get; set; }

    public MailState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>Taken by a worker until then.</summary>
    public DateTime? LeaseUntilUtc { get; set; }

    /// <summary>Rises with every taking; a worker with an older number may no longer write.</summary>
    public int Fence { get; set; }

    public DateTime? SentAtUtc { get; set; }

    public string? LastError { get; set; }

    /// <summary>Stable Message-ID, so that a second delivery is recognised.</summary>
    public string MessageId => $"{Id:N}@zoe-matching.invalid";

    /// <summary>Match notices and hits of saved searches at most once (the inbox has them anyway); all others at least once.</summary>
    public bool AtMostOnce => Kind is MailKind.MatchNotice or MailKind.SavedSearch;
}
