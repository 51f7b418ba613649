using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Web.Courses;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Providers.Courses;

/// <summary>A Träger's courses: list, enter, preview, publish, next run, cancel.</summary>
[Area("Providers")]
[Route("providers/courses")]
[Authorize(Policy = Policies.Provider)]
public sealed class CoursesController(MatchingDbContext db, OwnRecords own, CurrentUser user, CourseDesk desk, IStringLocalizer<Providing> texts) : PortalController
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(int page = 1)
    {
        page = Math.Clamp(page, 1, 1000);
        var total = await own.Courses.CountAsync();
        var rows = await own.Courses.OrderByDescending(c => c.StartsOn).ThenBy(c => c.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(c => new CourseRow(c.Id, c.Reference, c.Title, db.Instruments.Where(i => i.Code == c.InstrumentCode).Select(i => i.ShortName).First(),
                c.StartsOn, c.EnrolUntil, c.State, c.Seats,
                db.Referrals.Count(r => r.CourseId == c.Id && (r.State == ReferralState.Sent || r.State == ReferralState.Accepted || r.State == ReferralState.Attending)),
                db.Referrals.Count(r => r.CourseId == c.Id && r.State == ReferralState.Sent)))
            .ToListAsync();
        var approved = await db.Providers.AnyAsync(p => p.Id == user.ProviderId && p.Approval == Domain.Employers.ApprovalState.Approved);
        return View(new CourseList(rows, page, total, approved));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(Guid? like)
    {
        var model = like is { } id ? await own.Courses.AsNoTracking().Include(c => c.Gains).SingleOrDefaultAsync(c => c.Id == id) : null;
        if (like is not null && model is null) return NotFound();
        return View("Edit", await EditAsync(null, model is null ? new CourseForm() : CourseDesk.FormOf(model, nextRun: true)));
    }

    [HttpPost("new")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] CourseForm form)
    {
        if (ModelState.IsValid)
        {
            var decision = await desk.CreateAsync(user.ProviderId!.Value, form);
            if (decision.Refusal is { } refusal) RefuseInForm(refusal);
            else
            {
                Notice(texts["Course.Saved"]);
                return RedirectToAction(nameof(Show), new { id = decision.Accepted.Id });
            }
        }

        return View("Edit", await EditAsync(null, form));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        var course = await own.Courses.AsNoTracking().Include(c => c.Gains).SingleOrDefaultAsync(c => c.Id == id);
        if (course is null) return NotFound();
        var instrument = await db.Instruments.AsNoTracking().SingleAsync(i => i.Code == course.InstrumentCode);
        var branch = await db.Branches.Where(b => b.Code == course.BranchCode).Select(b => b.Name).SingleOrDefaultAsync();
        var place = await db.Places.Where(p => p.Ags == course.PlaceAgs).Select(p => p.Name).SingleAsync();
        var taken = await db.Referrals.CountAsync(r => r.CourseId == id && (r.State == ReferralState.Sent || r.State == ReferralState.Accepted || r.State == ReferralState.Attending));
        var approved = await db.Providers.AnyAsync(p => p.Id == course.ProviderId && p.Approval == Domain.Employers.ApprovalState.Approved);
        return View(new CourseView(course, instrument.Name, instrument.Limits, branch, place, Gains(course, ConceptKind.Competence), Gains(course, ConceptKind.Certificate), taken, approved));
    }

    [HttpGet("{id:guid}/edit")]
    public async Task<IActionResult> Edit(Guid id)
    {
        var course = await own.Courses.AsNoTracking().Include(c => c.Gains).SingleOrDefaultAsync(c => c.Id == id);
        return course is null ? NotFound() : View(await EditAsync(id, CourseDesk.FormOf(course)));
    }

    [HttpPost("{id:guid}/edit")]
    public async Task<IActionResult> Change(Guid id, [Bind(Prefix = "Form")] CourseForm form)
    {
        var course = await own.Courses.Include(c => c.Gains).SingleOrDefaultAsync(c => c.Id == id);
        if (course is null) return NotFound();
        if (ModelState.IsValid)
        {
            if ((await desk.ChangeAsync(course, form)).Refusal is not { } refusal)
            {
                Notice(texts["Course.Saved"]);
                return RedirectToAction(nameof(Show), new { id });
            }

            RefuseInForm(refusal);
        }

        return View("Edit", await EditAsync(id, form));
    }

    [HttpPost("{id:guid}/publish")]
    public Task<IActionResult> Publish(Guid id) => DoAsync(id, desk.PublishAsync, "Course.Published");

    [HttpPost("{id:guid}/cancel")]
    public Task<IActionResult> Cancel(Guid id) => DoAsync(id, desk.CancelAsync, "Course.Cancelled");

    private async Task<IActionResult> DoAsync(Guid id, Func<Course, Task<Domain.Decision>> action, string notice)
    {
        var course = await own.Courses.SingleOrDefaultAsync(c => c.Id == id);
        if (course is null) return NotFound();
        if ((await action(course)).Refusal is { } refusal) Problem(refusal);
        else Notice(texts[notice]);
        return RedirectToAction(nameof(Show), new { id });
    }

    /// <summary>The form's fields stand under "Form".</summary>
    private void RefuseInForm(Domain.Refusal refusal) => Refuse(refusal with { Field = refusal.Field is null ? null : $"Form.{refusal.Field}" });

    private async Task<CourseEdit> EditAsync(Guid? id, CourseForm form)
    {
        while (form.Competences.Count < CourseForm.CompetenceRows) form.Competences.Add(null);
        while (form.Certificates.Count < CourseForm.CertificateRows) form.Certificates.Add(null);
        var instruments = await db.Instruments.AsNoTracking().Where(i => i.Bookable && i.Status != "historic").OrderBy(i => i.Name).Select(i => new SelectListItem(i.Name, i.Code)).ToListAsync();
        var branches = await db.Branches.AsNoTracking().OrderByDescending(b => b.GermanBranch).ThenBy(b => b.Name).Select(b => new SelectListItem(b.Name, b.Code)).ToListAsync();
        var places = await db.Places.AsNoTracking().OrderBy(p => p.Name).Select(p => new SelectListItem(p.Name, p.Ags)).ToListAsync();
        var levels = Enum.GetValues<CefrLevel>().Select(level => new SelectListItem(level == CefrLevel.None ? texts["NoLevel"] : Label.Of(level), level.ToString())).ToList();
        return new CourseEdit(id, form, instruments, branches, places, levels);
    }

    private static List<GainView> Gains(Course course, ConceptKind kind) =>
        [.. course.Gains.Where(g => g.Kind == kind).OrderBy(g => g.Typed).Select(g => new GainView(g.Typed, g.ConceptId is not null))];
}
