using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Admin.Users;

/// <summary>All accounts: search, page by page.</summary>
[Area("Admin")]
[Authorize(Policy = Policies.Admin)]
public sealed class UserListController(MatchingDbContext db) : PortalController
{
    public const int PageSize = 50;

    [HttpGet("/admin/users")]
    public async Task<IActionResult> List(UserSearch search, CancellationToken stop)
    {
        search.Page = Math.Clamp(search.Page, 1, 100_000);
        var found = db.Users.AsNoTracking();
        if (search.Role is { } role) found = found.Where(u => u.Role == role);
        if (search.Text?.Trim() is { Length: > 0 } text)
        {
            var lower = text.ToLowerInvariant();
            found = found.Where(u => u.DisplayName.Contains(text) || u.DisplayName.ToLower().Contains(lower) || u.Email!.ToLower().Contains(lower));
        }

        var rows = await found.OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Skip((search.Page - 1) * PageSize).Take(PageSize)
            .Select(u => new UserRow
            {
                Id = u.Id,
                DisplayName = u.DisplayName,
                Email = u.Email,
                Role = u.Role,
                Duties = u.Duties,
                Disabled = u.Disabled,
                Invited = u.PasswordHash == null,
                Belongs = db.Teams.Where(t => t.Id == u.TeamId).Select(t => t.Name).FirstOrDefault()
                    ?? db.Employers.Where(e => e.Id == u.EmployerId).Select(e => e.Name).FirstOrDefault()
                    ?? db.Providers.Where(p => p.Id == u.ProviderId).Select(p => p.Name).FirstOrDefault(),
            }).ToListAsync(stop);
        return View("~/Features/Admin/Users/Users.cshtml", new UserList(search, await found.CountAsync(stop), rows));
    }
}
