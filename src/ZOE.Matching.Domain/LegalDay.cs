namespace ZOE.Matching.Domain;

/// <summary>The legal day (Kalendertag) in Europe/Berlin of an instant; deadlines are computed in such days, never in hours.</summary>
public static class LegalDay
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The day in Berlin of an instant in UTC.</summary>
    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(InBerlin(utc));

    /// <summary>Wall clock in Berlin of an instant in UTC, for display.</summary>
    public static DateTime InBerlin(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Berlin);

    /// <summary>The instant at which a legal day begins, in UTC.</summary>
    public static DateTime StartsAtUtc(DateOnly day) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified), Berlin);

    /// <summary>Today in Berlin by the given clock.</summary>
    public static DateOnly Today(this TimeProvider clock) => Of(clock.NowUtc());

    /// <summary>Now in UTC by the given clock.</summary>
    public static DateTime NowUtc(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;
}
