using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Search.Documents;
using ZOE.Matching.Search.German;

namespace ZOE.Matching.Search.Tests;

/// <summary>Words for kinds of courses and work: they are searched by in any of their names, corrected, and never linked to.</summary>
public sealed class FieldTermsTests
{
    private static readonly GermanText Text = new(Lexicon.Build(FieldTerms.Rows));

    [Theory]
    [InlineData("Sprachkurs", "Integrationskurs mit Orientierung", true)]
    [InlineData("deutschkurs", "Deutsch für den Beruf: Küche, Hotel und Service", true)]
    [InlineData("BSK", "Berufsdeutsch mit Praktikum", true)]
    [InlineData("Integratinskurs", "Integrationskurs mit Orientierung", true)]
    [InlineData("Bewerbung", "Bewerben mit Erfolg", true)]
    [InlineData("Teilqualifizierung", "Teilqualifikation Fachlagerist", true)]
    [InlineData("Abendkurs", "Schweißen MAG mit Prüfung", true)]
    [InlineData("schweißen abends", "Schweißen MAG mit Prüfung", true)]
    [InlineData("alpha kurs", "Alphabetisierung", true)]
    [InlineData("integrations kurs", "Integrationskurs mit Orientierung", true)]
    [InlineData("Integrationskurse", "Integrationskurs mit Orientierung", true)]
    [InlineData("Online-Kurs", "Schweißen MAG mit Prüfung", false)]
    [InlineData("BSK", "Schweißen MAG mit Prüfung", false)]
    [InlineData("Sprachkurs", "Bewerben mit Erfolg", false)]
    public async Task Course_IsFoundByAnotherNameOfItsKind(string query, string title, bool found)
    {
        (await CoursesAsync(query, Course(1, title))).Total.Should().Be(found ? 1 : 0);
    }

    [Fact]
    public async Task Course_IsFoundByBothItsLevels_TheOneItLeadsToFirst()
    {
        CourseInput[] courses =
        [
            Course(1, "Deutsch am Markt") with { LevelFrom = CefrLevel.A1, LevelTo = CefrLevel.A2 },
            Course(2, "Deutsch am See") with { LevelFrom = CefrLevel.None, LevelTo = CefrLevel.A1 },
            Course(4, "Alphabetisierung") with { LevelFrom = CefrLevel.None, LevelTo = CefrLevel.A1 },
            Course(3, "Deutsch am Deister") with { LevelFrom = CefrLevel.A2, LevelTo = CefrLevel.B1 },
        ];

        (await CoursesAsync("deutsch a1", courses)).Hits.Select(h => h.Id).Should().Equal(Sample.Id(2), Sample.Id(1), Sample.Id(4));
        (await CoursesAsync("A2", courses)).Hits.Select(h => h.Id).Should().Equal(Sample.Id(1), Sample.Id(3));
        (await CoursesAsync("B2", courses)).Total.Should().Be(0);
    }

    private static CourseInput Course(int id, string title) => new()
    {
        CourseId = Sample.Id(id),
        Version = 1,
        ProviderId = Sample.Id(99),
        Title = title,
        InstrumentCode = "Any",
        Access = AccessRoute.Assignment,
        Status = "Published",
        PlaceAgs = "03241001",
        Mode = CourseMode.Evening,
        HoursPerWeek = 20,
    };

    private static async Task<SearchPage> CoursesAsync(string query, params CourseInput[] courses)
    {
        var index = new ReferenceSearchIndex(TimeProvider.System);
        await index.ApplyAsync(SearchKind.Courses, [.. courses.Select(c => IndexChange.Put(CourseDocument.Build(c, Text)))]);
        return await index.SearchAsync(SearchKind.Courses, Text.ForQuery(query).ToQuery());
    }

    [Theory]
    [InlineData("Vollzeit", 39, true), InlineData("Vollzeit", 20, false), InlineData("Teilzeit", 20, true), InlineData("halbtags", 20, true), InlineData("Praktikum", 20, true), InlineData("Schichtdienst", 20, true), InlineData("Spätdienst", 20, false)]
    public async Task Vacancy_IsFoundByItsFacts(string query, int hours, bool found)
    {
        var vacancy = new VacancyInput
        {
            VacancyId = Sample.Id(1),
            Version = 1,
            EmployerId = Sample.Id(2),
            Title = "Helfer",
            Kind = PlacementKind.Internship,
            Status = "Published",
            PlaceAgs = "03241001",
            HoursPerWeek = hours,
            Shifts = Domain.Clients.Shifts.Early,
        };
        var index = new ReferenceSearchIndex(TimeProvider.System);
        await index.ApplyAsync(SearchKind.Vacancies, [IndexChange.Put(VacancyDocument.Build(vacancy, Text))]);

        var page = await index.SearchAsync(SearchKind.Vacancies, Text.ForQuery(query).ToQuery());

        page.Total.Should().Be(found ? 1 : 0);
    }

    [Theory]
    [InlineData("Umschulung"), InlineData("Praktikum"), InlineData("Sprachkurs")]
    public void Term_IsNeverLinkedNorNamedAsAConcept(string term)
    {
        var link = Text.Lexicon.Link(term);

        link.ConceptId.Should().BeNull();
        link.Suggestions.Should().BeEmpty();
        Text.ForQuery(term).Concepts.Should().BeEmpty();
        Text.ForQuery(term).Groups.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("Integratinskurs", "Integrationskurs"), InlineData("umschulung", null), InlineData("bewerbung", null), InlineData("deutch", "Deutsch"), InlineData("umshulung", "Umschulung")]
    public void Corrected_KnowsTheTermsAsTheyAreWritten(string typed, string? meant) => Text.Lexicon.Corrected(typed).Should().Be(meant);

    [Theory]
    [InlineData("deutschkurs b2", true), InlineData("Lager Teilzeit", true), InlineData("Umschulung Koch", true)]
    [InlineData("Umschulung", false), InlineData("b2", false), InlineData("Lager Koch", false)]
    public void FirstPage_WhoDemandsFacts_GetsAllHitsBeforeSimilarOnes(string typed, bool hitsFirst)
    {
        SearchHit hit = new(Sample.Id(1), 100, []), nearer = new(Sample.Id(2), 300, []), farther = new(Sample.Id(3), 50, []);
        var words = Text.ForWords(typed);

        var page = words.FirstPage(new SearchPage([hit], 1, new Dictionary<string, IReadOnlyList<FacetValue>>(), null), new SearchPage([nearer, hit, farther], 3, new Dictionary<string, IReadOnlyList<FacetValue>>(), null), 10);
        var first = words.FirstPage(new SearchPage([hit], 40, new Dictionary<string, IReadOnlyList<FacetValue>>(), "more"), new SearchPage([nearer, hit, farther], 3, new Dictionary<string, IReadOnlyList<FacetValue>>(), null), 10);

        page.Select(r => r.Hit).Should().Equal(hitsFirst ? [hit, nearer, farther] : [nearer, hit, farther]);
        page.Where(r => r.IsSimilar).Select(r => r.Hit).Should().Equal(nearer, farther);
        // More hits come on the next page, so similar ones would stand between them.
        first.Select(r => r.Hit).Should().Equal(hitsFirst ? [hit] : [nearer, hit]);
    }
}
