using Mapster;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Organisations;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Providers;

/// <summary>A Träger as lists and its page show it.</summary>
public sealed record ProviderRow(Guid Id, string Name, string? Street, string? Postcode, string ContactName, string Email, string? Phone, string? Website, ApprovalState Approval);

/// <summary>The list.</summary>
public sealed record ProvidersView(IReadOnlyList<ProviderRow> Rows, int Total, int Page);

/// <summary>One Träger with its open courses.</summary>
public sealed record ProviderView(ProviderRow Provider, IReadOnlyList<(Guid Id, string Title, DateOnly StartsOn)> Courses, bool MayApprove);

/// <summary>Träger: list and approval by those with the duty Maßnahmebetreuung.</summary>
[Area("Coaching")]
[Route("coaching/providers")]
[Authorize(Policy = Policies.Coaching)]
public sealed class ProvidersController(MatchingDbContext db, CurrentUser user, ApprovalDesk desk, IStringLocalizer<Coach> texts) : PortalController
{
    public const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(int page = 1, CancellationToken stop = default) =>
        page is < 1 or > 10_000 ? NotFound() : View("Providers", new ProvidersView(
            await db.Providers.OrderBy(p => p.Approval == ApprovalState.Waiting ? 0 : 1).ThenBy(p => p.Name).ThenBy(p => p.Id).Skip((page - 1) * PageSize).Take(PageSize).ProjectToType<ProviderRow>().ToListAsync(stop),
            await db.Providers.CountAsync(stop), page));

    [HttpGet("{providerId:guid}")]
    public async Task<IActionResult> Show(Guid providerId, CancellationToken stop)
    {
        var provider = await db.Providers.Where(p => p.Id == providerId).ProjectToType<ProviderRow>().SingleOrDefaultAsync(stop);
        if (provider is null) return NotFound();
        var courses = await db.Courses.Where(c => c.ProviderId == providerId && c.State == CourseState.Published).OrderBy(c => c.StartsOn).Take(PageSize)
            .Select(c => new { c.Id, c.Title, c.StartsOn }).ToListAsync(stop);
        return View("Provider", new ProviderView(provider, [.. courses.Select(c => (c.Id, c.Title, c.StartsOn))], user.Has(Duty.CourseCare)));
    }

    [HttpPost("{providerId:guid}/approve")]
    [Authorize(Policy = Policies.CourseCare)]
    public Task<IActionResult> Approve(Guid providerId, CancellationToken stop) => DecideAsync(providerId, approve: true, stop);

    [HttpPost("{providerId:guid}/reject")]
    [Authorize(Policy = Policies.CourseCare)]
    public Task<IActionResult> Reject(Guid providerId, CancellationToken stop) => DecideAsync(providerId, approve: false, stop);

    private async Task<IActionResult> DecideAsync(Guid providerId, bool approve, CancellationToken stop)
    {
        if (await db.Providers.SingleOrDefaultAsync(p => p.Id == providerId, stop) is not { } provider) return NotFound();
        if ((await desk.DecideAsync(provider, approve)).Refusal is { } refusal) Problem(refusal);
        else Notice(texts[approve ? "Provider.Approved" : "Provider.Rejected"]);
        return RedirectToAction(nameof(Show), new { providerId });
    }
}
