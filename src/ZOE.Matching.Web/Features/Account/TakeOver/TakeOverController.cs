using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Account.TakeOver;

/// <summary>An employer takes over the record that staff have kept for it: by the link, once, with a password of its own.</summary>
[Area("Account")]
[AllowAnonymous]
[Route("/answer/take-over/{token}")]
public sealed class TakeOverController(MatchingDbContext db, LinkDesk links, AccountDesk accounts, PasswordDesk passwords, IStringLocalizer<Accounts> texts) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Show(string token, CancellationToken stop)
    {
        if (await FindAsync(token, stop) is not { } found) return NotFound();
        return IsOver(found) ? Over() : Page(token, found, new NewPasswordForm());
    }

    [HttpPost]
    public async Task<IActionResult> TakeOver(string token, NewPasswordForm form, [FromServices] SignInManager<PortalUser> sessions, CancellationToken stop)
    {
        if (await FindAsync(token, stop) is not { } found) return NotFound();
        if (IsOver(found)) return Over();
        if (!ModelState.IsValid) return Page(token, found, form);
        var user = accounts.New(found.Contact.Email!, found.Contact.Name, PortalRole.Employer);
        user.EmployerId = found.Employer.Id;
        user.EmailConfirmed = true;
        switch (await passwords.SetForNewAsync(user, form.NewPassword, stop))
        {
            case PasswordOutcome.Busy:
                return StatusCode(StatusCodes.Status429TooManyRequests);
            case PasswordOutcome.Weak:
                ModelState.AddModelError(nameof(form.NewPassword), texts["NewPassword.Weak"]);
                return Page(token, found, form);
            case PasswordOutcome.Refused:
                return Over();
            case PasswordOutcome.Done:
                break;
        }

        var handed = false;
        if (!await SavedAsync(async () => handed = await HandOverAsync(found, user, stop))) return Page(token, found, form);
        if (!handed) return Over();
        await sessions.SignInAsync(user, isPersistent: false);
        Notice(texts["TakeOver.Done"]);
        return LocalRedirect(StartPages.Of(PortalRole.Employer));
    }

    /// <summary>Uses the link up and makes the account in one transaction; a link that loses the race makes nothing.</summary>
    private async Task<bool> HandOverAsync(TakeOver found, PortalUser user, CancellationToken stop)
    {
        try
        {
            await db.InWriteTransactionAsync(async () =>
            {
                if (!await links.UseAsync(found.Link)) throw new LinkGone();
                found.Employer.KeptByStaff = false;
                if (!await accounts.SavedAsync(user)) throw new LinkGone();
            }, stop);
            return true;
        }
        catch (LinkGone)
        {
            return false;
        }
    }

    private async Task<TakeOver?> FindAsync(string token, CancellationToken stop)
    {
        if (await links.FindAsync(token, LinkPurpose.TakeOverEmployer) is not { } link) return null;
        var employer = await db.Employers.Include(e => e.Contacts).SingleOrDefaultAsync(e => e.Id == link.RecordId, stop);
        if (employer?.Contacts.SingleOrDefault(c => c.Id == link.ContactId) is not { Email: { Length: > 0 } email } contact) return null;
        var place = await db.Places.Where(p => p.Ags == employer.PlaceAgs).Select(p => p.Name).SingleOrDefaultAsync(stop);
        var normalized = email.ToUpperInvariant();
        var taken = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, stop);
        return new TakeOver(link, employer, contact, place, taken);
    }

    private bool IsOver(TakeOver found) =>
        found.Link.UsedAtUtc is not null || links.IsExpired(found.Link) || !found.Employer.KeptByStaff || found.Taken is not null;

    private ViewResult Page(string token, TakeOver found, NewPasswordForm form)
    {
        var (employer, contact) = (found.Employer, found.Contact);
        ViewData["Facts"] = new TakeOverFacts(token, employer.Name, employer.Street, employer.Postcode, found.Place, contact.Name, contact.Email!, contact.Phone);
        return View("TakeOver", form);
    }

    private ViewResult Over()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Over");
    }

    /// <summary>Rolls the transaction back.</summary>
    private sealed class LinkGone : Exception;
}
