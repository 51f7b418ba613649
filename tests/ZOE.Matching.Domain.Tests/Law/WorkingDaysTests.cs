using ZOE.Matching.Domain.Law;

namespace ZOE.Matching.Domain.Tests.Law;

public sealed class WorkingDaysTests
{
    // Written by hand from calendars.
    [Theory]
    [InlineData("2026-11-26", 2, "2026-11-30")] // Thursday, over a weekend
    [InlineData("2026-11-28", 2, "2026-12-01")] // Saturday
    [InlineData("2026-12-23", 2, "2026-12-28")] // Heiligabend is a working day, Christmas is not
    [InlineData("2026-12-31", 1, "2027-01-04")] // Neujahr is a Friday
    [InlineData("2026-04-02", 2, "2026-04-08")] // Karfreitag and Ostermontag
    [InlineData("2026-05-13", 1, "2026-05-15")] // Himmelfahrt
    [InlineData("2026-05-22", 1, "2026-05-26")] // Pfingstmontag
    [InlineData("2025-10-30", 1, "2025-11-03")] // Reformationstag is a Friday
    [InlineData("2027-05-04", 3, "2027-05-10")] // Himmelfahrt 2027-05-06
    [InlineData("2026-11-26", 0, "2026-11-26")]
    public void After_WeekendsAndHolidays_AreNotCounted(string from, int days, string due) =>
        WorkingDays.After(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), days).Should().Be(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture));

    // Easter Mondays of the calendar, among them the earliest and the latest of the century and both exceptions of the rule (1981, 2049 and 2076).
    [Theory]
    [InlineData("1981-04-20")]
    [InlineData("2000-04-24")]
    [InlineData("2008-03-24")]
    [InlineData("2024-04-01")]
    [InlineData("2025-04-21")]
    [InlineData("2027-03-29")]
    [InlineData("2038-04-26")]
    [InlineData("2049-04-19")]
    [InlineData("2076-04-20")]
    public void IsHoliday_EasterMonday_IsOneAndTheDayAfterIsNot(string monday)
    {
        var day = DateOnly.Parse(monday, System.Globalization.CultureInfo.InvariantCulture);

        WorkingDays.IsHoliday(day).Should().BeTrue();
        WorkingDays.IsHoliday(day.AddDays(-3)).Should().BeTrue("Karfreitag");
        WorkingDays.IsHoliday(day.AddDays(1)).Should().BeFalse();
    }
}
