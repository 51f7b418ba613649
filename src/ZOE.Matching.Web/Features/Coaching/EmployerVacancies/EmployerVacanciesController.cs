using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Vacancies;

namespace ZOE.Matching.Web.Features.Coaching.EmployerVacancies;

/// <summary>Publishing for the employer; the reason only where the wording is doubtful.</summary>
[TextsFrom(typeof(Employing))]
public sealed class StaffPublishForm
{
    /// <summary>Version of the preview: what is published is what was shown.</summary>
    public int Version { get; set; }

    [StringLength(500)]
    public string? LintReason { get; set; }
}

/// <summary>A vacancy as others see it, with what staff can do for the employer.</summary>
public sealed record StaffVacancyPage(VacancyView View, Guid EmployerId, bool Approved, IReadOnlyList<LintFinding> Findings, StaffPublishForm Publish);

/// <summary>Vacancies that staff enter and publish for an employer after a call; same form and rules as the employer's own.</summary>
[Area("Coaching")]
[Route("coaching/employers/{employerId:guid}/vacancies")]
[Authorize(Policy = Policies.Coaching)]
public sealed class EmployerVacanciesController(OwnRecords own, VacancyDesk desk, VacancyPages pages, IStringLocalizer<Coach> texts) : PortalController
{
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid employerId, CancellationToken stop) =>
        await own.Employers.AnyAsync(e => e.Id == employerId, stop) ? await FormAsync(employerId, null, VacancyWriter.NewForm(), stop) : NotFound();

    [HttpPost("new")]
    public async Task<IActionResult> Create(Guid employerId, VacancyForm form, string? step, CancellationToken stop)
    {
        if (!await own.Employers.AnyAsync(e => e.Id == employerId, stop)) return NotFound();
        if (step == "row") return await MoreRowsAsync(employerId, null, form, stop);
        if (!await IsRightAsync(employerId, form, stop)) return await FormAsync(employerId, null, form, stop);
        var vacancy = await desk.CreateAsync(employerId, form, stop);
        Notice(texts["StaffVacancy.Saved", vacancy.Reference]);
        return RedirectToAction(nameof(Show), new { employerId, vacancyId = vacancy.Id });
    }

    [HttpGet("{vacancyId:guid}")]
    public Task<IActionResult> Show(Guid employerId, Guid vacancyId, CancellationToken stop) => PageAsync(employerId, vacancyId, null, stop);

    [HttpGet("{vacancyId:guid}/edit")]
    public async Task<IActionResult> Edit(Guid employerId, Guid vacancyId, CancellationToken stop) =>
        await FindAsync(employerId, vacancyId, stop) is { } vacancy ? await FormAsync(employerId, vacancyId, VacancyWriter.FormOf(vacancy), stop) : NotFound();

    [HttpPost("{vacancyId:guid}/edit")]
    public async Task<IActionResult> Change(Guid employerId, Guid vacancyId, VacancyForm form, string? step, CancellationToken stop)
    {
        if (await FindAsync(employerId, vacancyId, stop) is not { } vacancy) return NotFound();
        form.IsPublished = vacancy.State == VacancyState.Published;
        if (step == "row") return await MoreRowsAsync(employerId, vacancyId, form, stop);
        if (!await IsRightAsync(employerId, form, stop)) return await FormAsync(employerId, vacancyId, form, stop);
        if ((await desk.SaveAsync(vacancy, form, stop)).Refusal is { } refusal)
        {
            Refuse(refusal);
            if (refusal.Field == nameof(form.LintReason)) form.Findings = VacancyDesk.FindingsOf(vacancy);
            return await FormAsync(employerId, vacancyId, form, stop);
        }

        Notice(texts["StaffVacancy.Saved", vacancy.Reference]);
        return RedirectToAction(nameof(Show), new { employerId, vacancyId });
    }

    [HttpPost("{vacancyId:guid}/publish")]
    public async Task<IActionResult> Publish(Guid employerId, Guid vacancyId, [Bind(Prefix = "Publish")] StaffPublishForm form, CancellationToken stop)
    {
        if (await FindAsync(employerId, vacancyId, stop) is not { } vacancy) return NotFound();
        if (ModelState.IsValid)
        {
            if ((await desk.PublishAsync(vacancy, form.Version, form.LintReason, stop)).Refusal is not { } refusal)
            {
                Notice(texts["StaffVacancy.Published"]);
                return RedirectToAction(nameof(Show), new { employerId, vacancyId });
            }

            Refuse(refusal with { Field = refusal.Field == nameof(form.LintReason) ? "Publish.LintReason" : null });
        }

        return await PageAsync(employerId, vacancyId, form, stop);
    }

    private Task<Vacancy?> FindAsync(Guid employerId, Guid vacancyId, CancellationToken stop) =>
        own.Vacancies.Include(v => v.Requirements).SingleOrDefaultAsync(v => v.Id == vacancyId && v.EmployerId == employerId, stop);

    private async Task<bool> IsRightAsync(Guid employerId, VacancyForm form, CancellationToken stop)
    {
        foreach (var refusal in await desk.CheckAsync(form, employerId, stop)) Refuse(refusal);
        return ModelState.IsValid;
    }

    private Task<IActionResult> MoreRowsAsync(Guid employerId, Guid? vacancyId, VacancyForm form, CancellationToken stop)
    {
        form.PadRows(form.Requirements.Count + 1);
        // Nothing is judged yet: the input stays, the messages go.
        ForgetErrors();
        return FormAsync(employerId, vacancyId, form, stop);
    }

    private async Task<IActionResult> FormAsync(Guid employerId, Guid? vacancyId, VacancyForm form, CancellationToken stop)
    {
        ViewData["EmployerId"] = employerId;
        ViewData["VacancyId"] = vacancyId;
        ViewData["Employer"] = await own.Employers.Where(e => e.Id == employerId).Select(e => e.Name).SingleAsync(stop);
        return View("Edit", await pages.WithChoicesAsync(form, employerId, stop));
    }

    private async Task<IActionResult> PageAsync(Guid employerId, Guid vacancyId, StaffPublishForm? form, CancellationToken stop)
    {
        var vacancy = await own.Vacancies.AsNoTracking().Include(v => v.Requirements).SingleOrDefaultAsync(v => v.Id == vacancyId && v.EmployerId == employerId, stop);
        if (vacancy is null) return NotFound();
        var approved = await own.Employers.AnyAsync(e => e.Id == employerId && e.Approval == ApprovalState.Approved, stop);
        var publish = new StaffPublishForm { Version = vacancy.Version, LintReason = form?.LintReason };
        return View("Show", new StaffVacancyPage(await pages.ViewOfAsync(vacancy, stop), employerId, approved, VacancyDesk.FindingsOf(vacancy), publish));
    }
}
