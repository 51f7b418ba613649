using Microsoft.Extensions.Localization;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Employers.Placements;

/// <summary>How a placement's person is called on the employer's pages: without a name, by the code of the proposal where there was one.</summary>
public static class PlacementPerson
{
    public static string Of(IStringLocalizer<Placing> texts, Placement placement) =>
        placement.ProposalId is { } proposal ? texts["Person.Coded", ProposalCodes.Of(proposal), placement.StartOn] : texts["Person.Unnamed", placement.StartOn];
}
