using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Web.Features.Answer.Shared;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Proposals;
using ZOE.Matching.Web.Reference;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Answer.ProposalLink;

/// <summary>An employer answers a proposal by the link in the mail, without an account: GET shows, POST acts, once.</summary>
[Area("Answer")]
[Route("answer/proposal/{token}")]
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ProposalLinkController(MatchingDbContext db, LinkDesk links, ProposalDesk desk, LinkReads reads, ReasonChoices reasons) : LinkPage
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string token, [FromServices] TimeProvider clock, CancellationToken stop) =>
        await FindAsync(token, clock.Today(), stop) is { } found ? Closed(found, clock.Today()) ?? await PageAsync(found, new ProposalAnswerForm(), stop) : Over(LinkEnd.Unknown);

    [HttpPost("")]
    public async Task<IActionResult> Send(string token, ProposalAnswerForm form, [FromServices] TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(token, clock.Today(), stop) is not { } found) return Over(LinkEnd.Unknown);
        if (Closed(found, clock.Today()) is { } closed) return closed;
        if (!ModelState.IsValid) return await PageAsync(found, form, stop);
        var isNo = form.Answer == ProposalAnswer.No;
        if (isNo && form.Reason is { Length: > 0 } code && (await reasons.OfAsync(ReasonKind.ProposalDeclined, stop)).All(r => r.Value != code))
            return await RefusedAsync(found, form, new Refusal("Proposal.ReasonMissing") { Field = nameof(form.Reason) }, stop);
        var decision = await db.InOneEffectAsync(async () =>
        {
            var proposal = await db.Proposals.SingleAsync(p => p.Id == found.Proposal.Id);
            var comment = string.IsNullOrWhiteSpace(form.Comment) ? null : form.Comment.Trim();
            return await desk.AnswerAsync(proposal, form.Answer!.Value, isNo ? form.Reason : null, comment, AnswerSource.EmployerLink, found.Link);
        });
        // Someone was faster: the page that comes next says what holds.
        return decision.Refusal is { Field: not null } refusal ? await RefusedAsync(found, form, refusal, stop) : RedirectToAction(nameof(Show), new { token });
    }

    private async Task<LinkedProposal?> FindAsync(string token, DateOnly today, CancellationToken stop)
    {
        if (await links.FindAsync(token, LinkPurpose.AnswerProposal) is not { } link) return null;
        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == link.RecordId, stop);
        if (proposal is null) return null;
        var vacancy = await db.Vacancies.AsNoTracking().Include(v => v.Requirements).SingleAsync(v => v.Id == proposal.VacancyId, stop);
        var yes = await db.Consents.AsNoTracking().Include(c => c.End).SingleAsync(c => c.Id == proposal.ConsentId, stop);
        return new LinkedProposal(link, proposal, vacancy, yes.HoldsOn(today));
    }

    /// <summary>The page for a link that takes no answer (any more); null when it does.</summary>
    private ViewResult? Closed(LinkedProposal found, DateOnly today)
    {
        if (!found.YesHolds) return Over(LinkEnd.Withdrawn);
        return found.Proposal.State switch
        {
            ProposalState.Withdrawn => Over(LinkEnd.Withdrawn),
            ProposalState.Expired => Over(LinkEnd.Expired),
            ProposalState.Interview or ProposalState.Accepted or ProposalState.Declined => View("Answered", found),
            ProposalState.Sent => links.IsExpired(found.Link) || found.Link.UsedAtUtc is not null || found.Proposal.AnswerUntil < today ? Over(LinkEnd.Expired) : null,
        };
    }

    private async Task<IActionResult> RefusedAsync(LinkedProposal found, ProposalAnswerForm form, Refusal refusal, CancellationToken stop)
    {
        Refuse(refusal);
        return await PageAsync(found, form, stop);
    }

    private async Task<IActionResult> PageAsync(LinkedProposal found, ProposalAnswerForm form, CancellationToken stop)
    {
        var (vacancy, result) = (found.Vacancy, await reads.ExplainAsync(found.Proposal, stop));
        var asksGerman = vacancy.GermanSpoken != CefrLevel.None || vacancy.GermanWritten != CefrLevel.None;
        ViewData["Question"] = new ProposalQuestion(found.Proposal, vacancy,
            result is null ? [] : RequirementCheck.Of(vacancy, result),
            result is null || !asksGerman ? null : RequirementCheck.German(result),
            await reasons.OfAsync(ReasonKind.ProposalDeclined, stop));
        return View("Show", form);
    }
}
