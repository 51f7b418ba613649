using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Searching;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Employers.Search;

/// <summary>The employer searches its own published vacancies.</summary>
[Area("Employers")]
[Route("employers/search")]
[Authorize(Policy = Policies.Employer)]
public sealed class SearchController(RecordSearch search, CurrentUser user) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken stop) => View("RecordSearch", await search.PageAsync(
        SearchSheet.Vacancies, SearchState.Read(Request, SearchSheet.Vacancies),
        new SearchAudience(user.EmployerId, OnlyOwner: true, (id, _) => $"/employers/vacancies/{id}", "/employers/vacancies/new"), stop));
}
