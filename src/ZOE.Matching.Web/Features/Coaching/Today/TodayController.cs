using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Coaching.Today;

/// <summary>What is due today; the coach's first page.</summary>
[Area("Coaching")]
[Authorize(Policy = Policies.Coaching)]
public sealed class TodayController(TodayReader reader, AuditedReads audit, CurrentUser user) : PortalController
{
    [HttpGet("coaching/today")]
    public async Task<IActionResult> Show(CancellationToken stop) =>
        View("Today", await audit.ReadAsync(user.Viewer, AuditPurpose.Task, () => reader.ReadAsync(stop), TodayReader.Subjects));
}
