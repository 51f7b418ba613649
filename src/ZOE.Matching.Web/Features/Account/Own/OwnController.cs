using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Account.Own;

/// <summary>The own account: name, mails, password.</summary>
[Area("Account")]
[Authorize(Policy = Policies.SignedIn)]
[Route("/account")]
public sealed class OwnController(
    UserManager<PortalUser> users, SignInManager<PortalUser> sessions, PasswordDesk passwords, IStringLocalizer<Accounts> texts) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Show()
    {
        if (await users.GetUserAsync(User) is not { } account) return NotFound();
        return Page(account, new OwnForm { DisplayName = account.DisplayName, NoNoticeMails = account.NoNoticeMails });
    }

    [HttpPost]
    public async Task<IActionResult> Save(OwnForm form)
    {
        if (await users.GetUserAsync(User) is not { } account) return NotFound();
        if (!ModelState.IsValid) return Page(account, form);
        account.DisplayName = form.DisplayName.Trim();
        account.NoNoticeMails = form.NoNoticeMails;
        if (!(await users.UpdateAsync(account)).Succeeded)
        {
            Refuse(new Domain.Refusal("Save.Outdated"));
            return Page(account, form);
        }

        await sessions.RefreshSignInAsync(account);
        Notice(texts["Own.Saved"]);
        return RedirectToAction(nameof(Show));
    }

    [HttpGet("password")]
    public IActionResult Password() => View("Password", new ChangePasswordForm());

    [HttpPost("password")]
    public async Task<IActionResult> ChangePassword(ChangePasswordForm form, CancellationToken stop)
    {
        if (await users.GetUserAsync(User) is not { } account) return NotFound();
        if (!ModelState.IsValid) return View("Password", form);
        switch (await passwords.ChangeAsync(account, form.CurrentPassword, form.NewPassword, stop))
        {
            case PasswordOutcome.Done:
                await sessions.RefreshSignInAsync(account);
                Notice(texts["Own.PasswordChanged"]);
                return RedirectToAction(nameof(Show));
            case PasswordOutcome.Weak:
                ModelState.AddModelError(nameof(form.NewPassword), texts["NewPassword.Weak"]);
                break;
            case PasswordOutcome.Refused:
                ModelState.AddModelError(nameof(form.CurrentPassword), texts["CurrentPassword.Wrong"]);
                break;
            case PasswordOutcome.Busy:
                return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        return View("Password", form);
    }

    private ViewResult Page(PortalUser account, OwnForm form)
    {
        ViewData["Account"] = account;
        return View("Own", form);
    }
}
