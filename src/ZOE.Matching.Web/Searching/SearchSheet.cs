using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Search;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Searching;

/// <summary>A filter with counts.</summary>
/// <param name="Field">Field of the search and name in the address.</param>
/// <param name="Members">The enum of its values; null where the values are words or codes.</param>
public sealed record SheetFilter(string Field, Type? Members = null)
{
    /// <summary>Whether a value from an address can be one of this filter.</summary>
    public bool Allows(string value) => Members is null
        ? value.Length is > 0 and <= 60 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        : Enum.GetNames(Members).Contains(value);

    /// <summary>The label of a value of an enum; null for others.</summary>
    public string? LabelOf(string value) => Members is not null && Enum.TryParse(Members, value, out var member) ? Label.Of((Enum)member!) : null;
}

/// <summary>What can be filtered and sorted of one kind of record.</summary>
public sealed record SearchSheet(SearchKind Kind, IReadOnlyList<SheetFilter> Filters, string PlaceField, string OwnerField, string OpenUntilField, string StartField, string? NewestField)
{
    public bool HasNewest => NewestField is not null;

    public static SearchSheet Vacancies { get; } = new(
        SearchKind.Vacancies,
        [
            new(VacancyFields.Kind, typeof(PlacementKind)), new(VacancyFields.German, typeof(CefrLevel)), new(VacancyFields.WorkingTime),
            new(VacancyFields.Shift, typeof(Shifts)), new(VacancyFields.Contract),
        ],
        VacancyFields.Place, VacancyFields.Employer, VacancyFields.ExpiresOn, VacancyFields.StartsOn, VacancyFields.PublishedOn);

    public static SearchSheet Courses { get; } = new(
        SearchKind.Courses,
        [
            new(CourseFields.Instrument), new(CourseFields.Branch), new(CourseFields.LevelFrom, typeof(CefrLevel)), new(CourseFields.LevelTo, typeof(CefrLevel)),
            new(CourseFields.Mode, typeof(CourseMode)), new(CourseFields.Hours), new(CourseFields.Access, typeof(AccessRoute)),
        ],
        CourseFields.Place, CourseFields.Provider, CourseFields.EnrolUntilOn, CourseFields.StartsOn, null);

    /// <summary>The order for the engine.</summary>
    public SearchSort SortOf(SearchOrder order) => order switch
    {
        SearchOrder.Best => SearchSort.ByScore,
        SearchOrder.Newest => NewestField is { } day ? SearchSort.Newest(day) : SearchSort.ByScore,
        SearchOrder.Soonest => SearchSort.Soonest(StartField),
    };
}
