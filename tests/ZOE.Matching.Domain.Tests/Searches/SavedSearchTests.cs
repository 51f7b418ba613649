using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Domain.Tests.Searches;

public sealed class SavedSearchTests
{
    private static readonly DateTime Monday = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(PortalRole.Coach, SavedSearchKind.Vacancies, SearchFrequency.AtOnce, 0, null)]
    [InlineData(PortalRole.TeamLead, SavedSearchKind.Courses, SearchFrequency.Daily, 29, null)]
    [InlineData(PortalRole.Coach, SavedSearchKind.Courses, SearchFrequency.Daily, 30, "SavedSearch.TooMany")]
    [InlineData(PortalRole.Coach, SavedSearchKind.Candidates, SearchFrequency.Weekly, 0, "SavedSearch.NotForYou")]
    [InlineData(PortalRole.Employer, SavedSearchKind.Candidates, SearchFrequency.Weekly, 0, null)]
    [InlineData(PortalRole.Employer, SavedSearchKind.Candidates, SearchFrequency.Daily, 0, "SavedSearch.Frequency")]
    [InlineData(PortalRole.Employer, SavedSearchKind.Vacancies, SearchFrequency.Weekly, 0, "SavedSearch.NotForYou")]
    [InlineData(PortalRole.Provider, SavedSearchKind.Courses, SearchFrequency.Weekly, 0, "SavedSearch.NotForYou")]
    [InlineData(PortalRole.Admin, SavedSearchKind.Vacancies, SearchFrequency.Weekly, 0, "SavedSearch.NotForYou")]
    public void Save_RoleKindFrequencyNumber_IsAcceptedOrRefused(PortalRole role, SavedSearchKind kind, SearchFrequency frequency, int already, string? refusal) =>
        SavedSearch.Save(Guid.NewGuid(), role, kind, "x", SearchCriteria.Of(kind, "Lager", null, 0, []), frequency, already, Monday).Refusal.Should().Match<Refusal?>(r => r == null ? refusal == null : r.Code == refusal);

    [Fact]
    public void Save_NothingAskedFor_IsRefused() =>
        SavedSearch.Save(Guid.NewGuid(), PortalRole.Coach, SavedSearchKind.Courses, "x", SearchCriteria.Of(SavedSearchKind.Courses, " ", null, 20, []), SearchFrequency.Daily, 0, Monday)
            .Refusal!.Code.Should().Be("SavedSearch.Empty");

    /// <summary>Six hours into the day in Berlin: 5:00 UTC in winter, 4:00 in summer.</summary>
    [Theory]
    [InlineData(SearchFrequency.AtOnce, "2026-11-23T08:00:00", "2026-11-23T08:01:00")]
    [InlineData(SearchFrequency.Daily, "2026-11-23T08:00:00", "2026-11-24T05:00:00")]
    [InlineData(SearchFrequency.Daily, "2026-11-23T23:30:00", "2026-11-25T05:00:00")]
    [InlineData(SearchFrequency.Daily, "2026-07-01T08:00:00", "2026-07-02T04:00:00")]
    [InlineData(SearchFrequency.Weekly, "2026-11-23T08:00:00", "2026-11-30T05:00:00")]
    [InlineData(SearchFrequency.Weekly, "2026-11-29T22:30:00", "2026-11-30T05:00:00")]
    [InlineData(SearchFrequency.Weekly, "2026-11-29T23:30:00", "2026-12-07T05:00:00")]
    public void NextLook_Frequency_IsTheNextMorning(SearchFrequency frequency, string now, string expected) =>
        SavedSearchRules.NextLook(frequency, Utc(now)).Should().Be(Utc(expected));

    [Fact]
    public void Criteria_UnknownNamesAndFreeText_AreLeftOut()
    {
        var criteria = SearchCriteria.Of(SavedSearchKind.Vacancies, "  Lager \n Halle ", "03241001", 500,
            [new("german", "B1"), new("german", "A2"), new("german", "B1"), new("nationality", "x"), new("kind", "Job'; DROP"), new("area", "City")]);

        criteria.Words.Should().Be("Lager Halle");
        criteria.RadiusKm.Should().Be(100);
        criteria.FilterText.Should().Be("german=A2&german=B1");
        SearchCriteria.Of(SavedSearchKind.Vacancies, "", null, 0, SearchCriteria.ReadFilters(criteria.FilterText)).FilterText.Should().Be("german=A2&german=B1");
    }

    [Fact]
    public void Criteria_Candidates_HaveNoPlaceAndNoRankingField()
    {
        var criteria = SearchCriteria.Of(SavedSearchKind.Candidates, "Lager", "03241001", 20, [new("competence", "abc"), new("place", "03241001"), new("area", "North")]);

        (criteria.PlaceCode, criteria.RadiusKm, criteria.FilterText).Should().Be((null, 0, "area=North"));
    }

    [Fact]
    public void Demand_SmallCounts_AreHidden()
    {
        DemandCount Of(string words, int reports) => new(SavedSearchKind.Courses, words, Area.City, PortalRole.Coach, reports);

        DemandCounts.Shown([Of("selten", 4), Of("oft", 5), Of("am meisten", 9)]).Select(c => c.Words).Should().Equal("am meisten", "oft");
    }

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
