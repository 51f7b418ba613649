using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Referrals;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Coaching.Courses;

/// <summary>Reads open courses for staff, with free seats.</summary>
public sealed class CourseReader(MatchingDbContext db, OwnRecords own, MatchFacts facts, ReferralNotes notes, TimeProvider clock)
{
    public const int PageSize = 50;

    public async Task<OpenCoursesView> ListAsync(CourseFilter filter, CancellationToken stop)
    {
        var courses = facts.OpenCourses.AsNoTracking();
        if (!string.IsNullOrEmpty(filter.Instrument)) courses = courses.Where(c => c.InstrumentCode == filter.Instrument);
        if (!string.IsNullOrEmpty(filter.Branch)) courses = courses.Where(c => c.BranchCode == filter.Branch);
        if (filter.Level is { } level) courses = courses.Where(c => c.LevelFrom <= level);
        if (filter.From is { } from) courses = courses.Where(c => c.StartsOn >= from);
        var total = await courses.CountAsync(stop);
        var rows = await courses.OrderBy(c => c.StartsOn).ThenBy(c => c.Id).Skip((filter.Page - 1) * PageSize).Take(PageSize).Select(c => new OpenCourseRow(
            c.Id, c.Title, db.Providers.Where(p => p.Id == c.ProviderId).Select(p => p.Name).First(), db.Instruments.Where(i => i.Code == c.InstrumentCode).Select(i => i.ShortName).First(),
            c.StartsOn, c.EndsOn, c.EnrolUntil, c.Mode, c.LevelFrom, c.LevelTo, db.Places.Where(p => p.Ags == c.PlaceAgs).Select(p => p.Name).First(),
            c.Seats - db.Referrals.Count(r => r.CourseId == c.Id && (r.State == ReferralState.Sent || r.State == ReferralState.Accepted || r.State == ReferralState.Attending)))).ToListAsync(stop);
        return new OpenCoursesView(filter, rows, total,
            await db.Instruments.Where(i => i.Bookable).OrderBy(i => i.ShortName).Select(i => new SelectListItem(i.ShortName, i.Code)).ToListAsync(stop),
            await db.Branches.OrderBy(b => b.Name).Select(b => new SelectListItem(b.Name, b.Code)).ToListAsync(stop));
    }

    /// <summary>A published course; with a client that is one's own, also the referral. The caller audits the client.</summary>
    public async Task<CourseDetail?> ReadAsync(Guid courseId, Guid? clientId, ReferForm form, CancellationToken stop)
    {
        var course = await own.Courses.AsNoTracking().Include(c => c.Gains).SingleOrDefaultAsync(c => c.Id == courseId && c.State != CourseState.Draft, stop);
        if (course is null) return null;
        var provider = await db.Providers.AsNoTracking().SingleAsync(p => p.Id == course.ProviderId, stop);
        var taken = await db.Referrals.CountAsync(r => r.CourseId == courseId && (r.State == ReferralState.Sent || r.State == ReferralState.Accepted || r.State == ReferralState.Attending), stop);
        var client = await own.Clients.Where(c => c.Id == clientId).Select(c => new CourseClient(c.Id, c.Pseudonym, c.Person!.FirstName + " " + c.Person.LastName, c.VerbisNumber)).SingleOrDefaultAsync(stop);
        var referral = client is null ? null : await db.Referrals.AsNoTracking().Where(r => r.CourseId == courseId && r.ClientId == client.Id).OrderByDescending(r => r.ReferredAtUtc).FirstOrDefaultAsync(stop);
        return new CourseDetail(
            course, provider.Name, string.Join(", ", new[] { provider.ContactName, provider.Phone, provider.Email }.Where(t => !string.IsNullOrEmpty(t))),
            await db.Instruments.Where(i => i.Code == course.InstrumentCode).Select(i => i.Name).SingleOrDefaultAsync(stop) ?? course.InstrumentCode,
            await db.Branches.Where(b => b.Code == course.BranchCode).Select(b => b.Name).SingleOrDefaultAsync(stop),
            await db.Places.Where(p => p.Ags == course.PlaceAgs).Select(p => p.Name).SingleAsync(stop),
            Math.Max(0, course.Seats - taken), course.IsOpenOn(clock.Today()) && provider.IsApproved, client, referral?.State,
            client is null ? [] : await notes.OfAsync(db.Referrals.Where(r => r.CourseId == courseId && r.ClientId == client.Id), stop), form);
    }
}
