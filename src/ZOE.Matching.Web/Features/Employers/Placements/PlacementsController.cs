using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Placements;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Employers.Placements;

/// <summary>A placement as its employer sees it: without a name, which stands on the released proposal only.</summary>
public sealed record EmployerPlacement(Placement Placement, string? Title, string? Reference)
{
    /// <summary>Questions that the employer can answer now.</summary>
    public IReadOnlyList<FollowUp> OpenOn(DateOnly today) => Placement.State is PlacementState.CalledOff or PlacementState.AwaitingFunding ? []
        : [.. Placement.FollowUps.Where(f => f.IsOpen && (f.DueOn <= today || f.State != FollowUpState.Open)).OrderBy(f => f.DueOn)];
}

/// <summary>The list.</summary>
public sealed record EmployerPlacements(IReadOnlyList<EmployerPlacement> Rows, int Page, int Total, DateOnly Today);

/// <summary>The employer's own placements; answers here are the same as by the link in the mail.</summary>
[Area("Employers")]
[Route("employers/placements")]
[Authorize(Policy = Policies.Employer)]
public sealed class PlacementsController(MatchingDbContext db, OwnRecords own, FollowUpReplies replies) : PortalController
{
    private const int PageSize = 50;

    private DateOnly Today => HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today();

    [HttpGet("")]
    public async Task<IActionResult> Index(int page = 1, CancellationToken stop = default)
    {
        page = Math.Clamp(page, 1, 1000);
        var total = await own.Placements.CountAsync(stop);
        var rows = await ReadAsync(own.Placements.OrderByDescending(p => p.StartOn).ThenBy(p => p.Id).Skip((page - 1) * PageSize).Take(PageSize), stop);
        return View(new EmployerPlacements(rows, page, total, Today));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken stop)
    {
        ViewData["Today"] = Today;
        return (await ReadAsync(own.Placements.Where(p => p.Id == id), stop)).SingleOrDefault() is { } found ? View(found) : NotFound();
    }

    [HttpGet("{id:guid}/follow-ups/{followUpId:guid}")]
    public Task<IActionResult> Ask(Guid id, Guid followUpId, CancellationToken stop) => PageAsync(id, followUpId, new FollowUpReplyForm(), stop);

    [HttpPost("{id:guid}/follow-ups/{followUpId:guid}")]
    public async Task<IActionResult> Answer(Guid id, Guid followUpId, FollowUpReplyForm form, [FromServices] FollowUpDesk desk, [FromServices] IStringLocalizer<Placing> texts, CancellationToken stop)
    {
        var placement = await own.Placements.AsNoTracking().Include(p => p.FollowUps).SingleOrDefaultAsync(p => p.Id == id, stop);
        if (placement?.FollowUps.SingleOrDefault(f => f.Id == followUpId) is not { } followUp) return NotFound();
        var asked = await replies.AskAsync(placement, followUp, stop);
        if (await replies.ReadAsync(asked, form, AnswerSource.EmployerPortal, ModelState, stop) is not { } reply) return await PageAsync(id, followUpId, form, stop);
        var decision = await db.InOneEffectAsync(async () =>
        {
            var tracked = await own.Placements.Include(p => p.FollowUps).Include(p => p.Observed).SingleAsync(p => p.Id == id);
            return await desk.AnswerAsync(tracked, followUpId, reply, null);
        });
        if (decision.Refusal is { Field: not null } refusal)
        {
            Refuse(refusal);
            return await PageAsync(id, followUpId, form, stop);
        }

        if (decision.Refusal is { } other) Problem(other);
        else Notice($"{texts["Thanks.Title"].Value}. {texts[$"Thanks.FollowUp.{reply.Answer}.Next"].Value}");
        return RedirectToAction(nameof(Show), new { id });
    }

    private async Task<IActionResult> PageAsync(Guid id, Guid followUpId, FollowUpReplyForm form, CancellationToken stop)
    {
        if ((await ReadAsync(own.Placements.Where(p => p.Id == id), stop)).SingleOrDefault() is not { } found) return NotFound();
        if (found.Placement.FollowUps.SingleOrDefault(f => f.Id == followUpId) is not { } followUp) return NotFound();
        if (!followUp.IsOpen) return RedirectToAction(nameof(Show), new { id });
        ViewData["Found"] = found;
        ViewData["Asked"] = await replies.AskAsync(found.Placement, followUp, stop);
        return View("Ask", form);
    }

    private async Task<List<EmployerPlacement>> ReadAsync(IQueryable<Placement> query, CancellationToken stop)
    {
        var placements = await query.AsNoTracking().Include(p => p.FollowUps).ToListAsync(stop);
        var vacancyIds = placements.Select(p => p.VacancyId).Distinct().ToList();
        var vacancies = await db.Vacancies.Where(v => vacancyIds.Contains(v.Id)).Select(v => new { v.Id, v.Title, v.Reference }).ToDictionaryAsync(v => v.Id, stop);
        return placements.Select(p => p.VacancyId is { } id && vacancies.TryGetValue(id, out var vacancy)
            ? new EmployerPlacement(p, vacancy.Title, vacancy.Reference)
            : new EmployerPlacement(p, null, null)).ToList();
    }
}
