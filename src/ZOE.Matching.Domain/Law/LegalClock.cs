using ZOE.Matching.Domain.Employers;

namespace ZOE.Matching.Domain.Law;

/// <summary>Counts a request and what was before it against the dated rules, each over its own scope.</summary>
/// <remarks>
/// The rule that is valid on the first day of the placement holds for the whole of it: what was lawful when it began stays lawful, and both sides can rely on it.
/// A change while it runs is warned, so that somebody looks at it.
/// </remarks>
public static class LegalClock
{
    /// <summary>How far ahead the last allowed day is looked for.</summary>
    private const int HorizonDays = 6 * 366;

    /// <summary>What every rule for this basis and kind says; rules that are kept too, with what is left.</summary>
    public static IReadOnlyList<LegalFinding> Check(PlacementRequest request, IReadOnlyList<PlacementSpan> history, IReadOnlyList<LegalRule> rules)
    {
        var others = history.Where(s => s.ClientId == request.ClientId).ToList();
        var findings = new List<LegalFinding>();
        foreach (var rule in InForce(rules, request))
        {
            findings.Add(IsCount(rule) ? CountMeasures(rule, request, others) : CountDays(rule, request, others));
            if (ChangesWhileRunning(rule, request, rules)) findings.Add(findings[^1] with { Cause = FindingCause.RuleChanges, Effect = RuleEffect.Warn });
        }

        return findings;
    }

    /// <summary>Hours per person (e.g. Landessprachförderung): what was used before and what is wanted now against the figure valid on that day; null when no rule is held.</summary>
    public static LegalFinding? CheckHours(LegalBasis basis, int usedBefore, int wanted, DateOnly startOn, IReadOnlyList<LegalRule> rules)
    {
        var rule = rules.FirstOrDefault(r => r.LegalBasis == basis && r.Unit == RuleUnit.Hours && r.Scope == RuleScope.Person && r.HoldsOn(startOn));
        if (rule is null) return null;
        var cause = usedBefore + wanted > rule.Figure ? FindingCause.FigurePassed : FindingCause.Kept;
        return new LegalFinding(rule, cause, rule.Effect, usedBefore, wanted, rule.Figure, null);
    }

    private static bool Concerns(LegalRule rule, PlacementRequest request) =>
        rule.LegalBasis == request.LegalBasis && (rule.PlacementKind is null || rule.PlacementKind == request.Kind) && rule.Unit != RuleUnit.Hours;

    private static bool IsCount(LegalRule rule) => rule.Unit == RuleUnit.None;

    /// <summary>Rules valid on the first day whose condition holds, without those that another of them lifts.</summary>
    private static List<LegalRule> InForce(IReadOnlyList<LegalRule> rules, PlacementRequest request)
    {
        var holding = rules.Where(r => Concerns(r, request) && r.HoldsOn(request.StartOn) && request.Fulfils(r.Condition)).ToList();
        var lifted = holding.Select(r => r.Lifts).ToHashSet();
        return [.. holding.Where(r => !lifted.Contains(r.Code)).OrderBy(r => r.Code, StringComparer.Ordinal)];
    }

    private static LegalFinding CountMeasures(LegalRule rule, PlacementRequest request, List<PlacementSpan> others)
    {
        // A figure of 0 means: not at all under this condition.
        var before = others
            .Where(s => Counts(rule, request, s) && s.MeasureId != request.MeasureId)
            .Where(s => rule.FrameMonths is not { } frame || s.EndOn is null || s.EndOn >= request.StartOn.AddMonths(-frame))
            .Select(s => s.MeasureId)
            .Distinct()
            .Count();
        var cause = before + 1 > rule.Figure ? FindingCause.FigurePassed : FindingCause.Kept;
        return new LegalFinding(rule, cause, rule.Effect, before, 1, rule.Figure, cause == FindingCause.Kept ? request.EndOn : null);
    }

