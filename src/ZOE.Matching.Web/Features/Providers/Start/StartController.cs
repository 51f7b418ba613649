using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Providers.Start;

/// <summary>A course that needs a look.</summary>
public sealed record CourseDue(Guid Id, string Title, DateOnly EnrolUntil, int Free);

/// <summary>What a Träger finds in the morning.</summary>
public sealed record ProviderStart(string Name, bool Approved, int NewReferrals, int OpenCourses, int Drafts, IReadOnlyList<CourseDue> EnrolSoon);

/// <summary>The Träger's first page: what is to be done.</summary>
[Area("Providers")]
[Authorize(Policy = Policies.Provider)]
public sealed class StartController(MatchingDbContext db, OwnRecords own, CurrentUser user, TimeProvider clock) : PortalController
{
    [HttpGet("/providers")]
    public async Task<IActionResult> Index()
    {
        var today = clock.Today();
        var soon = today.AddDays(14);
        var provider = await db.Providers.AsNoTracking().SingleAsync(p => p.Id == user.ProviderId);
        var due = await own.Courses.Where(c => c.State == CourseState.Published && c.EnrolUntil >= today && c.EnrolUntil <= soon)
            .OrderBy(c => c.EnrolUntil).ThenBy(c => c.Id).Take(20)
            .Select(c => new CourseDue(c.Id, c.Title, c.EnrolUntil, c.Seats - db.Referrals.Count(r => r.CourseId == c.Id && (r.State == ReferralState.Sent || r.State == ReferralState.Accepted || r.State == ReferralState.Attending))))
            .ToListAsync();
        return View(new ProviderStart(
            provider.Name,
            provider.Approval == ApprovalState.Approved,
            await own.Referrals.CountAsync(r => r.State == ReferralState.Sent),
            await own.Courses.CountAsync(c => c.State == CourseState.Published && c.EnrolUntil >= today),
            await own.Courses.CountAsync(c => c.State == CourseState.Draft),
            due));
    }
}
