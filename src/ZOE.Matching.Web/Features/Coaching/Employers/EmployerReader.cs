using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Coaching.Employers;

/// <summary>Reads employers for staff.</summary>
public sealed class EmployerReader(MatchingDbContext db, OwnRecords own, CurrentUser user, TimeProvider clock)
{
    public const int PageSize = 50;
    private const int MostRows = 50;

    public async Task<EmployersView> ListAsync(string? text, ApprovalState? approval, int page, CancellationToken stop)
    {
        var today = clock.Today();
        var employers = own.Employers;
        if (approval is { } state) employers = employers.Where(e => e.Approval == state);
        if (!string.IsNullOrWhiteSpace(text))
        {
            var like = $"%{text.Trim().ToLowerInvariant().Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
            employers = employers.Where(e => EF.Functions.Like(e.Name.ToLower(), like, "\\"));
        }

        var total = await employers.CountAsync(stop);
        var rows = await employers.OrderBy(e => e.Approval == ApprovalState.Waiting ? 0 : 1).ThenBy(e => e.Name).ThenBy(e => e.Id).Skip((page - 1) * PageSize).Take(PageSize).Select(e => new EmployerRow(
            e.Id, e.Name, db.Places.Where(p => p.Ags == e.PlaceAgs).Select(p => p.Name).FirstOrDefault(), e.Approval, e.KeptByStaff,
            db.Users.Where(u => u.Id == e.OwnerId).Select(u => u.DisplayName).FirstOrDefault(),
            db.Vacancies.Count(v => v.EmployerId == e.Id && v.State == VacancyState.Published && v.ExpiresOn >= today),
            e.ContactLog.Max(l => (DateTime?)l.AtUtc))).ToListAsync(stop);
        return new EmployersView(rows, total, page, text, approval);
    }

    public async Task<EmployerView?> ReadAsync(Guid employerId, LogForm entry, ContactForm person, CancellationToken stop)
    {
        var employer = await own.Employers.AsNoTracking().Include(e => e.Contacts).SingleOrDefaultAsync(e => e.Id == employerId, stop);
        if (employer is null) return null;
        var log = await db.ContactLog.Where(l => l.EmployerId == employerId).OrderByDescending(l => l.AtUtc).Take(MostRows).Select(l => new LogRow(
            l.Channel, l.AtUtc, db.Users.Where(u => u.Id == l.ById).Select(u => u.DisplayName).FirstOrDefault() ?? "–",
            db.EmployerContacts.Where(c => c.Id == l.ContactId).Select(c => c.Name).FirstOrDefault(), l.Text)).ToListAsync(stop);
        var vacancies = await db.Vacancies.Where(v => v.EmployerId == employerId).OrderByDescending(v => v.CreatedAtUtc).Take(MostRows)
            .Select(v => new VacancyRow(v.Id, v.Reference, v.Title, v.Kind, v.State, v.ExpiresOn)).ToListAsync(stop);
        return new EmployerView(
            employer,
            await db.Places.Where(p => p.Ags == employer.PlaceAgs).Select(p => p.Name).SingleOrDefaultAsync(stop),
            await db.Branches.Where(b => b.Code == employer.BranchCode).Select(b => b.Name).SingleOrDefaultAsync(stop),
            await db.Users.Where(u => u.Id == employer.OwnerId).Select(u => u.DisplayName).SingleOrDefaultAsync(stop),
            log, vacancies, [.. employer.Contacts.OrderBy(c => c.Name).Select(c => new SelectListItem(c.Name, c.Id.ToString()))],
            user.Has(Duty.EmployerService), entry, person);
    }

    public async Task<EmployerNew> WithChoicesAsync(EmployerForm form, CancellationToken stop) => new(
        form,
        await db.Places.OrderBy(p => p.Name).Select(p => new SelectListItem(p.Name, p.Ags)).ToListAsync(stop),
        await db.Branches.OrderBy(b => b.Name).Select(b => new SelectListItem(b.Name, b.Code)).ToListAsync(stop));
}
