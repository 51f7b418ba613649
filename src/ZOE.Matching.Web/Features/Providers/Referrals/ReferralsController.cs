using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Referrals;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Providers.Referrals;

/// <summary>Referrals that a Träger received: accept, return, attendance, result. A client is seen only through a referral.</summary>
[Area("Providers")]
[Route("providers/referrals")]
[Authorize(Policy = Policies.Provider)]
public sealed class ReferralsController(MatchingDbContext db, OwnRecords own, CurrentUser user, ReferralDesk desk, IStringLocalizer<Providing> texts) : PortalController
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index([FromServices] AuditedReads audit, ReferralState? state, Guid? courseId, int page = 1)
    {
        page = Math.Clamp(page, 1, 1000);
        var query = own.Referrals;
        if (state is { } wanted) query = query.Where(r => r.State == wanted);
        if (courseId is { } course) query = query.Where(r => r.CourseId == course);
        var total = await query.CountAsync();
        var rows = await audit.ReadAsync(user.Viewer, AuditPurpose.Referral, () => query
            .OrderBy(r => r.State == ReferralState.Sent ? 0 : 1).ThenByDescending(r => r.ReferredAtUtc).ThenBy(r => r.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Join(db.Clients, r => r.ClientId, c => c.Id, (r, c) => new { r, c })
            .Join(db.Courses, x => x.r.CourseId, c => c.Id, (x, c) => new ReferralRow(x.r.Id, x.c.Pseudonym, x.c.Person!.FirstName + " " + x.c.Person.LastName, c.Title, c.StartsOn, x.r.ReferredAtUtc, x.r.State))
            .ToListAsync(), list => list.Select(r => r.Pseudonym));
        return View(new ReferralList(rows, state, courseId, page, total));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        var view = await ViewAsync(id);
        return view is null ? NotFound() : View(view);
    }

    [HttpPost("{id:guid}/accept")]
    public Task<IActionResult> Accept(Guid id) => DoAsync(id, desk.AcceptAsync, "Referral.Accepted", view => view);

    [HttpPost("{id:guid}/return")]
    public async Task<IActionResult> Return(Guid id, [Bind(Prefix = "Return")] ReturnForm form)
    {
        if (form.Reason is not null && !await db.Reasons.AnyAsync(r => r.Kind == ReasonKind.CourseReturned && r.Code == form.Reason))
            ModelState.AddModelError("Return.Reason", texts["Referral.ReasonUnknown"]);
        return await DoAsync(id, referral => desk.ReturnAsync(referral, form.Reason!, form.Note), "Referral.Returned", view => view with { Return = form }, "Return");
    }

    [HttpPost("{id:guid}/attendance")]
    public Task<IActionResult> Attend(Guid id, [Bind(Prefix = "Week")] AttendanceForm form)
    {
        // Any day of the week may be entered; what is kept is its Monday.
        var monday = form.WeekStartsOn?.AddDays(-(((int)form.WeekStartsOn.Value.DayOfWeek + 6) % 7));
        return DoAsync(id, referral => desk.AttendAsync(referral, monday!.Value, form.HoursPresent!.Value, form.HoursAbsent!.Value), "Referral.WeekSaved", view => view with { Week = form }, "Week");
    }

    [HttpPost("{id:guid}/result")]
    public Task<IActionResult> Finish(Guid id, [Bind(Prefix = "Result")] ResultForm form) => DoAsync(id, async referral =>
    {
        var gains = await db.CourseGains.AsNoTracking().Where(g => g.CourseId == referral.CourseId && form.Gained.Contains(g.Id)).ToListAsync();
        return await desk.FinishAsync(referral, form.Passed!.Value, form.LevelReached, form.EndedOn!.Value,
            [.. gains.Select(g => new GainedCompetence(g.Kind, g.Typed, g.ConceptId, form.Level))]);
    }, "Referral.ResultSaved", view => view with { Result = form }, "Result");

    /// <summary>Acts on an own referral; on a refusal the page comes back with the input.</summary>
    private async Task<IActionResult> DoAsync(Guid id, Func<Referral, Task<Decision>> action, string notice, Func<ReferralView, ReferralView> keep, string prefix = "")
    {
        var referral = await own.Referrals.Include(r => r.Attendance).Include(r => r.Results).SingleOrDefaultAsync(r => r.Id == id);
        if (referral is null) return NotFound();
        if (ModelState.IsValid)
        {
            if ((await action(referral)).Refusal is not { } refusal)
            {
                Notice(texts[notice]);
                return RedirectToAction(nameof(Show), new { id });
            }

            Refuse(refusal with { Field = refusal.Field is null ? null : $"{prefix}.{refusal.Field}" });
        }

        db.ChangeTracker.Clear();
        var view = await ViewAsync(id);
        return view is null ? NotFound() : View("Show", keep(view));
    }

    private async Task<ReferralView?> ViewAsync(Guid id)
    {
        var audit = HttpContext.RequestServices.GetRequiredService<AuditedReads>();
        return await audit.ReadAsync(user.Viewer, AuditPurpose.Referral, async () =>
        {
            var referral = await own.Referrals.AsNoTracking().Include(r => r.Attendance).Include(r => r.Results).SingleOrDefaultAsync(r => r.Id == id);
            if (referral is null) return null;
            var course = await db.Courses.AsNoTracking().Include(c => c.Gains).SingleAsync(c => c.Id == referral.CourseId);
            var person = await db.Clients.Where(c => c.Id == referral.ClientId)
                .Select(c => new ReferredPerson(c.Pseudonym, c.Person!.FirstName + " " + c.Person.LastName, c.Person.Phone, c.Person.Email, c.Person.ContactLanguage, c.Person.NeedsInterpreter, c.GermanSpoken, c.GermanWritten))
                .SingleAsync();
            var coach = await db.Users.Where(u => u.Id == referral.ReferredById).Select(u => u.DisplayName).SingleOrDefaultAsync();
            var reasons = await db.Reasons.AsNoTracking().Where(r => r.Kind == ReasonKind.CourseReturned).OrderBy(r => r.Label).ToListAsync();
            return new ReferralView(referral, course, person, coach, reasons.SingleOrDefault(r => r.Code == referral.ReturnReason)?.Label, [.. reasons.Select(r => new SelectListItem(r.Label, r.Code))])
            {
                Result = new ResultForm { Gained = [.. course.Gains.Select(g => g.Id)], LevelReached = course.LevelTo, EndedOn = course.EndsOn },
            };
        }, view => view is null ? [] : [view.Person.Pseudonym]);
    }
}
