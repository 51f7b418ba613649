using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Placements;
using ZOE.Matching.Web.Reference;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Placements;

/// <summary>Own placements: the list, one with its questions, and what ends it.</summary>
[Area("Coaching")]
[Route("coaching/placements")]
[Authorize(Policy = Policies.Coaching)]
public sealed class PlacementsController(MatchingDbContext db, PlacementReader reader, PlacementDesk desk, ReasonChoices reasons, IStringLocalizer<Placing> texts) : PortalController
{
    private DateOnly Today => HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today();

    [HttpGet("")]
    public async Task<IActionResult> Index(PlacementsFilter filter, CancellationToken stop) =>
        View(await reader.ListAsync(ModelState.IsValid ? filter : new PlacementsFilter(), Today, stop));

    [HttpGet("{id:guid}")]
    public Task<IActionResult> Show(Guid id, CancellationToken stop) => PageAsync(id, new OutcomeForm { OutcomeOn = Today }, stop);

    [HttpPost("{id:guid}/call-off")]
    public async Task<IActionResult> CallOff(Guid id)
    {
        if (await reader.TrackedAsync(id) is not { } placement) return NotFound();
        return Done(id, await desk.CallOffAsync(placement), "Placement.CalledOff.Done");
    }

    [HttpPost("{id:guid}/outcome")]
    public async Task<IActionResult> Conclude(Guid id, OutcomeForm form, CancellationToken stop)
    {
        if (await reader.TrackedAsync(id) is not { } placement) return NotFound();
        if (form is { Outcome: { } chosen, OutcomeReason: { Length: > 0 } code }
            && (ReasonChoices.KindOf(chosen) is not { } kind || (await reasons.OfAsync(kind, stop)).All(r => r.Value != code)))
            ModelState.AddModelError(nameof(form.OutcomeReason), texts["Reason.OtherOutcome"]);
        if (!ModelState.IsValid) return await PageAsync(id, form, stop);
        var decision = await desk.ConcludeAsync(placement, form.Outcome!.Value, form.Side, string.IsNullOrEmpty(form.OutcomeReason) ? null : form.OutcomeReason, form.OutcomeOn!.Value);
        if (decision.Refusal is { Field: not null } refusal)
        {
            db.ChangeTracker.Clear();
            Refuse(refusal);
            return await PageAsync(id, form, stop);
        }

        return Done(id, decision, "Outcome.Done");
    }

    /// <summary>Takes what the employer observed into the profile, or not.</summary>
    [HttpPost("{id:guid}/observed/{observedId:guid}")]
    public async Task<IActionResult> Observed(Guid id, Guid observedId, bool confirmed)
    {
        if (await reader.TrackedAsync(id) is not { } placement || placement.Observed.All(o => o.Id != observedId)) return NotFound();
        var client = await db.Clients.Include(c => c.Profile).ThenInclude(e => e.Evidence).SingleAsync(c => c.Id == placement.ClientId);
        return Done(id, await desk.ConfirmObservedAsync(placement, client, observedId, confirmed), confirmed ? "Observed.Confirmed.Done" : "Observed.Rejected.Done");
    }

    private RedirectToActionResult Done(Guid id, Decision decision, string text)
    {
        if (decision.Refusal is { } refusal) Problem(refusal);
        else Notice(texts[text]);
        return RedirectToAction(nameof(Show), new { id });
    }

    private async Task<IActionResult> PageAsync(Guid id, OutcomeForm form, CancellationToken stop)
    {
        if (await reader.ShowAsync(id, Today, reasons, stop) is not { } view) return NotFound();
        ViewData["Placement"] = view;
        return View("Show", form);
    }
}
