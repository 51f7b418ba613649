using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Web.Matches;

namespace ZOE.Matching.Web.Searches;

/// <summary>Criteria out of the query string of a search page: q, place (as typed, or its code), radius, and filters by their names. Everything else (page, order) is left out.</summary>
public sealed class CriteriaState(VocabularyCache vocabulary)
{
    /// <summary>Names in the query string.</summary>
    public const string Words = "q", Place = "place", Radius = "radius";

    /// <summary>Longest query string read.</summary>
    public const int Longest = 4000;

    public async Task<SearchCriteria> ReadAsync(SavedSearchKind kind, string? state, CancellationToken stop)
    {
        var query = QueryHelpers.ParseQuery(state is { Length: > Longest } ? state[..Longest] : state);
        var filters = query.SelectMany(p => p.Value.OfType<string>().Select(value => KeyValuePair.Create(p.Key.ToLowerInvariant(), value)));
        _ = int.TryParse(query.GetValueOrDefault(Radius), CultureInfo.InvariantCulture, out var radius);
        return SearchCriteria.Of(kind, query.GetValueOrDefault(Words), await CodeAsync(query.GetValueOrDefault(Place).ToString().Trim(), stop), radius, filters);
    }

    /// <summary>The criteria as a query string again.</summary>
    public static string Write(SearchCriteria criteria)
    {
        var pairs = criteria.Filters.SelectMany(f => f.Values.Select(v => KeyValuePair.Create(f.Name, (string?)v))).ToList();
        if (criteria.Words.Length > 0) pairs.Insert(0, new(Words, criteria.Words));
        if (criteria.PlaceCode is { } code) pairs.AddRange([new(Place, code), new(Radius, criteria.RadiusKm.ToString(CultureInfo.InvariantCulture))]);
        return QueryHelpers.AddQueryString("", pairs);
    }

    // Read as the search page reads it: what was searched there is what is saved.
    private async Task<string?> CodeAsync(string typed, CancellationToken stop) =>
        typed.Length == 0 ? null : (await vocabulary.GetAsync(stop)).Places.Find(typed, 0)?.Code;
}
