using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Web.Features.Answer.Shared;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Proposals;
using ZOE.Matching.Web.Reference;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Answer.ContactLink;

/// <summary>Yes or no after the interview.</summary>
[TextsFrom(typeof(Placing))]
public sealed class AfterInterviewForm
{
    /// <summary>Taken on after the interview.</summary>
    [Required]
    public bool? TakesOn { get; set; }

    /// <summary>Needed for a no.</summary>
    [StringLength(40)]
    public string? Reason { get; set; }

    [StringLength(1000)]
    public string? Comment { get; set; }
}

/// <summary>The page of a released contact; name and contact only after the button was pressed.</summary>
public sealed record ContactPage(string Token, Proposal Proposal, string Title, string Reference, IReadOnlyList<SelectListItem> Reasons)
{
    public ReleasedContact? Contact { get; init; }
}

/// <summary>An employer reads the released name and contact by the link in the mail. A GET (mail scanners do it too) shows only a button.</summary>
[Area("Answer")]
[Route("answer/contact/{token}")]
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ContactLinkController(MatchingDbContext db, LinkDesk links, ProposalDesk desk, LinkReads reads, ReasonChoices reasons) : LinkPage
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string token, CancellationToken stop)
    {
        var (page, over) = await FindAsync(token, stop);
        return page is null ? over! : Page(page, new AfterInterviewForm());
    }

    /// <summary>Shows name and contact; may be repeated while the link holds, each view is in the audit.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Read(string token, CancellationToken stop)
    {
        var (page, over) = await FindAsync(token, stop);
        return page is null ? over! : Page(page with { Contact = await reads.ContactAsync(page.Proposal, stop) }, new AfterInterviewForm());
    }

    [HttpPost("answer")]
    public async Task<IActionResult> Answer(string token, AfterInterviewForm form, [FromServices] IStringLocalizer<Placing> texts, CancellationToken stop)
    {
        var (page, over) = await FindAsync(token, stop);
        if (page is null) return over!;
        if (page.Proposal.State != ProposalState.Interview) return RedirectToAction(nameof(Show), new { token });
        if (!ModelState.IsValid) return Page(page, form);
        var isNo = form.TakesOn == false;
        var reason = isNo && page.Reasons.Any(r => r.Value == form.Reason) ? form.Reason : null;
        var decision = await db.InOneEffectAsync(async () =>
        {
            var proposal = await db.Proposals.SingleAsync(p => p.Id == page.Proposal.Id);
            var comment = string.IsNullOrWhiteSpace(form.Comment) ? null : form.Comment.Trim();
            return await desk.AnswerAsync(proposal, isNo ? ProposalAnswer.No : ProposalAnswer.Yes, reason, comment, AnswerSource.EmployerLink);
        });
        if (decision.Refusal is { Field: not null } refusal)
        {
            Refuse(refusal);
            return Page(page, form);
        }

        if (decision.Refusal is null && !isNo) Notice(texts["Contact.Yes.Done"]);
        if (decision.Refusal is null && isNo) return View("Declined");
        return RedirectToAction(nameof(Show), new { token });
    }

    private async Task<(ContactPage? Page, IActionResult? Over)> FindAsync(string token, CancellationToken stop)
    {
        if (await links.FindAsync(token, LinkPurpose.ReadContact) is not { } link) return (null, Over(LinkEnd.Unknown));
        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == link.RecordId, stop);
        if (proposal is null) return (null, Over(LinkEnd.Unknown));
        var yes = await db.Consents.AsNoTracking().Include(c => c.End).SingleAsync(c => c.Id == proposal.ConsentId, stop);
        var today = HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today();
        if (!proposal.IsReleased || !yes.HoldsOn(today)) return (null, Over(LinkEnd.Withdrawn));
        if (links.IsExpired(link) || link.UsedAtUtc is not null) return (null, Over(LinkEnd.Expired));
        var vacancy = await db.Vacancies.Where(v => v.Id == proposal.VacancyId).Select(v => new { v.Title, v.Reference }).SingleAsync(stop);
        return (new ContactPage(token, proposal, vacancy.Title, vacancy.Reference, await reasons.OfAsync(ReasonKind.ProposalDeclined, stop)), null);
    }

    private ViewResult Page(ContactPage page, AfterInterviewForm form)
    {
        ViewData["Page"] = page;
        return View("Show", form);
    }
}
