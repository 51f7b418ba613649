using Bogus;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Search;

namespace ZOE.Matching.Benchmarks.Engine;

/// <summary>One vacancy as the engines under test take it: terms of competences, words of text, and what is filtered and counted.</summary>
internal sealed record Row(Guid Id, string[] Competences, string[] Words, string Kind, string German, string Time, string Shift, string Place, int StartsOn);

/// <summary>One search: competences or words, filters, a set of places, a day.</summary>
internal sealed record Ask(string[] Competences, string[] Words, string[] Kinds, string[] German, string[] Places, int NotBefore);

/// <summary>Seeded vacancies with the distributions of the design: about 15 of 3,000 competences (a few common, most rare), 45 to 75 words of text, 300 places.</summary>
internal sealed class EngineData(int seed)
{
    public const int Competences = 3_000, Words = 8_800, Places = 300;

    public static DateOnly Today { get; } = new(2026, 11, 1);

    private static readonly string[] Kinds = Enum.GetNames<PlacementKind>(), Germans = Enum.GetNames<CefrLevel>(), Shift = ["Early", "Late", "Night", "Day"];

    public IEnumerable<Row> Rows(int count)
    {
        var random = new Randomizer(seed);
        for (var i = 0; i < count; i++)
        {
            yield return new Row(
                random.Guid(), Some(random, random.Int(8, 22), "c", Competences), Some(random, random.Int(45, 75), "w", Words), random.ArrayElement(Kinds), random.ArrayElement(Germans),
                random.Bool(0.7f) ? "FullTime" : "PartTime", random.ArrayElement(Shift), $"p{random.Int(0, Places - 1)}", Today.DayNumber + random.Int(-60, 120));
        }
    }

    /// <summary>Searches as the design measures them: five terms of which one is enough, two filters, a place set of about 130 places, a day.</summary>
    public IReadOnlyList<Ask> Asks(int count)
    {
        var random = new Randomizer(seed + 1);
        return [.. Enumerable.Range(0, count).Select(_ => new Ask(
            Some(random, 5, "c", Competences), Some(random, 5, "w", Words), [.. random.ArrayElements(Kinds, 3)], [.. random.ArrayElements(Germans, 4)],
            [.. random.ArrayElements([.. Enumerable.Range(0, Places).Select(p => $"p{p}")], 130)], Today.DayNumber + random.Int(-30, 30)))];
    }

    public static SearchDocument Document(Row row, long version = 1) => new(
        SearchKind.Vacancies, row.Id, version,
        [.. row.Competences.Select(c => new SearchToken(SearchField.Competence, TokenClass.Exact, "c:" + c)), .. row.Words.Select(w => new SearchToken(SearchField.Text, TokenClass.Exact, w))],
        [
            new(VacancyFields.Kind, row.Kind), new(VacancyFields.German, row.German), new(VacancyFields.WorkingTime, row.Time), new(VacancyFields.Shift, row.Shift), new(VacancyFields.Place, row.Place),
        ],
        [new(VacancyFields.StartsOn, DateOnly.FromDayNumber(row.StartsOn))]);

    /// <summary>The product's search for it, with four counted fields and exact total.</summary>
    public static SearchQuery Query(Ask ask, bool byWords) => new()
    {
        Groups = [.. (byWords ? ask.Words : ask.Competences.Select(c => "c:" + c)).Select(t => new TokenGroup(t, [new TokenAlternative(t, TokenClass.Exact, 100)]))],
        Filters = [new(VacancyFields.Kind, ask.Kinds), new(VacancyFields.German, ask.German), new(VacancyFields.Place, ask.Places)],
        DayFloors = [new(VacancyFields.StartsOn, DateOnly.FromDayNumber(ask.NotBefore))],
        Facets = [VacancyFields.Kind, VacancyFields.German, VacancyFields.WorkingTime, VacancyFields.Shift],
        PageSize = 10,
    };

    /// <summary>The total by looking at every row: what must come out before a time counts.</summary>
    public static int Total(IEnumerable<Row> rows, Ask ask, bool byWords) => rows.Count(r =>
        (byWords ? r.Words.Any(ask.Words.Contains) : r.Competences.Any(ask.Competences.Contains))
        && ask.Kinds.Contains(r.Kind) && ask.German.Contains(r.German) && ask.Places.Contains(r.Place) && r.StartsOn >= ask.NotBefore);

    // Small numbers are common, large ones rare.
    private static string[] Some(Randomizer random, int count, string letter, int most)
    {
        var some = new HashSet<string>();
        while (some.Count < count) some.Add(letter + (int)(Math.Pow(random.Double(), 2.2) * most));
        return [.. some];
    }
}
