namespace ZOE.Matching.Search.Tests.Elasticsearch;

/// <summary>Seeded documents and searches over few words, so that many hits have equal points.</summary>
internal static class RandomDocuments
{
    private static readonly string[] Words = [.. Enumerable.Range(0, 40).Select(i => "wort" + i), "bär", "straße", "k:1", "über-1"];

    public static Guid Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    public static SearchDocument Of(Random random, Guid id, long version) => new(
        SearchKind.Vacancies, id, version,
        Enumerable.Range(0, random.Next(1, 9)).Select(_ => new SearchToken(Pick(random, Enum.GetValues<SearchField>()), Pick(random, Indexed), Word(random))),
        VacancyFields.Keywords.SelectMany(field => Enumerable.Range(0, random.Next(3)).Select(_ => KeyValuePair.Create(field, Value(random)))),
        VacancyFields.Days.Where(_ => random.Next(3) > 0).Select(field => KeyValuePair.Create(field, Day(random))));

    public static SearchQuery Query(Random random, int round) => new()
    {
        Groups = Groups(random, random.Next(5)),
        Demand = random.Next(3) == 0 ? new Demand(Groups(random, random.Next(1, 4)), random.Next(1, 4)) : null,
        MinimumGroups = random.Next(1, 4),
        MinimumPoints = random.Next(3) == 0 ? random.Next(1, 2500) : 0,
        FindsNothing = random.Next(100) == 0,
        Filters = [.. Enumerable.Range(0, Math.Max(0, random.Next(4) - 1)).Select(_ => new KeywordFilter(Pick(random, VacancyFields.Keywords), [.. Enumerable.Range(0, random.Next(7)).Select(_ => Value(random))]))],
        DayFloors = random.Next(4) == 0 ? [new DayFloor(Pick(random, VacancyFields.Days), Day(random))] : [],
        Facets = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Pick(random, VacancyFields.Keywords))],
        Sort = random.Next(6) switch
        {
            0 => SearchSort.Soonest(Pick(random, VacancyFields.Days)),
            1 => SearchSort.Newest(Pick(random, VacancyFields.Days)),
            _ => SearchSort.ByScore,
        },
        PageSize = round % 5 == 4 ? random.Next(0, 20) : 50,
    };

    private static TokenGroup[] Groups(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(g => new TokenGroup("eingabe" + g,
            [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => new TokenAlternative(Word(random), Pick(random, Enum.GetValues<TokenClass>()), random.Next(3) == 0 ? random.Next(1, 101) : 100))],
            random.Next(4) == 0))];

    private static TokenClass[] Indexed => [.. Enum.GetValues<TokenClass>().Where(c => c != TokenClass.Fuzzy)];

    // The low numbers are common, the high ones rare.
    private static string Word(Random random) => Words[Math.Min(random.Next(Words.Length), random.Next(Words.Length))];

    private static string Value(Random random) => "v" + random.Next(9);

    private static DateOnly Day(Random random) => new DateOnly(2026, 3, 1).AddDays(random.Next(12));

    private static T Pick<T>(Random random, IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
