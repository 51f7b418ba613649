using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Web.Clients;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Placements;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.NewPlacement;

/// <summary>Agrees a placement: from a released proposal, candidate-led with the client's yes to the employer, or as an extension. "Check" shows what the law leaves.</summary>
[Area("Coaching")]
[Route("coaching/placements/new")]
[Authorize(Policy = Policies.Coaching)]
public sealed class NewPlacementController(MatchingDbContext db, PlacementStarts starts, PlacementDesk desk, ConsentDesk consents, IStringLocalizer<Placing> texts) : PortalController
{
    private DateOnly Today => HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today();

    [HttpGet("")]
    public async Task<IActionResult> Show([FromQuery] PlacementStart start, CancellationToken stop)
    {
        if (!ModelState.IsValid) return NotFound();
        if (start is { ProposalId: null, Extends: null } && (start.ClientId is null || start.EmployerId is null)) return View("Choose", await starts.ChoicesAsync(start, stop));
        if (await starts.FindAsync(start) is not { } parties) return NotFound();
        return NeedsYes(parties) ? YesPage(parties, BeginYes(parties)) : await FormAsync(parties, PlacementStarts.Begin(parties), null, stop);
    }

    /// <summary>Records the client's yes to this employer.</summary>
    [HttpPost("yes")]
    public async Task<IActionResult> Yes([FromQuery] PlacementStart start, [FromForm] EmployerYesForm form)
    {
        if (await starts.FindAsync(start) is not { } parties) return NotFound();
        if (!NeedsYes(parties)) return LocalRedirect("/coaching/placements/new" + parties.Query);
        if (!ModelState.IsValid) return YesPage(parties, form);
        var yes = new ClientYes(form.Way!.Value, form.GivenOn!.Value, form.ValidUntil!.Value, form.Language.Trim(), form.WithInterpreter, texts["Yes.Purpose", parties.Employer.Name]);
        if ((await consents.RecordEmployerAsync(parties.Client, parties.Employer.Id, yes)).Refusal is { } refusal)
        {
            Refuse(refusal);
            return YesPage(parties, form);
        }

        Notice(texts["Yes.Done"]);
        return LocalRedirect("/coaching/placements/new" + parties.Query);
    }

    [HttpPost("")]
    public async Task<IActionResult> Make([FromQuery] PlacementStart start, [FromForm] PlacementForm form, [FromForm] bool check, CancellationToken stop)
    {
        if (await starts.FindAsync(start) is not { } parties) return NotFound();
        if (form.ContactId is { } contact && !await db.EmployerContacts.AnyAsync(c => c.Id == contact && c.EmployerId == parties.Employer.Id, stop))
            ModelState.AddModelError(nameof(form.ContactId), texts["Contact.Unknown"]);
        if (!ModelState.IsValid) return await FormAsync(parties, form, null, stop);
        var order = form.ToOrder();
        var facts = await desk.FactsAsync(parties.Client, parties.Employer, parties.Proposal, parties.Vacancy, order.LegalBasis, form.Stated, parties.Extends?.MeasureId);
        var findings = PlacementRules.Preview(order, facts);
        var decision = check
            ? parties.Extends is { } before ? PlacementRules.Extend(before, order, facts) : PlacementRules.Make(order, facts)
            : await desk.MakeAsync(order, facts, parties.Extends);
        if (decision.Refusal is { } refusal)
        {
            Refuse(refusal);
            return await FormAsync(parties, form, findings, stop);
        }

        if (check) return await FormAsync(parties, form, findings, stop);
        Notice(texts[decision.Accepted.Subsidised ? "New.Done.Funding" : "New.Done"]);
        return LocalRedirect($"/coaching/placements/{decision.Accepted.Id}");
    }

    /// <summary>Candidate-led: without the client's yes to this employer there is no form.</summary>
    private bool NeedsYes(PlacementParties parties) =>
        parties is { Proposal: null, Extends: null } && ConsentRules.ActiveForEmployer(parties.Client.Consents, parties.Employer.Id, Today) is null;

    private EmployerYesForm BeginYes(PlacementParties parties) => new()
    {
        GivenOn = Today,
        ValidUntil = ConsentRules.DefaultValidUntil(Today),
        Language = parties.Client.Person?.ContactLanguage ?? "",
        WithInterpreter = parties.Client.Person?.NeedsInterpreter == true,
    };

    private ViewResult YesPage(PlacementParties parties, EmployerYesForm form)
    {
        ViewData["Parties"] = parties;
        return View("Yes", form);
    }

    private async Task<IActionResult> FormAsync(PlacementParties parties, PlacementForm form, IReadOnlyList<Domain.Law.LegalFinding>? findings, CancellationToken stop)
    {
        ViewData["Page"] = await starts.PageAsync(parties, stop) with { Findings = findings, IsClear = findings is not null && ModelState.IsValid };
        return View("Form", form);
    }
}
