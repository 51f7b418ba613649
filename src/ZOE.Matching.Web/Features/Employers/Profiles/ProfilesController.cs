using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Web.Features.Employers.Candidates;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Searches;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Employers.Profiles;

/// <summary>The employer searches anonymous cards by occupation, competence and the facts that may narrow, tells interest in one, or asks the Jobbüro to search.</summary>
[Area("Employers")]
[Route("employers/profiles")]
[Authorize(Policy = Policies.Employer)]
public sealed class ProfilesController(OwnRecords own, ProfilesReader reader, CandidateRequests requests, CriteriaWords words, TimeProvider clock, IStringLocalizer<Employing> texts) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken stop) =>
        await EmployerAsync(stop) is { } employer ? View(await reader.PageAsync(employer, ProfileSearch.Read(Request.Query), stop)) : NotFound();

    /// <summary>Asks the Jobbüro for people as this search describes them; the same search once a day.</summary>
    [HttpPost("request")]
    public async Task<IActionResult> Ask(string? state, CancellationToken stop)
    {
        if (await EmployerAsync(stop) is not { } employer) return NotFound();
        var search = ReadState(state);
        if (employer.Approval != ApprovalState.Approved) Problem(new Refusal("Profiles.NotApproved"));
        else if (search.Criteria is not { IsEmpty: false } criteria) Problem(new Refusal("Profiles.Empty"));
        else
        {
            await requests.AskAsync(employer.Id, criteria, await words.OfAsync(criteria, stop), stop);
            Notice(texts["Candidates.Requested"]);
        }

        return LocalRedirect(search.Address);
    }

    /// <summary>Tells interest in a card of the search, for one of the own open vacancies; the coach then asks the client.</summary>
    [HttpPost("interest")]
    public async Task<IActionResult> Interest(string? state, string? code, Guid? vacancyId, CancellationToken stop)
    {
        var vacancy = await own.Vacancies.AsNoTracking().SingleOrDefaultAsync(v => v.Id == vacancyId, stop);
        if (vacancy is null || !await own.Employers.AnyAsync(e => e.Id == vacancy.EmployerId && e.Approval == ApprovalState.Approved, stop)) return NotFound();
        if (!vacancy.IsOpenOn(clock.Today())) Problem(new Refusal("Proposal.VacancyNotOpen"));
        else if (await requests.TellInterestInFoundAsync(vacancy, code, stop)) Notice(texts["Candidates.InterestTold"]);
        else Problem(new Refusal("Profiles.CardGone"));
        return LocalRedirect(ReadState(state).Address);
    }

    private Task<Employer?> EmployerAsync(CancellationToken stop) => own.Employers.AsNoTracking().SingleOrDefaultAsync(stop);

    private static ProfileSearch ReadState(string? state) =>
        ProfileSearch.Read(new QueryCollection(QueryHelpers.ParseQuery(state is { Length: > CriteriaState.Longest } ? null : state)));
}
