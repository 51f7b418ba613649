using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Coaching.Tasks;

/// <summary>A task in the coach's own words.</summary>
[TextsFrom(typeof(Coach))]
public sealed class TaskForm
{
    [Required, StringLength(400)]
    public string Text { get; set; } = "";

    [Required]
    public DateOnly? DueOn { get; set; }

    public Guid? ClientId { get; set; }
}

/// <summary>The list of tasks.</summary>
public sealed record TasksView(IReadOnlyList<TaskRow> Rows, int Total, int Page, bool Done, TaskForm Form, string? ClientName, DateOnly Today);

/// <summary>Own tasks and those of one's duties.</summary>
[Area("Coaching")]
[Route("coaching/tasks")]
[Authorize(Policy = Policies.Coaching)]
public sealed class TasksController(MatchingDbContext db, OwnRecords own, TaskReader reader, Outbox outbox, IStringLocalizer<Coach> texts) : PortalController
{
    public const int PageSize = 50;

    [HttpGet("")]
    public Task<IActionResult> Index(Guid? clientId, bool done = false, int page = 1, CancellationToken stop = default) =>
        PageAsync(new TaskForm { DueOn = outbox.Today, ClientId = clientId }, done, page, stop);

    [HttpPost("")]
    public async Task<IActionResult> Add([Bind(Prefix = "Form")] TaskForm form, [FromServices] CurrentUser user, CancellationToken stop)
    {
        if (form.ClientId is { } id && !await own.Clients.AnyAsync(c => c.Id == id, stop)) return NotFound();
        if (!ModelState.IsValid) return await PageAsync(form, false, 1, stop);
        outbox.Task(new WorkTask { Kind = WorkTaskKind.Own, BusinessKey = $"{WorkTaskKind.Own}:{Guid.NewGuid():N}", OwnerId = user.Id, DueOn = form.DueOn!.Value, Text = form.Text.Trim(), ClientId = form.ClientId, CreatedAtUtc = outbox.Now });
        if (await db.SaveOrRefuseAsync() is { } refusal) Problem(refusal);
        else Notice(texts["Tasks.Added"]);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("{taskId:guid}/finish")]
    public async Task<IActionResult> Finish(Guid taskId, [FromServices] CurrentUser user, CancellationToken stop)
    {
        if (await own.Tasks.SingleOrDefaultAsync(t => t.Id == taskId, stop) is not { } task) return NotFound();
        if (!task.EndsByHand) return NotFound();
        task.Finish(user.Id, outbox.Now);
        if (await db.SaveOrRefuseAsync() is { } refusal) Problem(refusal);
        else Notice(texts["Tasks.Finished"]);
        return RedirectToAction(nameof(Index));
    }

    private async Task<IActionResult> PageAsync(TaskForm form, bool done, int page, CancellationToken stop)
    {
        if (page is < 1 or > 10_000) return NotFound();
        var services = HttpContext.RequestServices;
        var view = await services.GetRequiredService<AuditedReads>().ReadAsync(services.GetRequiredService<CurrentUser>().Viewer, AuditPurpose.Task, async () =>
        {
            var tasks = own.Tasks.Where(t => (t.DoneAtUtc != null) == done);
            var sorted = done ? tasks.OrderByDescending(t => t.DoneAtUtc).ThenBy(t => t.Id) : tasks.OrderBy(t => t.DueOn).ThenBy(t => t.Id);
            var rows = await reader.ReadAsync(sorted.Skip((page - 1) * PageSize).Take(PageSize), stop);
            var about = await own.Clients.Where(c => c.Id == form.ClientId).Select(c => new { c.Pseudonym, Name = c.Person!.FirstName + " " + c.Person.LastName }).SingleOrDefaultAsync(stop);
            if (about is null) form.ClientId = null;
            return (View: new TasksView(rows, await tasks.CountAsync(stop), page, done, form, about?.Name, outbox.Today), About: about?.Pseudonym);
        }, result => result.View.Rows.Select(r => r.Pseudonym).Append(result.About).OfType<Guid>());
        return View("Tasks", view.View);
    }
}
