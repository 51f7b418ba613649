using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Matches;

/// <summary>A competence or certificate that a course gives, linked to the vocabulary.</summary>
public sealed record GainFacts(ConceptKind Kind, Guid ConceptId);

/// <summary>All that gap closing needs of a course.</summary>
/// <param name="IsOpen">Published and enrolment not over on the day it was read.</param>
/// <param name="LevelFrom">German needed to enter; None = none.</param>
/// <param name="LevelTo">German at the end; None = not a language course.</param>
public sealed record CourseFacts(
    Guid CourseId,
    Guid ProviderId,
    bool IsOpen,
    string? BranchCode,
    DateOnly StartsOn,
    DateOnly EndsOn,
    DateOnly EnrolUntil,
    int HoursPerWeek,
    CourseMode Mode,
    CefrLevel LevelFrom,
    CefrLevel LevelTo,
    string PlaceAgs,
    IReadOnlyList<GainFacts> Gains)
{
    /// <summary>Reads the facts of a course with its gains loaded.</summary>
    public static CourseFacts From(Course course, DateOnly today) => new(
        course.Id,
        course.ProviderId,
        course.IsOpenOn(today),
        course.BranchCode,
        course.StartsOn,
        course.EndsOn,
        course.EnrolUntil,
        course.HoursPerWeek,
        course.Mode,
        course.LevelFrom,
        course.LevelTo,
        course.PlaceAgs,
        [.. course.Gains.Where(g => g.ConceptId is not null).Select(g => new GainFacts(g.Kind, g.ConceptId!.Value)).Distinct()]);

    /// <summary>Can be entered on that day with that German; an unknown level does not bar.</summary>
    public bool CanBeEntered(CefrLevel? german, DateOnly today) =>
        IsOpen && today <= EnrolUntil && (german is null || LevelFrom <= german);
}
