using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;

namespace ZOE.Matching.Domain.Proposals;

/// <summary>Where a proposal stands.</summary>
public enum ProposalState
{
    Sent,
    Interview,
    Accepted,
    Declined,
    Withdrawn,
    Expired,
}

/// <summary>The employer's answer by one click.</summary>
public enum ProposalAnswer
{
    Interview,
    Yes,
    No,
}

/// <summary>A client proposed for a vacancy (Vorschlag, an Angebot ohne Rechtsfolgenbelehrung). Cannot exist without the client's yes to this vacancy.</summary>
public sealed class Proposal : Aggregate
{
    /// <summary>Days until an unanswered proposal ends by itself.</summary>
    public const int DaysToAnswer = 14;

    private Proposal()
    {
    }

    public Guid ClientId { get; private init; }

    public Guid VacancyId { get; private init; }

    public Guid EmployerId { get; private init; }

    /// <summary>The client's yes to this vacancy.</summary>
    public Guid ConsentId { get; private init; }

    public Guid ProposedById { get; private init; }

    public DateTime ProposedAtUtc { get; private init; }

    /// <summary>Last day for an answer.</summary>
    public DateOnly AnswerUntil { get; private init; }

    /// <summary>What the coach writes to the employer; checked to hold no name.</summary>
    public string? Message { get; private init; }

    /// <summary>Kennung, see <see cref="ProposalCodes"/>.</summary>
    public string Code => ProposalCodes.Of(Id);

    public ProposalState State { get; private set; }

    public string? DeclineReason { get; private set; }

    public string? Comment { get; private set; }

    public DateTime? AnsweredAtUtc { get; private set; }

    public Placements.AnswerSource? AnsweredBy { get; private set; }

    /// <summary>Name and contact released to this employer for this vacancy.</summary>
    public DateTime? ReleasedAtUtc { get; private set; }

    public Guid? ReleasedById { get; private set; }

    public bool IsOpen => State is ProposalState.Sent or ProposalState.Interview or ProposalState.Accepted;

    public bool IsReleased => ReleasedAtUtc is not null && State is (ProposalState.Interview or ProposalState.Accepted);

    /// <summary>Makes a proposal, if the vacancy is open, the employer approved and the client has said yes to this vacancy.</summary>
    public static Decision<Proposal> Send(Client client, Vacancy vacancy, Employer employer, Consent? consent, Guid byId, string? message, DateTime nowUtc)
    {
        var today = LegalDay.Of(nowUtc);
        if (vacancy.EmployerId != employer.Id) return new Refusal("Proposal.WrongEmployer");
        if (!employer.IsApproved) return new Refusal("Proposal.EmployerNotApproved");
        if (!vacancy.IsOpenOn(today)) return new Refusal("Proposal.VacancyNotOpen");
        if (client.WorkPermission == WorkPermission.NotAllowed || client.WorkPermissionUntil < today) return new Refusal("Proposal.MayNotWork");
        if (consent is null || consent.ClientId != client.Id || !consent.Covers(vacancy.Id, employer.Id) || !consent.HoldsOn(today))
            return new Refusal("Proposal.YesMissing");
        return new Proposal
        {
            ClientId = client.Id,
            VacancyId = vacancy.Id,
            EmployerId = employer.Id,
            ConsentId = consent.Id,
            ProposedById = byId,
            ProposedAtUtc = nowUtc,
            AnswerUntil = today.AddDays(DaysToAnswer),
            Message = message,
        };
    }

    /// <summary>Takes the employer's answer. After interview a yes or no may follow; a no needs a reason.</summary>
    public Decision Answer(ProposalAnswer answer, string? reasonCode, string? comment, Placements.AnswerSource source, DateTime nowUtc)
    {
        if (State is ProposalState.Withdrawn) return new Refusal("Proposal.Withdrawn");
        if (State is ProposalState.Expired) return new Refusal("Proposal.Expired");
        if (State is ProposalState.Declined or ProposalState.Accepted || (State == ProposalState.Interview && answer == ProposalAnswer.Interview))
            return new Refusal("Proposal.AlreadyAnswered");
        if (answer == ProposalAnswer.No && string.IsNullOrEmpty(reasonCode)) return new Refusal("Proposal.ReasonMissing") { Field = "Reason" };
        State = answer switch
        {
            ProposalAnswer.Interview => ProposalState.Interview,
            ProposalAnswer.Yes => ProposalState.Accepted,
            ProposalAnswer.No => ProposalState.Declined,
        };
        DeclineReason = answer == ProposalAnswer.No ? reasonCode : null;
        Comment = comment;
        AnsweredAtUtc = nowUtc;
        AnsweredBy = source;
        return Decision.Accepted;
    }

    /// <summary>The coach releases name and contact, after interview or yes, while the client's yes holds.</summary>
    public Decision Release(Consent consent, Guid byId, DateTime nowUtc)
    {
        if (State is not (ProposalState.Interview or ProposalState.Accepted)) return new Refusal("Proposal.NoYesYet");
        if (consent.Id != ConsentId || !consent.HoldsOn(LegalDay.Of(nowUtc))) return new Refusal("Proposal.YesMissing");
        ReleasedAtUtc ??= nowUtc;
        ReleasedById ??= byId;
        return Decision.Accepted;
    }

    /// <summary>Taken back by the coach, or because the client's yes ended; no reason is stored.</summary>
    public Decision Withdraw()
    {
        if (!IsOpen) return new Refusal("Proposal.AlreadyAnswered");
        State = ProposalState.Withdrawn;
        return Decision.Accepted;
    }

    /// <summary>Ends it after silence.</summary>
    public void Expire()
    {
        if (State == ProposalState.Sent) State = ProposalState.Expired;
    }
}
