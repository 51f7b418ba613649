namespace ZOE.Matching.Search;

/// <summary>Keyword and day fields of <see cref="SearchKind.Vacancies"/>.</summary>
public static class VacancyFields
{
    /// <summary>Keyword fields: who offers, what kind, where, on which conditions.</summary>
    public const string Employer = "employer", Kind = "kind", Status = "status", Occupation = "occupation", Competence = "competence",
        Place = "place", German = "german", WorkingTime = "workingtime", Shift = "shift", Licence = "licence", Contract = "contract";

    /// <summary>Day fields: first shown, start of the work, last day shown.</summary>
    public const string PublishedOn = "publishedon", StartsOn = "startson", ExpiresOn = "expireson";

    /// <summary>All keyword fields.</summary>
    public static IReadOnlyList<string> Keywords { get; } =
        [Employer, Kind, Status, Occupation, Competence, Place, German, WorkingTime, Shift, Licence, Contract];

    /// <summary>All day fields.</summary>
    public static IReadOnlyList<string> Days { get; } = [PublishedOn, StartsOn, ExpiresOn];
}

/// <summary>Keyword and day fields of <see cref="SearchKind.Courses"/>.</summary>
public static class CourseFields
{
    /// <summary>Keyword fields: who offers, legal instrument, branch, where and how, levels, what is gained.</summary>
    public const string Provider = "provider", Instrument = "instrument", Branch = "branch", Access = "access", Status = "status", Place = "place",
        Mode = "mode", Hours = "hours", LevelFrom = "levelfrom", LevelTo = "levelto", Competence = "competence", Certificate = "certificate";

    /// <summary>Day fields: start, last day of enrolment, end.</summary>
    public const string StartsOn = "startson", EnrolUntilOn = "enroluntilon", EndsOn = "endson";

    /// <summary>All keyword fields.</summary>
    public static IReadOnlyList<string> Keywords { get; } =
        [Provider, Instrument, Branch, Access, Status, Place, Mode, Hours, LevelFrom, LevelTo, Competence, Certificate];

    /// <summary>All day fields.</summary>
    public static IReadOnlyList<string> Days { get; } = [StartsOn, EnrolUntilOn, EndsOn];
}

/// <summary>Keyword fields of <see cref="SearchKind.Cards"/>: only the tuple whose class size is measured. Competences, working time and month rank and never filter; there is no day.</summary>
public static class CardFields
{
    /// <summary>The searchable tuple.</summary>
    public const string Occupation = "occupation", Qualification = "qualification", Area = "area", German = "german",
        Experience = "experience", Form = "form";

    /// <summary>All keyword fields.</summary>
    public static IReadOnlyList<string> Keywords { get; } = [Occupation, Qualification, Area, German, Experience, Form];
}
