using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Account.Registration;

/// <summary>Employers and Träger register; staff approve. The answer is the same when the e-mail address has an account already.</summary>
[Area("Account")]
[AllowAnonymous]
public sealed class RegistrationController(MatchingDbContext db, Outbox outbox, AccountDesk accounts, IStringLocalizer<Accounts> texts) : PortalController
{
    [HttpGet("/account/register-employer")]
    public Task<IActionResult> Employer() => PageAsync("Employer", new EmployerRegistrationForm());

    [HttpPost("/account/register-employer")]
    public async Task<IActionResult> RegisterEmployer(EmployerRegistrationForm form, CancellationToken stop)
    {
        await CheckPlaceAsync(form, stop);
        if (!string.IsNullOrEmpty(form.BranchCode) && !await db.Branches.AnyAsync(b => b.Code == form.BranchCode, stop))
            ModelState.AddModelError(nameof(form.BranchCode), texts["Choice.Unknown"]);
        if (!ModelState.IsValid) return await PageAsync("Employer", form);
        var employer = new Employer
        {
            Name = form.CompanyName.Trim(),
            CompanyNumber = form.CompanyNumber,
            BranchCode = form.BranchCode,
            Street = form.Street.Trim(),
            Postcode = form.Postcode,
            PlaceAgs = form.PlaceAgs,
            CreatedAtUtc = outbox.Now,
        };
        var contact = new EmployerContact { EmployerId = employer.Id, Name = form.ContactName.Trim(), Email = form.Email, Phone = form.Phone.Trim() };
        var outcome = await accounts.RegisterAsync(form.Email, form.ContactName.Trim(), PortalRole.Employer, form.NewPassword, user =>
        {
            user.EmployerId = employer.Id;
            employer.Contacts.Add(contact);
            db.Add(employer);
            outbox.Task(new WorkTask
            {
                Kind = WorkTaskKind.ApproveEmployer,
                BusinessKey = $"{WorkTaskKind.ApproveEmployer}:{employer.Id:N}",
                ForDuty = Duty.EmployerService,
                DueOn = outbox.Today.AddDays(2),
                EmployerId = employer.Id,
                CreatedAtUtc = outbox.Now,
            });
            outbox.MailToContact(MailKind.EmployerApproved, contact.Id, employer.Id, "registered");
        }, stop);
        return await AnswerAsync(outcome, "Employer", form);
    }

    [HttpGet("/account/register-provider")]
    public Task<IActionResult> Provider() => PageAsync("Provider", new ProviderRegistrationForm());

    [HttpPost("/account/register-provider")]
    public async Task<IActionResult> RegisterProvider(ProviderRegistrationForm form, CancellationToken stop)
    {
        await CheckPlaceAsync(form, stop);
        if (!ModelState.IsValid) return await PageAsync("Provider", form);
        var provider = new Provider
        {
            Name = form.ProviderName.Trim(),
            ContactName = form.ContactName.Trim(),
            Email = form.Email,
            Phone = form.Phone.Trim(),
            Website = form.Website,
            Street = form.Street.Trim(),
            Postcode = form.Postcode,
            PlaceAgs = form.PlaceAgs,
            CreatedAtUtc = outbox.Now,
        };
        var outcome = await accounts.RegisterAsync(form.Email, form.ContactName.Trim(), PortalRole.Provider, form.NewPassword, user =>
        {
            user.ProviderId = provider.Id;
            db.Add(provider);
            outbox.Task(new WorkTask
            {
                Kind = WorkTaskKind.ApproveProvider,
                BusinessKey = $"{WorkTaskKind.ApproveProvider}:{provider.Id:N}",
                ForDuty = Duty.CourseCare,
                DueOn = outbox.Today.AddDays(2),
                ProviderId = provider.Id,
                CreatedAtUtc = outbox.Now,
            });
        }, stop);
        return await AnswerAsync(outcome, "Provider", form);
    }

    [HttpGet("/account/registered/employer")]
    public IActionResult EmployerRegistered() => View("Registered", "Employer");

    [HttpGet("/account/registered/provider")]
    public IActionResult ProviderRegistered() => View("Registered", "Provider");

    private async Task CheckPlaceAsync(RegistrationForm form, CancellationToken stop)
    {
        if (!string.IsNullOrEmpty(form.PlaceAgs) && !await db.Places.AnyAsync(p => p.Ags == form.PlaceAgs, stop))
            ModelState.AddModelError(nameof(form.PlaceAgs), texts["Choice.Unknown"]);
    }

    private async Task<IActionResult> AnswerAsync(PasswordOutcome outcome, string side, RegistrationForm form)
    {
        if (outcome == PasswordOutcome.Busy) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (outcome != PasswordOutcome.Weak) return RedirectToAction($"{side}Registered");
        ModelState.AddModelError(nameof(form.NewPassword), texts["NewPassword.Weak"]);
        return await PageAsync(side, form);
    }

    private async Task<IActionResult> PageAsync(string view, RegistrationForm form)
    {
        ViewData["Places"] = await db.Places.OrderBy(p => p.Name).Select(p => new SelectListItem(p.Name, p.Ags)).ToListAsync();
        if (view == "Employer") ViewData["Branches"] = await db.Branches.OrderBy(b => b.Name).Select(b => new SelectListItem(b.Name, b.Code)).ToListAsync();
        return View(view, form);
    }
}
