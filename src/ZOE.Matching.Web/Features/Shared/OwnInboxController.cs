using Microsoft.AspNetCore.Mvc;
using ZOE.Matching.Web.Inbox;

namespace ZOE.Matching.Web.Features.Shared;

/// <summary>The inbox of whoever is signed in; each area derives it with its address and policy.</summary>
public abstract class OwnInboxController(InboxReader inbox, string address) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int page = 1, CancellationToken stop = default) => View("Inbox", await inbox.PageAsync(address, page, stop));

    [HttpPost("read")]
    public async Task<IActionResult> Read(Guid? id, CancellationToken stop)
    {
        // An id that cannot be read must not mean "all".
        if (!ModelState.IsValid) return NotFound();
        await inbox.MarkReadAsync(id, stop);
        return LocalRedirect(address);
    }
}
