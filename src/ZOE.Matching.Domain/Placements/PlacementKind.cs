namespace ZOE.Matching.Domain.Placements;

/// <summary>Form of work: what a vacancy offers, a client wants, a placement is.</summary>
public enum PlacementKind
{
    /// <summary>Betriebliches Praktikum (Maßnahme bei einem Arbeitgeber).</summary>
    Internship,

    /// <summary>Probebeschäftigung, an additional insured job on trial.</summary>
    TrialEmployment,

    /// <summary>Ausbildung.</summary>
    Apprenticeship,

    /// <summary>Betriebliche Einzelumschulung.</summary>
    InCompanyRetraining,

    /// <summary>Arbeit.</summary>
    Job,
}
