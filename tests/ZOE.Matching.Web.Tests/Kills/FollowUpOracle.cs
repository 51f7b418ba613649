using ZOE.Matching.Domain.Placements;

namespace ZOE.Matching.Web.Tests.Kills;

/// <summary>The questions of the placements that the kill run makes, counted by hand from the work order: never from the portal's own plan.</summary>
internal static class FollowUpOracle
{
    /// <summary>Days of a short and of a long Praktikum.</summary>
    public const int ShortDays = 10, LongDays = 28;

    public static IReadOnlyList<(FollowUpKind Kind, DateOnly DueOn)> Of(PlacementKind kind, DateOnly start, DateOnly? end) => (kind, end?.DayNumber - start.DayNumber + 1) switch
    {
        // Under two weeks: first and last day.
        (PlacementKind.Internship, ShortDays) => [(FollowUpKind.FirstDay, start), (FollowUpKind.End, start.AddDays(9))],
        // Four weeks: first day, half-time, a week before the end, the last day.
        (PlacementKind.Internship, LongDays) => [(FollowUpKind.FirstDay, start), (FollowUpKind.MidTerm, start.AddDays(14)), (FollowUpKind.BeforeEnd, start.AddDays(20)), (FollowUpKind.End, start.AddDays(27))],
        // Without an end: first day, then after one, three and six months.
        (PlacementKind.Job, null) => [(FollowUpKind.FirstDay, start), (FollowUpKind.AfterOneMonth, start.AddMonths(1)), (FollowUpKind.AfterThreeMonths, start.AddMonths(3)), (FollowUpKind.AfterSixMonths, start.AddMonths(6))],
        var other => throw new InvalidOperationException($"The kill run makes no {other}."),
    };
}
