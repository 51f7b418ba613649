namespace ZOE.Matching.Search.Tests;

public abstract partial class SearchIndexContract
{
    private static readonly DateOnly March = new(2026, 3, 1);

    [Fact]
    public async Task Score_IsExactSumOfBestAlternatives()
    {
        await Apply(
            IndexChange.Put(Sample.Vacancy(1, 1, [Sample.Title("schweisser"), Sample.TitlePart("schweiss"), Sample.Text("schweisser"), Sample.Competence("mag")])),
            IndexChange.Put(Sample.Vacancy(2, 1, [Sample.TitlePart("schweisser")])));
        var page = await Index.SearchAsync(Vacancies, new SearchQuery
        {
            Groups = [Sample.Group("schweisser", ("schweiss", TokenClass.Part, 40), ("c:1", TokenClass.Exact, 100)), Sample.Group("mag", ("mig", TokenClass.Fuzzy, 60))],
        });
        page.Hits.Select(h => (h.Id, h.Score)).Should().Equal((Sample.Id(1), 100 * 16 + 100 * 8), (Sample.Id(2), 100 * 12));
        page.Hits[0].Contributions.Should().Equal(
            new Contribution("schweisser", "schweisser", SearchField.Title, TokenClass.Exact, TokenClass.Exact, 1600),
            new Contribution("mag", "mag", SearchField.Competence, TokenClass.Exact, TokenClass.Exact, 800));
        page.Hits[1].Contributions.Should().Equal(
            new Contribution("schweisser", "schweisser", SearchField.Title, TokenClass.Part, TokenClass.Exact, 1200));
    }

    [Theory]
    [InlineData("asp.net")]
    [InlineData("...")]
    [InlineData("c++")]
    [InlineData("c#")]
    [InlineData("=kauf|frau")]
    [InlineData("\"\\{}")]
    [InlineData("schweißer")]
    public async Task Token_OfAnyCharacters_IsFoundAndNamed(string token)
    {
        await Apply(IndexChange.Put(Sample.Vacancy(1, 1, [Sample.Competence(token)])), Sample.Put(2, 1, token.Replace('.', 'x')));

        var page = await Index.SearchAsync(Vacancies, new SearchQuery { Groups = [Sample.Group(token)], Demand = new Demand([Sample.Group(token)], 1) });

        page.Hits.Select(h => h.Id).Should().Contain(Sample.Id(1));
        page.Hits.Single(h => h.Id == Sample.Id(1)).Contributions.Should().Equal(new Contribution(token, token, SearchField.Competence, TokenClass.Exact, TokenClass.Exact, 800));
    }

    [Fact]
    public async Task MinimumPoints_HitsBelow_AreNeitherShownNorCounted()
    {
        await Apply(
            IndexChange.Put(Sample.Vacancy(1, 1, [Sample.Title("koch")], [(VacancyFields.Kind, "Job")])),
            IndexChange.Put(Sample.Vacancy(2, 1, [Sample.TitlePart("koch")], [(VacancyFields.Kind, "Job")])),
            IndexChange.Put(Sample.Vacancy(3, 1, [Sample.Text("koch")], [(VacancyFields.Kind, "Internship")])));
        var query = Sample.Words("koch") with { MinimumPoints = 1200, Facets = [VacancyFields.Kind] };

        var page = await Index.SearchAsync(Vacancies, query);
        var above = await Index.SearchAsync(Vacancies, query with { MinimumPoints = 1201 });

        page.Hits.Select(h => h.Id).Should().Equal(Sample.Id(1), Sample.Id(2));
        page.Total.Should().Be(2);
        page.Facets[VacancyFields.Kind].Should().Equal(new FacetValue("Job", 2));
        above.Hits.Select(h => h.Id).Should().Equal(Sample.Id(1));
    }

