using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Search;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Cards;

namespace ZOE.Matching.Web.Searches;

/// <summary>A hit that may be shown: the database has confirmed it.</summary>
/// <param name="OrganisationId">Employer or Träger.</param>
public sealed record SeenHit(Guid Id, string Title, string Reference, Guid OrganisationId);

/// <summary>Asks the index for the hits of saved criteria and lets through only what the database confirms now.</summary>
public sealed class SearchLook(ISearchIndex index, VocabularyCache vocabulary, MatchFacts facts, CandidateSearch candidates)
{
    /// <summary>Most hits of one look.</summary>
    public const int MostHits = 500;

    /// <summary>Hits published since the instant, open now, in the order of the index. Vacancies and courses only.</summary>
    /// <exception cref="ArgumentException">Candidates are never listed.</exception>
    public async Task<IReadOnlyList<SeenHit>> HitsAsync(SavedSearchKind kind, SearchCriteria criteria, DateTime? publishedFromUtc, int most, CancellationToken stop)
    {
        var query = await QueryAsync(criteria, stop);
        if (kind == SavedSearchKind.Vacancies && publishedFromUtc is { } from)
            query = query with { DayFloors = [new DayFloor(VacancyFields.PublishedOn, LegalDay.Of(from))] };
        var ids = await IdsAsync(KindOf(kind), query, stop);
        var seen = kind switch
        {
            SavedSearchKind.Vacancies => await facts.OpenVacancies.Where(v => ids.Contains(v.Id) && (publishedFromUtc == null || v.PublishedAtUtc >= publishedFromUtc))
                .Select(v => new SeenHit(v.Id, v.Title, v.Reference, v.EmployerId)).ToDictionaryAsync(h => h.Id, stop),
            SavedSearchKind.Courses => await facts.OpenCourses.Where(c => ids.Contains(c.Id) && (publishedFromUtc == null || c.PublishedAtUtc >= publishedFromUtc))
                .Select(c => new SeenHit(c.Id, c.Title, c.Reference, c.ProviderId)).ToDictionaryAsync(h => h.Id, stop),
            SavedSearchKind.Candidates => throw new ArgumentException("Candidates are counted, not listed.", nameof(kind)),
        };
        return [.. ids.Where(seen.ContainsKey).Select(id => seen[id]).Take(most)];
    }

    /// <summary>How many cards fit whose consent holds now, as an employer may know it.</summary>
    public Task<CountBand> CandidatesAsync(SearchCriteria criteria, CancellationToken stop) => candidates.CountAsync(criteria, stop);

    private static SearchKind KindOf(SavedSearchKind kind) => kind switch
    {
        SavedSearchKind.Vacancies => SearchKind.Vacancies,
        SavedSearchKind.Courses => SearchKind.Courses,
        SavedSearchKind.Candidates => SearchKind.Cards,
    };

    private async Task<List<Guid>> IdsAsync(SearchKind kind, SearchQuery query, CancellationToken stop)
    {
        var ids = new List<Guid>();
        do
        {
            var page = await index.SearchAsync(kind, query with { PageSize = SearchQuery.MaxPageSize }, stop);
            ids.AddRange(page.Hits.Select(h => h.Id));
            query = query with { Cursor = page.NextCursor };
        }
        while (query.Cursor is not null && ids.Count < MostHits);
        return ids;
    }

    private async Task<SearchQuery> QueryAsync(SearchCriteria criteria, CancellationToken stop)
    {
        var loaded = await vocabulary.GetAsync(stop);
        var query = loaded.Text.ForQuery(criteria.Words).ToQuery();
        var filters = criteria.Filters.Select(f => new KeywordFilter(f.Name, [.. f.Values])).ToList();
        // VacancyFields.Place and CourseFields.Place are one name.
        if (criteria.PlaceCode is { } code) filters.Add(new KeywordFilter(VacancyFields.Place, [.. loaded.Places.Find(code, criteria.RadiusKm)!.Ags]));
        return query with { Filters = filters };
    }
}
