using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Domain.Searches;

/// <summary>What a saved search looks among.</summary>
public enum SavedSearchKind
{
    /// <summary>Published vacancies (Stellen).</summary>
    Vacancies,

    /// <summary>Published courses (Maßnahmen).</summary>
    Courses,

    /// <summary>Anonymous candidate cards; counts in bands only.</summary>
    Candidates,
}

/// <summary>How often new hits are told.</summary>
public enum SearchFrequency
{
    /// <summary>Within minutes.</summary>
    AtOnce,

    /// <summary>Each morning, one digest.</summary>
    Daily,

    /// <summary>Each Monday morning, one digest.</summary>
    Weekly,
}

/// <summary>Who may save which search, and how often it may tell.</summary>
public static class SavedSearchRules
{
    /// <summary>Most searches of one account, stopped ones included.</summary>
    public const int MostOfOneOwner = 30;

    /// <summary>Staff look among all vacancies and courses, employers among cards. A Träger sees its own courses only, so nothing in them is news to it.</summary>
    public static IReadOnlyList<SavedSearchKind> KindsOf(PortalRole role) => role switch
    {
        PortalRole.Coach or PortalRole.TeamLead => [SavedSearchKind.Vacancies, SavedSearchKind.Courses],
        PortalRole.Employer => [SavedSearchKind.Candidates],
        PortalRole.Provider or PortalRole.Admin => [],
    };

    /// <summary>Candidates weekly only: the moment of a message must not tell that one person has come.</summary>
    public static IReadOnlyList<SearchFrequency> FrequenciesOf(SavedSearchKind kind) => kind switch
    {
        SavedSearchKind.Vacancies or SavedSearchKind.Courses => [SearchFrequency.AtOnce, SearchFrequency.Daily, SearchFrequency.Weekly],
        SavedSearchKind.Candidates => [SearchFrequency.Weekly],
    };

    /// <summary>The next look after this instant: a minute later, or at six hours into the next legal day or Monday.</summary>
    public static DateTime NextLook(SearchFrequency frequency, DateTime nowUtc)
    {
        var today = LegalDay.Of(nowUtc);
        return frequency switch
        {
            SearchFrequency.AtOnce => nowUtc.AddMinutes(1),
            SearchFrequency.Daily => Morning(today.AddDays(1)),
            SearchFrequency.Weekly => Morning(today.AddDays(7 - ((int)today.DayOfWeek + 6) % 7)),
        };
    }

    private static DateTime Morning(DateOnly day) => LegalDay.StartsAtUtc(day).AddHours(6);
}
