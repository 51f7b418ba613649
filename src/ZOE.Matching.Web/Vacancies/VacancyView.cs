using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Search.German;

namespace ZOE.Matching.Web.Vacancies;

/// <summary>A requirement as shown, with what the vocabulary made of it.</summary>
public sealed record RequirementView(VacancyRequirement Requirement, string? Label, IReadOnlyList<LinkSuggestion> Suggestions);

/// <summary>A vacancy as others see it.</summary>
/// <param name="Occupation">Label of the linked occupation; null when the title is not linked.</param>
public sealed record VacancyView(
    Vacancy Vacancy, string EmployerName, string PlaceName, string? BranchName, string? Occupation,
    IReadOnlyList<LinkSuggestion> TitleSuggestions, IReadOnlyList<RequirementView> Requirements, DateOnly Today)
{
    /// <summary>Words that nobody can match yet, with guesses.</summary>
    public IEnumerable<(string Typed, IReadOnlyList<LinkSuggestion> Suggestions)> Unlinked =>
        (Occupation is null ? [(Vacancy.Title, TitleSuggestions)] : Array.Empty<(string, IReadOnlyList<LinkSuggestion>)>())
            .Concat(Requirements.Where(r => r.Label is null).Select(r => (r.Requirement.Typed, r.Suggestions)));
}
