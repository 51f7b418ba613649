using ZOE.Matching.Domain.Providers;

namespace ZOE.Matching.Domain.Matches;

/// <summary>A course that closes a gap.</summary>
/// <param name="InTime">Ends at the latest 28 days after the person is needed.</param>
/// <param name="RunsParallel">Goes on beside the work: not full time, and both together within 48 hours a week.</param>
/// <param name="ClosesOn">Day on which the gap is closed: the end of the course.</param>
/// <param name="Kilometres">From home; null = unknown.</param>
public sealed record GapCourse(
    CourseFacts Course, bool InTime, bool SameBranch, bool RunsParallel, DateOnly ClosesOn, int? Kilometres);

/// <summary>A gap with the courses that close it, the best first; none = no course known today.</summary>
public sealed record ClosableGap(MatchGap Gap, IReadOnlyList<GapCourse> Courses);

/// <summary>Finds the courses that close the gaps of a pair (Lücke → Kurs).</summary>
public static class GapClosing
{
    /// <summary>Most hours of work and course together in a week.</summary>
    public const int MostHoursPerWeek = 48;

    /// <summary>One entry for each gap that a course could close at all (German, certificate, competence, language), in the order of the gaps.</summary>
    public static IReadOnlyList<ClosableGap> Courses(
        IEnumerable<MatchGap> gaps, ClientFacts client, VacancyFacts vacancy, MatchContext context) =>
        [.. gaps.Where(IsClosable).Select(gap => new ClosableGap(gap, [.. Ranked(gap, client, vacancy, context)]))];

    private static bool IsClosable(MatchGap gap) => gap.Kind switch
    {
        GapKind.GermanSpoken or GapKind.GermanWritten or GapKind.Certificate or GapKind.Competence or GapKind.Language => true,
        GapKind.Hours or GapKind.Shifts or GapKind.Start or GapKind.Distance => false,
    };

    private static IEnumerable<GapCourse> Ranked(MatchGap gap, ClientFacts client, VacancyFacts vacancy, MatchContext context)
    {
        var german = gap.Kind is GapKind.GermanSpoken or GapKind.GermanWritten;
        // In time first; German: branch before nearness of the entry level, so that nobody sits through what is known.
        return Closing(gap, client, context)
            .Select(course => Describe(course, client, vacancy, context))
            .OrderByDescending(c => c.InTime)
            .ThenByDescending(c => c.SameBranch)
            .ThenBy(c => german ? gap.Have - (int)c.Course.LevelFrom : 0)
            .ThenBy(c => c.Course.StartsOn)
            .ThenBy(c => c.Kilometres ?? int.MaxValue)
            .ThenBy(c => c.Course.CourseId);
    }

    private static IEnumerable<CourseFacts> Closing(MatchGap gap, ClientFacts client, MatchContext context)
    {
        if (gap.ConceptId is { } conceptId)
            return context.Courses.Giving(conceptId, context.Graph).Where(c => c.CanBeEntered(client.German, context.Today));
        var have = gap.Have is { } level ? (CefrLevel)level : CefrLevel.None;
        return context.Courses.All.Where(c => c.CanBeEntered(have, context.Today) && c.LevelTo >= (CefrLevel)gap.Need);
    }

    private static GapCourse Describe(CourseFacts course, ClientFacts client, VacancyFacts vacancy, MatchContext context)
    {
        var neededOn = vacancy.NeededOn(context.Today);
        return new(
            course,
            course.EndsOn <= neededOn.AddDays(context.Weights.ToleranceDays),
            context.Serves(course.BranchCode, vacancy.BranchCode),
            course.EndsOn >= neededOn && course.Mode != CourseMode.FullTime
                && course.HoursPerWeek + vacancy.HoursPerWeek <= MostHoursPerWeek,
            course.EndsOn,
            context.Distances.Between(client.PlaceAgs, course.PlaceAgs));
    }
}
