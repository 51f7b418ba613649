namespace ZOE.Matching.Domain.Work;

/// <summary>What is to be done.</summary>
public enum WorkTaskKind
{
    /// <summary>Call the employer: a follow-up stayed silent.</summary>
    CallAboutFollowUp,

    /// <summary>Speak with employer or client: difficulties were reported.</summary>
    Difficulties,

    /// <summary>Release name and contact after interview or yes.</summary>
    ReleaseContact,

    /// <summary>Agree the placement after a yes.</summary>
    MakePlacement,

    /// <summary>Decide on funding (Integrationsfachkraft).</summary>
    DecideFunding,

    /// <summary>Confirm competences that an employer or Träger reported.</summary>
    ConfirmCompetences,

    /// <summary>Plan the next step of the chain after an outcome.</summary>
    NextStep,

    /// <summary>Approve or reject a registered employer (Arbeitgeberservice).</summary>
    ApproveEmployer,

    /// <summary>Approve or reject a Träger (Maßnahmebetreuung).</summary>
    ApproveProvider,

    /// <summary>A Träger returned a referral (Maßnahmebetreuung).</summary>
    ReferralReturned,

    /// <summary>A consent ends soon; ask the client.</summary>
    ConsentEnds,

    /// <summary>An employer asks for candidates although too few can be shown.</summary>
    CandidateRequest,

    /// <summary>Written by the coach.</summary>
    Own,
}

/// <summary>A task with a due day, for one person or for all with a duty.</summary>
public sealed class WorkTask : Aggregate
{
    public WorkTaskKind Kind { get; init; }

    /// <summary>Unique: the same cause never makes two tasks.</summary>
    public required string BusinessKey { get; init; }

    /// <summary>Who does it; null = everyone with <see cref="ForDuty"/>.</summary>
    public Guid? OwnerId { get; set; }

    public Staff.Duty ForDuty { get; init; }

    public DateOnly DueOn { get; set; }

    /// <summary>What the task is about in the owner's words; null for kinds that say it themselves.</summary>
    public string? Text { get; set; }

    public Guid? ClientId { get; init; }

    public Guid? EmployerId { get; init; }

    public Guid? ProviderId { get; init; }

    public Guid? VacancyId { get; init; }

    public Guid? ProposalId { get; init; }

    public Guid? PlacementId { get; init; }

    public Guid? FollowUpId { get; init; }

    public Guid? ReferralId { get; init; }

    public DateTime CreatedAtUtc { get; init; }

    public DateTime? DoneAtUtc { get; set; }

    public Guid? DoneById { get; set; }

    public bool IsDone => DoneAtUtc is not null;

    /// <summary>Ticked off by hand; the other kinds end by doing what they ask for.</summary>
    public bool EndsByHand => Kind is WorkTaskKind.Own or WorkTaskKind.NextStep or WorkTaskKind.Difficulties or WorkTaskKind.ConsentEnds
        or WorkTaskKind.CandidateRequest or WorkTaskKind.ReferralReturned or WorkTaskKind.MakePlacement;

    public void Finish(Guid? byId, DateTime nowUtc)
    {
        DoneAtUtc ??= nowUtc;
        DoneById ??= byId;
    }
}
