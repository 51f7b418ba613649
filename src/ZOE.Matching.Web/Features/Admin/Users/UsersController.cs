using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Admin.Users;

/// <summary>Invites users, changes what staff may do, locks accounts. Every change ends the sessions of the account.</summary>
[Area("Admin")]
[Authorize(Policy = Policies.Admin)]
[Route("/admin/users")]
public sealed class UsersController(MatchingDbContext db, AccountDesk accounts, Outbox outbox, CurrentUser me, IStringLocalizer<Administering> texts) : PortalController
{
    [HttpGet("new")]
    public Task<IActionResult> New(Guid? employerId, Guid? providerId, CancellationToken stop) =>
        InvitePageAsync(new InviteForm { EmployerId = employerId, ProviderId = providerId }, stop);

    [HttpPost("new")]
    public async Task<IActionResult> Invite(InviteForm form, CancellationToken stop)
    {
        if (form.EmployerId is not null && form.ProviderId is not null) return NotFound();
        if (!form.IsForOrganisation) await CheckStaffAsync(form.Role, form.TeamId, stop);
        var normalized = form.Email.ToUpperInvariant();
        if (ModelState.IsValid && await db.Users.AnyAsync(u => u.NormalizedEmail == normalized, stop)) ModelState.AddModelError(nameof(form.Email), texts["Email.Taken"]);
        if (!ModelState.IsValid) return await InvitePageAsync(form, stop);
        if (form.IsForOrganisation && await OrganisationAsync(form.EmployerId, form.ProviderId, stop) is null) return NotFound();
        var role = form.EmployerId is not null ? PortalRole.Employer : form.ProviderId is not null ? PortalRole.Provider : RoleOf(form.Role!.Value);
        var user = accounts.New(form.Email, form.DisplayName.Trim(), role);
        user.EmployerId = form.EmployerId;
        user.ProviderId = form.ProviderId;
        if (!form.IsForOrganisation) SetStaff(user, role, form.TeamId, form.Duties);
        outbox.MailToUser(MailKind.Invitation, user.Id, user.Id, "first");
        if (!await accounts.SavedAsync(user))
        {
            ModelState.AddModelError(nameof(form.Email), texts["Email.Taken"]);
            return await InvitePageAsync(form, stop);
        }

        Notice(texts["Users.Invited", user.Email!]);
        return LocalRedirect("/admin/users");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken stop)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, stop) is not { } user) return NotFound();
        return await EditPageAsync(user, new StaffForm
        {
            DisplayName = user.DisplayName,
            TeamId = user.TeamId,
            Stamp = user.ConcurrencyStamp,
            Role = Enum.TryParse<StaffRole>(user.Role.ToString(), out var role) ? role : null,
            Duties = [.. Enum.GetValues<Duty>().Where(d => d != Duty.None && user.Duties.HasFlag(d))],
        }, stop);
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Save(Guid id, StaffForm form, CancellationToken stop)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, stop) is not { } user) return NotFound();
        var isStaff = IsStaff(user);
        if (isStaff) await CheckStaffAsync(form.Role, form.TeamId, stop);
        if (user.Id == me.Id && form.Role is not null and not StaffRole.Admin) ModelState.AddModelError(nameof(form.Role), texts["Users.NotOneself"]);
        if (user.ConcurrencyStamp != form.Stamp) Refuse(new Refusal("Save.Outdated"));
        if (!ModelState.IsValid) return await EditPageAsync(user, form, stop);
        var saved = await accounts.ChangeAsync(user, account =>
        {
            account.DisplayName = form.DisplayName.Trim();
            if (isStaff) SetStaff(account, RoleOf(form.Role!.Value), form.TeamId, form.Duties);
        });
        if (!saved)
        {
            Refuse(new Refusal("Save.Outdated"));
            return await EditPageAsync(user, form, stop);
        }

        Notice(texts["Users.Saved", user.DisplayName]);
        return LocalRedirect("/admin/users");
    }

    /// <summary>Locks or opens the account; a lock ends its sessions within seconds.</summary>
    [HttpPost("{id:guid}/lock")]
    public async Task<IActionResult> Lock(Guid id, bool disabled, CancellationToken stop)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, stop) is not { } user) return NotFound();
        if (user.Id == me.Id) TempData["Problem"] = texts["Users.NotOneself"].Value;
        else if (!await accounts.ChangeAsync(user, account => account.Disabled = disabled)) Problem(new Refusal("Save.Outdated"));
        else Notice(texts[disabled ? "Users.Locked" : "Users.Unlocked", user.DisplayName]);
        return RedirectToAction(nameof(Edit), new { id });
    }

    /// <summary>Sends the invitation again to someone who has not chosen a password.</summary>
    [HttpPost("{id:guid}/invite-again")]
    public async Task<IActionResult> InviteAgain(Guid id, CancellationToken stop)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id && u.PasswordHash == null && !u.Disabled, stop) is not { } user) return NotFound();
        outbox.MailToUser(MailKind.Invitation, user.Id, user.Id, $"again-{outbox.Now:yyyyMMddHHmm}");
        if (await SavedAsync(() => db.SaveChangesAsync(stop))) Notice(texts["Users.Invited", user.Email!]);
        else Problem(new Refusal("Save.AlreadyThere"));
        return RedirectToAction(nameof(Edit), new { id });
    }

    private static bool IsStaff(PortalUser user) => user.Role is PortalRole.Coach or PortalRole.TeamLead or PortalRole.Admin;

    private static PortalRole RoleOf(StaffRole role) => role switch
    {
        StaffRole.Coach => PortalRole.Coach,
        StaffRole.TeamLead => PortalRole.TeamLead,
        StaffRole.Admin => PortalRole.Admin,
    };

    /// <summary>Duties and a team belong to coaches and team leads only.</summary>
    private static void SetStaff(PortalUser user, PortalRole role, Guid? teamId, List<Duty> duties)
    {
        user.Role = role;
        var works = role is PortalRole.Coach or PortalRole.TeamLead;
        user.TeamId = works ? teamId : null;
        user.Duties = works ? duties.Aggregate(Duty.None, (all, duty) => all | duty) : Duty.None;
    }

    private async Task CheckStaffAsync(StaffRole? role, Guid? teamId, CancellationToken stop)
    {
        if (role is null) ModelState.AddModelError("Role", texts["StaffRole.Missing"]);
        if (role is StaffRole.Coach or StaffRole.TeamLead && !await db.Teams.AnyAsync(t => t.Id == teamId, stop)) ModelState.AddModelError("TeamId", texts["TeamId.Missing"]);
    }

    private Task<string?> OrganisationAsync(Guid? employerId, Guid? providerId, CancellationToken stop) => employerId is not null
        ? db.Employers.Where(e => e.Id == employerId).Select(e => e.Name).SingleOrDefaultAsync(stop)
        : db.Providers.Where(p => p.Id == providerId).Select(p => p.Name).SingleOrDefaultAsync(stop);

    private async Task<IActionResult> InvitePageAsync(InviteForm form, CancellationToken stop)
    {
        if (form.IsForOrganisation)
        {
            if (await OrganisationAsync(form.EmployerId, form.ProviderId, stop) is not { } organisation) return NotFound();
            ViewData["Organisation"] = organisation;
        }

        await ReadTeamsAsync(stop);
        return View("Invite", form);
    }

    private async Task<IActionResult> EditPageAsync(PortalUser user, StaffForm form, CancellationToken stop)
    {
        ViewData["Account"] = user;
        ViewData["IsStaff"] = IsStaff(user);
        ViewData["IsMe"] = user.Id == me.Id;
        await ReadTeamsAsync(stop);
        return View("Edit", form);
    }

    private async Task ReadTeamsAsync(CancellationToken stop) =>
        ViewData["Teams"] = await db.Teams.OrderBy(t => t.Name).Select(t => new SelectListItem(t.Name, t.Id.ToString())).ToListAsync(stop);
}
