namespace ZOE.Matching.Domain.Work;

/// <summary>What an inbox item tells.</summary>
public enum InboxKind
{
    /// <summary>Coach: a vacancy fits a client.</summary>
    VacancyForClient,

    /// <summary>Employer: a candidate fits a vacancy.</summary>
    CandidateForVacancy,

    /// <summary>Coach: the employer answered a proposal.</summary>
    ProposalAnswered,

    /// <summary>Employer: a proposal has come.</summary>
    ProposalReceived,

    /// <summary>Employer: name and contact were released.</summary>
    ContactReleased,

    /// <summary>Employer: the record was approved.</summary>
    EmployerApproved,

    /// <summary>Employer: please answer a question about a placement.</summary>
    FollowUpDue,

    /// <summary>Coach: a follow-up was answered.</summary>
    FollowUpAnswered,

    /// <summary>Provider: a referral has come.</summary>
    ReferralReceived,

    /// <summary>Coach: a Träger answered a referral.</summary>
    ReferralAnswered,

    /// <summary>Employer or Träger: a vacancy or course expires soon or has expired.</summary>
    OfferExpires,

    /// <summary>Coach: an outcome is known.</summary>
    OutcomeKnown,

    /// <summary>Owner of a saved search: new hits.</summary>
    SavedSearchHits,
}

/// <summary>A message in the portal, for one member of staff or for an organisation. Exactly once by its key.</summary>
public sealed class InboxItem
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public InboxKind Kind { get; init; }

    /// <summary>Unique: recipient, subject and cause.</summary>
    public required string BusinessKey { get; init; }

    /// <summary>The member of staff; null when it is for an organisation.</summary>
    public Guid? UserId { get; init; }

    public Guid? EmployerId { get; init; }

    public Guid? ProviderId { get; init; }

    public Guid? ClientId { get; init; }

    public Guid? VacancyId { get; init; }

    public Guid? CourseId { get; init; }

    public Guid? ProposalId { get; init; }

    public Guid? PlacementId { get; init; }

    public Guid? ReferralId { get; init; }

    public Guid? SavedSearchId { get; init; }

    public DateTime CreatedAtUtc { get; init; }

    public DateTime? ReadAtUtc { get; set; }
}
