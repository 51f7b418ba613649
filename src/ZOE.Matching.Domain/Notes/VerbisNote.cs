using ZOE.Matching.Domain.Placements;

namespace ZOE.Matching.Domain.Notes;

/// <summary>Events of the walk that offer a note to copy into VerBIS.</summary>
public enum NoteKind
{
    ConsentRecorded,
    VacancyYesRecorded,
    ProposalSent,
    ProposalAnswered,
    ContactReleased,
    ReferralSent,
    ReferralAnswered,
    ReferralEnded,
    PlacementMade,
    FundingDecided,
    FollowUpAnswered,
    OutcomeKnown,
    CompetenceConfirmed,
}

/// <summary>Facts of one event, from which the portal writes the note. No name of the client: the note is copied into the client's own record.</summary>
public sealed record VerbisNote
{
    public required NoteKind Kind { get; init; }

    /// <summary>Day of the event.</summary>
    public required DateOnly On { get; init; }

    public required string VerbisNumber { get; init; }

    /// <summary>Who recorded it.</summary>
    public string? By { get; init; }

    /// <summary>Employer or Träger.</summary>
    public string? Organisation { get; init; }

    /// <summary>Title of the vacancy or course, or the competence.</summary>
    public string? Subject { get; init; }

    /// <summary>Reference number of the vacancy or course.</summary>
    public string? Reference { get; init; }

    public PlacementKind? PlacementKind { get; init; }

    public Law.LegalBasis? LegalBasis { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public int? HoursPerWeek { get; init; }

    /// <summary>Text of the answer, outcome, way or level, already in the reader's language.</summary>
    public string? Result { get; init; }

    public string? Reason { get; init; }
}
