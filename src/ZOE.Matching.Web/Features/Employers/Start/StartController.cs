using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Web.Cards;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Employers.Start;

/// <summary>The employer's first page: what is due.</summary>
[Area("Employers")]
[Authorize(Policy = Policies.Employer)]
public sealed class StartController(MatchingDbContext db, OwnRecords own, CardReader cards, TimeProvider clock) : PortalController
{
    [HttpGet("/employers")]
    public async Task<IActionResult> Index(CancellationToken stop)
    {
        var today = clock.Today();
        var soon = today.AddDays(StartPage.EndsWithinDays);
        var employer = await own.Employers.AsNoTracking().SingleOrDefaultAsync(stop);
        if (employer is null) return NotFound();
        var vacancies = own.Vacancies;
        var proposals = await own.Proposals.Where(p => p.State == ProposalState.Sent && p.AnswerUntil >= today)
            .OrderBy(p => p.AnswerUntil).ThenBy(p => p.Id).Take(StartPage.Most)
            .Select(p => new ProposalDue(p.Id, vacancies.Where(v => v.Id == p.VacancyId).Select(v => v.Title).First(), p.AnswerUntil)).ToListAsync(stop);
        var questions = await own.Placements.SelectMany(p => p.FollowUps, (p, f) => new { Placement = p, FollowUp = f })
            .Where(x => x.FollowUp.State == FollowUpState.Asked || x.FollowUp.State == FollowUpState.Reminded || x.FollowUp.State == FollowUpState.CallTask)
            .OrderBy(x => x.FollowUp.DueOn).ThenBy(x => x.FollowUp.Id).Take(StartPage.Most)
            .Select(x => new QuestionDue(x.Placement.Id, x.Placement.ProposalId, x.Placement.Kind, x.Placement.StartOn, x.FollowUp.Kind, x.FollowUp.DueOn)).ToListAsync(stop);
        var ending = await own.Vacancies.Where(v => v.State == VacancyState.Published && v.ExpiresOn >= today && v.ExpiresOn <= soon)
            .OrderBy(v => v.ExpiresOn).ThenBy(v => v.Id).Take(StartPage.Most).Select(v => new VacancyEnds(v.Id, v.Title, v.ExpiresOn)).ToListAsync(stop);
        var open = await own.Vacancies.Where(v => v.State == VacancyState.Published && v.ExpiresOn >= today)
            .OrderByDescending(v => v.PublishedAtUtc).ThenBy(v => v.Id).Take(StartPage.Most)
            .Select(v => new OpenVacancy(v.Id, v.Title, v.Reference, db.Proposals.Count(p => p.VacancyId == v.Id))).ToListAsync(stop);
        var counts = await cards.CountsAsync(employer.Id, StartPage.Most, stop);
        return View(new StartPage(
            employer.Name, employer.IsApproved, employer.Approval == ApprovalState.Rejected, await own.Inbox.CountAsync(i => i.ReadAtUtc == null, stop),
            proposals, questions, ending, [.. open.Select(v => v with { Candidates = counts.TryGetValue(v.Id, out var band) ? band : null })], await own.Vacancies.CountAsync(v => v.State == VacancyState.Draft, stop)));
    }
}
