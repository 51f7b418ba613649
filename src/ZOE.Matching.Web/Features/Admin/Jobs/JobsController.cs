using Mapster;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Jobs;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Settings;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Admin.Jobs;

/// <summary>Background jobs: last runs, mail queue, run now.</summary>
[Area("Admin")]
[Authorize(Policy = Policies.Admin)]
[Route("/admin/jobs")]
public sealed class JobsController(MatchingDbContext db, JobList jobs, PortalSettings settings, IStringLocalizer<Administering> texts) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken stop)
    {
        var runs = await db.JobRuns.AsNoTracking().ToDictionaryAsync(r => r.Name, stop);
        var mails = await db.Mails.GroupBy(m => m.State).Select(g => new { State = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.State, g => g.Count, stop);
        var letters = await db.Mails.AsNoTracking().Where(m => m.State == MailState.Dead || m.State == MailState.Unclear)
            .OrderByDescending(m => m.CreatedAtUtc).Take(50).ProjectToType<DeadLetter>().ToListAsync(stop);
        var rows = jobs.All.Select(job => new JobRow(job.Name, job.Cron, runs.GetValueOrDefault(job.Name))).OrderBy(job => job.Name, StringComparer.Ordinal);
        return View("Jobs", new JobsPage([.. rows], mails, letters, settings.JobStorage != JobStorage.None));
    }

    [HttpPost("{name}/run")]
    public async Task<IActionResult> Run(string name, [FromServices] JobRunner runner, CancellationToken stop)
    {
        if (!jobs.Knows(name)) return NotFound();
        Notice(texts["Jobs.Ran", name, await runner.RunAsync(name, stop)]);
        return RedirectToAction(nameof(Show));
    }
}
