using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Notes;
using ZOE.Matching.Web.Clients;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Notes;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Consents;

/// <summary>Consents of a client: recording the one to be searchable, withdrawing any. No reason is asked or stored.</summary>
[Area("Coaching")]
[Route("coaching/clients/{clientId:guid}/consent")]
[Authorize(Policy = Policies.Coaching)]
public sealed class ConsentsController(MatchingDbContext db, ClientViews views, ConsentDesk desk, TimeProvider clock, IStringLocalizer<Coach> texts) : PortalController
{
    [HttpGet("")]
    public Task<IActionResult> Show(Guid clientId, CancellationToken stop) => PageAsync(clientId, null, stop);

    [HttpPost("")]
    public async Task<IActionResult> Record(Guid clientId, [Bind(Prefix = "Yes")] YesForm yes, CancellationToken stop)
    {
        var client = await views.TrackedAsync(clientId);
        if (client is null) return NotFound();
        if (!yes.TextWasTold) ModelState.AddModelError("Yes.TextWasTold", texts["Consent.TextMissing"]);
        if (ModelState.IsValid)
        {
            var decision = await desk.RecordSearchAsync(client, new ClientYes(yes.Way!.Value, yes.GivenOn!.Value, yes.ValidUntil!.Value, yes.Language.Trim(), yes.WithInterpreter, texts["Consent.SearchPurpose"]));
            if (decision.Refusal is { } refusal) Refuse(refusal with { Field = refusal.Field is { } field ? $"Yes.{field}" : null });
            else
            {
                Notice(texts["Consent.Recorded"]);
                return RedirectToAction(nameof(Show), new { clientId });
            }
        }

        return await PageAsync(clientId, yes, stop);
    }

    [HttpPost("{consentId:guid}/end")]
    public async Task<IActionResult> End(Guid clientId, Guid consentId, ConsentWay way)
    {
        var client = await views.TrackedAsync(clientId);
        if (client is null || client.Consents.All(c => c.Id != consentId)) return NotFound();
        var decision = await desk.EndAsync(client, consentId, Enum.IsDefined(way) ? way : ConsentWay.Spoken);
        if (decision.Refusal is { } refusal) Problem(refusal);
        else Notice(texts["Consent.Ended"]);
        return RedirectToAction(nameof(Show), new { clientId });
    }

    private async Task<IActionResult> PageAsync(Guid clientId, YesForm? yes, CancellationToken stop)
    {
        var today = clock.Today();
        var page = await views.ShowAsync(clientId, AuditPurpose.Profile, async () =>
        {
            var client = await db.Clients.AsNoTracking().Include(c => c.Person).Include(c => c.Consents).ThenInclude(c => c.End).SingleAsync(c => c.Id == clientId, stop);
            var vacancyIds = client.Consents.Select(c => c.VacancyId).Where(id => id != null).Distinct().ToList();
            var employerIds = client.Consents.Select(c => c.EmployerId).Where(id => id != null).Distinct().ToList();
            var vacancies = await db.Vacancies.Where(v => vacancyIds.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.Title, stop);
            var employers = await db.Employers.Where(e => employerIds.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, stop);
            var rows = client.Consents.OrderByDescending(c => c.RecordedAtUtc).Select(c => new ConsentRow(
                c, c.VacancyId is { } v ? vacancies.GetValueOrDefault(v) : null, c.EmployerId is { } e ? employers.GetValueOrDefault(e) : null, c.HoldsOn(today))).ToList();
            var searchable = ConsentRules.ActiveSearch(client.Consents, today);
            var form = yes ?? new YesForm
            {
                GivenOn = today,
                ValidUntil = ConsentRules.DefaultValidUntil(today),
                Language = client.Person!.ContactLanguage ?? texts["Consent.German"],
                WithInterpreter = client.Person.NeedsInterpreter,
            };
            return (ConsentsView?)new ConsentsView(rows, searchable, form, texts["Consent.SearchPurpose"], searchable is null ? null : NoteOf(client, searchable));
        });
        return page is null ? NotFound() : View("Consents", page);
    }

    private string NoteOf(Client client, Consent consent) => HttpContext.RequestServices.GetRequiredService<NoteWriter>().Write(new VerbisNote
    {
        Kind = NoteKind.ConsentRecorded,
        On = consent.GivenOn,
        VerbisNumber = client.VerbisNumber,
        Subject = consent.Purpose,
        Until = consent.ValidUntil,
        Result = texts["Consent.NoteResult", Label.Of(consent.Way), consent.Language, consent.WithInterpreter ? texts["Record.Interpreter"].Value : texts["Consent.NoInterpreter"].Value, consent.TextVersion],
    });
}
