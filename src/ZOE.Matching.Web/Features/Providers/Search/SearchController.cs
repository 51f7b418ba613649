using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Searching;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Providers.Search;

/// <summary>The Träger searches all published courses, or only its own.</summary>
[Area("Providers")]
[Route("providers/search")]
[Authorize(Policy = Policies.Provider)]
public sealed class SearchController(RecordSearch search, CurrentUser user) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken stop) => View("RecordSearch", await search.PageAsync(
        SearchSheet.Courses, SearchState.Read(Request, SearchSheet.Courses),
        new SearchAudience(user.ProviderId, OnlyOwner: false, (id, provider) => provider == user.ProviderId ? $"/providers/courses/{id}" : null, "/providers/courses/new"), stop));
}
