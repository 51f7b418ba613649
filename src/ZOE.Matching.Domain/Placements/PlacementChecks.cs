using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Proposals;

namespace ZOE.Matching.Domain.Placements;

/// <summary>What must be right about a placement beside the counted limits of the law; each gives the first thing wrong.</summary>
internal static class PlacementChecks
{
    public static Refusal? Sanity(PlacementOrder order, DateOnly today)
    {
        if (order.EndOn < order.StartOn) return new Refusal("Placement.EndBeforeStart") { Field = nameof(order.EndOn) };
        if (order.EndOn is null && order.Kind != PlacementKind.Job) return new Refusal("Placement.EndMissing") { Field = nameof(order.EndOn) };
        if (order.HoursPerWeek is < 1 or > PlacementRules.MaxHoursPerWeek)
            return new Refusal("Placement.HoursOutOfRange", 1, PlacementRules.MaxHoursPerWeek) { Field = nameof(order.HoursPerWeek) };
        if (order.StartOn > today.AddMonths(PlacementRules.MonthsAhead))
            return new Refusal("Placement.StartTooFarAhead", PlacementRules.MonthsAhead) { Field = nameof(order.StartOn) };
        if (order.StartOn < today.AddDays(-PlacementRules.DaysBack))
            return new Refusal("Placement.StartTooLongAgo", PlacementRules.DaysBack) { Field = nameof(order.StartOn) };
        return null;
    }

    public static Refusal? Basis(PlacementOrder order, PlacementFacts facts)
    {
        if (order.Kind == PlacementKind.TrialEmployment && order.LegalBasis == LegalBasis.None)
            return new Refusal("Placement.BasisMissing") { Field = nameof(order.LegalBasis) };
        if (!PlacementRules.BasesFor(order.Kind).Contains(order.LegalBasis))
            return new Refusal("Placement.BasisNotAllowed") { Field = nameof(order.LegalBasis) };
        if (facts.Measure.ClientId != facts.Client.Id || facts.Measure.LegalBasis != order.LegalBasis) return new Refusal("Placement.OtherMeasure");
        if (NeedsInsurance(order) && order.Insurance != InsuranceKind.Insured)
            return new Refusal("Placement.InsuranceNeeded") { Field = nameof(order.Insurance) };
        if (order.Kind == PlacementKind.Internship && order.Insurance != InsuranceKind.None)
            return new Refusal("Placement.InternshipIsNoEmployment") { Field = nameof(order.Insurance) };
        if (order.Kind == PlacementKind.TrialEmployment && !order.IsAdditional && facts.Vacancy is not { Kind: PlacementKind.TrialEmployment, IsAdditional: true })
            return new Refusal("Placement.AdditionalMissing") { Field = nameof(order.IsAdditional) };
        return null;
    }

    public static Refusal? Sides(PlacementOrder order, PlacementFacts facts, Placement? previous, DateOnly today)
    {
        if (!facts.Employer.IsApproved) return new Refusal("Placement.EmployerNotApproved");
        if (facts.Client.WorkPermission == WorkPermission.NotAllowed || facts.Client.WorkPermissionUntil < order.StartOn)
            return new Refusal("Placement.MayNotWork");
        if (facts.Vacancy is { } vacancy && vacancy.EmployerId != facts.Employer.Id) return new Refusal("Placement.WrongEmployer");

        // The employer has known the client since the placement that is extended.
        if (previous is not null) return null;
        return facts.Vacancy is { } wanted ? Proposed(facts.Proposal, facts.Client, wanted) : CandidateLed(facts, today);
    }

    /// <summary>All hours on one day together; and never twice the same at the same employer.</summary>
    public static Refusal? Overlap(PlacementOrder order, IReadOnlyList<PlacementSpan> history)
    {
        var beside = history.Where(s => s.StartOn <= (order.EndOn ?? DateOnly.MaxValue) && order.StartOn <= (s.EndOn ?? DateOnly.MaxValue)).ToList();
        var most = beside.Select(s => s.StartOn).Append(order.StartOn)
            .Where(day => day >= order.StartOn)
            .Max(day => beside.Where(s => s.StartOn <= day && day <= (s.EndOn ?? DateOnly.MaxValue)).Sum(s => s.HoursPerWeek));
        return most + order.HoursPerWeek > PlacementRules.MaxHoursPerWeek
            ? new Refusal("Placement.TooManyHours", most + order.HoursPerWeek, PlacementRules.MaxHoursPerWeek) { Field = nameof(order.HoursPerWeek) }
            : null;
    }

    /// <summary>A Probebeschäftigung is insured work (§ 46 SGB III); EGZ for a Minijob is for the dated rules to say.</summary>
    private static bool NeedsInsurance(PlacementOrder order) =>
        order.Kind == PlacementKind.TrialEmployment || (order.LegalBasis == LegalBasis.Egz && order.Insurance == InsuranceKind.None);

    /// <summary>The application must precede the start (§ 324 SGB III); a start in the past needs its day.</summary>
    public static Refusal? Application(PlacementOrder order, DateOnly today)
    {
        if (!PlacementRules.IsSubsidised(order.LegalBasis)) return null;
        if (order.AppliedOn >= order.StartOn) return new Refusal("Funding.AppliedAfterStart") { Field = nameof(order.AppliedOn) };
        if (order.AppliedOn > today) return new Refusal("Funding.AppliedInFuture") { Field = nameof(order.AppliedOn) };
        if (order.AppliedOn is null && order.StartOn < today) return new Refusal("Funding.ApplicationMissing") { Field = nameof(order.AppliedOn) };
        return null;
    }

    private static Refusal? Proposed(Proposal? proposal, Client client, Vacancy vacancy) =>
        proposal is not null && proposal.ClientId == client.Id && proposal.VacancyId == vacancy.Id && proposal.IsReleased
            ? null
            : new Refusal("Placement.ProposalNotReleased");

    private static Refusal? CandidateLed(PlacementFacts facts, DateOnly today) =>
        facts.Consent is { } yes && yes.ClientId == facts.Client.Id && yes.CoversEmployer(facts.Employer.Id) && yes.HoldsOn(today)
            ? null
            : new Refusal("Placement.YesMissing");
}
