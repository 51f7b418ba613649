using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Search.Documents;

namespace ZOE.Matching.Search.Tests;

/// <summary>Vacancies and courses are found by title, competence, text and synonym.</summary>
public sealed class DocumentTests
{
    [Theory]
    [InlineData("Lagerhelferin", true)]
    [InlineData("Lagerarbeiter", true)]
    [InlineData("Flurförderzeug", true)]
    [InlineData("Gabelstabler", true)]
    [InlineData("Kommissionieren", true)]
    [InlineData("Bäcker", false)]
    public async Task Vacancy_IsFoundByWhatItSays(string query, bool found)
    {
        var index = new ReferenceSearchIndex(TimeProvider.System);
        await index.ApplyAsync(SearchKind.Vacancies, [IndexChange.Put(VacancyDocument.Build(Vacancy, GermanVocabulary.Text))]);
        var page = await index.SearchAsync(SearchKind.Vacancies, GermanVocabulary.Text.ForQuery(query).ToQuery());
        page.Total.Should().Be(found ? 1 : 0);
    }

    [Fact]
    public async Task RelaxedQuery_FindsWhatHasOneOfTheWords()
    {
        var index = new ReferenceSearchIndex(TimeProvider.System);
        await index.ApplyAsync(SearchKind.Vacancies, [IndexChange.Put(VacancyDocument.Build(Vacancy, GermanVocabulary.Text))]);
        var analysis = GermanVocabulary.Text.ForQuery("Gabelstapler Friseur");
        (await index.SearchAsync(SearchKind.Vacancies, analysis.ToQuery())).Total.Should().Be(0);
        (await index.SearchAsync(SearchKind.Vacancies, analysis.ToRelaxedQuery())).Total.Should().Be(1);
        (await index.SearchAsync(SearchKind.Vacancies, GermanVocabulary.Text.ForQuery("???").ToRelaxedQuery())).Total.Should().Be(0);
    }

    [Fact]
    public void Vacancy_KeywordsAndDays_AreWhatWasGiven()
    {
        var document = VacancyDocument.Build(Vacancy, GermanVocabulary.Text);
        document.Keywords[VacancyFields.WorkingTime].Should().Equal("PartTime");
        document.Keywords[VacancyFields.Place].Should().Equal("03241001");
        document.Keywords[VacancyFields.Competence].Should().Equal(GermanVocabulary.Id("Gabelstapler fahren").ToString("N"));
        document.Keywords[VacancyFields.Licence].Should().Equal("B");
        document.Days.Should().Equal(new Dictionary<string, int> { [VacancyFields.StartsOn] = new DateOnly(2026, 4, 1).DayNumber });
    }

    [Fact]
    public void Course_KeywordsAndTokens_AreWhatWasGiven()
    {
        var document = CourseDocument.Build(
            new CourseInput
            {
                CourseId = Sample.Id(2),
                Version = 1,
                ProviderId = Sample.Id(3),
                Title = "Gabelstaplerschein",
                InstrumentCode = "FBW",
                Access = AccessRoute.EducationVoucher,
                Status = "Published",
                PlaceAgs = "03241001",
                Mode = CourseMode.PartTime,
                HoursPerWeek = 16,
                LevelTo = Domain.CefrLevel.B2,
                Certificates = [new NamedConcept("Staplerschein", GermanVocabulary.Id("Staplerschein"))],
            },
            GermanVocabulary.Text);
        document.Keywords[CourseFields.Hours].Should().Equal("16To30");
        document.Keywords[CourseFields.Certificate].Should().Equal(GermanVocabulary.Id("Staplerschein").ToString("N"));
        document.Keywords[CourseFields.Access].Should().Equal("EducationVoucher");
        document.Tokens.Should().Contain(Sample.Title("gabelstaplerschein")).And.Contain(Sample.Competence("b2")).And.Contain(Sample.TitlePart("stapler"));
    }

    [Fact]
    public void Document_TokenInSeveralPlaces_StandsInTheBestOne()
    {
        var brief = new SearchToken(SearchField.Brief, TokenClass.Broader, "b:1");
        Sample.Vacancy(1, 1, [Sample.Text("koch"), Sample.Title("koch"), Sample.Competence("koch"), new(SearchField.Title, TokenClass.Broader, "b:1"), brief])
            .Tokens.Should().Equal(Sample.Title("koch"), brief);
    }

    [Fact]
    public void Document_FieldOutsideTheList_IsRefused()
    {
        var build = () => Sample.Vacancy(1, 1, [], [("name", "x")]);
        build.Should().Throw<ArgumentException>();
        var tooLong = () => Sample.Vacancy(1, 1, [Sample.Title(new string('x', 65))]);
        tooLong.Should().Throw<ArgumentException>();
    }

    private static VacancyInput Vacancy => new()
    {
        VacancyId = Sample.Id(1),
        Version = 1,
        EmployerId = Sample.Id(9),
        Title = "Lagerhelfer/in (m/w/d)",
        OccupationId = GermanVocabulary.Id("Lagerhelfer/in"),
        Description = "Sie kommissionieren Waren.",
        Requirements = [new NamedConcept("Stapler fahren", GermanVocabulary.Id("Gabelstapler fahren"))],
        Kind = PlacementKind.Job,
        Status = "Published",
        PlaceAgs = "03241001",
        HoursPerWeek = 20,
        Licences = ["B"],
        StartsOn = new DateOnly(2026, 4, 1),
    };
}
