using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Account.Password;

/// <summary>A forgotten password: ask for a link, choose a new one. Nothing here tells whether an account exists.</summary>
[Area("Account")]
[AllowAnonymous]
public sealed class PasswordController(PasswordDesk desk, AccountLinks links, IStringLocalizer<Accounts> texts) : PortalController
{
    [HttpGet("/account/forgot")]
    public IActionResult Forgot() => View("Forgot", new ForgotForm());

    [HttpPost("/account/forgot")]
    public async Task<IActionResult> Send(ForgotForm form, [FromServices] ResetRequest request, CancellationToken stop)
    {
        if (!ModelState.IsValid) return View("Forgot", form);
        await request.SendAsync(form.Email.Trim(), stop);
        return RedirectToAction(nameof(Sent));
    }

    [HttpGet("/account/forgot/sent")]
    public IActionResult Sent() => View("Sent");

    [HttpGet("/account/reset")]
    public async Task<IActionResult> Reset(Guid? user, string? token)
    {
        if (await links.FindByResetAsync(user, token) is null) return Over();
        return View("Reset", new LinkedPasswordForm { User = user, Token = token });
    }

    [HttpPost("/account/reset")]
    public async Task<IActionResult> Save(LinkedPasswordForm form, CancellationToken stop)
    {
        if (await links.FindByResetAsync(form.User, form.Token) is not { } account) return Over();
        if (!ModelState.IsValid) return View("Reset", form);
        switch (await desk.ResetAsync(account, form.Token!, form.NewPassword, stop))
        {
            case PasswordOutcome.Done:
                Notice(texts["Reset.Done"]);
                return LocalRedirect("/account/sign-in");
            case PasswordOutcome.Weak:
                ModelState.AddModelError(nameof(form.NewPassword), texts["NewPassword.Weak"]);
                return View("Reset", form);
            case PasswordOutcome.Refused:
                return Over();
            case PasswordOutcome.Busy:
                return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        return Over();
    }

    private ViewResult Over()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Over");
    }
}
