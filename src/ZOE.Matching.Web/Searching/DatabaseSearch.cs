using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Search;
using ZOE.Matching.Search.Documents;
using ZOE.Matching.Web.Matches;

namespace ZOE.Matching.Web.Searching;

/// <summary>What the database can answer while the engine does not: plain words, filters and pages, under the same rules of who sees what.</summary>
public sealed class DatabaseSearch(MatchFacts facts, FoundRecords records)
{
    private const int MostWords = 6;

    /// <summary>One page in the asked order, with the exact number.</summary>
    public async Task<(IReadOnlyList<FoundRecord> Rows, int Total)> PageAsync(SearchKind kind, SearchState state, IReadOnlyList<string>? places, Guid? owner, int skip, int take, CancellationToken stop)
    {
        if (kind == SearchKind.Vacancies)
        {
            var vacancies = Vacancies(state, places, owner);
            var sorted = state.Order == SearchOrder.Soonest ? vacancies.OrderBy(v => v.StartOn).ThenBy(v => v.Id) : vacancies.OrderByDescending(v => v.PublishedAtUtc).ThenBy(v => v.Id);
            var ids = await sorted.Select(v => v.Id).Skip(skip).Take(take).ToListAsync(stop);
            var found = await records.VacanciesAsync(facts.OpenVacancies.Where(v => ids.Contains(v.Id)), stop);
            return ([.. ids.Where(found.ContainsKey).Select(id => found[id])], await vacancies.CountAsync(stop));
        }
        else
        {
            var courses = Courses(state, places, owner);
            var ids = await courses.OrderBy(c => c.StartsOn).ThenBy(c => c.Id).Select(c => c.Id).Skip(skip).Take(take).ToListAsync(stop);
            var found = await records.CoursesAsync(facts.OpenCourses.Where(c => ids.Contains(c.Id)), stop);
            return ([.. ids.Where(found.ContainsKey).Select(id => found[id])], await courses.CountAsync(stop));
        }
    }

    private IQueryable<Vacancy> Vacancies(SearchState state, IReadOnlyList<string>? places, Guid? owner)
    {
        var found = facts.OpenVacancies;
        if (owner is { } employer) found = found.Where(v => v.EmployerId == employer);
        if (places is not null) found = found.Where(v => places.Contains(v.PlaceAgs));
        if (Chosen<PlacementKind>(state, VacancyFields.Kind) is { } kinds) found = found.Where(v => kinds.Contains(v.Kind));
        if (Chosen<CefrLevel>(state, VacancyFields.German) is { } levels) found = found.Where(v => levels.Contains(v.GermanSpoken));
        if (Chosen<Shifts>(state, VacancyFields.Shift) is { } shifts)
        {
            var any = shifts.Aggregate(Shifts.None, (all, s) => all | s);
            found = found.Where(v => (v.Shifts & any) != Shifts.None);
        }

        if (state.Filters.TryGetValue(VacancyFields.WorkingTime, out var times))
            found = found.Where(v => (times.Contains(VacancyDocument.FullTime) && v.HoursPerWeek >= VacancyDocument.FullTimeHours) || (times.Contains(VacancyDocument.PartTime) && v.HoursPerWeek < VacancyDocument.FullTimeHours));
        if (state.Filters.TryGetValue(VacancyFields.Contract, out var contracts))
        {
            bool permanent = contracts.Contains("Permanent"), fixedTerm = contracts.Contains("FixedTerm"), agency = contracts.Contains("TemporaryAgency");
            var insured = contracts.Select(c => Enum.TryParse<InsuranceKind>(c, out var kind) && Enum.IsDefined(kind) ? kind : (InsuranceKind?)null).OfType<InsuranceKind>().ToList();
            found = found.Where(v => (permanent && v.FixedTermUntil == null) || (fixedTerm && v.FixedTermUntil != null) || (agency && v.TemporaryAgency) || insured.Contains(v.Insurance));
        }

        foreach (var (like, typed) in Patterns(state.Words))
            found = found.Where(v => EF.Functions.Like(v.Title.ToLower(), like, "\\") || EF.Functions.Like(v.Title, typed, "\\") || EF.Functions.Like((v.Description ?? "").ToLower(), like, "\\") || EF.Functions.Like(v.Reference.ToLower(), like, "\\"));
        return found;
    }

    private IQueryable<Course> Courses(SearchState state, IReadOnlyList<string>? places, Guid? owner)
    {
        var found = facts.OpenCourses;
        if (owner is { } provider) found = found.Where(c => c.ProviderId == provider);
        if (places is not null) found = found.Where(c => places.Contains(c.PlaceAgs));
        if (state.Filters.TryGetValue(CourseFields.Instrument, out var instruments)) found = found.Where(c => instruments.Contains(c.InstrumentCode));
        if (state.Filters.TryGetValue(CourseFields.Branch, out var branches)) found = found.Where(c => c.BranchCode != null && branches.Contains(c.BranchCode));
        if (Chosen<CefrLevel>(state, CourseFields.LevelFrom) is { } from) found = found.Where(c => from.Contains(c.LevelFrom));
        if (Chosen<CefrLevel>(state, CourseFields.LevelTo) is { } to) found = found.Where(c => to.Contains(c.LevelTo));
        if (Chosen<CourseMode>(state, CourseFields.Mode) is { } modes) found = found.Where(c => modes.Contains(c.Mode));
        if (Chosen<AccessRoute>(state, CourseFields.Access) is { } routes) found = found.Where(c => routes.Contains(c.AccessRoute));
        if (state.Filters.TryGetValue(CourseFields.Hours, out var hours))
        {
            bool few = hours.Contains(CourseDocument.FewHours), some = hours.Contains(CourseDocument.SomeHours), many = hours.Contains(CourseDocument.ManyHours);
            found = found.Where(c => (few && c.HoursPerWeek <= 15) || (some && c.HoursPerWeek > 15 && c.HoursPerWeek <= 30) || (many && c.HoursPerWeek > 30));
        }

        foreach (var (like, typed) in Patterns(state.Words))
            found = found.Where(c => EF.Functions.Like(c.Title.ToLower(), like, "\\") || EF.Functions.Like(c.Title, typed, "\\") || EF.Functions.Like((c.Description ?? "").ToLower(), like, "\\") || EF.Functions.Like(c.Reference.ToLower(), like, "\\"));
        return found;
    }

    private static List<T>? Chosen<T>(SearchState state, string field) where T : struct, Enum =>
        state.Filters.TryGetValue(field, out var values) ? [.. values.Select(Enum.Parse<T>)] : null;

    /// <summary>Each word in lower case, and as typed for a database that cannot lower umlauts.</summary>
    private static IEnumerable<(string Lower, string Typed)> Patterns(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords)
        .Select(w => w.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")).Select(w => ($"%{w.ToLowerInvariant()}%", $"%{w}%"));
}
