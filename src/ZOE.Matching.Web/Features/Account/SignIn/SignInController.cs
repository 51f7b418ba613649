using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Account.SignIn;

/// <summary>Signing in and out.</summary>
[Area("Account")]
[AllowAnonymous]
public sealed class SignInController(SignInDesk desk, CurrentUser user, IStringLocalizer<Accounts> texts) : PortalController
{
    [HttpGet("/account/sign-in")]
    public IActionResult Show(string? returnUrl)
    {
        if (user.IsSignedIn && user.Role is { } role) return LocalRedirect(TargetOf(returnUrl, StartPages.Of(role)));
        return View("SignIn", new SignInForm { ReturnUrl = Url.IsLocalUrl(returnUrl) ? returnUrl : null });
    }

    [HttpPost("/account/sign-in")]
    public async Task<IActionResult> Send(SignInForm form, CancellationToken stop)
    {
        if (!ModelState.IsValid) return View("SignIn", form);
        var (outcome, account) = await desk.SignInAsync(form.Email.Trim(), form.Password, stop);
        switch (outcome)
        {
            case SignInOutcome.Done:
                return LocalRedirect(TargetOf(form.ReturnUrl, StartPages.Of(account!.Role)));
            case SignInOutcome.Busy:
                return StatusCode(StatusCodes.Status429TooManyRequests);
            case SignInOutcome.Refused:
                ModelState.AddModelError("", texts["SignIn.Refused"]);
                break;
        }

        return View("SignIn", form);
    }

    [HttpPost("/account/sign-out")]
    public async Task<IActionResult> SignOut([FromServices] SignInManager<PortalUser> sessions)
    {
        await sessions.SignOutAsync();
        Notice(texts["SignOut.Done"]);
        return LocalRedirect("/");
    }

    private string TargetOf(string? returnUrl, string start) => Url.IsLocalUrl(returnUrl) && returnUrl != "/" ? returnUrl : start;
}
