namespace ZOE.Matching.Domain.Searches;

/// <summary>What is searched for, as the closed set of things that a search page takes: words, filters by name, a place with a radius.</summary>
/// <param name="Words">Typed words; empty for none.</param>
/// <param name="PlaceCode">Place in the middle: a municipality (AGS, eight digits), a postcode (five digits) or a district ("K" and five digits); null for everywhere.</param>
/// <param name="RadiusKm">0 (only this municipality) to 100.</param>
/// <param name="Filters">Values by filter name; only names of <see cref="FilterNames"/>.</param>
public sealed record SearchCriteria(string Words, string? PlaceCode, int RadiusKm, IReadOnlyList<SearchFilter> Filters)
{
    /// <summary>Longest words, most values of one filter, longest value, widest radius.</summary>
    public const int MaxWords = 200, MaxValues = 20, MaxValue = 60, MaxRadiusKm = 100;

    private static readonly string[] Vacancies = ["employer", "kind", "occupation", "competence", "german", "workingtime", "shift", "licence", "contract"];
    private static readonly string[] Courses = ["provider", "instrument", "branch", "access", "mode", "hours", "levelfrom", "levelto", "competence", "certificate"];
    private static readonly string[] Cards = ["occupation", "qualification", "area", "german", "experience", "form"];

    /// <summary>Neither words nor filters nor a place: such a search would tell of everything.</summary>
    public bool IsEmpty => Words.Length == 0 && PlaceCode is null && Filters.Count == 0;

    /// <summary>Filters of the kind, by the names of the search fields. For candidates only the tuple whose class size is measured.</summary>
    public static IReadOnlyList<string> FilterNames(SavedSearchKind kind) => kind switch
    {
        SavedSearchKind.Vacancies => Vacancies,
        SavedSearchKind.Courses => Courses,
        SavedSearchKind.Candidates => Cards,
    };

    /// <summary>The criteria of a kind; names, values and radii that it does not know are left out. Candidates have no place and no radius.</summary>
    public static SearchCriteria Of(SavedSearchKind kind, string? words, string? placeCode, int radiusKm, IEnumerable<KeyValuePair<string, string>> filters)
    {
        var names = FilterNames(kind);
        var known = filters.Where(f => names.Contains(f.Key) && IsValue(f.Value)).Distinct()
            .GroupBy(f => f.Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new SearchFilter(g.Key, [.. g.Select(f => f.Value).Order(StringComparer.Ordinal).Take(MaxValues)]));
        var typed = string.Join(' ', (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var place = kind == SavedSearchKind.Candidates ? null : placeCode;
        return new SearchCriteria(typed.Length > MaxWords ? typed[..MaxWords] : typed, place, place is null ? 0 : Math.Clamp(radiusKm, 0, MaxRadiusKm), [.. known]);
    }

    /// <summary>The filters as one text: name=value, joined by "&amp;".</summary>
    public string FilterText => string.Join('&', Filters.SelectMany(f => f.Values.Select(v => $"{f.Name}={v}")));

    /// <summary>Reads <see cref="FilterText"/>.</summary>
    public static IEnumerable<KeyValuePair<string, string>> ReadFilters(string text) =>
        text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Where(p => p.Length == 2).Select(p => KeyValuePair.Create(p[0], p[1]));

    /// <summary>Codes, ids and words of enums only: no free text can hide in a filter.</summary>
    private static bool IsValue(string value) => value.Length is > 0 and <= MaxValue && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}

/// <summary>One of the values must be there.</summary>
public sealed record SearchFilter(string Name, IReadOnlyList<string> Values);
