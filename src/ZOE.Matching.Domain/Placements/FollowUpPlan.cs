namespace ZOE.Matching.Domain.Placements;

/// <summary>Which questions are due on which days of a placement (Nachbetreuung).</summary>
public static class FollowUpPlan
{
    /// <summary>A Praktikum shorter than this is asked about only on the first day and at the end.</summary>
    public const int ShortDays = 14;

    public const int BeforeEndDays = 7;

    /// <summary>Probebeschäftigung: days before the end when taking over is asked.</summary>
    public const int TakeOverDays = 28;

    /// <summary>Due questions in order of their days; never two on one day, none before the start.</summary>
    public static IReadOnlyList<(FollowUpKind Kind, DateOnly DueOn)> For(PlacementKind kind, DateOnly start, DateOnly? end) =>
        [.. Wanted(kind, start, end)
            .Where(q => q.DueOn >= start && (end is null || q.DueOn <= end))
            .GroupBy(q => q.DueOn)
            .Select(day => day.MinBy(q => Precedence(q.Kind)))
            .OrderBy(q => q.DueOn)];

    /// <summary>Writes the questions of a new placement, or moves them when its dates have changed. What was answered or asked stays as it is; what no longer fits becomes void.</summary>
    public static void Replan(Placement placement)
    {
        var plan = For(placement.Kind, placement.StartOn, placement.EndOn).ToDictionary(q => q.Kind, q => q.DueOn);
        foreach (var row in placement.FollowUps.Where(f => f.State == FollowUpState.Open))
        {
            if (plan.TryGetValue(row.Kind, out var due)) row.DueOn = due;
            else row.Void();
        }

        var there = placement.FollowUps.Where(f => f.State != FollowUpState.Void).Select(f => f.Kind).ToHashSet();
        foreach (var (kind, due) in plan.Where(q => !there.Contains(q.Key)))
            placement.FollowUps.Add(new FollowUp { PlacementId = placement.Id, Kind = kind, DueOn = due });
    }

    private static IEnumerable<(FollowUpKind Kind, DateOnly DueOn)> Wanted(PlacementKind kind, DateOnly start, DateOnly? end)
    {
        yield return (FollowUpKind.FirstDay, start);
        if (kind is PlacementKind.Job or PlacementKind.Apprenticeship || end is null)
        {
            yield return (FollowUpKind.AfterOneMonth, start.AddMonths(1));
            yield return (FollowUpKind.AfterThreeMonths, start.AddMonths(3));
            yield return (FollowUpKind.AfterSixMonths, start.AddMonths(6));
        }

        if (end is not { } last) yield break;
        yield return (FollowUpKind.End, last);
        var days = last.DayNumber - start.DayNumber + 1;
        if (kind == PlacementKind.Internship && days < ShortDays) yield break;
        if (kind is not (PlacementKind.Job or PlacementKind.Apprenticeship)) yield return (FollowUpKind.MidTerm, start.AddDays(days / 2));
        yield return (FollowUpKind.BeforeEnd, last.AddDays(-BeforeEndDays));
        if (kind == PlacementKind.TrialEmployment && last.AddDays(-TakeOverDays) > start) yield return (FollowUpKind.TakeOver, last.AddDays(-TakeOverDays));
    }

    /// <summary>Of two on one day the lower is asked: the end tells the outcome, the first day whether anybody came.</summary>
    private static int Precedence(FollowUpKind kind) => kind switch
    {
        FollowUpKind.End => 0,
        FollowUpKind.FirstDay => 1,
        FollowUpKind.TakeOver => 2,
        FollowUpKind.BeforeEnd => 3,
        FollowUpKind.AfterOneMonth => 4,
        FollowUpKind.AfterThreeMonths => 5,
        FollowUpKind.AfterSixMonths => 6,
        FollowUpKind.MidTerm => 7,
    };
}