    private static LegalFinding CountDays(LegalRule rule, PlacementRequest request, List<PlacementSpan> others)
    {
        var horizon = request.StartOn.AddDays(HorizonDays);
        var past = Stretch.Merge(others.Where(s => Counts(rule, request, s)).Select(s => new Stretch(s.StartOn, s.EndOn ?? horizon)));
        var end = CountedEnd(request) ?? horizon;
        if (LooksBackOnly(rule)) return Before(rule, past, request);
        var tally = Tally.Of(rule, past, request.StartOn, end);
        var cause = tally.Fits ? FindingCause.Kept : FindingCause.FigurePassed;
        var requested = end.DayNumber - request.StartOn.DayNumber + 1 - Stretch.Total(Stretch.Between(past, request.StartOn, end));
        return new LegalFinding(rule, cause, rule.Effect, Math.Max(0, tally.Used - requested), requested, tally.Allowed, LastAllowed(rule, past, request.StartOn, horizon));
    }

    private static DateOnly? LastAllowed(LegalRule rule, List<Stretch> past, DateOnly start, DateOnly horizon)
    {
        DateOnly? last = null;
        for (var day = start; day <= horizon && Tally.Of(rule, past, start, day).Fits; day = day.AddDays(1)) last = day;
        return last;
    }

    /// <summary>Earlier work at the employer excludes EGZ; the subsidised job itself does not count (§ 92 SGB III).</summary>
    private static bool LooksBackOnly(LegalRule rule) => rule is { LegalBasis: LegalBasis.Egz, Scope: RuleScope.EmployerAndPerson };

    private static LegalFinding Before(LegalRule rule, List<Stretch> past, PlacementRequest request)
    {
        var tally = Tally.Before(rule, past, request.StartOn);
        var cause = tally.Fits ? FindingCause.Kept : FindingCause.FigurePassed;
        return new LegalFinding(rule, cause, rule.Effect, tally.Used, 0, tally.Allowed, request.EndOn);
    }

    /// <summary>EGZ limits the subsidy, not the job: without a stated end of the subsidy only its first day counts, and what is left is told.</summary>
    private static DateOnly? CountedEnd(PlacementRequest request) => request.LegalBasis == LegalBasis.Egz ? request.FundedUntil ?? request.StartOn : request.EndOn;

    private static bool Counts(LegalRule rule, PlacementRequest request, PlacementSpan span) => rule.Scope switch
    {
        RuleScope.Measure => span.MeasureId == request.MeasureId,
        RuleScope.Employment => span.EmployerId == request.EmployerId && SameLaw(rule.LegalBasis, span.LegalBasis),
        RuleScope.Person or RuleScope.PersonFrame => SameLaw(rule.LegalBasis, span.LegalBasis),
        RuleScope.EmployerAndPerson => span.EmployerId == request.EmployerId
            && (IsCount(rule) ? SameLaw(rule.LegalBasis, span.LegalBasis) : IsInsuredWork(span)),
    };

    /// <summary>Both bases of a Probebeschäftigung count as one: changing the basis must not start the three months again.</summary>
    private static bool SameLaw(LegalBasis rule, LegalBasis span) => rule == span || (IsTrial(rule) && IsTrial(span));

    private static bool IsTrial(LegalBasis basis) => basis is LegalBasis.TrialEmployment46 or LegalBasis.TrialEmployment16f;

    private static bool IsInsuredWork(PlacementSpan span) =>
        span.Insurance == InsuranceKind.Insured && span.Kind is not Placements.PlacementKind.Internship;

    private static bool ChangesWhileRunning(LegalRule rule, PlacementRequest request, IReadOnlyList<LegalRule> rules)
    {
        if (rule.ValidUntil is not { } last || (CountedEnd(request) is { } end && end <= last)) return false;
        return !rules.Any(next => next.HoldsOn(last.AddDays(1)) && Concerns(next, request) && next.Scope == rule.Scope && next.Effect == rule.Effect
            && next.FrameMonths == rule.FrameMonths && next.Unit == rule.Unit && next.Figure == rule.Figure && next.Condition == rule.Condition);
    }
}
