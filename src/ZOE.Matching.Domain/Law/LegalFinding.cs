namespace ZOE.Matching.Domain.Law;

/// <summary>Why a rule speaks.</summary>
public enum FindingCause
{
    /// <summary>Nothing is wrong; it tells what is left.</summary>
    Kept,

    /// <summary>The figure is passed.</summary>
    FigurePassed,

    /// <summary>The rule changes while the placement runs.</summary>
    RuleChanges,
}

/// <summary>What one legal rule says to a request. Amounts are calendar days, for rules without a unit a number of measures, for hour rules hours.</summary>
/// <param name="Rule">The rule with its text and source.</param>
/// <param name="Cause">Why it speaks.</param>
/// <param name="Effect">What follows when it is broken.</param>
/// <param name="Used">Amount used before this request.</param>
/// <param name="Requested">What the request adds (days that count already add nothing).</param>
/// <param name="Allowed">Amount allowed altogether.</param>
/// <param name="LastAllowedOn">Last day on which the placement may end; null when it may not even start.</param>
public sealed record LegalFinding(LegalRule Rule, FindingCause Cause, RuleEffect Effect, int Used, int Requested, int Allowed, DateOnly? LastAllowedOn)
{
    /// <summary>What is left before this request.</summary>
    public int Left => Math.Max(0, Allowed - Used);

    public bool IsBroken => Cause != FindingCause.Kept;

    public bool Refuses => IsBroken && Effect == RuleEffect.Refuse;

    public bool Warns => IsBroken && Effect == RuleEffect.Warn;
}
