using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain;
using ZOE.Matching.Seed;
using ZOE.Matching.Web.Clock;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Guards;
using ZOE.Matching.Web.Mail;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Settings;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Dev;

/// <summary>For trying the portal out by hand: moves the clock, shows all mails, signs in with one click. Exists in a demo only.</summary>
[DemoOnly]
[AllowAnonymous]
[Route("/dev")]
public sealed class DevController(DemoClock demo, PortalClock clock, MailFolder mails, PortalSettings settings, IStringLocalizer<Development> texts) : PortalController
{
    [HttpGet]
    public IActionResult Show()
    {
        var now = LegalDay.InBerlin(clock.NowUtc());
        return View("~/Features/Dev/Dev.cshtml", new DevPage(now, clock.Ahead, mails.List(100), DemoAccounts.All, settings.PublicAddress));
    }

    [HttpPost("clock")]
    public async Task<IActionResult> Move(ClockForm form, CancellationToken stop)
    {
        var by = form switch
        {
            { Step: { } step } => Length(step),
            { On: { } day } => TimeSpan.FromDays(day.DayNumber - clock.Today().DayNumber),
            _ => TimeSpan.Zero,
        };
        if (!await demo.MoveAsync(by, stop))
        {
            TempData["Problem"] = texts["Clock.Refused"].Value;
            return RedirectToAction(nameof(Show));
        }

        Notice(texts["Clock.Moved", await demo.RunJobsAsync(stop)]);
        return RedirectToAction(nameof(Show));
    }

    [HttpPost("jobs")]
    public async Task<IActionResult> RunJobs(CancellationToken stop)
    {
        Notice(texts["Jobs.Done", await demo.RunJobsAsync(stop)]);
        return RedirectToAction(nameof(Show));
    }

    [HttpPost("sign-in")]
    public async Task<IActionResult> SignIn(string? email, [FromServices] UserManager<PortalUser> known, [FromServices] SignInManager<PortalUser> sessions)
    {
        if (DemoAccounts.All.All(a => a.Email != email)) return NotFound();
        if (await known.FindByEmailAsync(email!) is not { Disabled: false } user) return NotFound();
        await sessions.SignInAsync(user, isPersistent: false);
        return LocalRedirect(StartPages.Of(user.Role));
    }

    private static TimeSpan Length(ClockStep step) => step switch
    {
        ClockStep.Hour => TimeSpan.FromHours(1),
        ClockStep.Day => TimeSpan.FromDays(1),
        ClockStep.Week => TimeSpan.FromDays(7),
    };
}
