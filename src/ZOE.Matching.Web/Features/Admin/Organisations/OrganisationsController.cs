using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Admin.Organisations;

/// <summary>All employers and Träger with their state. No data of clients.</summary>
[Area("Admin")]
[Authorize(Policy = Policies.Admin)]
[Route("/admin/organisations")]
public sealed class OrganisationsController(MatchingDbContext db) : PortalController
{
    public const int PageSize = 50;

    [HttpGet]
    public async Task<IActionResult> List(OrganisationSearch search, CancellationToken stop)
    {
        search.Page = Math.Clamp(search.Page, 1, 100_000);
        return View("Organisations", search.Kind switch
        {
            OrganisationKind.Employer => await EmployersAsync(search, stop),
            OrganisationKind.Provider => await ProvidersAsync(search, stop),
        });
    }

    private async Task<OrganisationList> EmployersAsync(OrganisationSearch search, CancellationToken stop)
    {
        var found = db.Employers.AsNoTracking();
        if (search.State is { } state) found = found.Where(e => e.Approval == state);
        if (search.Text?.Trim() is { Length: > 0 } text)
        {
            var lower = text.ToLowerInvariant();
            found = found.Where(e => e.Name.Contains(text) || e.Name.ToLower().Contains(lower));
        }

        var rows = await found.OrderBy(e => e.Approval == ApprovalState.Waiting ? 0 : 1).ThenBy(e => e.Name).ThenBy(e => e.Id).Skip((search.Page - 1) * PageSize).Take(PageSize)
            .Select(e => new OrganisationRow(e.Id, e.Name, db.Places.Where(p => p.Ags == e.PlaceAgs).Select(p => p.Name).FirstOrDefault(),
                e.Approval, e.KeptByStaff, db.Users.Where(u => u.Id == e.OwnerId).Select(u => u.DisplayName).FirstOrDefault(),
                db.Users.Count(u => u.EmployerId == e.Id), db.Vacancies.Count(v => v.EmployerId == e.Id && v.State == VacancyState.Published), e.CreatedAtUtc))
            .ToListAsync(stop);
        return new OrganisationList(search, await found.CountAsync(stop), rows);
    }

    private async Task<OrganisationList> ProvidersAsync(OrganisationSearch search, CancellationToken stop)
    {
        var found = db.Providers.AsNoTracking();
        if (search.State is { } state) found = found.Where(p => p.Approval == state);
        if (search.Text?.Trim() is { Length: > 0 } text)
        {
            var lower = text.ToLowerInvariant();
            found = found.Where(p => p.Name.Contains(text) || p.Name.ToLower().Contains(lower));
        }

        var rows = await found.OrderBy(p => p.Approval == ApprovalState.Waiting ? 0 : 1).ThenBy(p => p.Name).ThenBy(p => p.Id).Skip((search.Page - 1) * PageSize).Take(PageSize)
            .Select(p => new OrganisationRow(p.Id, p.Name, db.Places.Where(t => t.Ags == p.PlaceAgs).Select(t => t.Name).FirstOrDefault(),
                p.Approval, false, null, db.Users.Count(u => u.ProviderId == p.Id), db.Courses.Count(c => c.ProviderId == p.Id && c.State == CourseState.Published), p.CreatedAtUtc))
            .ToListAsync(stop);
        return new OrganisationList(search, await found.CountAsync(stop), rows);
    }
}
