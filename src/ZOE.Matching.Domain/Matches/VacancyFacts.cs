using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Matches;

/// <summary>One requirement of a vacancy.</summary>
/// <param name="ConceptId">null when the typed words are not linked to the vocabulary: then it can only be clarified.</param>
public sealed record RequirementFacts(
    ConceptKind Kind, Guid? ConceptId, string Typed, SkillLevel MinLevel, RequirementWeight Weight, bool DemandedByLaw);

/// <summary>All that matching needs of a vacancy.</summary>
/// <param name="Shifts">None = no special working times.</param>
/// <param name="Requirements">In a fixed order: required first, then by concept.</param>
public sealed record VacancyFacts(
    Guid VacancyId,
    Guid EmployerId,
    Guid? OccupationId,
    string? BranchCode,
    PlacementKind Kind,
    CefrLevel GermanSpoken,
    CefrLevel GermanWritten,
    bool OneLevelLowerIsFine,
    int HoursPerWeek,
    Shifts Shifts,
    string PlaceAgs,
    DateOnly StartOn,
    IReadOnlyList<RequirementFacts> Requirements)
{
    /// <summary>Reads the facts of a vacancy with its requirements loaded.</summary>
    public static VacancyFacts From(Vacancy vacancy) => new(
        vacancy.Id,
        vacancy.EmployerId,
        vacancy.OccupationId,
        vacancy.BranchCode,
        vacancy.Kind,
        vacancy.GermanSpoken,
        vacancy.GermanWritten,
        vacancy.OneLevelLowerIsFine,
        vacancy.HoursPerWeek,
        vacancy.Shifts,
        vacancy.PlaceAgs,
        vacancy.StartOn,
        [
            .. vacancy.Requirements
                .OrderBy(r => r.Weight).ThenBy(r => r.ConceptId is null).ThenBy(r => r.ConceptId).ThenBy(r => r.Typed, StringComparer.Ordinal)
                .Select(r => new RequirementFacts(r.Kind, r.ConceptId, r.Typed, r.MinLevel, r.Weight, r.DemandedByLaw)),
        ]);

    /// <summary>The day from which the person is needed: the start, or today when that has passed.</summary>
    public DateOnly NeededOn(DateOnly today) => StartOn > today ? StartOn : today;
}
