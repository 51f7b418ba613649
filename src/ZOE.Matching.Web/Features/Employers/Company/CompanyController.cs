using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Employers.Company;

/// <summary>The employer's own data and contacts.</summary>
[Area("Employers")]
[Route("employers/company")]
[Authorize(Policy = Policies.Employer)]
public sealed class CompanyController(MatchingDbContext db, OwnRecords own, IStringLocalizer<Employing> texts) : PortalController
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(CancellationToken stop) =>
        await own.Employers.AsNoTracking().Include(e => e.Contacts).SingleOrDefaultAsync(stop) is { } employer ? await FormAsync(CompanyForm.Of(employer), stop) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Save(CompanyForm form, CancellationToken stop)
    {
        if (await own.Employers.Include(e => e.Contacts).SingleOrDefaultAsync(stop) is not { } employer) return NotFound();
        await CheckAsync(form, employer, stop);
        if (!ModelState.IsValid) return await FormAsync(form, stop);
        db.Expect(employer, form.Version);
        Write(form, employer);
        if (!await SavedAsync(() => db.SaveChangesAsync(stop)))
        {
            db.ChangeTracker.Clear();
            form.Version = await own.Employers.Select(e => e.Version).SingleAsync(stop);
            return await FormAsync(form, stop);
        }

        Notice(texts["Company.Saved"]);
        return RedirectToAction(nameof(Edit));
    }

    private async Task CheckAsync(CompanyForm form, Employer employer, CancellationToken stop)
    {
        if (!string.IsNullOrEmpty(form.PlaceAgs) && !await db.Places.AnyAsync(p => p.Ags == form.PlaceAgs, stop))
            ModelState.AddModelError(nameof(form.PlaceAgs), texts["Company.ChoiceUnknown"]);
        if (!string.IsNullOrEmpty(form.BranchCode) && !await db.Branches.AnyAsync(b => b.Code == form.BranchCode, stop))
            ModelState.AddModelError(nameof(form.BranchCode), texts["Company.ChoiceUnknown"]);
        if (form.Contacts.Count > CompanyForm.MostContacts) ModelState.AddModelError("", texts["Company.TooManyContacts", CompanyForm.MostContacts]);
        for (var i = 0; i < form.Contacts.Count; i++)
        {
            var row = form.Contacts[i];
            if (row.Id is { } id && employer.Contacts.All(c => c.Id != id)) ModelState.AddModelError("", texts["Company.ContactUnknown"]);
            else if (string.IsNullOrWhiteSpace(row.Name) && (row.Id is not null || !row.IsEmpty)) ModelState.AddModelError($"{nameof(form.Contacts)}[{i}].{nameof(row.Name)}", texts["Company.ContactName"]);
        }
    }

    private static void Write(CompanyForm form, Employer employer)
    {
        employer.Name = form.Name.Trim();
        employer.BranchCode = Text(form.BranchCode);
        employer.Street = form.Street.Trim();
        employer.Postcode = form.Postcode;
        employer.PlaceAgs = form.PlaceAgs;
        employer.Website = Text(form.Website);
        foreach (var row in form.Contacts.Where(r => !string.IsNullOrWhiteSpace(r.Name)))
        {
            var contact = employer.Contacts.SingleOrDefault(c => c.Id == row.Id);
            if (contact is null) employer.Contacts.Add(contact = new EmployerContact { EmployerId = employer.Id, Name = "" });
            contact.Name = row.Name!.Trim();
            contact.Function = Text(row.Function);
            contact.Email = Text(row.Email);
            contact.Phone = Text(row.Phone);
        }
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private async Task<IActionResult> FormAsync(CompanyForm form, CancellationToken stop)
    {
        form.Places = await db.Places.OrderBy(p => p.Name).Select(p => new SelectListItem(p.Name, p.Ags)).ToListAsync(stop);
        form.Branches = await db.Branches.OrderBy(b => b.Name).Select(b => new SelectListItem(b.Name, b.Code)).ToListAsync(stop);
        return View("Edit", form);
    }
}
