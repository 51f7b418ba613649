namespace ZOE.Matching.Domain.Law;

/// <summary>Working days (Werktage as an office counts them): Monday to Friday without the holidays of Niedersachsen (§ 2 NFeiertagsG, date checked 2026-11-28).</summary>
public static class WorkingDays
{
    /// <summary>The day so many working days later; the first one counts from the day after.</summary>
    /// <param name="days">0 or more.</param>
    public static DateOnly After(DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) days--;
        }

        return day;
    }

    public static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>Neujahr, Tag der Arbeit, Tag der Deutschen Einheit, Reformationstag, Weihnachten; Karfreitag, Ostermontag, Himmelfahrt, Pfingstmontag.</summary>
    public static bool IsHoliday(DateOnly day) =>
        (day.Month, day.Day) is (1, 1) or (5, 1) or (10, 3) or (10, 31) or (12, 25) or (12, 26)
        || (day.DayNumber - EasterSunday(day.Year).DayNumber) is -2 or 1 or 39 or 50;

    /// <summary>Easter Sunday of the Gregorian calendar, by the rule of Gauss with its two exceptions.</summary>
    private static DateOnly EasterSunday(int year)
    {
        var century = year / 100;
        var moon = (15 + (3 * century + 3) / 4 - (8 * century + 13) / 25) % 30;
        var sun = (2 - (3 * century + 3) / 4) % 7;
        var golden = year % 19;
        var full = (19 * golden + moon) % 30;
        var mended = (full + golden / 11) / 29;
        var border = 21 + full - mended;
        var firstSunday = 7 - (((year + year / 4 + sun) % 7) + 7) % 7;
        var way = 7 - (((border - firstSunday) % 7) + 7) % 7;
        return new DateOnly(year, 3, 1).AddDays(border + way - 1);
    }
}
