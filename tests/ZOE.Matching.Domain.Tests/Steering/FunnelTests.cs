using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Steering;

namespace ZOE.Matching.Domain.Tests.Steering;

public class FunnelTests
{
    [Fact]
    public void Total_ByHand_CountsAndPercentages()
    {
        FunnelFact[] facts =
        [
            Fact("2027-01-31", FunnelStage.Proposed),
            Fact("2027-02-01", FunnelStage.Proposed, FunnelStage.Answered),
            Fact("2027-02-02", FunnelStage.Proposed, FunnelStage.Answered, FunnelStage.Positive),
            Fact("2027-02-03", FunnelStage.Placed, FunnelStage.OutcomeKnown, FunnelStage.TakenOn),
            Fact("2027-02-28", FunnelStage.Proposed, FunnelStage.Answered, FunnelStage.Positive, FunnelStage.Placed),
        ];
        var row = Funnel.Total(facts);
        Enum.GetValues<FunnelStage>().Select(row.Count).Should().Equal(4, 3, 2, 2, 1, 1);
        Enum.GetValues<FunnelStage>().Select(row.PercentOfPrevious).Should().Equal(null, 75, 67, 50, 50, 100);
        row.CandidateLed.Should().Be(1);
        Funnel.ByMonth(facts).Select(m => (m.Month, m.Row.Count(FunnelStage.Proposed))).Should().Equal((Given.Day("2027-01-01"), 1), (Given.Day("2027-02-01"), 3));
        Funnel.ByInstrument(facts).Single().Instrument.Should().Be(LegalBasis.Mag);
    }

    [Fact]
    public void Total_Empty_HasNoPercentages() => Funnel.Total([]).PercentOfPrevious(FunnelStage.TakenOn).Should().BeNull();

    [Fact]
    public void Fact_OfTheWalk_MovesStageByStage()
    {
        var (client, employer) = (Given.Client(), Given.Employer());
        var vacancy = Given.Vacancy(employer);
        var proposal = Given.Proposal(client, vacancy, employer, released: false);
        Reached(proposal, null).Should().Be(FunnelStage.Proposed);
        proposal.Answer(ProposalAnswer.Interview, null, null, AnswerSource.EmployerLink, Given.Now);
        Reached(proposal, null).Should().Be(FunnelStage.Positive);
        var placement = new Placement { Kind = PlacementKind.Job, StartOn = Given.Today };
        Reached(proposal, placement).Should().Be(FunnelStage.Placed);
        placement.Conclude(PlacementOutcome.TakenOn, null, null, Given.Today);
        Reached(proposal, placement).Should().Be(FunnelStage.TakenOn);
    }

    [Fact]
    public void Fact_DeclinedAndCalledOff_GoNoFurther()
    {
        var (client, employer) = (Given.Client(), Given.Employer());
        var proposal = Given.Proposal(client, Given.Vacancy(employer), employer, released: false);
        proposal.Answer(ProposalAnswer.No, "Filled", null, AnswerSource.EmployerLink, Given.Now);
        var placement = new Placement { StartOn = Given.Today };
        placement.CallOff();
        Reached(proposal, placement).Should().Be(FunnelStage.Answered);
    }

    private static FunnelStage Reached(Proposal proposal, Placement? placement) => FunnelFact.Of(proposal, PlacementKind.Job, placement).Reached.Max();

    private static FunnelFact Fact(string on, params FunnelStage[] reached) =>
        new() { On = Given.Day(on), Kind = PlacementKind.Internship, Instrument = LegalBasis.Mag, Reached = reached.ToHashSet() };
}
