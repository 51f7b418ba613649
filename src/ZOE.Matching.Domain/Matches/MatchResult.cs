using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;

namespace ZOE.Matching.Domain.Matches;

/// <summary>What gives points.</summary>
public enum MatchCriterion
{
    Competence,
    Certificate,
    Language,
    Occupation,
    GermanSpoken,
    GermanWritten,

    /// <summary>The form of work that the client wishes for.</summary>
    Form,
    Distance,
    Hours,
    Shifts,
    Start,
}

/// <summary>What is missing, but can be closed or lived with.</summary>
public enum GapKind
{
    GermanSpoken,
    GermanWritten,
    Certificate,
    Competence,
    Language,
    Hours,
    Shifts,
    Start,
    Distance,
}

/// <summary>What nobody has recorded yet: unknown is not no.</summary>
public enum ClarifyKind
{
    WorkPermission,

    /// <summary>The work permission ends before the start.</summary>
    WorkPermissionEnds,
    GermanSpoken,
    GermanWritten,
    Place,
    Shifts,
    AvailableFrom,

    /// <summary>A requirement's words are not linked to the vocabulary.</summary>
    RequirementUnlinked,

    /// <summary>The vacancy names neither requirements nor an occupation.</summary>
    RequirementsUnknown,

    /// <summary>A certificate is stated, but not proved.</summary>
    CertificateUnproved,

    /// <summary>Not on the anonymous card; the coach knows whether the candidate has it.</summary>
    NotOnCard,
}

/// <summary>Why a pair is no match at all, in the order in which it is checked.</summary>
public enum ExclusionReason
{
    WorkNotAllowed,
    FormNotWanted,
    GermanTooLow,
    LegalRequirementMissing,

    /// <summary>A required certificate is missing and no open course gives it in time.</summary>
    CertificateOutOfReach,
}

/// <summary>Points of one criterion. Subject is the label of the concept it is about, if any.</summary>
public sealed record MatchContribution(MatchCriterion Criterion, int Points, int Of, Guid? ConceptId = null, string? Subject = null);

/// <summary>Something that is missing. Need and Have are numbers in the kind's own unit; Have null = nothing of it.</summary>
/// <remarks>
/// German: <see cref="CefrLevel"/>; competence and language: <see cref="SkillLevel"/>; certificate: Need 1, Have null (missing) or 0 (run out);
/// hours: a week; shifts: flags of <see cref="Clients.Shifts"/>; start: Need day number of the start, Have day number available (<see cref="DateOnly.DayNumber"/>); distance: kilometres.
/// </remarks>
public sealed record MatchGap(
    GapKind Kind, int Need, int? Have, RequirementWeight Weight = RequirementWeight.Required, Guid? ConceptId = null, string? Subject = null);

/// <summary>Something to ask before proposing.</summary>
public sealed record MatchClarify(ClarifyKind Kind, Guid? ConceptId = null, string? Subject = null);

/// <summary>What the rules say about one client and one vacancy.</summary>
public sealed record MatchResult(
    Guid ClientId,
    Guid VacancyId,
    int WeightsVersion,
    int Threshold,
    IReadOnlyList<MatchContribution> Contributions,
    IReadOnlyList<MatchGap> Gaps,
    IReadOnlyList<MatchClarify> Clarify,
    ExclusionReason? Excluded)
{
    /// <summary>0 to 1000, the sum of the contributions.</summary>
    public int Score => Contributions.Sum(c => c.Points);

    public bool Fits => Excluded is null && Score >= Threshold;
}