    [Fact]
    public async Task Demand_AloneDecidesWhatIsFound_GroupsOnlyRank()
    {
        await Apply(Sample.Put(1, 1, "koch", "kantine"), Sample.Put(2, 1, "koch", "hotel"), Sample.Put(3, 1, "kantine"), Sample.Put(4, 1, "koch"));
        var query = Sample.Words("kantine") with { Demand = new Demand(Sample.Words("koch").Groups, 1) };

        var found = await Index.SearchAsync(Vacancies, query);
        var none = await Index.SearchAsync(Vacancies, query with { Demand = new Demand(Sample.Words("niemand").Groups, 1) });
        var both = await Index.SearchAsync(Vacancies, Sample.Words("kantine") with { Demand = new Demand(Sample.Words("koch", "hotel").Groups, 9) });

        found.Hits.Select(h => h.Id).Should().Equal(Sample.Id(1), Sample.Id(2), Sample.Id(4));
        found.Hits[0].Score.Should().BeGreaterThan(0, "only the groups give points").And.Be((await Index.SearchAsync(Vacancies, Sample.Words("kantine"))).Hits[0].Score);
        found.Hits.Skip(1).Should().OnlyContain(h => h.Score == 0 && h.Contributions.Count == 0);
        none.Total.Should().Be(0);
        both.Hits.Select(h => h.Id).Should().Equal(Sample.Id(2));
        var empty = () => Index.SearchAsync(Vacancies, query with { Demand = new Demand([], 1) });
        await empty.Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task MinimumGroups_DemandsThatMany_OptionalOnesOnlyAddPoints()
    {
        await Apply(Sample.Put(1, 1, "koch", "kantine"), Sample.Put(2, 1, "koch"), Sample.Put(3, 1, "helfer"));
        var both = await Index.SearchAsync(Vacancies, Sample.Words("koch", "kantine") with { MinimumGroups = 2 });
        both.Hits.Select(h => h.Id).Should().Equal(Sample.Id(1));
        var tooMany = await Index.SearchAsync(Vacancies, Sample.Words("koch", "kantine") with { MinimumGroups = 9 });
        tooMany.Total.Should().Be(1);
        var optional = await Index.SearchAsync(Vacancies, new SearchQuery
        {
            Groups = [Sample.Group("koch"), Sample.Group("kantine") with { Optional = true }, Sample.Group("helfer") with { Optional = true }],
        });
        optional.Hits.Select(h => (h.Id, h.Score)).Should().Equal((Sample.Id(1), 3200), (Sample.Id(2), 1600));
        var onlyOptional = await Index.SearchAsync(Vacancies, new SearchQuery { Groups = [Sample.Group("helfer") with { Optional = true }] });
        onlyOptional.Hits.Select(h => h.Id).Should().Equal(Sample.Id(3));
    }

    [Fact]
    public async Task Search_WithoutWords_FindsAllWithScoreZero_MeaninglessWordsNothing()
    {
        await Apply(Sample.Put(2, 1, "koch"), Sample.Put(1, 1, "maler"), IndexChange.Delete(Sample.Id(3), 1));
        var all = await Index.SearchAsync(Vacancies, new SearchQuery());
        all.Hits.Select(h => (h.Id, h.Score)).Should().Equal((Sample.Id(1), 0), (Sample.Id(2), 0));
        all.Hits.Should().OnlyContain(h => h.Contributions.Count == 0);
        var nothing = await Index.SearchAsync(Vacancies, new SearchQuery { FindsNothing = true, Facets = [VacancyFields.Kind] });
        nothing.Total.Should().Be(0);
        nothing.Hits.Should().BeEmpty();
        nothing.Facets[VacancyFields.Kind].Should().BeEmpty();
    }

    [Fact]
    public async Task Tokens_WithUmlautAndSharpS_AreTakenAsTheyAre()
    {
        await Apply(Sample.Put(1, 1, "bär", "straße"), Sample.Put(2, 1, "bar", "strasse"));
        (await Ids("bär")).Should().Equal(Sample.Id(1));
        (await Ids("strasse")).Should().Equal(Sample.Id(2));
    }

    [Theory]
    [MemberData(nameof(AllVacancyKeywords))]
    public async Task Filter_EveryKeywordField_Filters(string field)
    {
        await Apply(
            IndexChange.Put(Sample.Vacancy(1, 1, [Sample.Title("koch")], [(field, "a"), (field, "x")])),
            IndexChange.Put(Sample.Vacancy(2, 1, [Sample.Title("koch")], [(field, "b")])),
            IndexChange.Put(Sample.Vacancy(3, 1, [Sample.Title("koch")])));
        (await Filtered(new KeywordFilter(field, ["a"]))).Should().Equal(Sample.Id(1));
        (await Filtered(new KeywordFilter(field, ["b", "x", "unknown"]))).Should().Equal(Sample.Id(1), Sample.Id(2));
        (await Filtered(new KeywordFilter(field, ["unknown"]))).Should().BeEmpty();
        (await Filtered(new KeywordFilter(field, []))).Should().BeEmpty();
        (await Filtered(new KeywordFilter(field, ["a"]), new KeywordFilter(field, ["b"]))).Should().BeEmpty();
    }

    [Fact]
    public async Task Filter_TwoFields_BothMustHold()
    {
        await Apply(
            IndexChange.Put(Sample.Vacancy(1, 1, [Sample.Title("koch")], [(VacancyFields.Place, "03241001"), (VacancyFields.Kind, "Job")])),
            IndexChange.Put(Sample.Vacancy(2, 1, [Sample.Title("koch")], [(VacancyFields.Place, "03241001"), (VacancyFields.Kind, "Internship")])));
        (await Filtered(new KeywordFilter(VacancyFields.Place, ["03241001", "03241002"]), new KeywordFilter(VacancyFields.Kind, ["Job"])))
            .Should().Equal(Sample.Id(1));
    }

    [Theory]
    [InlineData(VacancyFields.StartsOn)]
    [InlineData(VacancyFields.PublishedOn)]
    [InlineData(VacancyFields.ExpiresOn)]
    public async Task DayFloor_KeepsTheDayItselfAndLater(string field)
    {
        await Apply(
            IndexChange.Put(Sample.Vacancy(1, 1, [Sample.Title("koch")], days: [(field, March.AddDays(-1))])),
            IndexChange.Put(Sample.Vacancy(2, 1, [Sample.Title("koch")], days: [(field, March)])),
            IndexChange.Put(Sample.Vacancy(3, 1, [Sample.Title("koch")], days: [(field, March.AddDays(1))])),
            Sample.Put(4, 1, "koch"));
        var page = await Index.SearchAsync(Vacancies, Sample.Words("koch") with { DayFloors = [new DayFloor(field, March)] });
        page.Hits.Select(h => h.Id).Should().Equal(Sample.Id(2), Sample.Id(3));
        page.Total.Should().Be(2);
    }

    [Fact]
    public async Task Facets_CountAllHits_AndIgnoreTheirOwnFilter()
    {
        await Apply([.. Enumerable.Range(1, 30).Select(i => IndexChange.Put(Sample.Vacancy(i, 1, [Sample.Title(i <= 20 ? "koch" : "maler")],
            [(VacancyFields.Kind, i % 2 == 0 ? "Job" : "Internship"), (VacancyFields.Shift, "Early"), (VacancyFields.Shift, i % 4 == 0 ? "Late" : "Night")])))]);
        var page = await Index.SearchAsync(Vacancies, Sample.Words("koch") with
        {
            PageSize = 3,
            Filters = [new KeywordFilter(VacancyFields.Kind, ["Job"])],
            Facets = [VacancyFields.Kind, VacancyFields.Shift, VacancyFields.Licence],
        });
        page.Total.Should().Be(10);
        page.Facets[VacancyFields.Kind].Should().Equal(new FacetValue("Internship", 10), new FacetValue("Job", 10));
        page.Facets[VacancyFields.Shift].Should().Equal(new FacetValue("Early", 10), new FacetValue("Late", 5), new FacetValue("Night", 5));
        page.Facets[VacancyFields.Licence].Should().BeEmpty();
    }

    [Fact]
    public async Task Sort_ByDay_MissingDaysLast_IdsBreakTies()
    {
        await Apply(
            IndexChange.Put(Sample.Vacancy(1, 1, [Sample.Title("koch")], days: [(VacancyFields.StartsOn, March.AddDays(5))])),
            Sample.Put(2, 1, "koch"),
            IndexChange.Put(Sample.Vacancy(4, 1, [Sample.Title("koch")], days: [(VacancyFields.StartsOn, March)])),
            IndexChange.Put(Sample.Vacancy(3, 1, [Sample.Title("koch")], days: [(VacancyFields.StartsOn, March)])));
        (await Sorted(SearchSort.Soonest(VacancyFields.StartsOn))).Should().Equal(Sample.Id(3), Sample.Id(4), Sample.Id(1), Sample.Id(2));
        (await Sorted(SearchSort.Newest(VacancyFields.StartsOn))).Should().Equal(Sample.Id(1), Sample.Id(3), Sample.Id(4), Sample.Id(2));
    }

    [Fact]
    public async Task BadQueries_AreRefused()
    {
        _ = Index; // where there is no server the test is skipped here, not within an assertion
        await Refused(new SearchQuery { PageSize = 101 });
        await Refused(new SearchQuery { Filters = [new KeywordFilter("name", ["x"])] });
        await Refused(new SearchQuery { Facets = ["origin"] });
        await Refused(new SearchQuery { Sort = SearchSort.Newest("bornon") });
        await Refused(new SearchQuery { Cursor = "not a cursor" });
        await Refused(new SearchQuery { Cursor = new SearchCursor(1, Sample.Id(1)).Write(SearchSort.Newest(VacancyFields.StartsOn)) });
        await Refused(new SearchQuery { Groups = [new TokenGroup("x", [])] });
        await FluentActions.Awaiting(() => Index.SearchAsync(SearchKind.Cards, new SearchQuery { Sort = SearchSort.Newest(VacancyFields.StartsOn) }))
            .Should().ThrowAsync<ArgumentException>("cards know no newest-first");
    }

    [Fact]
    public async Task PageSizeZero_OnlyCounts()
    {
        await Apply(Sample.Put(1, 1, "koch"), Sample.Put(2, 1, "koch"));
        var page = await Index.SearchAsync(Vacancies, Sample.Words("koch") with { PageSize = 0 });
        page.Total.Should().Be(2);
        page.Hits.Should().BeEmpty();
        page.NextCursor.Should().BeNull();
    }

    public static TheoryData<string> AllVacancyKeywords() => [.. VacancyFields.Keywords];

    private async Task<Guid[]> Filtered(params KeywordFilter[] filters)
    {
        var page = await Index.SearchAsync(Vacancies, Sample.Words("koch") with { Filters = filters });
        page.Total.Should().Be(page.Hits.Count);
        return [.. page.Hits.Select(h => h.Id)];
    }

    private async Task<Guid[]> Sorted(SearchSort sort)
        => [.. (await Index.SearchAsync(Vacancies, Sample.Words("koch") with { Sort = sort })).Hits.Select(h => h.Id)];

    private async Task Refused(SearchQuery query)
        => await FluentActions.Awaiting(() => Index.SearchAsync(Vacancies, query)).Should().ThrowAsync<ArgumentException>();
}
