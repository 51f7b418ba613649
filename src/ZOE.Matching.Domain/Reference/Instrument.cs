namespace ZOE.Matching.Domain.Reference;

/// <summary>Phase of the support chain (Heranführung, Orientierung, Qualifizierung, Integration, Nachbetreuung); a property of each step.</summary>
public enum Phase
{
    Preparation,
    Orientation,
    Qualification,
    Integration,
    Aftercare,
}

/// <summary>A legal kind of support (Maßnahmeart, Instrument), e.g. QuIntaM or EGZ; rows come from seed/reference.</summary>
public sealed class Instrument
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string ShortName { get; set; }

    public Phase Phase { get; set; }

    /// <summary>A Träger publishes courses of it.</summary>
    public bool Bookable { get; set; }

    /// <summary>Runs beside other steps.</summary>
    public bool Parallel { get; set; }

    public string? Funder { get; set; }

    public string? LegalBasis { get; set; }

    public string? Limits { get; set; }

    public string? Scope { get; set; }

    public string? Source { get; set; }

    public DateOnly? CheckedOn { get; set; }

    /// <summary>current, historic or unchecked.</summary>
    public required string Status { get; set; }

    public string? Note { get; set; }
}

/// <summary>Where a reason belongs.</summary>
public enum ReasonKind
{
    ProposalDeclined,
    CourseReturned,
    OutcomeTakenOn,
    OutcomeTraining,
    OutcomeExtended,
    OutcomeBrokenOff,
    OutcomeNeverCame,
    VacancyClosed,
}

/// <summary>A reason to choose from, so that figures can be made of it. No reason exists for a client's no (safety).</summary>
public sealed class Reason
{
    public ReasonKind Kind { get; init; }

    public required string Code { get; init; }

    public required string Label { get; set; }

    /// <summary>The side that it lies with, where it matters (Employer, Client, Both, Jobcenter).</summary>
    public string? Side { get; set; }
}
