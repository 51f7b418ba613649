using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Search;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Searching;

namespace ZOE.Matching.Web.Cards;

/// <summary>A card that was found.</summary>
/// <param name="Shows">What of the search the card shows itself.</param>
/// <param name="Near">What of the search it shows something near of.</param>
public sealed record FoundCard(string Code, ShownCard Card, IReadOnlyList<string> Shows, IReadOnlyList<string> Near);

/// <summary>What an employer gets for a search of profiles.</summary>
/// <param name="Cards">Best first, in steps of <see cref="CardReader.Fewest"/>; empty = only through the coach.</param>
/// <param name="Count">How many pass the filters, banded.</param>
/// <param name="EngineDown">The words could be compared only with what stands on the cards.</param>
public sealed record CandidatesFound(CandidateMeaning Meaning, IReadOnlyList<FoundCard> Cards, CountBand Count, bool EngineDown);

/// <summary>
/// The search of anonymous cards by employers (closed list of fields): occupation, qualification, area, German, experience and form narrow; competences only rank.
/// The index ranks, the database says who may be shown. No order, count or page tells more than the cards.
/// </summary>
public sealed class CandidateSearch(CardReader cards, CardSource source, VocabularyCache vocabulary, BoundedSearch engine)
{
    /// <summary>Most cards of a search.</summary>
    public const int Most = 20;

    public async Task<CandidatesFound> FindAsync(SearchCriteria criteria, Guid employerId, AuditViewer viewer, CancellationToken stop)
    {
        var loaded = await vocabulary.GetAsync(stop);
        var (meaning, fitting) = await FittingAsync(criteria, loaded, stop);
        var none = new CandidatesFound(meaning, [], CountBand.Of(fitting.Count), false);
        if (fitting.Count < CardReader.Fewest || await source.KeyAsync(stop) is not { } key) return none;
        List<ReadWord> asked = [.. meaning.Occupations, .. meaning.Competences];
        var (scores, down) = await ScoresAsync(asked, meaning.Filter, fitting, loaded, stop);
        var ranked = fitting.ConvertAll(k => (Kept: k, Score: scores.GetValueOrDefault(k.Card.ClientId), Shown: meaning.Filter.Shown(k.Card)));
        var best = new CardOrder(key, employerId).First(ranked, k => k.Kept, k => (k.Score, k.Shown), Most)
            .Select(k => (k.Kept, Found(k.Kept.Card, CardCodes.Of(key, employerId, k.Kept.Card.ClientId, k.Kept.ConsentId), k.Score > 0, asked, loaded.Graph))).ToList();
        return none with { Cards = await cards.ShowAsync(best, viewer, stop), EngineDown = down };
    }

    /// <summary>How many cards pass, as an employer may know it; with competences asked for, how many of them show one.</summary>
    public async Task<CountBand> CountAsync(SearchCriteria criteria, CancellationToken stop)
    {
        var loaded = await vocabulary.GetAsync(stop);
        var (meaning, fitting) = await FittingAsync(criteria, loaded, stop);
        return CountBand.Of(meaning.Competences.Count == 0 ? fitting.Count : fitting.Count(k => meaning.Competences.Any(w => Carries(k.Card, w, loaded.Graph))));
    }

    private async Task<(CandidateMeaning Meaning, List<KeptCard> Fitting)> FittingAsync(SearchCriteria criteria, LoadedVocabulary loaded, CancellationToken stop)
    {
        var meaning = CandidateWords.Read(criteria, loaded);
        if (meaning.MeansNothing) return (meaning, []);
        var kept = (await source.VisibleAsync(stop)).Cards;
        var wanted = meaning.Occupations.SelectMany(o => o.Concepts).Concat(criteria.Filters.Where(f => f.Name == CardFields.Occupation).SelectMany(f => f.Values).Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty)).ToList();
        if (wanted.Count > 0)
        {
            var shown = kept.Select(k => k.Card.Occupation?.ConceptId).OfType<Guid>().Distinct();
            meaning = meaning with { Filter = meaning.Filter with { Occupations = shown.Where(o => wanted.Exists(w => IsNear(o, w, loaded))).ToHashSet() } };
        }

        return (meaning, [.. kept.Where(k => meaning.Filter.Passes(k.Card))]);
    }

    /// <summary>The occupation of a card is the wanted one, narrower, the same in another vocabulary, or what the wanted one is generalised to on cards.</summary>
    private static bool IsNear(Guid shown, Guid wanted, LoadedVocabulary loaded) =>
        shown == wanted || loaded.Graph.Broader(shown).Contains(wanted) || loaded.Graph.Broader(wanted).Take(2).Contains(shown)
        || loaded.Text.Lexicon.Find(wanted)?.Related.Any(r => r.ConceptId == shown && r.Percent >= SameFrom) == true;

    /// <summary>Percent from which concepts of two vocabularies are one.</summary>
    private const int SameFrom = 80;

    /// <summary>The points of the index; while it does not answer, one for each thing asked for that stands on the card.</summary>
    private async Task<(Dictionary<Guid, int> Scores, bool Down)> ScoresAsync(List<ReadWord> asked, CardFilter filter, List<KeptCard> fitting, LoadedVocabulary loaded, CancellationToken stop)
    {
        if (asked.Count == 0) return ([], false);
        var query = new SearchQuery
        {
            Groups = [.. asked.SelectMany(w => w.Concepts).Distinct().Take(SearchQuery.MaxGroups).Select(c => loaded.Text.ForConceptQuery(c))],
            Filters = filter.ForIndex(),
            PageSize = SearchQuery.MaxPageSize,
        };
        if (await engine.AskAsync(SearchKind.Cards, query, stop) is { } answer) return (answer.Page.Hits.ToDictionary(h => h.Id, h => h.Score), false);
        return (fitting.ToDictionary(k => k.Card.ClientId, k => asked.Count(w => Carries(k.Card, w, loaded.Graph))), true);
    }

    private static FoundCard Found(AnonymousCard card, string code, bool ranked, List<ReadWord> asked, VocabularyGraph graph)
    {
        var shows = asked.Where(w => Carries(card, w, graph)).ToList();
        return new FoundCard(code, ShownCard.Of(card), [.. shows.Select(w => w.Label)], ranked && shows.Count == 0 ? [.. asked.Where(w => IsNearOf(card, w, graph)).Select(w => w.Label)] : []);
    }

    private static bool Carries(AnonymousCard card, ReadWord word, VocabularyGraph graph) => Terms(card).Any(t => word.Concepts.Any(c => graph.Implies(t, c)));

    private static bool IsNearOf(AnonymousCard card, ReadWord word, VocabularyGraph graph) => Terms(card).Any(t => word.Concepts.Any(c => graph.Broader(c).Contains(t)));

    private static IEnumerable<Guid> Terms(AnonymousCard card) => card.Skills.Select(s => s.ConceptId).Concat(card.Occupation is { } occupation ? [occupation.ConceptId] : []);
}
