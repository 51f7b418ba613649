using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Placements;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Coaching.Funding;

/// <summary>A placement that waits for the decision on money.</summary>
public sealed record FundingRow(Guid Id, Guid Pseudonym, string Client, string VerbisNumber, string Employer, PlacementKind Kind, LegalBasis LegalBasis, DateOnly StartOn, DateOnly? EndOn, int HoursPerWeek);

/// <summary>The list of open decisions.</summary>
public sealed record FundingList(IReadOnlyList<FundingRow> Rows, int Page, int Total, DateOnly Today);

/// <summary>The decision (Förderentscheidung).</summary>
[TextsFrom(typeof(Placing))]
public sealed class FundingForm
{
    [Required]
    public bool? Granted { get; set; }

    /// <summary>Day of the employer's application.</summary>
    [Required]
    public DateOnly? AppliedOn { get; set; }

    [Required]
    public DateOnly? DecidedOn { get; set; }

    [StringLength(1000)]
    public string? Note { get; set; }
}

/// <summary>Open decisions on money; only a member of staff with the duty Integrationsfachkraft decides.</summary>
[Area("Coaching")]
[Route("coaching/funding")]
[Authorize(Policy = Policies.Coaching)]
public sealed class FundingController(MatchingDbContext db, OwnRecords own, AuditedReads audit, CurrentUser user, PlacementDesk desk) : PortalController
{
    private const int PageSize = 50;

    private DateOnly Today => HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today();

    [HttpGet("")]
    public async Task<IActionResult> Index(int page = 1, CancellationToken stop = default)
    {
        page = Math.Clamp(page, 1, 1000);
        var query = own.AwaitingFunding;
        var total = await query.CountAsync(stop);
        var rows = await audit.ReadAsync(user.Viewer, AuditPurpose.Placement,
            () => Rows(query.OrderBy(p => p.StartOn).ThenBy(p => p.Id).Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(stop),
            list => list.Select(r => r.Pseudonym));
        return View(new FundingList(rows, page, total, Today));
    }

    [HttpGet("{id:guid}")]
    public Task<IActionResult> Show(Guid id, CancellationToken stop) => PageAsync(id, new FundingForm { DecidedOn = Today }, stop);

    [HttpPost("{id:guid}")]
    [Authorize(Policy = Policies.IntegrationOfficer)]
    public async Task<IActionResult> Decide(Guid id, FundingForm form, [FromServices] IStringLocalizer<Placing> texts, CancellationToken stop)
    {
        if (!await own.AwaitingFunding.AnyAsync(p => p.Id == id, stop)) return NotFound();
        if (!ModelState.IsValid) return await PageAsync(id, form, stop);
        var decision = await db.InOneEffectAsync(async () =>
        {
            var placement = await own.AwaitingFunding.Include(p => p.FollowUps).Include(p => p.Funding).SingleAsync(p => p.Id == id);
            return await desk.RecordFundingAsync(placement, form.Granted!.Value, form.AppliedOn!.Value, form.DecidedOn!.Value, string.IsNullOrWhiteSpace(form.Note) ? null : form.Note.Trim());
        });
        if (decision.Refusal is { } refusal)
        {
            Refuse(refusal);
            return await PageAsync(id, form, stop);
        }

        Notice(texts[form.Granted!.Value ? "Funding.Granted.Done" : "Funding.Refused.Done"]);
        return RedirectToAction(nameof(Index));
    }

    private async Task<IActionResult> PageAsync(Guid id, FundingForm form, CancellationToken stop)
    {
        var row = await audit.ReadAsync(user.Viewer, AuditPurpose.Placement, () => Rows(own.AwaitingFunding.Where(p => p.Id == id)).SingleOrDefaultAsync(stop), found => found is null ? [] : [found.Pseudonym]);
        if (row is null) return NotFound();
        ViewData["Funding"] = row;
        ViewData["MayDecide"] = user.Has(Duty.IntegrationOfficer);
        return View("Show", form);
    }

    private IQueryable<FundingRow> Rows(IQueryable<Placement> placements) => placements
        .Join(db.Clients, p => p.ClientId, c => c.Id, (p, c) => new { p, c })
        .Join(db.Employers, x => x.p.EmployerId, e => e.Id, (x, e) => new { x.p, x.c, e })
        .OrderBy(x => x.p.StartOn).ThenBy(x => x.p.Id)
        .Select(x => new FundingRow(x.p.Id, x.c.Pseudonym, x.c.Person!.FirstName + " " + x.c.Person.LastName, x.c.VerbisNumber,
            x.e.Name, x.p.Kind, x.p.LegalBasis, x.p.StartOn, x.p.EndOn, x.p.HoursPerWeek));
}
