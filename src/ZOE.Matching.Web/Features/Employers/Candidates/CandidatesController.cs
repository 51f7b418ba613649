using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Employers.Candidates;

/// <summary>Anonymous cards that fit one of the employer's vacancies, and the two ways on: tell interest in one, or ask the Jobbüro.</summary>
[Area("Employers")]
[Route("employers/vacancies/{id:guid}/candidates")]
[Authorize(Policy = Policies.Employer)]
public sealed class CandidatesController(OwnRecords own, CandidateReader reader, CandidateRequests requests, TimeProvider clock, IStringLocalizer<Employing> texts) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id, CancellationToken stop) =>
        await FindAsync(id, stop) is { } vacancy ? View(await reader.PageAsync(vacancy, stop)) : NotFound();

    /// <summary>Asks the Jobbüro for candidates; once for each vacancy.</summary>
    [HttpPost("request")]
    public async Task<IActionResult> Ask(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } vacancy) return NotFound();
        if (!vacancy.IsOpenOn(clock.Today())) Problem(new Refusal("Proposal.VacancyNotOpen"));
        else
        {
            await requests.AskAsync(vacancy, stop);
            Notice(texts["Candidates.Requested"]);
        }

        return RedirectToAction(nameof(Index), new { id });
    }

    /// <summary>Tells interest in the card with this code; the coach then asks the client.</summary>
    [HttpPost("interest")]
    public async Task<IActionResult> Interest(Guid id, string? code, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } vacancy || !await requests.TellInterestAsync(vacancy, code, stop)) return NotFound();
        Notice(texts["Candidates.InterestTold"]);
        return RedirectToAction(nameof(Index), new { id });
    }

    private Task<Vacancy?> FindAsync(Guid id, CancellationToken stop) => own.Vacancies.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, stop);
}
