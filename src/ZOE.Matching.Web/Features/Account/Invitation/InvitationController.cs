using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Account.Invitation;

/// <summary>An invited person chooses the first password.</summary>
[Area("Account")]
[AllowAnonymous]
[Route("/account/invitation")]
public sealed class InvitationController(PasswordDesk desk, AccountLinks links, IStringLocalizer<Accounts> texts) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Show(Guid? user, string? token) =>
        await links.FindByInvitationAsync(user, token) is { } account ? Page(account, new LinkedPasswordForm { User = user, Token = token }) : Over();

    [HttpPost]
    public async Task<IActionResult> Save(LinkedPasswordForm form, CancellationToken stop)
    {
        if (await links.FindByInvitationAsync(form.User, form.Token) is not { } account) return Over();
        if (!ModelState.IsValid) return Page(account, form);
        switch (await desk.SetFirstAsync(account, form.NewPassword, stop))
        {
            case PasswordOutcome.Done:
                Notice(texts["Invitation.Done"]);
                return LocalRedirect("/account/sign-in");
            case PasswordOutcome.Weak:
                ModelState.AddModelError(nameof(form.NewPassword), texts["NewPassword.Weak"]);
                return Page(account, form);
            case PasswordOutcome.Refused:
                return Over();
            case PasswordOutcome.Busy:
                return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        return Over();
    }

    private ViewResult Page(PortalUser account, LinkedPasswordForm form)
    {
        ViewData["Name"] = account.DisplayName;
        ViewData["Email"] = account.Email;
        return View("Invitation", form);
    }

    private ViewResult Over()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Over");
    }
}
