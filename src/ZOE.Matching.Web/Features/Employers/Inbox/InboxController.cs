using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Inbox;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Employers.Inbox;

/// <summary>The employer's messages.</summary>
[Area("Employers")]
[Route("employers/inbox")]
[Authorize(Policy = Policies.Employer)]
public sealed class InboxController(InboxReader inbox) : PortalController
{
    private const string Address = "/employers/inbox";

    [HttpGet("")]
    public async Task<IActionResult> Index(int page = 1, CancellationToken stop = default) => View(await inbox.PageAsync(Address, page, stop));

    [HttpPost("read")]
    public async Task<IActionResult> Read(Guid? id, CancellationToken stop)
    {
        // An id that cannot be read must not mean "all".
        if (!ModelState.IsValid) return NotFound();
        await inbox.MarkReadAsync(id, stop);
        return RedirectToAction(nameof(Index));
    }
}
