using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Placements;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Coaching.FollowUps;

/// <summary>Whom a call is about.</summary>
public sealed record CallPage(Guid PlacementId, Guid Pseudonym, string Client, string Employer, string? ContactName, string? ContactPhone, AskedFollowUp Asked);

/// <summary>The coach enters the employer's answer after a call ("by phone").</summary>
[Area("Coaching")]
[Route("coaching/placements/{id:guid}/follow-ups/{followUpId:guid}")]
[Authorize(Policy = Policies.Coaching)]
public sealed class FollowUpsController(MatchingDbContext db, OwnRecords own, CurrentUser user, FollowUpDesk desk, FollowUpReplies replies) : PortalController
{
    [HttpGet("")]
    public Task<IActionResult> Show(Guid id, Guid followUpId, CancellationToken stop) => PageAsync(id, followUpId, new FollowUpReplyForm(), stop);

    [HttpPost("")]
    public async Task<IActionResult> Send(Guid id, Guid followUpId, FollowUpReplyForm form, [FromServices] IStringLocalizer<Placing> texts, CancellationToken stop)
    {
        if (await FindAsync(id, followUpId, stop) is not { } asked) return NotFound();
        if (await replies.ReadAsync(asked, form, AnswerSource.CoachByPhone, ModelState, stop) is not { } reply) return await PageAsync(id, followUpId, form, stop);
        var decision = await db.InOneEffectAsync(async () =>
        {
            var placement = await own.Placements.Include(p => p.FollowUps).Include(p => p.Observed).SingleAsync(p => p.Id == id);
            return await desk.AnswerAsync(placement, followUpId, reply, user.Id);
        });
        if (decision.Refusal is { Field: not null } refusal)
        {
            Refuse(refusal);
            return await PageAsync(id, followUpId, form, stop);
        }

        if (decision.Refusal is { } other) Problem(other);
        else Notice(texts["ByPhone.Done"]);
        return LocalRedirect($"/coaching/placements/{id}");
    }

    private async Task<AskedFollowUp?> FindAsync(Guid id, Guid followUpId, CancellationToken stop)
    {
        var placement = await own.Placements.AsNoTracking().Include(p => p.FollowUps).SingleOrDefaultAsync(p => p.Id == id, stop);
        return placement?.FollowUps.SingleOrDefault(f => f.Id == followUpId) is { } followUp ? await replies.AskAsync(placement, followUp, stop) : null;
    }

    private async Task<IActionResult> PageAsync(Guid id, Guid followUpId, FollowUpReplyForm form, CancellationToken stop)
    {
        if (await FindAsync(id, followUpId, stop) is not { } asked) return NotFound();
        if (!asked.FollowUp.IsOpen) return LocalRedirect($"/coaching/placements/{id}");
        var audit = HttpContext.RequestServices.GetRequiredService<AuditedReads>();
        var contactId = asked.Placement.ContactId;
        ViewData["Asked"] = asked;
        ViewData["Call"] = await audit.ReadAsync(user.Viewer, AuditPurpose.FollowUp, async () =>
        {
            var client = await own.Clients.Where(c => c.Id == asked.Placement.ClientId).Select(c => new { c.Pseudonym, Name = c.Person!.FirstName + " " + c.Person.LastName }).SingleAsync(stop);
            var employer = await db.Employers.Where(e => e.Id == asked.Placement.EmployerId).Select(e => e.Name).SingleAsync(stop);
            var contact = await db.EmployerContacts.Where(c => c.EmployerId == asked.Placement.EmployerId).OrderByDescending(c => c.Id == contactId).ThenBy(c => c.Name).FirstOrDefaultAsync(stop);
            return new CallPage(id, client.Pseudonym, client.Name, employer, contact?.Name, contact?.Phone, asked);
        }, page => [page.Pseudonym]);
        return View("Show", form);
    }
}
