using ZOE.Matching.Domain.Law;

namespace ZOE.Matching.Domain.Placements;

/// <summary>Makes and extends placements, or says why not.</summary>
public static class PlacementRules
{
    /// <summary>Most hours a week of all placements of a client together (§ 3 ArbZG: 6 days of 8 hours).</summary>
    public const int MaxHoursPerWeek = 48;

    public const int MonthsAhead = 12;

    public const int DaysBack = 90;

    /// <summary>Makes a placement of a new or existing measure. The caller saves the measure too, if it is new.</summary>
    public static Decision<Placement> Make(PlacementOrder order, PlacementFacts facts) => Decide(order, facts, null);

    /// <summary>A further placement of the same measure at the same employer, after the end of the one before.</summary>
    public static Decision<Placement> Extend(Placement previous, PlacementOrder order, PlacementFacts facts)
    {
        if (previous.MeasureId != facts.Measure.Id || previous.EmployerId != facts.Employer.Id || previous.ClientId != facts.Client.Id)
            return new Refusal("Placement.OtherMeasure");
        if (previous.Kind != order.Kind) return new Refusal("Placement.OtherKind") { Field = nameof(order.Kind) };
        if (previous.State == PlacementState.CalledOff) return new Refusal("Placement.WasCalledOff");
        if (previous.Outcome is PlacementOutcome.BrokenOff or PlacementOutcome.NeverCame) return new Refusal("Placement.OutcomeKnown");
        if (previous.EndOn is not { } end) return new Refusal("Placement.HasNoEnd");
        if (order.StartOn <= end) return new Refusal("Placement.ExtendsBeforeEnd", end) { Field = nameof(order.StartOn) };
        return Decide(order, facts, previous);
    }

    /// <summary>The legal findings for an order, for a page that shows what is left before it is sent.</summary>
    public static IReadOnlyList<LegalFinding> Preview(PlacementOrder order, PlacementFacts facts) =>
        LegalClock.Check(RequestOf(order, facts), facts.History, facts.Rules);

    /// <summary>Legal bases that a kind of placement may have. AGH is a Maßnahme of a Träger, no placement at an employer.</summary>
    public static IReadOnlyList<LegalBasis> BasesFor(PlacementKind kind) => kind switch
    {
        PlacementKind.Internship => [LegalBasis.Mag],
        PlacementKind.TrialEmployment => [LegalBasis.TrialEmployment46, LegalBasis.TrialEmployment16f],
        PlacementKind.Apprenticeship => [LegalBasis.None],
        PlacementKind.InCompanyRetraining => [LegalBasis.None],
        PlacementKind.Job => [LegalBasis.None, LegalBasis.Egz],
    };

    /// <summary>Money of the Jobcenter flows: needs a funding decision before the start.</summary>
    public static bool IsSubsidised(LegalBasis basis) => basis is LegalBasis.Egz or LegalBasis.TrialEmployment46 or LegalBasis.TrialEmployment16f;

    private static Decision<Placement> Decide(PlacementOrder order, PlacementFacts facts, Placement? previous)
    {
        var today = LegalDay.Of(facts.NowUtc);
        if (PlacementChecks.Sanity(order, today) is { } insane) return insane;
        if (PlacementChecks.Basis(order, facts) is { } baseless) return baseless;
        if (PlacementChecks.Sides(order, facts, previous, today) is { } refused) return refused;
        if (PlacementChecks.Overlap(order, facts.History) is { } crowded) return crowded;
        if (ByLaw(order, facts) is { } unlawful) return unlawful;
        if (PlacementChecks.Application(order, today) is { } late) return late;
        return Build(order, facts, previous);
    }

    private static Refusal? ByLaw(PlacementOrder order, PlacementFacts facts)
    {
        var findings = Preview(order, facts);
        if (findings.Where(f => f.Refuses).MinBy(f => f.LastAllowedOn ?? DateOnly.MinValue) is { } refused)
        {
            return refused.LastAllowedOn is { } last
                ? new Refusal("Law.Refused", refused.Rule.Text, refused.Rule.Source, last) { Field = nameof(order.EndOn) }
                : new Refusal("Law.NothingLeft", refused.Rule.Text, refused.Rule.Source) { Field = FieldOf(refused.Rule) };
        }

        if (string.IsNullOrWhiteSpace(order.WarningReason) && findings.FirstOrDefault(f => f.Warns) is { } warned)
            return new Refusal("Law.ReasonNeeded", warned.Rule.Text, warned.Rule.Source) { Field = nameof(order.WarningReason) };
        return null;
    }

    private static string FieldOf(LegalRule rule) =>
        rule.Condition == "NotAppliedBeforeStart" ? nameof(PlacementOrder.AppliedOn) : nameof(PlacementOrder.StartOn);

    private static Placement Build(PlacementOrder order, PlacementFacts facts, Placement? previous)
    {
        var placement = new Placement
        {
            MeasureId = facts.Measure.Id,
            ClientId = facts.Client.Id,
            EmployerId = facts.Employer.Id,
            VacancyId = facts.Vacancy?.Id ?? previous?.VacancyId,
            ProposalId = facts.Proposal?.Id ?? previous?.ProposalId,
            ExtendsId = previous?.Id,
            Kind = order.Kind,
            LegalBasis = order.LegalBasis,
            StartOn = order.StartOn,
            EndOn = order.EndOn,
            HoursPerWeek = order.HoursPerWeek,
            Insurance = order.Insurance,
            Mentor = order.Mentor,
            ContactId = order.ContactId,
            Subsidised = IsSubsidised(order.LegalBasis),
            WarningReason = string.IsNullOrWhiteSpace(order.WarningReason) ? null : order.WarningReason,
            CreatedById = facts.ById,
            CreatedAtUtc = facts.NowUtc,
        };
        if (placement.Subsidised) placement.AwaitFunding();
        FollowUpPlan.Replan(placement);
        return placement;
    }

    private static PlacementRequest RequestOf(PlacementOrder order, PlacementFacts facts) => new()
    {
        ClientId = facts.Client.Id,
        EmployerId = facts.Employer.Id,
        MeasureId = facts.Measure.Id,
        Kind = order.Kind,
        LegalBasis = order.LegalBasis,
        StartOn = order.StartOn,
        EndOn = order.EndOn,
        HoursPerWeek = order.HoursPerWeek,
        Condition = facts.Measure.Condition,
        ConditionReason = facts.Measure.ConditionReason,
        Insurance = order.Insurance,
        FundedUntil = order.FundedUntil,
        AppliedOn = order.AppliedOn,
    };
}
