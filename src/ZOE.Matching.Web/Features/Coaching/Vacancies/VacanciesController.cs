using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Notes;
using ZOE.Matching.Web.Clients;
using ZOE.Matching.Web.Features.Coaching.Consents;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Notes;
using ZOE.Matching.Web.Proposals;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Vacancies;

/// <summary>Vacancies for a client: what fits, the client's yes to one of them, the proposal.</summary>
[Area("Coaching")]
[Route("coaching/clients/{clientId:guid}/vacancies")]
[Authorize(Policy = Policies.Coaching)]
public sealed class VacanciesController(MatchingDbContext db, ClientViews views, VacancyReader reader, TimeProvider clock, IStringLocalizer<Coach> texts) : PortalController
{
    /// <summary>With a reference number: that vacancy, whether it fits or not.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid clientId, string? reference, CancellationToken stop)
    {
        string? notFound = null;
        if (!string.IsNullOrWhiteSpace(reference))
        {
            var number = reference.Trim();
            var id = await db.Vacancies.Where(v => v.Reference == number).Select(v => (Guid?)v.Id).SingleOrDefaultAsync(stop);
            if (id is { } found) return RedirectToAction(nameof(Show), new { clientId, vacancyId = found });
            notFound = number.Length > 40 ? number[..40] : number;
        }

        var page = await views.ShowAsync(clientId, AuditPurpose.Matching, async () => (FittingView?)new FittingView(await reader.ListAsync(clientId, stop), notFound));
        return page is null ? NotFound() : View("Vacancies", page);
    }

    [HttpGet("{vacancyId:guid}")]
    public Task<IActionResult> Show(Guid clientId, Guid vacancyId, CancellationToken stop) => PageAsync(clientId, vacancyId, null, null, stop);

    [HttpPost("{vacancyId:guid}/yes")]
    public async Task<IActionResult> Yes(Guid clientId, Guid vacancyId, [Bind(Prefix = "YesForm")] YesForm yes, [FromServices] ConsentDesk desk, CancellationToken stop)
    {
        var client = await views.TrackedAsync(clientId);
        var vacancy = await db.Vacancies.AsNoTracking().SingleOrDefaultAsync(v => v.Id == vacancyId, stop);
        if (client is null || vacancy is null) return NotFound();
        if (!yes.TextWasTold) ModelState.AddModelError("YesForm.TextWasTold", texts["Consent.TextMissing"]);
        if (ModelState.IsValid)
        {
            var employer = await db.Employers.Where(e => e.Id == vacancy.EmployerId).Select(e => e.Name).SingleAsync(stop);
            var decision = await desk.RecordVacancyAsync(client, vacancy, new ClientYes(
                yes.Way!.Value, yes.GivenOn!.Value, yes.ValidUntil!.Value, yes.Language.Trim(), yes.WithInterpreter, texts["Consent.VacancyPurpose", vacancy.Title, employer]));
            if (decision.Refusal is { } refusal) Refuse(refusal with { Field = refusal.Field is { } field ? $"YesForm.{field}" : null });
            else
            {
                Notice(texts["Vacancy.YesRecorded"]);
                return RedirectToAction(nameof(Show), new { clientId, vacancyId });
            }
        }

        return await PageAsync(clientId, vacancyId, yes, null, stop);
    }

    [HttpPost("{vacancyId:guid}/propose")]
    public async Task<IActionResult> Propose(Guid clientId, Guid vacancyId, [Bind(Prefix = "Propose")] ProposeForm form, [FromServices] ProposeAndRefer propose, CancellationToken stop)
    {
        var client = await views.TrackedAsync(clientId);
        var vacancy = await db.Vacancies.SingleOrDefaultAsync(v => v.Id == vacancyId, stop);
        if (client is null || vacancy is null) return NotFound();
        if (ModelState.IsValid)
        {
            var decision = await propose.SendAsync(client, vacancy, form.Message, form.CourseIds);
            if (decision.Refusal is { } refusal) Refuse(refusal with { Field = refusal.Field is { } field ? $"Propose.{field}" : null });
            else
            {
                Notice(texts[form.CourseIds.Count > 0 ? "Vacancy.ProposedAndReferred" : "Vacancy.Proposed"]);
                return Redirect($"/coaching/proposals/{decision.Accepted.Id}");
            }
        }

        return await PageAsync(clientId, vacancyId, null, form, stop);
    }

    private async Task<IActionResult> PageAsync(Guid clientId, Guid vacancyId, YesForm? yes, ProposeForm? propose, CancellationToken stop)
    {
        var page = await views.ShowAsync(clientId, AuditPurpose.Matching, () => ReadAsync(clientId, vacancyId, yes, propose, stop));
        return page is null ? NotFound() : View("Vacancy", page);
    }

    private async Task<VacancyView?> ReadAsync(Guid clientId, Guid vacancyId, YesForm? yes, ProposeForm? propose, CancellationToken stop)
    {
        var today = clock.Today();
        var vacancy = await db.Vacancies.AsNoTracking().Include(v => v.Requirements).SingleOrDefaultAsync(v => v.Id == vacancyId, stop);
        if (vacancy is null) return null;
        var employer = await db.Employers.AsNoTracking().SingleAsync(e => e.Id == vacancy.EmployerId, stop);
        var client = await db.Clients.AsNoTracking().Include(c => c.Person).Include(c => c.Consents).ThenInclude(c => c.End).SingleAsync(c => c.Id == clientId, stop);
        var given = ConsentRules.ActiveForVacancy(client.Consents, vacancyId, vacancy.EmployerId, today);
        var (match, gaps) = await reader.PairAsync(clientId, vacancyId, stop);
        var latest = await reader.LatestProposalAsync(clientId, vacancyId, stop);
        return new VacancyView
        {
            Vacancy = vacancy,
            Employer = employer,
            Place = await db.Places.Where(p => p.Ags == vacancy.PlaceAgs).Select(p => p.Name).SingleAsync(stop),
            Match = match,
            Gaps = gaps,
            Yes = given,
            ProposalId = latest?.Id,
            ProposalState = latest?.State,
            IsOpen = vacancy.IsOpenOn(today) && employer.IsApproved,
            Purpose = texts["Consent.VacancyPurpose", vacancy.Title, employer.Name],
            YesForm = yes ?? new YesForm { GivenOn = today, ValidUntil = ConsentRules.DefaultValidUntil(today), Language = client.Person!.ContactLanguage ?? texts["Consent.German"], WithInterpreter = client.Person.NeedsInterpreter },
            Propose = propose ?? new ProposeForm(),
            Note = given is null ? null : NoteOf(client, given, vacancy, employer.Name),
        };
    }

    private string NoteOf(Client client, Consent given, Vacancy vacancy, string employer) => HttpContext.RequestServices.GetRequiredService<NoteWriter>().Write(new VerbisNote
    {
        Kind = NoteKind.VacancyYesRecorded,
        On = given.GivenOn,
        VerbisNumber = client.VerbisNumber,
        Organisation = employer,
        Subject = vacancy.Title,
        Reference = vacancy.Reference,
        Until = given.ValidUntil,
        Result = texts["Consent.NoteResult", Label.Of(given.Way), given.Language, given.WithInterpreter ? texts["Record.Interpreter"].Value : texts["Consent.NoInterpreter"].Value, given.TextVersion],
    });
}
