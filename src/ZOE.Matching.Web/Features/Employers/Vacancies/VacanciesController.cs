using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Vacancies;

namespace ZOE.Matching.Web.Features.Employers.Vacancies;

/// <summary>The employer's vacancies: list, enter, preview, publish, change, close, extend.</summary>
[Area("Employers")]
[Route("employers/vacancies")]
[Authorize(Policy = Policies.Employer)]
public sealed class VacanciesController(OwnRecords own, CurrentUser user, VacancyDesk desk, VacancyPages pages, IStringLocalizer<Employing> texts) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(VacancyState? state, int page = 1, CancellationToken stop = default)
    {
        page = Math.Clamp(page, 1, 1000);
        var shown = state is { } only ? own.Vacancies.Where(v => v.State == only) : own.Vacancies;
        var proposals = own.Proposals;
        var rows = await shown.OrderBy(v => v.State == VacancyState.Published ? 0 : v.State == VacancyState.Draft ? 1 : 2).ThenByDescending(v => v.CreatedAtUtc).ThenBy(v => v.Id)
            .Skip((page - 1) * VacancyListPage.Size).Take(VacancyListPage.Size)
            .Select(v => new VacancyRow(v.Id, v.Reference, v.Title, v.Kind, v.State, v.StartOn, v.ExpiresOn,
                proposals.Count(p => p.VacancyId == v.Id && p.State == ProposalState.Sent),
                proposals.Count(p => p.VacancyId == v.Id && (p.State == ProposalState.Sent || p.State == ProposalState.Interview || p.State == ProposalState.Accepted))))
            .ToListAsync(stop);
        return View(new VacancyListPage(rows, page, await shown.CountAsync(stop), state, await IsApprovedAsync(stop)));
    }

    /// <summary>An empty form, or one filled like an earlier vacancy.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid? like, CancellationToken stop)
    {
        if (like is not { } id) return await FormAsync(null, VacancyWriter.NewForm(), stop);
        if (await FindAsync(id, stop) is not { } model) return NotFound();
        var form = VacancyWriter.FormOf(model);
        (form.Version, form.StartOn, form.ExpiresOn, form.FixedTermUntil, form.IsAdditional, form.IsPublished) = (0, null, null, null, false, false);
        return await FormAsync(null, form, stop);
    }

    [HttpPost("new")]
    public async Task<IActionResult> Create(VacancyForm form, string? step, CancellationToken stop)
    {
        if (step == "row") return await MoreRowsAsync(null, form, stop);
        if (!await IsRightAsync(form, stop)) return await FormAsync(null, form, stop);
        var vacancy = await desk.CreateAsync(user.EmployerId!.Value, form, stop);
        Notice(texts["Vacancy.DraftSaved", vacancy.Reference]);
        return RedirectToAction(step == "draft" ? nameof(Show) : nameof(Preview), new { id = vacancy.Id });
    }

    [HttpGet("{id:guid}")]
    public Task<IActionResult> Show(Guid id, CancellationToken stop) => PageAsync(id, nameof(Show), stop);

    /// <summary>Exactly what others will see, and the button that publishes it.</summary>
    [HttpGet("{id:guid}/preview")]
    public Task<IActionResult> Preview(Guid id, CancellationToken stop) => PageAsync(id, nameof(Preview), stop);

    [HttpGet("{id:guid}/edit")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken stop) =>
        await FindAsync(id, stop) is { } vacancy ? await FormAsync(id, VacancyWriter.FormOf(vacancy), stop) : NotFound();

    [HttpPost("{id:guid}/edit")]
    public async Task<IActionResult> Change(Guid id, VacancyForm form, string? step, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } vacancy) return NotFound();
        form.IsPublished = vacancy.State == VacancyState.Published;
        if (step == "row") return await MoreRowsAsync(id, form, stop);
        if (!await IsRightAsync(form, stop)) return await FormAsync(id, form, stop);
        if ((await desk.SaveAsync(vacancy, form, stop)).Refusal is { } refusal)
        {
            Refuse(refusal);
            if (refusal.Code == "Vacancy.LintReasonMissing") form.Findings = VacancyDesk.FindingsOf(vacancy);
            // Who saves once more has been told of the other's change.
            else form.Version = await own.Vacancies.Where(v => v.Id == id).Select(v => v.Version).SingleOrDefaultAsync(stop);
            return await FormAsync(id, form, stop);
        }

        Notice(texts["Vacancy.Saved"]);
        return RedirectToAction(form.IsPublished || step == "draft" ? nameof(Show) : nameof(Preview), new { id });
    }

    [HttpPost("{id:guid}/publish")]
    public async Task<IActionResult> Publish(Guid id, [Bind(Prefix = "Publish")] PublishForm form, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } vacancy) return NotFound();
        if (ModelState.IsValid)
        {
            if ((await desk.PublishAsync(vacancy, form.Version, form.LintReason, stop)).Refusal is not { } refusal)
            {
                Notice(texts["Vacancy.Published"]);
                return RedirectToAction(nameof(Show), new { id });
            }

            // The other fields stand in the form, not here.
            RefuseIn("Publish", refusal with { Field = refusal.Field == nameof(form.LintReason) ? refusal.Field : null });
        }

        return await PageAsync(id, nameof(Preview), stop, page => page with { Publish = new PublishForm { Version = page.Publish.Version, LintReason = form.LintReason } });
    }

    [HttpPost("{id:guid}/close")]
    public async Task<IActionResult> Close(Guid id, [Bind(Prefix = "Close")] CloseForm form, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } vacancy) return NotFound();
        if (ModelState.IsValid)
        {
            if ((await desk.CloseAsync(vacancy, form.Reason, stop)).Refusal is not { } refusal)
            {
                Notice(texts["Vacancy.Closed"]);
                return RedirectToAction(nameof(Show), new { id });
            }

            RefuseIn("Close", refusal);
        }

        return await PageAsync(id, nameof(Show), stop, page => page with { Close = form });
    }

    [HttpPost("{id:guid}/extend")]
    public async Task<IActionResult> Extend(Guid id, [Bind(Prefix = "Extend")] ExtendForm form, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } vacancy) return NotFound();
        if (ModelState.IsValid)
        {
            if ((await desk.ExtendAsync(vacancy, form.ExpiresOn!.Value, stop)).Refusal is not { } refusal)
            {
                Notice(texts["Vacancy.Extended", form.ExpiresOn]);
                return RedirectToAction(nameof(Show), new { id });
            }

            RefuseIn("Extend", refusal);
        }

        return await PageAsync(id, nameof(Show), stop, page => page with { Extend = form });
    }

    private Task<Vacancy?> FindAsync(Guid id, CancellationToken stop) => own.Vacancies.Include(v => v.Requirements).SingleOrDefaultAsync(v => v.Id == id, stop);

    private Task<bool> IsApprovedAsync(CancellationToken stop) => own.Employers.AnyAsync(e => e.Approval == ApprovalState.Approved, stop);

    private async Task<bool> IsRightAsync(VacancyForm form, CancellationToken stop)
    {
        foreach (var refusal in await desk.CheckAsync(form, user.EmployerId!.Value, stop)) Refuse(refusal);
        return ModelState.IsValid;
    }

    private void RefuseIn(string form, Refusal refusal) => Refuse(refusal with { Field = refusal.Field is null ? null : $"{form}.{refusal.Field}" });

    private Task<IActionResult> MoreRowsAsync(Guid? id, VacancyForm form, CancellationToken stop)
    {
        form.PadRows(form.Requirements.Count + 1);
        ForgetErrors();
        return FormAsync(id, form, stop);
    }

    private async Task<IActionResult> FormAsync(Guid? id, VacancyForm form, CancellationToken stop)
    {
        // The form itself is the model of the view, so that its errors are listed in the order of its fields.
        ViewData["Id"] = id;
        ViewData["Approved"] = await IsApprovedAsync(stop);
        return View("Edit", await pages.WithChoicesAsync(form, user.EmployerId!.Value, stop));
    }

    private async Task<IActionResult> PageAsync(Guid id, string view, CancellationToken stop, Func<VacancyPage, VacancyPage>? with = null)
    {
        var vacancy = await own.Vacancies.AsNoTracking().Include(v => v.Requirements).SingleOrDefaultAsync(v => v.Id == id, stop);
        if (vacancy is null) return NotFound();
        var page = new VacancyPage(await pages.ViewOfAsync(vacancy, stop), await IsApprovedAsync(stop), VacancyDesk.FindingsOf(vacancy), await pages.CloseReasonsAsync(stop));
        return View(view, with is null ? page : with(page));
    }
}
