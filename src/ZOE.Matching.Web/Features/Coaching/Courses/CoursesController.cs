using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Referrals;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Courses;

/// <summary>Open courses, and referring an own client to one.</summary>
[Area("Coaching")]
[Route("coaching/courses")]
[Authorize(Policy = Policies.Coaching)]
public sealed class CoursesController(CourseReader reader, OwnRecords own, AuditedReads audit, CurrentUser user, IStringLocalizer<Coach> texts) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CourseFilter filter, CancellationToken stop) =>
        ModelState.IsValid ? View("Courses", await reader.ListAsync(filter, stop)) : NotFound();

    [HttpGet("{courseId:guid}")]
    public Task<IActionResult> Show(Guid courseId, Guid? clientId, CancellationToken stop) => PageAsync(courseId, clientId, new ReferForm { ClientId = clientId }, stop);

    [HttpPost("{courseId:guid}/refer")]
    public async Task<IActionResult> Refer(Guid courseId, [Bind(Prefix = "Refer")] ReferForm form, [FromServices] ReferralDesk desk, CancellationToken stop)
    {
        if (!await own.Courses.AnyAsync(c => c.Id == courseId, stop)) return NotFound();
        var number = form.VerbisNumber?.Trim();
        var client = await own.Clients.SingleOrDefaultAsync(c => form.ClientId != null ? c.Id == form.ClientId : c.VerbisNumber == number, stop);
        if (client is null && form.ClientId is not null) return NotFound();
        if (client is null) ModelState.AddModelError("Refer.VerbisNumber", texts["Refer.Unknown"]);
        if (client is not null && ModelState.IsValid)
        {
            var decision = await desk.ReferAsync(client, courseId);
            if (decision.Refusal is { } refusal) Refuse(refusal with { Field = null });
            else
            {
                Notice(texts["Refer.Done"]);
                return RedirectToAction(nameof(Show), new { courseId, clientId = client.Id });
            }
        }

        return await PageAsync(courseId, form.ClientId, form, stop);
    }

    private async Task<IActionResult> PageAsync(Guid courseId, Guid? clientId, ReferForm form, CancellationToken stop)
    {
        var page = await audit.ReadAsync(user.Viewer, AuditPurpose.Referral, () => reader.ReadAsync(courseId, clientId, form, stop), found => found?.Client is { } client ? [client.Pseudonym] : []);
        return page is null || (clientId is not null && page.Client is null) ? NotFound() : View("Course", page);
    }
}
