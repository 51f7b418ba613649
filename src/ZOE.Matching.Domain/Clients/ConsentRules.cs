namespace ZOE.Matching.Domain.Clients;

/// <summary>Which consent holds, how long by default, and when to ask again.</summary>
public static class ConsentRules
{
    /// <summary>Days before the end on which the coach is reminded.</summary>
    public static IReadOnlyList<int> RemindDaysBefore { get; } = [30, 7];

    /// <summary>The consent to be searchable on that day: of those that hold, the latest given; null = not searchable.</summary>
    public static Consent? ActiveSearch(IEnumerable<Consent> consents, DateOnly day) => Latest(consents.Where(c => c.Scope == ConsentScope.Search), day);

    /// <summary>The client's yes to this vacancy on that day.</summary>
    public static Consent? ActiveForVacancy(IEnumerable<Consent> consents, Guid vacancyId, Guid employerId, DateOnly day) =>
        Latest(consents.Where(c => c.Covers(vacancyId, employerId)), day);

    /// <summary>The client's yes to this employer (candidate-led) on that day.</summary>
    public static Consent? ActiveForEmployer(IEnumerable<Consent> consents, Guid employerId, DateOnly day) =>
        Latest(consents.Where(c => c.CoversEmployer(employerId)), day);

    /// <summary>Last day of validity when nothing else is said.</summary>
    public static DateOnly DefaultValidUntil(DateOnly givenOn) => givenOn.AddMonths(Consent.DefaultMonths);

    /// <summary>Days on which the coach is reminded; those before the consent was given fall away.</summary>
    public static IReadOnlyList<DateOnly> ReminderDays(Consent consent) =>
        [.. RemindDaysBefore.Select(days => consent.ValidUntil.AddDays(-days)).Where(day => day > consent.GivenOn)];

    /// <summary>The latest reminder day that has come, while the consent still holds; null = nothing to remind. A job that missed days reminds once.</summary>
    public static DateOnly? ReminderDue(Consent consent, DateOnly today)
    {
        if (!consent.HoldsOn(today)) return null;
        var come = ReminderDays(consent).Where(day => day <= today).ToList();
        return come.Count == 0 ? null : come.Max();
    }

    private static Consent? Latest(IEnumerable<Consent> consents, DateOnly day) =>
        consents.Where(c => c.HoldsOn(day))
            .OrderByDescending(c => c.GivenOn)
            .ThenByDescending(c => c.RecordedAtUtc)
            .ThenByDescending(c => c.ValidUntil)
            .ThenBy(c => c.Id)
            .FirstOrDefault();
}
