using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;

namespace ZOE.Matching.Seed.Demo;

/// <summary>A placement with its measure and the people it belongs to.</summary>
internal sealed record DemoPlacement(Placement Placement, Measure? NewMeasure, DemoClient Client, Employer Employer, Trade Trade);

/// <summary>Placements of the last eighteen months, made by the same rules as in the portal; what the rules refuse is not made.</summary>
internal static class DemoPlacements
{
    private const int CandidateLed = 14;

    /// <summary>Makes the placement that follows a proposal; without one the proposal is taken back.</summary>
    public static bool Make(DemoWorld world, DemoClient who, DemoVacancy vacancy, Proposal proposal, DateOnly day)
    {
        var order = Order(world, vacancy.Vacancy.Kind, vacancy.Vacancy.Insurance, day);
        var facts = Facts(world, who, vacancy.Employer, order, proposal.AnsweredAtUtc!.Value) with { Vacancy = vacancy.Vacancy, Proposal = proposal };
        var placement = Decide(world, who, vacancy.Trade, order, facts);
        if (placement is null or { State: PlacementState.CalledOff }) DemoProposals.Refused(proposal.Withdraw().Refusal);
        return true;
    }

    /// <summary>Some without a vacancy: the coach has asked a firm for this client, who has said yes to this firm.</summary>
    public static void AddCandidateLed(DemoWorld world)
    {
        for (var i = 0; i < CandidateLed; i++)
        {
            var day = DemoWorld.Workday(world.DaysAgo(20 + i * 20, 30 + i * 20));
            var free = world.Clients.Where(c => c.Placements.Count == 0 && c.Client.WorkPermission == WorkPermission.Allowed && c.Client.EntryOn < day.AddDays(-20)).ToList();
            var who = world.One(free);
            var firms = world.Employers.Where(e => e.IsApproved && e.BranchCode == who.Branch).ToList();
            if (firms.Count == 0) continue;
            var employer = world.One(firms);
            DemoClients.NewConsent(world, who.Client, day, ConsentScope.Employer, RecipientGroup.OneEmployer, $"Praktikum bei {employer.Name}", employerId: employer.Id);
            var order = Order(world, PlacementKind.Internship, InsuranceKind.None, day);
            var facts = Facts(world, who, employer, order, world.At(day)) with { Consent = ConsentRules.ActiveForEmployer(who.Client.Consents, employer.Id, day) };
            Decide(world, who, who.Trade, order, facts);
        }
    }

    /// <summary>A further placement of the same measure, right after the end; null when the rules refuse it.</summary>
    internal static Placement? Extend(DemoWorld world, DemoPlacement of, DateTime at)
    {
        var start = DemoWorld.Workday(of.Placement.EndOn!.Value.AddDays(1));
        var order = new PlacementOrder { Kind = of.Placement.Kind, LegalBasis = of.Placement.LegalBasis, StartOn = start, EndOn = start.AddDays(11), HoursPerWeek = of.Placement.HoursPerWeek, Insurance = of.Placement.Insurance, Mentor = of.Placement.Mentor };
        var facts = Facts(world, of.Client, of.Employer, order, at) with { Measure = of.NewMeasure! };
        var decision = PlacementRules.Extend(of.Placement, order, facts);
        if (decision.IsRefused) return null;
        Begin(world, new DemoPlacement(decision.Accepted, null, of.Client, of.Employer, of.Trade), order);
        return decision.Accepted;
    }

    private static Placement? Decide(DemoWorld world, DemoClient who, Trade trade, PlacementOrder order, PlacementFacts facts)
    {
        var decision = PlacementRules.Make(order, facts);
        if (decision.IsRefused) return null;
        Begin(world, new DemoPlacement(decision.Accepted, facts.Measure, who, facts.Employer, trade), order);
        return decision.Accepted;
    }

    private static void Begin(DemoWorld world, DemoPlacement made, PlacementOrder order)
    {
        made.Client.Placements.Add(made.Placement);
        world.Placements.Add(made);
        DemoProgress.Of(world, made, order.AppliedOn);
    }

    private static PlacementFacts Facts(DemoWorld world, DemoClient who, Employer employer, PlacementOrder order, DateTime now) => new()
    {
        Client = who.Client,
        Employer = employer,
        Measure = new Measure { Id = world.NewId(), ClientId = who.Client.Id, LegalBasis = order.LegalBasis, CreatedAtUtc = now },
        History = PlacementSpan.Of(who.Placements),
        Rules = world.Reference.Rules,
        ById = who.Client.CoachId,
        NowUtc = now,
    };

    private static PlacementOrder Order(DemoWorld world, PlacementKind kind, InsuranceKind insurance, DateOnly day)
    {
        var start = DemoWorld.Workday(day.AddDays(world.Random.Int(4, 18)));
        var minijob = insurance == InsuranceKind.Minijob;
        var egz = kind == PlacementKind.Job && !minijob && world.Chance(35);
        var order = new PlacementOrder
        {
            Kind = kind,
            StartOn = start,
            HoursPerWeek = minijob ? 10 : world.One([25, 30, 35, 39]),
            Insurance = kind == PlacementKind.Internship ? InsuranceKind.None : insurance == InsuranceKind.None ? InsuranceKind.Insured : insurance,
            Mentor = DemoPools.GermanName(world),
        };
        return kind switch
        {
            PlacementKind.Internship => order with { LegalBasis = LegalBasis.Mag, EndOn = start.AddDays(world.One([11, 18, 25, 39])) },
            PlacementKind.TrialEmployment => order with { LegalBasis = world.One([LegalBasis.TrialEmployment46, LegalBasis.TrialEmployment16f]), IsAdditional = true, AppliedOn = day, EndOn = Term.EndOfMonths(start, world.Random.Int(1, 3)) },
            PlacementKind.Apprenticeship => order with { EndOn = Term.EndOfMonths(start, 36) },
            PlacementKind.InCompanyRetraining => order with { EndOn = Term.EndOfMonths(start, 24) },
            PlacementKind.Job when egz => order with { LegalBasis = LegalBasis.Egz, AppliedOn = day, FundedUntil = Term.EndOfMonths(start, 6) },
            PlacementKind.Job => order with { EndOn = world.Chance(30) ? Term.EndOfMonths(start, 12) : null },
        };
    }
}
