using Bogus;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Search;
using ZOE.Matching.Search.Documents;
using ZOE.Matching.Search.German;
using ZOE.Matching.Seed;
using ZOE.Matching.Seed.Vocabulary;

namespace ZOE.Matching.Benchmarks.Engine;

/// <summary>A seeded market: any number of vacancies over one vocabulary, and searches for them. The same number gives the same vacancy.</summary>
internal sealed class Market
{
    /// <summary>The day of all searches.</summary>
    public static readonly DateOnly Today = new(2026, 3, 2);

    /// <summary>The fields that searches count.</summary>
    public static readonly string[] Facets = [VacancyFields.Kind, VacancyFields.German, VacancyFields.WorkingTime, VacancyFields.Contract];

    private const int Trades = 600, Places = 300, Employers = 2_000, PlacesAround = 130;

    private readonly int _seed;
    private readonly List<(Concept Occupation, List<Concept> Skills)> _trades;
    private readonly List<Concept> _skills;
    private readonly Guid[] _employers;

    public Market(Options options)
    {
        _seed = options.Seed;
        var (concepts, relations) = Read(options.Vocabulary);
        Text = new GermanText(Lexicon.Build(LexiconRows.Of([.. concepts], relations)));
        var random = new Randomizer(_seed);
        var byId = concepts.ToDictionary(c => c.Id);
        var needed = relations.Where(r => r.Kind == ConceptRelationKind.Essential).OrderBy(r => r.Id).ToLookup(r => r.FromId, r => r.ToId);
        var known = concepts.Where(c => c.Kind == ConceptKind.Occupation).OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => (c, needed[c.Id].Where(byId.ContainsKey).Select(id => byId[id]).Where(s => s.Kind == ConceptKind.Competence).DistinctBy(s => s.Id).OrderBy(s => s.Key, StringComparer.Ordinal).Take(15).ToList()))
            .Where(t => t.Item2.Count >= 5).ToList();
        _trades = [.. random.Shuffle(known).Take(Trades)];
        _skills = [.. _trades.SelectMany(t => t.Skills).DistinctBy(s => s.Id)];
        _employers = [.. Enumerable.Range(0, Employers).Select(_ => random.Guid())];
    }

    public GermanText Text { get; }

    /// <summary>Texts about trades, as a vacancy writes them.</summary>
    public static string TextOf(VacancyInput vacancy) => $"{vacancy.Title} {vacancy.Description} {string.Join(' ', vacancy.Requirements.Select(r => r.Typed))}";

    public VacancyInput Vacancy(int number, long version = 1)
    {
        var random = new Randomizer(_seed + 7 * number);
        var (occupation, skills) = Trade(random);
        var asked = random.Shuffle(skills).Take(random.Int(3, 5)).Append(Skill(random)).DistinctBy(s => s.Id).ToList();
        return new VacancyInput
        {
            VacancyId = IdOf(number),
            Version = version,
            EmployerId = _employers[random.Int(0, Employers - 1)],
            Title = $"{occupation.Label} (m/w/d)",
            OccupationId = occupation.Id,
            Description = $"Wir suchen Verstärkung in {Place(random)}. Ihre Aufgaben: {string.Join("; ", Enumerable.Range(0, 9).Select(_ => Skill(random).Label))}. Wir bieten eine gute Einarbeitung und feste Ansprechpartner.",
            Requirements = [.. asked.Select(s => new NamedConcept(s.Label, s.Id))],
            Kind = random.Enum<PlacementKind>(),
            Status = "Published",
            PlaceAgs = Place(random),
            German = random.ArrayElement([CefrLevel.A1, CefrLevel.A2, CefrLevel.B1, CefrLevel.B2, CefrLevel.C1]),
            HoursPerWeek = random.ArrayElement([20, 30, 39, 40]),
            Shifts = (Shifts)random.Int(0, 15),
            Contract = [random.ArrayElement(["Permanent", "FixedTerm", "Minijob"])],
            Licences = random.Bool(0.2f) ? ["B"] : [],
            PublishedOn = Today.AddDays(-random.Int(0, 60)),
            StartsOn = Today.AddDays(random.Int(0, 90)),
            ExpiresOn = Today.AddDays(random.Int(-20, 100)),
        };
    }

    public static Guid IdOf(int number) => new(new Randomizer(number).Bytes(16));

    /// <summary>Five competences of a trade, filters, a place set, four facets.</summary>
    public IReadOnlyList<SearchQuery> ByCompetences(int count)
    {
        var random = new Randomizer(_seed + 1);
        return [.. Enumerable.Range(0, count).Select(_ => Filtered(random, new SearchQuery
        {
            Groups = [.. random.Shuffle(Trade(random).Skills).Take(4).Append(Skill(random)).DistinctBy(s => s.Id)
                .Select(s => new TokenGroup(s.Label, [new TokenAlternative(GermanText.ConceptToken(s.Id), TokenClass.Exact, 100)]))],
        }))];
    }

    /// <summary>Five words of vacancies.</summary>
    public IReadOnlyList<string> Words(int count)
    {
        var random = new Randomizer(_seed + 2);
        return [.. Enumerable.Range(0, count).Select(_ => string.Join(' ', random.Shuffle(
            TextOf(Vacancy(random.Int(0, 4_999))).Split([' ', ';', '.', ',', '/', '(', ')', ':'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 4).Distinct()).Take(5)))];
    }

    /// <summary>The searches for the words, with filters, a place set and four facets, as a search page makes them.</summary>
    public IReadOnlyList<SearchQuery> ByWords(IReadOnlyList<string> words)
    {
        var random = new Randomizer(_seed + 3);
        return [.. words.Select(w => Filtered(random, Text.ForQuery(w).ToQuery()))];
    }

    private static SearchQuery Filtered(Randomizer random, SearchQuery query) => query with
    {
        Filters =
        [
            new(VacancyFields.Kind, [.. random.EnumValues<PlacementKind>(3).Select(k => k.ToString())]),
            new(VacancyFields.German, ["A1", "A2", "B1", "B2"]),
            new(VacancyFields.Place, [.. random.Shuffle(Enumerable.Range(0, Places)).Take(PlacesAround).Select(Ags)]),
        ],
        DayFloors = [new DayFloor(VacancyFields.ExpiresOn, Today)],
        Facets = Facets,
        PageSize = 10,
    };

    private static string Ags(int place) => FormattableString.Invariant($"{3_241_000 + place:00000000}");

    private static string Place(Randomizer random) => Ags(random.Int(0, Places - 1));

    // Some are common and most are rare.
    private (Concept Occupation, List<Concept> Skills) Trade(Randomizer random) => _trades[(int)(Math.Pow(random.Double(), 2.5) * _trades.Count)];

    private Concept Skill(Randomizer random) => _skills[(int)(Math.Pow(random.Double(), 2.5) * _skills.Count)];

    private static (IReadOnlyList<Concept> Concepts, IReadOnlyList<ConceptRelation> Relations) Read(string? folder)
    {
        if (folder is null)
        {
            var seed = ReferenceData.ReadVocabulary(Path.Combine(Repository.Folder, "seed", "reference"));
            return (seed.Concepts, seed.Relations);
        }

        var content = VocabularyFiles.Read(folder, new VocabularyOptions());
        return (content.Concepts, content.Relations);
    }
}
