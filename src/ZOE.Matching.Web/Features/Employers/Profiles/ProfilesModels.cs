using Microsoft.AspNetCore.WebUtilities;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Web.Cards;
using ZOE.Matching.Web.Searching;

namespace ZOE.Matching.Web.Features.Employers.Profiles;

/// <summary>The search as it stands in the address: the words and the filters that cards have, at most one value of each.</summary>
public sealed record ProfileSearch(string Words, IReadOnlyDictionary<string, string> Filters)
{
    /// <summary>Address of the page, and the names of its filters in the order of the form.</summary>
    public const string Path = "/employers/profiles";

    public static IReadOnlyList<string> Names { get; } = ["german", "area", "form", "qualification", "experience"];

    public bool IsEmpty => Words.Length == 0 && Filters.Count == 0;

    public static ProfileSearch Read(IQueryCollection query)
    {
        var words = query["q"].ToString().Trim();
        return new ProfileSearch(
            words.Length > SearchCriteria.MaxWords ? words[..SearchCriteria.MaxWords] : words,
            Names.Select(name => (name, value: query[name].FirstOrDefault() ?? "")).Where(f => f.value.Length > 0).ToDictionary(f => f.name, f => f.value));
    }

    public SearchCriteria Criteria => SearchCriteria.Of(SavedSearchKind.Candidates, Words, null, 0, Filters);

    /// <summary>The query string, for forms that come back to this search.</summary>
    public string State => QueryHelpers.AddQueryString("", Pairs);

    public string Address => Path + State;

    public ProfileSearch Without(string name) => this with { Filters = Filters.Where(f => f.Key != name).ToDictionary() };

    /// <summary>The same search with one typed word taken out, or put as the vocabulary writes it.</summary>
    public ProfileSearch WithWord(string typed, string? written)
    {
        var at = Words.IndexOf(typed, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? this : this with { Words = string.Join(' ', (Words[..at] + written + Words[(at + typed.Length)..]).Split(' ', StringSplitOptions.RemoveEmptyEntries)) };
    }

    private IEnumerable<KeyValuePair<string, string?>> Pairs =>
        Filters.Select(f => KeyValuePair.Create(f.Key, (string?)f.Value)).Prepend(KeyValuePair.Create("q", (string?)Words)).Where(p => p.Value is { Length: > 0 });
}

/// <summary>A select of the form.</summary>
public sealed record ProfileFilter(string Name, string Label, IReadOnlyList<FacetChoice> Choices);

/// <summary>An open vacancy of the employer, to say for which one a card is interesting.</summary>
public sealed record VacancyChoice(Guid Id, string Title);

/// <summary>The search of profiles.</summary>
/// <param name="Found">Null while the employer is not approved.</param>
/// <param name="Asked">The Jobbüro has been asked for this search today.</param>
public sealed record ProfilesPage(
    ProfileSearch Search, IReadOnlyList<ProfileFilter> Filters, CandidatesFound? Found, IReadOnlyList<ChipView> Chips, IReadOnlyList<VacancyChoice> Vacancies, bool Asked);
