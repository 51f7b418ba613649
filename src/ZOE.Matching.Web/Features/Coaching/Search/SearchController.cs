using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Searching;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Coaching.Search;

/// <summary>Staff search vacancies, courses, or everything at once.</summary>
[Area("Coaching")]
[Route("coaching/search")]
[Authorize(Policy = Policies.Coaching)]
public sealed class SearchController(RecordSearch search, EverythingSearch everything) : PortalController
{
    private static readonly SearchAudience OfVacancies = new(null, false, (id, employer) => $"/coaching/employers/{employer}/vacancies/{id}", "/coaching/employers", Saves: true);
    private static readonly SearchAudience OfCourses = new(null, false, (id, _) => $"/coaching/courses/{id}", "/coaching/providers", Saves: true);

    [HttpGet("")]
    public IActionResult Index() => View("Everything", EverythingView.Empty);

    /// <summary>Reads only; it comes by POST because clients are searched too and their names stay out of addresses, histories and logs.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Everything(string? words, CancellationToken stop)
    {
        var typed = (words ?? "").Trim();
        if (typed.Length > SearchState.MaxWords) typed = typed[..SearchState.MaxWords];
        return View("Everything", typed.Length == 0 ? EverythingView.Empty : await everything.FindAsync(typed, OfVacancies, OfCourses, stop));
    }

    [HttpGet("vacancies")]
    public async Task<IActionResult> Vacancies(CancellationToken stop) =>
        View("RecordSearch", await search.PageAsync(SearchSheet.Vacancies, SearchState.Read(Request, SearchSheet.Vacancies), OfVacancies, stop));

    [HttpGet("courses")]
    public async Task<IActionResult> Courses(CancellationToken stop) =>
        View("RecordSearch", await search.PageAsync(SearchSheet.Courses, SearchState.Read(Request, SearchSheet.Courses), OfCourses, stop));
}
