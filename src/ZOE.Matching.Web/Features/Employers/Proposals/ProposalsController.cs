using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Proposals;
using ZOE.Matching.Web.Reference;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Employers.Proposals;

/// <summary>Proposals to the employer: list, one proposal, the answer. The only page of the portal that shows an employer a name.</summary>
[Area("Employers")]
[Route("employers/proposals")]
[Authorize(Policy = Policies.Employer)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ProposalsController(MatchingDbContext db, OwnRecords own, ProposalReader reader, ReasonChoices reasons, IStringLocalizer<Employing> texts) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ProposalState? state, Guid? vacancyId, int page = 1, CancellationToken stop = default)
    {
        page = Math.Clamp(page, 1, 1000);
        string? title = null;
        if (vacancyId is { } only && (title = await own.Vacancies.Where(v => v.Id == only).Select(v => v.Title).SingleOrDefaultAsync(stop)) is null) return NotFound();
        var shown = own.Proposals.Where(p => (state == null || p.State == state) && (vacancyId == null || p.VacancyId == vacancyId));
        var rows = await shown.OrderBy(p => p.State == ProposalState.Sent ? 0 : 1).ThenBy(p => p.State == ProposalState.Sent ? p.AnswerUntil : DateOnly.MaxValue).ThenByDescending(p => p.ProposedAtUtc).ThenBy(p => p.Id)
            .Skip((page - 1) * ProposalListPage.Size).Take(ProposalListPage.Size)
            .Join(db.Vacancies, p => p.VacancyId, v => v.Id, (p, v) => new { Proposal = p, v.Title, v.Reference })
            .OrderBy(r => r.Proposal.State == ProposalState.Sent ? 0 : 1).ThenBy(r => r.Proposal.State == ProposalState.Sent ? r.Proposal.AnswerUntil : DateOnly.MaxValue).ThenByDescending(r => r.Proposal.ProposedAtUtc).ThenBy(r => r.Proposal.Id)
            .Select(r => new ProposalRow(r.Proposal.Id, r.Title, r.Reference, r.Proposal.State, r.Proposal.ProposedAtUtc, r.Proposal.AnswerUntil, r.Proposal.ReleasedAtUtc))
            .ToListAsync(stop);
        return View(new ProposalListPage(rows, page, await shown.CountAsync(stop), state, vacancyId, title));
    }

    [HttpGet("{id:guid}")]
    public Task<IActionResult> Show(Guid id, CancellationToken stop) => PageAsync(id, new AnswerForm(), stop);

    /// <summary>Takes the answer; a second click finds it answered and changes nothing.</summary>
    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Answer(Guid id, AnswerForm form, [FromServices] ProposalDesk desk, [FromServices] TimeProvider clock, CancellationToken stop)
    {
        if (!await own.Proposals.AnyAsync(p => p.Id == id, stop)) return NotFound();
        var isNo = form.Answer == ProposalAnswer.No;
        if (isNo && (await reasons.OfAsync(ReasonKind.ProposalDeclined, stop)).All(r => r.Value != form.Reason))
            Refuse(new Refusal("Proposal.ReasonMissing") { Field = nameof(form.Reason) });
        if (!ModelState.IsValid) return await PageAsync(id, form, stop);
        var decision = await db.InOneEffectAsync(async () =>
        {
            var proposal = await own.Proposals.SingleAsync(p => p.Id == id, stop);
            if (!await reader.YesHoldsAsync(proposal, stop)) return new Refusal("Proposal.Withdrawn");
            if (proposal.State == ProposalState.Sent && proposal.AnswerUntil < clock.Today()) return new Refusal("Proposal.Expired");
            var comment = string.IsNullOrWhiteSpace(form.Comment) ? null : form.Comment.Trim();
            return await desk.AnswerAsync(proposal, form.Answer!.Value, isNo ? form.Reason : null, comment, AnswerSource.EmployerPortal);
        });
        if (decision.Refusal is { } refusal) Problem(refusal);
        else Notice(texts[$"Answer.Done.{form.Answer}"]);
        return RedirectToAction(nameof(Show), new { id });
    }

    private async Task<IActionResult> PageAsync(Guid id, AnswerForm form, CancellationToken stop)
    {
        var proposal = await own.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, stop);
        if (proposal is null) return NotFound();
        ViewData["Page"] = await reader.PageAsync(proposal, reasons, stop);
        return View("Show", form);
    }
}
