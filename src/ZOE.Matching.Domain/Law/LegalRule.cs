namespace ZOE.Matching.Domain.Law;

/// <summary>Legal basis (Rechtsgrundlage) of a placement or a payment.</summary>
public enum LegalBasis
{
    /// <summary>No funding law applies (plain employment or Ausbildung).</summary>
    None,

    /// <summary>Maßnahme bei einem Arbeitgeber, § 16 SGB II with § 45 SGB III.</summary>
    Mag,

    /// <summary>Probebeschäftigung, § 46 SGB III.</summary>
    TrialEmployment46,

    /// <summary>Probebeschäftigung by free funding, § 16f SGB II.</summary>
    TrialEmployment16f,

    /// <summary>Eingliederungszuschuss, §§ 88 ff. SGB III.</summary>
    Egz,

    /// <summary>Arbeitsgelegenheit, § 16d SGB II.</summary>
    Agh,

    /// <summary>Nachbetreuung, § 16g Abs. 2 SGB II.</summary>
    Aftercare16g,

    /// <summary>Landessprachförderung.</summary>
    StateLanguage,

    /// <summary>Wohnsitzregelung, § 12a AufenthG.</summary>
    Residence12a,
}

/// <summary>Over what a rule counts.</summary>
public enum RuleScope
{
    Measure,
    Person,
    PersonFrame,
    Employment,
    EmployerAndPerson,
}

/// <summary>What happens when the figure is passed: refuse, or warn and ask for a reason.</summary>
public enum RuleEffect
{
    Refuse,
    Warn,
}

/// <summary>Unit of a rule's figure.</summary>
public enum RuleUnit
{
    None,
    Days,
    Weeks,
    Months,
    Hours,
}

/// <summary>A dated legal rule (figure with validity, scope, effect and source); rows come from seed/reference, never constants in code.</summary>
public sealed class LegalRule
{
    public required string Code { get; init; }

    public LegalBasis LegalBasis { get; set; }

    /// <summary>The kind of placement it is for; null = any.</summary>
    public Placements.PlacementKind? PlacementKind { get; set; }

    /// <summary>Holds only under this condition (<see cref="PlacementRequest.Fulfils"/>), e.g. LongTermUnemployedWithObstacles; null = always.</summary>
    public string? Condition { get; set; }

    /// <summary>Code of the rule that it replaces when its condition holds; null = it holds beside the others.</summary>
    public string? Lifts { get; set; }

    public int Figure { get; set; }

    public RuleUnit Unit { get; set; }

    public RuleScope Scope { get; set; }

    /// <summary>Months of the frame within which it counts: from the first entry (PersonFrame), else back from the end of the request; null = without limit.</summary>
    public int? FrameMonths { get; set; }

    public RuleEffect Effect { get; set; }

    public DateOnly ValidFrom { get; set; }

    /// <summary>Last day of validity; null = open.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>The sentence shown when it is broken.</summary>
    public required string Text { get; set; }

    public required string Source { get; set; }

    public DateOnly? CheckedOn { get; set; }

    /// <summary>checked or unchecked.</summary>
    public required string Status { get; set; }

    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidUntil is null || day <= ValidUntil);
}
