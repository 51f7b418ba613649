using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Organisations;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Features.Coaching.Employers;

/// <summary>Employers as staff keep them: list, entering after a call, contact log, owner, take-over link, approval.</summary>
[Area("Coaching")]
[Route("coaching/employers")]
[Authorize(Policy = Policies.Coaching)]
public sealed class EmployersController(MatchingDbContext db, EmployerReader reader, CurrentUser user, Outbox outbox, IStringLocalizer<Coach> texts) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? text, ApprovalState? approval, int page = 1, CancellationToken stop = default) =>
        !ModelState.IsValid || page is < 1 or > 10_000 || text?.Length > 100 ? NotFound() : View("Employers", await reader.ListAsync(text, approval, page, stop));

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken stop) => View("New", await reader.WithChoicesAsync(new EmployerForm(), stop));

    [HttpPost("new")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] EmployerForm form, CancellationToken stop)
    {
        if (form.PlaceAgs is { } ags && !await db.Places.AnyAsync(p => p.Ags == ags, stop)) ModelState.AddModelError("Form.PlaceAgs", texts["Choice.Unknown"]);
        if (form.BranchCode is { } branch && !await db.Branches.AnyAsync(b => b.Code == branch, stop)) ModelState.AddModelError("Form.BranchCode", texts["Choice.Unknown"]);
        if (!ModelState.IsValid) return View("New", await reader.WithChoicesAsync(form, stop));
        var employer = new Employer
        {
            Name = form.Name.Trim(),
            CompanyNumber = form.CompanyNumber,
            BranchCode = form.BranchCode,
            Street = form.Street,
            Postcode = form.Postcode,
            PlaceAgs = form.PlaceAgs,
            KeptByStaff = true,
            OwnerId = user.Id,
            CreatedAtUtc = outbox.Now,
        };
        var contact = new EmployerContact { EmployerId = employer.Id, Name = form.ContactName.Trim(), Function = form.ContactFunction, Email = form.ContactEmail?.Trim(), Phone = form.ContactPhone };
        employer.Contacts.Add(contact);
        employer.ContactLog.Add(new ContactLogEntry { EmployerId = employer.Id, Channel = form.Channel, AtUtc = outbox.Now, ById = user.Id, Text = form.Text.Trim(), ContactId = contact.Id });
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
        if (await db.SaveOrRefuseAsync() is { } refusal)
        {
            Refuse(refusal);
            return View("New", await reader.WithChoicesAsync(form, stop));
        }

        Notice(texts["Employer.Created"]);
        return RedirectToAction(nameof(Show), new { employerId = employer.Id });
    }

    [HttpGet("{employerId:guid}")]
    public Task<IActionResult> Show(Guid employerId, CancellationToken stop) => PageAsync(employerId, new LogForm(), new ContactForm(), stop);

    [HttpPost("{employerId:guid}/log")]
    public async Task<IActionResult> Log(Guid employerId, [Bind(Prefix = "Entry")] LogForm form, CancellationToken stop)
    {
        if (await FindAsync(employerId, stop) is not { } employer) return NotFound();
        if (form.ContactId is { } id && employer.Contacts.All(c => c.Id != id)) ModelState.AddModelError("Entry.ContactId", texts["Choice.Unknown"]);
        if (!ModelState.IsValid) return await PageAsync(employerId, form, new ContactForm(), stop);
        employer.ContactLog.Add(new ContactLogEntry { EmployerId = employerId, Channel = form.Channel, AtUtc = outbox.Now, ById = user.Id, Text = form.Text.Trim(), ContactId = form.ContactId });
        return await SavedAsync(employerId, "Employer.Logged");
    }

    [HttpPost("{employerId:guid}/contacts")]
    public async Task<IActionResult> Contact(Guid employerId, [Bind(Prefix = "Person")] ContactForm form, CancellationToken stop)
    {
        if (await FindAsync(employerId, stop) is not { } employer) return NotFound();
        if (!ModelState.IsValid) return await PageAsync(employerId, new LogForm(), form, stop);
        employer.Contacts.Add(new EmployerContact { EmployerId = employerId, Name = form.Name.Trim(), Function = form.Function, Email = form.Email?.Trim(), Phone = form.Phone });
        return await SavedAsync(employerId, "Employer.ContactAdded");
    }

    [HttpPost("{employerId:guid}/own")]
    public async Task<IActionResult> Own(Guid employerId, CancellationToken stop)
    {
        if (await FindAsync(employerId, stop) is not { } employer) return NotFound();
        employer.OwnerId = user.Id;
        return await SavedAsync(employerId, "Employer.Owned");
    }

    [HttpPost("{employerId:guid}/take-over")]
    public async Task<IActionResult> TakeOver(Guid employerId, Guid contactId, [FromServices] ApprovalDesk desk, CancellationToken stop) =>
        await FindAsync(employerId, stop) is { } employer ? Done(employerId, await desk.SendTakeoverAsync(employer, contactId), "Employer.LinkSent") : NotFound();

    [HttpPost("{employerId:guid}/approve")]
    [Authorize(Policy = Policies.EmployerService)]
    public async Task<IActionResult> Approve(Guid employerId, [FromServices] ApprovalDesk desk, CancellationToken stop) =>
        await FindAsync(employerId, stop) is { } employer ? Done(employerId, await desk.DecideAsync(employer, approve: true), "Employer.Approved") : NotFound();

    [HttpPost("{employerId:guid}/reject")]
    [Authorize(Policy = Policies.EmployerService)]
    public async Task<IActionResult> Reject(Guid employerId, [FromServices] ApprovalDesk desk, CancellationToken stop) =>
        await FindAsync(employerId, stop) is { } employer ? Done(employerId, await desk.DecideAsync(employer, approve: false), "Employer.Rejected") : NotFound();

    private Task<Employer?> FindAsync(Guid employerId, CancellationToken stop) => db.Employers.Include(e => e.Contacts).SingleOrDefaultAsync(e => e.Id == employerId, stop);

    private async Task<IActionResult> SavedAsync(Guid employerId, string notice) =>
        Done(employerId, await db.SaveOrRefuseAsync() is { } refusal ? refusal : Decision.Accepted, notice);

    private RedirectToActionResult Done(Guid employerId, Decision decision, string notice)
    {
        if (decision.Refusal is { } refusal) Problem(refusal);
        else Notice(texts[notice]);
        return RedirectToAction(nameof(Show), new { employerId });
    }

    private async Task<IActionResult> PageAsync(Guid employerId, LogForm entry, ContactForm person, CancellationToken stop) =>
        await reader.ReadAsync(employerId, entry, person, stop) is { } page ? View("Employer", page) : NotFound();
}
