using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Matches;

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
    private readonly Dictionary<(ConceptKind Kind, Guid Concept, int? Years), Worth> _worths = [];
    private readonly Guid[] _essential;

    /// <param name="workArea">Area of the place of work; null when unknown.</param>
    public CardPoints(VacancyFacts vacancy, Area? workArea, MatchContext context)
    {
        _vacancy = vacancy;
        _context = context with { Courses = CourseList.Empty };
        _prepared = new PreparedVacancy(vacancy, _context);
        _byArea = Enum.GetValues<CardArea>().ToDictionary(a => a, a => _context with { Distances = CardMatch.Distances(a, workArea, vacancy.PlaceAgs) });
        _essential = vacancy.OccupationId is { } occupation ? [.. context.Graph.Essential(occupation)] : [];
    }

    /// <summary>The score of a card that fits; null for one that does not.</summary>
    public int? OfFitting(AnonymousCard card)
    {
        if (CardMatch.Exclusion(card, _vacancy) is not null) return null;
        var skills = SkillPoints(card);
        // Place and time alone never make a match.
        if (skills + _context.Weights.BesidesSkills < _context.Weights.Threshold) return null;
        var context = _byArea[card.Area];
        var points = skills + Circumstances.Points(CardMatch.Facts(card, _vacancy, context.Today, []), _prepared, context);
        return points >= _context.Weights.Threshold ? points : null;
    }

    private int SkillPoints(AnonymousCard card)
    {
        Span<int> requirements = stackalloc int[_prepared.Shares.Length];
        requirements.Clear();
        Span<bool> shows = stackalloc bool[_essential.Length];
        shows.Clear();
        var occupation = 0;
        foreach (var skill in card.Skills) Add(WorthOf(_context.Graph.Kind(skill.ConceptId) ?? ConceptKind.Competence, skill.ConceptId, null), requirements, shows);
        if (card.Occupation is { } own) Add(WorthOf(ConceptKind.Occupation, own.ConceptId, CardMatch.Years(card.Experience)), requirements, shows);
        if (_essential.Length > 0)
            occupation = Math.Max(occupation, _context.Weights.EssentialShareMostPercent * shows.Count(true) / _essential.Length);
        var points = _prepared.OccupationOf * occupation / 100;
        for (var i = 0; i < requirements.Length; i++) points += _prepared.Shares[i] * requirements[i] / 100;
        return points;

        void Add(Worth worth, Span<int> best, Span<bool> shown)
        {
            occupation = Math.Max(occupation, worth.Occupation);
            foreach (var at in worth.Essentials) shown[at] = true;
            for (var i = 0; i < best.Length; i++) best[i] = Math.Max(best[i], worth.Requirements[i]);
        }
    }

    private Worth WorthOf(ConceptKind kind, Guid concept, int? years)
    {
        if (_worths.TryGetValue((kind, concept, years), out var known)) return known;
        var reach = new ClientReach(CardMatch.Alone(CardMatch.Term(kind, concept, years), _context.Today), _context);
        int[] essentials = kind == ConceptKind.Occupation ? []
            : [.. _context.Graph.Broader(concept).Prepend(concept).Select(can => Array.IndexOf(_essential, can)).Where(at => at >= 0)];
        return _worths[(kind, concept, years)] = new Worth(
            [.. _vacancy.Requirements.Select(r => reach.RequirementPercent(r, _prepared.NeededOn))],
            reach.OccupationPercent(_vacancy.OccupationId, _vacancy.BranchCode), essentials);
    }

    /// <summary>What one term gives: percent of each requirement, percent of the occupation, and which of the occupation's essential competences it shows.</summary>
    private sealed record Worth(int[] Requirements, int Occupation, int[] Essentials);
}
