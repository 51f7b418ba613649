using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain;
using ZOE.Matching.Web.Clients;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Coaching.Record;

/// <summary>One client on one page.</summary>
[Area("Coaching")]
[Route("coaching/clients/{clientId:guid}")]
[Authorize(Policy = Policies.Coaching)]
public sealed class RecordController(ClientViews views, RecordReader reader, MatchingDbContext db, TimeProvider clock, IStringLocalizer<Coach> texts) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid clientId, CancellationToken stop) =>
        await views.ShowAsync(clientId, AuditPurpose.Profile, () => reader.ReadAsync(clientId, stop)) is { } page ? View("Record", page) : NotFound();

    /// <summary>Coach and client spoke today.</summary>
    [HttpPost("talked")]
    public async Task<IActionResult> Talked(Guid clientId)
    {
        var client = await views.TrackedAsync(clientId);
        if (client is null) return NotFound();
        client.LastContactOn = clock.Today();
        if (await db.SaveOrRefuseAsync() is { } refusal) Problem(refusal);
        else Notice(texts["Record.TalkedToday.Done"]);
        return Redirect($"/coaching/clients/{clientId}");
    }
}
