using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Steering;

namespace ZOE.Matching.Domain.Tests.Steering;

public sealed class FunnelFactsTests
{
    [Fact]
    public void Join_ExtendedPlacement_TellsTheLastOutcomeOnce()
    {
        var client = Given.Client();
        var employer = Given.Employer();
        var vacancy = Given.Vacancy(employer, PlacementKind.Internship);
        var proposal = Given.Proposal(client, vacancy, employer);
        var first = Placement(proposal.Id, null, -40);
        first.Conclude(PlacementOutcome.Extended, null, null, Given.Today.AddDays(-20));
        var second = Placement(proposal.Id, first.Id, -19);
        second.Conclude(PlacementOutcome.TakenOn, null, null, Given.Today);

        var facts = FunnelFacts.Join([proposal], new Dictionary<Guid, PlacementKind> { [vacancy.Id] = PlacementKind.Internship }, [first, second]);

        facts.Should().ContainSingle().Which.Reached.Should().BeEquivalentTo(Enum.GetValues<FunnelStage>());
    }

    [Fact]
    public void Join_CalledOffAndMadeAgain_CountsThePlacementThatStands()
    {
        var client = Given.Client();
        var employer = Given.Employer();
        var vacancy = Given.Vacancy(employer, PlacementKind.Internship);
        var proposal = Given.Proposal(client, vacancy, employer);
        var off = Placement(proposal.Id, null, 5);
        off.CallOff().IsRefused.Should().BeFalse();
        var on = Placement(proposal.Id, null, 2);

        var facts = FunnelFacts.Join([proposal], new Dictionary<Guid, PlacementKind> { [vacancy.Id] = PlacementKind.Internship }, [off, on]);

        facts.Should().ContainSingle().Which.Reached.Should().Contain(FunnelStage.Placed);
    }

    [Fact]
    public void Join_CandidateLedWithExtension_IsOneFactWithoutProposal()
    {
        var first = Placement(null, null, -40);
        var second = Placement(null, first.Id, -10);

        var facts = FunnelFacts.Join([], new Dictionary<Guid, PlacementKind>(), [first, second]);

        facts.Should().ContainSingle().Which.Reached.Should().BeEquivalentTo([FunnelStage.Placed]);
    }

    private static Placement Placement(Guid? proposalId, Guid? extends, int startIn) => new()
    {
        ProposalId = proposalId,
        ExtendsId = extends,
        Kind = PlacementKind.Internship,
        LegalBasis = LegalBasis.Mag,
        StartOn = Given.Today.AddDays(startIn),
        EndOn = Given.Today.AddDays(startIn + 13),
        HoursPerWeek = 30,
        CreatedAtUtc = Given.Now,
    };
}
