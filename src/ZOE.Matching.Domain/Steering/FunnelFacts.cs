using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;

namespace ZOE.Matching.Domain.Steering;

/// <summary>Joins proposals and placements to the facts that the funnel counts.</summary>
public static class FunnelFacts
{
    /// <summary>One fact for each proposal and for each candidate-led placement. Extensions belong to the placement they extend: the last of the chain tells the outcome. Of several placements of one proposal, the last that was not called off counts.</summary>
    /// <param name="kinds">Kind of each vacancy.</param>
    public static IReadOnlyList<FunnelFact> Join(IReadOnlyCollection<Proposal> proposals, IReadOnlyDictionary<Guid, PlacementKind> kinds, IReadOnlyCollection<Placement> placements)
    {
        var next = placements.Where(p => p.ExtendsId is not null && p.State != PlacementState.CalledOff).GroupBy(p => p.ExtendsId!.Value).ToDictionary(g => g.Key, g => g.MaxBy(p => p.StartOn)!);
        Placement Last(Placement placement)
        {
            // A chain cannot be longer than there are placements; a circle in the data must not hang.
            for (var steps = 0; steps < placements.Count && next.TryGetValue(placement.Id, out var later); steps++) placement = later;
            return placement;
        }

        var firsts = placements.Where(p => p.ExtendsId is null).ToList();
        var byProposal = firsts.Where(p => p.ProposalId is not null).ToLookup(p => p.ProposalId!.Value);
        return
        [
            .. proposals.Select(proposal => FunnelFact.Of(proposal, kinds[proposal.VacancyId],
                byProposal[proposal.Id].OrderBy(p => p.State == PlacementState.CalledOff).ThenByDescending(p => p.StartOn).Select(Last).FirstOrDefault())),
            .. firsts.Where(p => p.ProposalId is null).Select(p => FunnelFact.Of(null, p.Kind, Last(p))),
        ];
    }
}
