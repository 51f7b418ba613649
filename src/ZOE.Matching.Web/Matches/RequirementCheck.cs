using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Matches;

namespace ZOE.Matching.Web.Matches;

/// <summary>Whether a requirement is met.</summary>
public enum RequirementState
{
    Met,
    Gap,

    /// <summary>Not known; to be asked.</summary>
    Open,
}

/// <summary>One requirement of the vacancy in the employer's own words, and how it stands.</summary>
public sealed record CheckedRequirement(string Typed, RequirementWeight Weight, RequirementState State);

/// <summary>Says for the vacancy's own requirements which are met and which are not: all that a mail to the employer tells of a candidate.</summary>
public static class RequirementCheck
{
    /// <summary>Required ones first, then as they were entered.</summary>
    public static IReadOnlyList<CheckedRequirement> Of(Vacancy vacancy, MatchResult result) =>
        [.. vacancy.Requirements.OrderBy(r => r.Weight).ThenBy(r => r.Typed, StringComparer.Ordinal).Select(r => new CheckedRequirement(r.Typed, r.Weight, State(r.ConceptId, result)))];

    /// <summary>German spoken and written together.</summary>
    public static RequirementState German(MatchResult result) =>
        result.Gaps.Any(g => g.Kind is GapKind.GermanSpoken or GapKind.GermanWritten) ? RequirementState.Gap
        : result.Clarify.Any(c => c.Kind is ClarifyKind.GermanSpoken or ClarifyKind.GermanWritten) ? RequirementState.Open
        : RequirementState.Met;

    private static RequirementState State(Guid? conceptId, MatchResult result) =>
        conceptId is not { } id ? RequirementState.Open
        : result.Gaps.Any(g => g.ConceptId == id) ? RequirementState.Gap
        : result.Clarify.Any(c => c.ConceptId == id) ? RequirementState.Open
        : result.Contributions.Any(c => c.ConceptId == id && c.Points > 0) ? RequirementState.Met : RequirementState.Gap;
}
