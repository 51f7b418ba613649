using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Web.Clients;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Proposals;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Proposals;

/// <summary>Proposals of own clients: status, answer by phone, release, withdrawal.</summary>
[Area("Coaching")]
[Route("coaching/proposals")]
[Authorize(Policy = Policies.Coaching)]
public sealed class ProposalsController(ProposalReader reader, OwnRecords own, ProposalDesk desk, ClientViews views, IStringLocalizer<Coach> texts) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ProposalState? state, string? code, [FromServices] AuditedReads audit, [FromServices] CurrentUser user, bool team = false, int page = 1, CancellationToken stop = default)
    {
        if (!ModelState.IsValid || page is < 1 or > 10_000) return NotFound();
        var (rows, total) = await audit.ReadAsync(user.Viewer, AuditPurpose.Proposal, () => reader.ListAsync(state, code, !team, page, stop), found => found.Rows.Select(r => r.Pseudonym));
        return View("Proposals", new ProposalsView(rows, total, page, state, !team, code));
    }

    [HttpGet("{proposalId:guid}")]
    public Task<IActionResult> Show(Guid proposalId, CancellationToken stop) => PageAsync(proposalId, null, stop);

    [HttpPost("{proposalId:guid}/answer")]
    public async Task<IActionResult> Answer(Guid proposalId, [Bind(Prefix = "Phone")] AnswerForm form, CancellationToken stop)
    {
        var proposal = await FindAsync(proposalId, stop);
        if (proposal is null) return NotFound();
        if (ModelState.IsValid)
        {
            var decision = await desk.AnswerAsync(proposal, form.Answer!.Value, form.Answer == ProposalAnswer.No ? form.Reason : null, form.Comment, AnswerSource.CoachByPhone);
            if (decision.Refusal is { } refusal) Refuse(refusal with { Field = refusal.Field is { } field ? $"Phone.{field}" : null });
            else return Done(proposalId, default, "Proposal.Answered");
        }

        return await PageAsync(proposalId, form, stop);
    }

    [HttpPost("{proposalId:guid}/release")]
    public async Task<IActionResult> Release(Guid proposalId, CancellationToken stop) =>
        await FindAsync(proposalId, stop) is { } proposal ? Done(proposalId, await desk.ReleaseAsync(proposal), "Proposal.Released") : NotFound();

    [HttpPost("{proposalId:guid}/withdraw")]
    public async Task<IActionResult> Withdraw(Guid proposalId, CancellationToken stop) =>
        await FindAsync(proposalId, stop) is { } proposal ? Done(proposalId, await desk.WithdrawAsync(proposal), "Proposal.Withdrawn") : NotFound();

    private Task<Proposal?> FindAsync(Guid proposalId, CancellationToken stop) => own.Proposals.SingleOrDefaultAsync(p => p.Id == proposalId, stop);

    private RedirectToActionResult Done(Guid proposalId, Decision decision, string notice)
    {
        if (decision.Refusal is { } refusal) Problem(refusal);
        else Notice(texts[notice]);
        return RedirectToAction(nameof(Show), new { proposalId });
    }

    private async Task<IActionResult> PageAsync(Guid proposalId, AnswerForm? form, CancellationToken stop)
    {
        var clientId = await own.Proposals.Where(p => p.Id == proposalId).Select(p => p.ClientId).SingleOrDefaultAsync(stop);
        var page = await views.ShowAsync(clientId, AuditPurpose.Proposal, () => reader.ReadAsync(proposalId, form, stop));
        return page is null ? NotFound() : View("Proposal", page);
    }
}
