using ZOE.Matching.Domain.Placements;

namespace ZOE.Matching.Domain.Employers;

/// <summary>The conditions of a vacancy as they were entered, maybe incomplete, and whether they can stand together.</summary>
/// <param name="WageCentsPerHour">Gross wage an hour in cents; null = not given.</param>
public sealed record VacancyTerms(
    PlacementKind? Kind, bool IsAdditional, InsuranceKind? Insurance, int? WageCentsPerHour, string? Tariff,
    DateOnly? StartOn, DateOnly? FixedTermUntil, DateOnly? ExpiresOn)
{
    /// <summary>Wages outside are taken for a slip of the pen (a month's wage, or cents for euros).</summary>
    public const int LowestWageCents = 500, HighestWageCents = 15_000;

    /// <summary>Furthest start ahead, in months; furthest start behind ("at once"), in days.</summary>
    public const int StartMonthsAhead = 18, StartDaysBehind = 180;

    /// <summary>Longest time it is shown without being confirmed, in days from today.</summary>
    public const int LongestShownDays = 366;

    /// <summary>Days shown after the start, and days shown when the start lies behind.</summary>
    public const int ShownAfterStartDays = 60, ShownDays = 90;

    /// <summary>Last day shown when the employer names none.</summary>
    public static DateOnly DefaultExpiry(DateOnly startOn, DateOnly today) =>
        startOn >= today ? startOn.AddDays(ShownAfterStartDays) : today.AddDays(ShownDays);

    /// <summary>Everything that speaks against them, each at its field. What is missing is the form's business.</summary>
    public IEnumerable<Refusal> Check(DateOnly today)
    {
        if (Kind == PlacementKind.TrialEmployment && !IsAdditional) yield return At("Vacancy.AdditionalMissing", nameof(IsAdditional));
        if (InsuranceProblem() is { } insurance) yield return At(insurance, nameof(Insurance));
        if (WageCentsPerHour is < LowestWageCents or > HighestWageCents)
            yield return At("Vacancy.WageOutOfRange", "Wage", LowestWageCents / 100, HighestWageCents / 100);
        if (Kind is PlacementKind.Job or PlacementKind.TrialEmployment && WageCentsPerHour is null && string.IsNullOrWhiteSpace(Tariff))
            yield return At("Vacancy.WageMissing", "Wage");
        if (StartOn > today.AddMonths(StartMonthsAhead)) yield return At("Vacancy.StartTooFarAhead", nameof(StartOn), StartMonthsAhead);
        if (StartOn < today.AddDays(-StartDaysBehind)) yield return At("Vacancy.StartTooLongAgo", nameof(StartOn), StartDaysBehind);
        if (FixedTermUntil is { } until && (until < today || until <= StartOn)) yield return At("Vacancy.FixedTermBeforeStart", nameof(FixedTermUntil));
        if (ExpiresOn < today) yield return At("Vacancy.ExpiryInPast", nameof(ExpiresOn));
        if (ExpiresOn > today.AddDays(LongestShownDays) && ExpiresOn > StartOn?.AddDays(ShownAfterStartDays))
            yield return At("Vacancy.ExpiryTooFar", nameof(ExpiresOn));
    }

    private string? InsuranceProblem() => (Kind, Insurance) switch
    {
        (PlacementKind.Internship, InsuranceKind.Insured or InsuranceKind.Minijob) => "Vacancy.InternshipIsNoEmployment",
        (PlacementKind.TrialEmployment, InsuranceKind.Minijob or InsuranceKind.None) => "Vacancy.TrialNeedsInsurance",
        (PlacementKind.Job, InsuranceKind.None) => "Vacancy.JobIsEmployment",
        _ => null,
    };

    private static Refusal At(string code, string field, params object[] args) => new(code, args) { Field = field };
}
