using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Law;

namespace ZOE.Matching.Domain.Placements;

/// <summary>Where a placement stands.</summary>
public enum PlacementState
{
    /// <summary>Agreed, waits for the funding decision.</summary>
    AwaitingFunding,

    /// <summary>Agreed, will start.</summary>
    Planned,

    Running,

    /// <summary>Over, with or without a known outcome.</summary>
    Ended,

    /// <summary>Called off before the start.</summary>
    CalledOff,
}

/// <summary>How a placement ended.</summary>
public enum PlacementOutcome
{
    /// <summary>Übernommen: taken on by the employer.</summary>
    TakenOn,

    /// <summary>A training or course follows.</summary>
    TrainingFollows,

    /// <summary>Extended by a further placement of the same measure.</summary>
    Extended,

    /// <summary>Broken off before the planned end.</summary>
    BrokenOff,

    /// <summary>The client never came.</summary>
    NeverCame,

    /// <summary>Ended as planned, nothing follows at this employer.</summary>
    EndedAsPlanned,
}

/// <summary>Which side broke off.</summary>
public enum OutcomeSide
{
    Employer,
    Client,
    Both,
    Jobcenter,
}

/// <summary>A client at an employer: Praktikum, Probebeschäftigung, Ausbildung, Umschulung or job.</summary>
public sealed class Placement : Aggregate
{
    public Guid MeasureId { get; init; }

    public Guid ClientId { get; init; }

    public Guid EmployerId { get; init; }

    /// <summary>The vacancy; null when candidate-led.</summary>
    public Guid? VacancyId { get; init; }

    public Guid? ProposalId { get; init; }

    /// <summary>The placement that this one extends.</summary>
    public Guid? ExtendsId { get; init; }

    public PlacementKind Kind { get; init; }

    public LegalBasis LegalBasis { get; init; }

    public DateOnly StartOn { get; set; }

    /// <summary>Last day; null = open-ended (a job).</summary>
    public DateOnly? EndOn { get; set; }

    /// <summary>Hours a week, 1 to 48.</summary>
    public int HoursPerWeek { get; set; }

    /// <summary>Contract by social insurance; None for a Praktikum.</summary>
    public Employers.InsuranceKind Insurance { get; init; }

    /// <summary>Person at the employer who looks after the client.</summary>
    public string? Mentor { get; set; }

    public Guid? ContactId { get; set; }

    /// <summary>Money of the Jobcenter flows (EGZ, Probebeschäftigung): needs a funding decision before it may start.</summary>
    public bool Subsidised { get; init; }

    /// <summary>Why a warning of the law was passed over, if one was shown.</summary>
    public string? WarningReason { get; set; }

    public PlacementState State { get; private set; } = PlacementState.Planned;

    public PlacementOutcome? Outcome { get; private set; }

    public OutcomeSide? Side { get; private set; }

    public string? OutcomeReason { get; private set; }

    public DateOnly? OutcomeOn { get; private set; }

    public Guid CreatedById { get; init; }

    public DateTime CreatedAtUtc { get; init; }

    public FundingDecision? Funding { get; private set; }

    public List<FollowUp> FollowUps { get; } = [];

    public List<ObservedCompetence> Observed { get; } = [];

    /// <summary>A subsidised placement begins its life waiting for the decision.</summary>
    public void AwaitFunding() => State = PlacementState.AwaitingFunding;

    /// <summary>Records the decision of someone with the duty for it. Refused after the start (application must precede it, § 324 SGB III) and by others.</summary>
    public Decision RecordFunding(FundingDecision decision, bool hasDuty, DateOnly today)
    {
        if (!hasDuty) return new Refusal("Funding.DutyMissing");
        if (!Subsidised) return new Refusal("Funding.NotSubsidised");
        if (Funding is not null) return new Refusal("Funding.AlreadyDecided");
        if (State is not (PlacementState.AwaitingFunding or PlacementState.Planned)) return new Refusal("Funding.NotAwaited");
        if (decision.LegalBasis != LegalBasis) return new Refusal("Funding.OtherBasis") { Field = "LegalBasis" };
        if (decision.DecidedOn > today) return new Refusal("Funding.InFuture") { Field = "DecidedOn" };
        if (decision.AppliedOn >= StartOn) return new Refusal("Funding.AppliedAfterStart") { Field = "AppliedOn" };
        if (decision.DecidedOn < decision.AppliedOn) return new Refusal("Funding.DecidedBeforeApplied") { Field = "DecidedOn" };
        Funding = decision;
        State = decision.Granted ? PlacementState.Planned : PlacementState.CalledOff;
        if (!decision.Granted) VoidOpenFollowUps();
        return Decision.Accepted;
    }

