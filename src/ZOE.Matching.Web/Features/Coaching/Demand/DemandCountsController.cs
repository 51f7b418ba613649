using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Searches;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Coaching.Demand;

/// <summary>What searches did not find, counted, for those with the duty Maßnahmebetreuung.</summary>
[Area("Coaching")]
[Authorize(Policy = Policies.CourseCare)]
[Route("/coaching/demand")]
public sealed class DemandCountsController(DemandDesk desk) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken stop) => View("/Features/Coaching/Demand/Demand.cshtml", await desk.CountsAsync(stop));
}
