using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Domain;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Clients;

/// <summary>The caseload, and entering and changing a client.</summary>
[Area("Coaching")]
[Route("coaching/clients")]
[Authorize(Policy = Policies.Coaching)]
public sealed class ClientsController(CaseloadReader caseload, ClientEditing editing, CurrentUser user, TimeProvider clock, IStringLocalizer<Coach> texts) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CaseloadFilter filter, CancellationToken stop)
    {
        if (!ModelState.IsValid) return NotFound();
        var (rows, total) = await caseload.FilterAsync(filter, stop);
        return View("Index", new CaseloadView(filter, new CaseloadSearch(), rows, total, false, clock.Today()));
    }

    /// <summary>A search reads only; it comes by POST so that names stay out of addresses, histories and logs.</summary>
    [HttpPost("search")]
    public async Task<IActionResult> Search([Bind(Prefix = "Search")] CaseloadSearch search, CancellationToken stop)
    {
        if (!ModelState.IsValid) return RedirectToAction(nameof(Index));
        var (rows, total) = await caseload.SearchAsync(search.Text, stop);
        return View("Index", new CaseloadView(new CaseloadFilter { Scope = CaseloadScope.Team }, search, rows, total, true, clock.Today()));
    }

    [HttpGet("search")]
    public IActionResult SearchAgain() => RedirectToAction(nameof(Index));

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken stop) => View("Edit", await editing.WithChoicesAsync(new ClientForm { EntryOn = clock.Today() }, null, stop));

    [HttpPost("new")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] ClientForm form, CancellationToken stop)
    {
        if (user.TeamId is not { } teamId) Refuse(new Refusal("Client.TeamMissing"));
        else if (ModelState.IsValid)
        {
            var decision = await editing.CreateAsync(form, teamId, stop);
            if (decision.Refusal is { } refusal) RefuseInForm(refusal);
            else
            {
                Notice(texts["Client.Created"]);
                return Redirect($"/coaching/clients/{decision.Accepted}");
            }
        }

        return View("Edit", await editing.WithChoicesAsync(form, null, stop));
    }

    [HttpGet("{clientId:guid}/edit")]
    public async Task<IActionResult> Edit(Guid clientId, CancellationToken stop) =>
        await editing.ReadAsync(clientId) is { } form ? View("Edit", await editing.WithChoicesAsync(form, clientId, stop)) : NotFound();

    [HttpPost("{clientId:guid}/edit")]
    public async Task<IActionResult> Save(Guid clientId, [Bind(Prefix = "Form")] ClientForm form, CancellationToken stop)
    {
        var client = await editing.TrackedAsync(clientId, stop);
        if (client is null) return NotFound();
        if (ModelState.IsValid)
        {
            var decision = await editing.ChangeAsync(client, form, stop);
            if (decision.Refusal is { } refusal) RefuseInForm(refusal);
            else
            {
                Notice(texts["Client.Saved"]);
                return Redirect($"/coaching/clients/{clientId}");
            }
        }

        return View("Edit", await editing.WithChoicesAsync(form, clientId, stop));
    }

    private void RefuseInForm(Refusal refusal) => Refuse(refusal.Field is { } field ? refusal with { Field = $"Form.{field}" } : refusal);
}
