using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Matches;

/// <summary>
/// Many cards, their terms as numbers side by side in memory: most cards have nothing that a vacancy asks for, and to see that none of them need be touched.
/// Immutable and thread-safe.
/// </summary>
public sealed class CardRows
{
    private readonly int[] _starts, _terms;

    public CardRows(IReadOnlyList<AnonymousCard> cards)
    {
        Cards = cards;
        var numbers = new Dictionary<CardRowTerm, int>();
        var terms = new List<int>();
        _starts = new int[cards.Count + 1];
        for (var at = 0; at < cards.Count; at++)
        {
            foreach (var skill in cards[at].Skills) Add(new CardRowTerm(false, skill.ConceptId, null));
            if (cards[at].Occupation is { } own) Add(new CardRowTerm(true, own.ConceptId, CardMatch.Years(cards[at].Experience)));
            _starts[at + 1] = terms.Count;
        }

        _terms = [.. terms];
        Terms = [.. numbers.OrderBy(n => n.Value).Select(n => n.Key)];

        void Add(CardRowTerm term)
        {
            if (!numbers.TryGetValue(term, out var number)) numbers[term] = number = numbers.Count;
            terms.Add(number);
        }
    }

    /// <summary>The cards, in the order given.</summary>
    public IReadOnlyList<AnonymousCard> Cards { get; }

    /// <summary>All different terms, by number.</summary>
    internal IReadOnlyList<CardRowTerm> Terms { get; }

    internal ReadOnlySpan<int> TermsOf(int at) => _terms.AsSpan(_starts[at].._starts[at + 1]);
}

/// <summary>What can stand on a card and be asked for.</summary>
/// <param name="Years">Practice in the occupation; null for a skill, or not shown.</param>
internal readonly record struct CardRowTerm(bool IsOccupation, Guid Concept, int? Years);

/// <summary>
/// The score of many cards against one vacancy, without the reasons: the same number as <see cref="CardMatch.Score"/> gives, from what each term of a card alone is worth.
/// A card shows every term at the same level and with the same proof, so a term's worth is reckoned once. Not for several threads at once.
/// </summary>
public sealed class CardPoints
{
    private readonly VacancyFacts _vacancy;
    private readonly MatchContext _context;
    private readonly PreparedVacancy _prepared;
    private readonly Dictionary<CardArea, MatchContext> _byArea;
    private readonly CardRows _rows;
    private readonly Worth?[] _worths;
    private readonly Guid[] _essential;

    /// <param name="workArea">Area of the place of work; null when unknown.</param>
    public CardPoints(CardRows rows, VacancyFacts vacancy, Area? workArea, MatchContext context)
    {
        _rows = rows;
        _worths = new Worth?[rows.Terms.Count];
        _vacancy = vacancy;
        _context = context with { Courses = CourseList.Empty };
        _prepared = new PreparedVacancy(vacancy, _context);
        _byArea = Enum.GetValues<CardArea>().ToDictionary(a => a, a => _context with { Distances = CardMatch.Distances(a, workArea, vacancy.PlaceAgs) });
        _essential = vacancy.OccupationId is { } occupation ? [.. context.Graph.Essential(occupation)] : [];
    }

    /// <summary>The score of a card that fits; null for one that does not.</summary>
    /// <param name="at">Place of the card in the rows.</param>
    public int? OfFitting(int at)
    {
        var skills = SkillPoints(_rows.TermsOf(at));
        // Place and time alone never make a match.
        if (skills + _context.Weights.BesidesSkills < _context.Weights.Threshold) return null;
        var card = _rows.Cards[at];
        if (CardMatch.Exclusion(card, _vacancy) is not null) return null;
        var context = _byArea[card.Area];
        var points = skills + Circumstances.Points(CardMatch.Facts(card, _vacancy, context.Today, []), _prepared, context);
        return points >= _context.Weights.Threshold ? points : null;
    }

    private int SkillPoints(ReadOnlySpan<int> terms)
    {
        Span<int> requirements = stackalloc int[_prepared.Shares.Length];
        requirements.Clear();
        Span<bool> shows = stackalloc bool[_essential.Length];
        shows.Clear();
        var occupation = 0;
        foreach (var term in terms)
        {
            var worth = _worths[term] ??= WorthOf(_rows.Terms[term]);
            if (ReferenceEquals(worth, Worth.Nothing)) continue;
            occupation = Math.Max(occupation, worth.Occupation);
            foreach (var essential in worth.Essentials) shows[essential] = true;
            for (var i = 0; i < requirements.Length; i++) requirements[i] = Math.Max(requirements[i], worth.Requirements[i]);
        }

        if (_essential.Length > 0)
            occupation = Math.Max(occupation, _context.Weights.EssentialShareMostPercent * shows.Count(true) / _essential.Length);
        var points = _prepared.OccupationOf * occupation / 100;
        for (var i = 0; i < requirements.Length; i++) points += _prepared.Shares[i] * requirements[i] / 100;
        return points;
    }

    private Worth WorthOf(CardRowTerm term)
    {
        var kind = term.IsOccupation ? ConceptKind.Occupation : _context.Graph.Kind(term.Concept) ?? ConceptKind.Competence;
        var reach = new ClientReach(CardMatch.Alone(CardMatch.Term(kind, term.Concept, term.Years), _context.Today), _context);
        int[] essentials = kind == ConceptKind.Occupation ? []
            : [.. _context.Graph.Broader(term.Concept).Prepend(term.Concept).Select(can => Array.IndexOf(_essential, can)).Where(at => at >= 0)];
        var worth = new Worth(
            [.. _vacancy.Requirements.Select(r => reach.RequirementPercent(r, _prepared.NeededOn))],
            reach.OccupationPercent(_vacancy.OccupationId, _vacancy.BranchCode), essentials);
        return worth.Occupation == 0 && essentials.Length == 0 && Array.TrueForAll(worth.Requirements, r => r == 0) ? Worth.Nothing : worth;
    }

    /// <summary>What one term gives: percent of each requirement, percent of the occupation, and which of the occupation's essential competences it shows.</summary>
    private sealed record Worth(int[] Requirements, int Occupation, int[] Essentials)
    {
        public static readonly Worth Nothing = new([], 0, []);
    }
}
