using System.Buffers;

namespace ZOE.Matching.Search;

/// <summary>The closed list of keyword and day fields per kind. A field that is not here is refused in documents and in queries.</summary>
public sealed class SearchSchema
{
    /// <summary>Longest keyword value, in characters; most tokens and keyword values in one document.</summary>
    public const int MaxKeywordLength = 100, MaxTokens = 4000, MaxKeywords = 1000;

    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(char.IsWhiteSpace)]);

    private static readonly SearchSchema Vacancies = new(
        SearchKind.Vacancies, VacancyFields.Keywords, VacancyFields.Keywords, VacancyFields.Days);

    private static readonly SearchSchema Courses = new(
        SearchKind.Courses, CourseFields.Keywords, CourseFields.Keywords, CourseFields.Days);

    private static readonly SearchSchema Cards = new(SearchKind.Cards, CardFields.Keywords, CardFields.Keywords, []);

    private SearchSchema(
        SearchKind kind, IReadOnlyList<string> keywords, IReadOnlyList<string> facets, IReadOnlyList<string> days)
        => (Kind, KeywordFields, FacetFields, DayFields) = (kind, keywords, facets, days);

    /// <summary>The kind described.</summary>
    public SearchKind Kind { get; }

    /// <summary>Fields that may be filtered.</summary>
    public IReadOnlyList<string> KeywordFields { get; }

    /// <summary>Fields that may be counted.</summary>
    public IReadOnlyList<string> FacetFields { get; }

    /// <summary>Fields that hold a legal day.</summary>
    public IReadOnlyList<string> DayFields { get; }

    /// <summary>The schema of a kind; throws <see cref="ArgumentOutOfRangeException"/> for a number that is none.</summary>
    public static SearchSchema Of(SearchKind kind)
    {
        if (!Enum.IsDefined(kind))
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of index.");
        return kind switch
        {
            SearchKind.Vacancies => Vacancies,
            SearchKind.Courses => Courses,
            SearchKind.Cards => Cards,
        };
    }

    internal void Check(SearchDocument document)
    {
        foreach (var token in document.Tokens)
        {
            if (token.Class == TokenClass.Fuzzy || token.Text.Length is 0 or > SearchToken.MaxLength || token.Text.AsSpan().ContainsAny(WhiteSpace))
                throw new ArgumentException($"A {Kind} document has a token that may not be indexed.");
        }
        if (document.Tokens.Count > MaxTokens || document.Keywords.Sum(k => k.Value.Count) > MaxKeywords)
            throw new ArgumentException($"A {Kind} document is too large.");
        foreach (var (field, values) in document.Keywords)
        {
            if (!KeywordFields.Contains(field))
                throw new ArgumentException($"{Kind} documents have no keyword field '{field}'.");
            if (values.Any(v => v.Length is 0 or > MaxKeywordLength))
                throw new ArgumentException($"A value of '{field}' is empty or longer than {MaxKeywordLength} characters.");
        }
        foreach (var field in document.Days.Keys)
        {
            if (!DayFields.Contains(field))
                throw new ArgumentException($"{Kind} documents have no day field '{field}'.");
        }
    }

    internal void Check(SearchQuery query)
    {
        if (query.PageSize is < 0 or > SearchQuery.MaxPageSize)
            throw new ArgumentException($"The page size must be 0 to {SearchQuery.MaxPageSize}.");
        Check(query.Groups);
        if (query.Demand is { } demand)
        {
            Check(demand.Groups);
            if (demand.Groups.Count == 0)
                throw new ArgumentException("A demand without a word.");
        }
        foreach (var filter in query.Filters)
        {
            if (!KeywordFields.Contains(filter.Field))
                throw new ArgumentException($"{Kind} cannot be filtered by '{filter.Field}'.");
        }
        foreach (var facet in query.Facets)
        {
            if (!FacetFields.Contains(facet))
                throw new ArgumentException($"{Kind} cannot be counted by '{facet}'.");
        }
        var day = query.DayFloors.Select(f => f.Field).Append(query.Sort.DayField).FirstOrDefault(f => f is not null && !DayFields.Contains(f));
        if (day is not null)
            throw new ArgumentException($"{Kind} have no day field '{day}'.");
    }

    private static void Check(IReadOnlyList<TokenGroup> groups)
    {
        if (groups.Count > SearchQuery.MaxGroups || groups.Any(g => g.Alternatives.Count is 0 or > SearchQuery.MaxAlternatives))
            throw new ArgumentException("The search has too many words, or a word without alternatives.");
        if (groups.Any(g => g.Alternatives.Any(a => a.Weight is < 1 or > 100 || a.Token.Length is 0 or > SearchToken.MaxLength)))
            throw new ArgumentException("A token of the search is empty, too long or has a weight outside 1 to 100.");
    }
}
