namespace ZOE.Matching.Domain.Law;

/// <summary>Terms (Fristen) that begin with the start of a day, §§ 187 Abs. 2, 188 Abs. 2 and 3 BGB. Legal days only, no hours: summer time plays no part.</summary>
public static class Term
{
    /// <summary>Last day of a term of whole weeks: 6 weeks from day d end with d + 41.</summary>
    public static DateOnly EndOfWeeks(DateOnly start, int weeks) => start.AddDays((weeks * 7) - 1);

    /// <summary>Last day of a term of whole months: the day before the one with the number of the first day; where the month lacks it, the month's last day.</summary>
    public static DateOnly EndOfMonths(DateOnly start, int months)
    {
        var same = start.AddMonths(months);

        // AddMonths has cut the day: the month is too short for it, so its last day is the end (§ 188 Abs. 3).
        return same.Day < start.Day ? same : same.AddDays(-1);
    }
}

/// <summary>Days one after the other, both ends included.</summary>
internal readonly record struct Stretch(DateOnly First, DateOnly Last)
{
    public int Days => Last.DayNumber - First.DayNumber + 1;

    public static int Total(IEnumerable<Stretch> stretches) => stretches.Sum(s => s.Days);

    /// <summary>Joins what overlaps or touches; with weekends, also what only a Saturday and Sunday part.</summary>
    public static List<Stretch> Merge(IEnumerable<Stretch> stretches, bool overWeekends = false)
    {
        var merged = new List<Stretch>();
        foreach (var next in stretches.Where(s => s.First <= s.Last).OrderBy(s => s.First))
        {
            if (merged.Count > 0 && Touches(merged[^1].Last, next.First, overWeekends))
                merged[^1] = merged[^1] with { Last = next.Last > merged[^1].Last ? next.Last : merged[^1].Last };
            else
                merged.Add(next);
        }

        return merged;
    }

    /// <summary>The part of the stretches that lies between two days.</summary>
    public static IEnumerable<Stretch> Between(IEnumerable<Stretch> stretches, DateOnly first, DateOnly last) =>
        stretches.Select(s => new Stretch(s.First > first ? s.First : first, s.Last < last ? s.Last : last)).Where(s => s.First <= s.Last);

    private static bool Touches(DateOnly last, DateOnly first, bool overWeekends)
    {
        if (first.DayNumber <= last.DayNumber + 1) return true;
        if (!overWeekends) return false;
        for (var gap = last.AddDays(1); gap < first; gap = gap.AddDays(1))
        {
            if (gap.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) return false;
        }

        return true;
    }
}
