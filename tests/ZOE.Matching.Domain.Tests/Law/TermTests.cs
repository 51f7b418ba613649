using ZOE.Matching.Domain.Law;

namespace ZOE.Matching.Domain.Tests.Law;

public class TermTests
{
    [Theory]
    [InlineData("2027-01-01", 3, "2027-03-31")]
    [InlineData("2027-01-31", 3, "2027-04-30")]
    [InlineData("2027-11-30", 3, "2028-02-29")]
    [InlineData("2026-11-30", 3, "2027-02-28")]
    [InlineData("2026-11-29", 3, "2027-02-28")]
    [InlineData("2026-11-28", 3, "2027-02-27")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2027-03-01", 12, "2028-02-29")]
    [InlineData("2027-07-15", 6, "2028-01-14")]
    public void EndOfMonths_ByHand_IsLastDay(string start, int months, string end) =>
        Term.EndOfMonths(Given.Day(start), months).Should().Be(Given.Day(end));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(24)]
    public void EndOfMonths_EveryStart2024To2040_EqualsDayByDayCount(int months)
    {
        for (var start = new DateOnly(2024, 1, 1); start.Year <= 2040; start = start.AddDays(1))
            Term.EndOfMonths(start, months).Should().Be(WalkMonths(start, months), "of the start {0}", start);
    }

    [Fact]
    public void EndOfWeeks_EveryStart2024To2040_IsStartPlus41And83()
    {
        for (var start = new DateOnly(2024, 1, 1); start.Year <= 2040; start = start.AddDays(1))
        {
            (Term.EndOfWeeks(start, 6).DayNumber - start.DayNumber).Should().Be(41);
            (Term.EndOfWeeks(start, 12).DayNumber - start.DayNumber).Should().Be(83);
        }
    }

    [Theory]
    [InlineData("2027-03-28T00:30:00", "2027-03-28")]
    [InlineData("2027-03-27T22:59:59", "2027-03-27")]
    [InlineData("2027-03-27T23:00:00", "2027-03-28")]
    [InlineData("2027-03-28T21:59:59", "2027-03-28")]
    [InlineData("2027-03-28T22:00:00", "2027-03-29")]
    [InlineData("2027-10-31T22:59:59", "2027-10-31")]
    [InlineData("2027-10-31T23:00:00", "2027-11-01")]
    public void LegalDay_AroundSummerTime_IsDayInBerlin(string utc, string day) =>
        LegalDay.Of(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(Given.Day(day));

    /// <summary>The oracle: walks day by day until tomorrow bears the number of the first day in the month that is so many months on, or that month ends without such a day.</summary>
    private static DateOnly WalkMonths(DateOnly start, int months)
    {
        var turns = 0;
        for (var day = start; ; day = day.AddDays(1))
        {
            var tomorrow = day.AddDays(1);
            if (tomorrow.Day == 1)
            {
                if (turns == months) return day;
                turns++;
            }

            if (turns == months && tomorrow.Day == start.Day) return day;
        }
    }
}
