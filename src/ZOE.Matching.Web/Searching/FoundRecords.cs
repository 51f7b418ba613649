using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Search;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Searching;

/// <summary>The gate: what the database shows now of the ids on a page, in one query.</summary>
public sealed class FoundRecords(MatchingDbContext db, MatchFacts facts)
{
    public Task<Dictionary<Guid, FoundRecord>> ReadAsync(SearchKind kind, IReadOnlyCollection<Guid> ids, Guid? onlyOwner, CancellationToken stop) => kind switch
    {
        SearchKind.Vacancies => VacanciesAsync(facts.OpenVacancies.Where(v => ids.Contains(v.Id) && (onlyOwner == null || v.EmployerId == onlyOwner)), stop),
        SearchKind.Courses => CoursesAsync(facts.OpenCourses.Where(c => ids.Contains(c.Id) && (onlyOwner == null || c.ProviderId == onlyOwner)), stop),
        SearchKind.Cards => throw new ArgumentException("Cards have a gate of their own.", nameof(kind)),
    };

    internal async Task<Dictionary<Guid, FoundRecord>> VacanciesAsync(IQueryable<Vacancy> vacancies, CancellationToken stop)
    {
        var rows = await vacancies.AsNoTracking().Select(v => new
        {
            v.Id,
            v.EmployerId,
            v.Title,
            v.Description,
            v.Reference,
            v.StartOn,
            v.Kind,
            v.GermanSpoken,
            v.HoursPerWeek,
            Employer = db.Employers.Where(e => e.Id == v.EmployerId).Select(e => e.Name).First(),
            Place = db.Places.Where(p => p.Ags == v.PlaceAgs).Select(p => p.Name).FirstOrDefault() ?? "",
        }).ToListAsync(stop);
        return rows.ToDictionary(v => v.Id, v => new FoundRecord(
            v.Id, v.EmployerId, v.Title, v.Description, v.Reference, v.Employer, v.Place, v.StartOn, v.Kind, v.GermanSpoken == CefrLevel.None ? null : Label.Of(v.GermanSpoken), $"{v.HoursPerWeek}"));
    }

    internal async Task<Dictionary<Guid, FoundRecord>> CoursesAsync(IQueryable<Course> courses, CancellationToken stop)
    {
        var rows = await courses.AsNoTracking().Select(c => new
        {
            c.Id,
            c.ProviderId,
            c.Title,
            c.Description,
            c.Reference,
            c.StartsOn,
            c.Mode,
            c.LevelFrom,
            c.LevelTo,
            c.HoursPerWeek,
            Provider = db.Providers.Where(p => p.Id == c.ProviderId).Select(p => p.Name).First(),
            Place = db.Places.Where(p => p.Ags == c.PlaceAgs).Select(p => p.Name).FirstOrDefault() ?? "",
        }).ToListAsync(stop);
        return rows.ToDictionary(c => c.Id, c => new FoundRecord(
            c.Id, c.ProviderId, c.Title, c.Description, c.Reference, c.Provider, c.Place, c.StartsOn, c.Mode,
            c.LevelTo == CefrLevel.None ? (c.LevelFrom == CefrLevel.None ? null : Label.Of(c.LevelFrom)) : $"{Label.Of(c.LevelFrom)} → {Label.Of(c.LevelTo)}", $"{c.HoursPerWeek}"));
    }
}