    /// <summary>Starts on its day. Refused while the funding decision is missing.</summary>
    public Decision Start(DateOnly today)
    {
        if (Subsidised && Funding is not { Granted: true }) return new Refusal("Placement.FundingMissing");
        if (State != PlacementState.Planned) return new Refusal("Placement.NotPlanned");
        if (today < StartOn) return new Refusal("Placement.NotYet", StartOn);
        State = PlacementState.Running;
        return Decision.Accepted;
    }

    /// <summary>The last day is over and nobody has told the outcome yet; its questions stay open.</summary>
    public Decision RunOut(DateOnly today)
    {
        if (State != PlacementState.Running) return new Refusal("Placement.NotRunning");
        if (EndOn is null || today <= EndOn) return new Refusal("Placement.NotYetOver");
        State = PlacementState.Ended;
        return Decision.Accepted;
    }

    public Decision CallOff()
    {
        if (State == PlacementState.CalledOff) return new Refusal("Placement.WasCalledOff");
        if (State is not (PlacementState.Planned or PlacementState.AwaitingFunding)) return new Refusal("Placement.AlreadyStarted");
        State = PlacementState.CalledOff;
        VoidOpenFollowUps();
        return Decision.Accepted;
    }

    /// <summary>Records the outcome once; open follow-ups that no longer make sense become void.</summary>
    public Decision Conclude(PlacementOutcome outcome, OutcomeSide? side, string? reasonCode, DateOnly on)
    {
        if (Outcome is not null) return new Refusal("Placement.OutcomeKnown");
        if (State is PlacementState.CalledOff) return new Refusal("Placement.WasCalledOff");
        if (State is PlacementState.AwaitingFunding) return new Refusal("Placement.FundingMissing");
        if (on < StartOn) return new Refusal("Placement.NotYet", StartOn) { Field = nameof(OutcomeOn) };
        if (outcome == PlacementOutcome.BrokenOff && side is null) return new Refusal("Placement.SideMissing") { Field = nameof(Side) };
        if (outcome == PlacementOutcome.BrokenOff && string.IsNullOrEmpty(reasonCode))
            return new Refusal("Placement.ReasonMissing") { Field = nameof(OutcomeReason) };
        Outcome = outcome;
        Side = outcome == PlacementOutcome.BrokenOff ? side : null;
        OutcomeReason = reasonCode;
        OutcomeOn = on;
        State = PlacementState.Ended;
        VoidOpenFollowUps();
        return Decision.Accepted;
    }

    private void VoidOpenFollowUps()
    {
        foreach (var open in FollowUps.Where(f => f.IsOpen)) open.Void();
    }
}

/// <summary>Decision on money (Förderentscheidung), recorded by a member of staff with the duty for it. Append-only.</summary>
public sealed class FundingDecision : IPartOf<Placement>, IAppendOnly
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid PlacementId { get; init; }

    public LegalBasis LegalBasis { get; init; }

    public bool Granted { get; init; }

    /// <summary>Day of the employer's application; must be before the start.</summary>
    public DateOnly AppliedOn { get; init; }

    public DateOnly DecidedOn { get; init; }

    public Guid DecidedById { get; init; }

    public string? Note { get; init; }

    public Guid RootId => PlacementId;
}

/// <summary>Where something that was observed stands.</summary>
public enum ObservationState
{
    Waiting,
    Confirmed,
    Rejected,
}

/// <summary>What the employer says the client can do: a statement that waits for the coach's confirmation.</summary>
public sealed class ObservedCompetence : IPartOf<Placement>
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid PlacementId { get; init; }

    public required string Typed { get; init; }

    public Guid? ConceptId { get; init; }

    public SkillLevel Level { get; init; }

    public ObservationState State { get; set; }

    public DateTime StatedAtUtc { get; init; }

    public Guid RootId => PlacementId;
}
