using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Projections;

namespace ZOE.Matching.Web.Cards;

/// <summary>A card as an employer sees it. The client's id is not part of it.</summary>
/// <param name="Code">Of this employer for this candidate; another employer sees another one.</param>
/// <param name="Reasons">What speaks for it, by the card alone.</param>
/// <param name="Gaps">What the card shows to be missing.</param>
/// <param name="Clarify">What the card does not show: to be asked.</param>
public sealed record EmployerCard(string Code, ShownCard Card, int Score, IReadOnlyList<MatchContribution> Reasons, IReadOnlyList<MatchGap> Gaps, IReadOnlyList<MatchClarify> Clarify);

/// <summary>The closed list of <see cref="AnonymousCard"/> without the id.</summary>
public sealed record ShownCard(
    CardTerm? Occupation, Domain.Clients.QualificationGroup Qualification, CardArea Area, CefrLevel German, ExperienceBand Experience,
    IReadOnlyList<PlacementKind> Forms, IReadOnlyList<CardTerm> Skills, WorkingTime WorkingTime, DateOnly? AvailableFrom)
{
    public static ShownCard Of(AnonymousCard card) =>
        new(card.Occupation, card.Qualification, card.Area, card.German, card.Experience, card.Forms, card.Skills, card.WorkingTime, card.AvailableFrom);
}

/// <summary>What an employer gets for a vacancy.</summary>
/// <param name="Cards">At least <see cref="CardReader.Fewest"/>, best first; empty = only through the coach.</param>
/// <param name="Count">How many fit, banded.</param>
public sealed record EmployerCards(IReadOnlyList<EmployerCard> Cards, CountBand Count)
{
    public bool OnlyThroughCoach => Cards.Count == 0;
}

/// <summary>The only way from cards to employers: consent and visibility are confirmed by the database in the same request, the view is audited in the same transaction.</summary>
public sealed class CardReader(MatchingDbContext db, SearchDocuments documents, MatchFacts facts, CardSource source, AuditedReads audit)
{
    /// <summary>Fewest cards of a list; fewer show none.</summary>
    public const int Fewest = CardProjection.DefaultK;

    /// <summary>Most cards of a list.</summary>
    public const int Most = 50;

    /// <summary>Cards that fit the open vacancy of this approved employer; null when it has no such vacancy.</summary>
    public async Task<EmployerCards?> CardsForVacancyAsync(Guid vacancyId, Guid employerId, AuditViewer viewer, CancellationToken stop = default)
    {
        if (await FittingAsync(vacancyId, employerId, stop) is not { } fitting) return null;
        var nothing = new EmployerCards([], CountBand.Of(fitting.Count));
        if (fitting.Count < Fewest) return nothing;
        return nothing with { Cards = await ShowAsync(fitting.Cards.Select(c => (c.Kept, CardOf(c))).ToList(), viewer, stop) };
    }

    /// <summary>Lets through what the database confirms at this moment, in full steps of <see cref="Fewest"/> so that no list tells an exact number, and records whose cards were shown.</summary>
    /// <param name="cards">Best first.</param>
    public async Task<IReadOnlyList<T>> ShowAsync<T>(IReadOnlyList<(KeptCard Kept, T Card)> cards, AuditViewer viewer, CancellationToken stop) =>
        [.. (await audit.ReadAsync(viewer, AuditPurpose.EmployerCards, () => ConfirmAsync(cards, stop), rows => rows.Select(r => r.Pseudonym))).Select(r => r.Card)];

    /// <summary>The client whose visible card has this code for the employer; null when there is none, or not just one.</summary>
    public async Task<Guid?> ClientOfCodeAsync(string code, Guid employerId, CancellationToken stop = default)
    {
        if (await source.KeyAsync(stop) is not { } key) return null;
        var visible = (await source.VisibleAsync(stop)).Cards;
        if (visible.Count < Fewest || visible.Where(k => CardCodes.Of(key, employerId, k.Card.ClientId, k.ConsentId) == code).ToList() is not [var one]) return null;
        return await documents.VisibleCards.AnyAsync(c => c.ClientId == one.Card.ClientId && c.ConsentId == one.ConsentId, stop) ? one.Card.ClientId : null;
    }

    /// <summary>Clients whose card the employer can see for this vacancy now, by code; empty when there are too few.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> FittingClientsAsync(Guid vacancyId, Guid employerId, CancellationToken stop = default)
    {
        var fitting = await FittingAsync(vacancyId, employerId, stop);
        if (fitting is null || fitting.Count < Fewest) return new Dictionary<string, Guid>();
        var clients = fitting.Cards.Select(f => f.Kept.Card.ClientId).ToList();
        var visible = await documents.VisibleCards.Where(c => clients.Contains(c.ClientId)).Select(c => c.ConsentId).ToListAsync(stop);
        // Of two people under one code (once in some ten million lists) neither can be asked for by it.
        return fitting.Cards.Where(f => visible.Contains(f.Kept.ConsentId)).GroupBy(f => f.Code).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single().Kept.Card.ClientId);
    }

    /// <summary>How many cards fit each of the employer's open vacancies (the newest first), banded; nothing else of them is read out.</summary>
    public async Task<IReadOnlyDictionary<Guid, CountBand>> CountsAsync(Guid employerId, int most, CancellationToken stop = default)
    {
        var newest = facts.OpenVacancies.Where(v => v.EmployerId == employerId).OrderByDescending(v => v.PublishedAtUtc).ThenBy(v => v.Id).Take(most);
        var vacancies = await facts.VacanciesAsync(newest, stop);
        if (vacancies.Count == 0) return new Dictionary<Guid, CountBand>();
        var words = await facts.WordsAsync(stop);
        var context = await facts.CardContextAsync(stop);
        var cards = await source.VisibleAsync(stop);
        return vacancies.ToDictionary(v => v.VacancyId, v => CountBand.Of(Fitting(cards, v, words.AreaOf(v.PlaceAgs), context).Count()));
    }

    /// <summary>The cards that fit a vacancy: how many there are, and the best of them with all reasons.</summary>
    private sealed record FittingCards(int Count, IReadOnlyList<FittingCard> Cards);

    private sealed record FittingCard(KeptCard Kept, string Code, MatchResult Result);

    private static IEnumerable<(KeptCard Kept, int Score)> Fitting(VisibleCards cards, VacancyFacts vacancy, Area? workArea, MatchContext context)
    {
        var points = new CardPoints(cards.Rows, vacancy, workArea, context);
        for (var at = 0; at < cards.Cards.Count; at++)
        {
            if (points.OfFitting(at) is { } score) yield return (cards.Cards[at], score);
        }
    }

    private async Task<FittingCards?> FittingAsync(Guid vacancyId, Guid employerId, CancellationToken stop)
    {
        var vacancies = await facts.VacanciesAsync(facts.OpenVacancies.Where(v => v.Id == vacancyId && v.EmployerId == employerId), stop);
        if (vacancies.Count == 0) return null;
        if (await source.KeyAsync(stop) is not { } key) return new FittingCards(0, []);
        var words = await facts.WordsAsync(stop);
        var context = await facts.CardContextAsync(stop);
        var workArea = words.AreaOf(vacancies[0].PlaceAgs);
        var fitting = Fitting(await source.VisibleAsync(stop), vacancies[0], workArea, context).ToList();
        return new FittingCards(fitting.Count,
        [
            .. new CardOrder(key, employerId).First(fitting, f => f.Kept, f => f.Score, Most).Select(f => new FittingCard(
                f.Kept, CardCodes.Of(key, employerId, f.Kept.Card.ClientId, f.Kept.ConsentId), CardMatch.Score(f.Kept.Card, vacancies[0], workArea, context))),
        ]);
    }

    private static EmployerCard CardOf(FittingCard fitting) =>
        new(fitting.Code, ShownCard.Of(fitting.Kept.Card), fitting.Result.Score, fitting.Result.Contributions, fitting.Result.Gaps, fitting.Result.Clarify);

    /// <summary>The last word has the database: only cards whose consent holds at this moment are shown.</summary>
    private async Task<List<(Guid Pseudonym, T Card)>> ConfirmAsync<T>(IReadOnlyList<(KeptCard Kept, T Card)> cards, CancellationToken stop)
    {
        var consents = cards.Select(c => c.Kept.ConsentId).ToList();
        // Asked for by the key, and only then by the consent: no page reads all cards.
        var clients = cards.Select(c => c.Kept.Card.ClientId).ToList();
        var confirmed = await (
            from row in documents.VisibleCards
            join client in db.Clients on row.ClientId equals client.Id
            where clients.Contains(row.ClientId) && consents.Contains(row.ConsentId)
            select new { row.ConsentId, client.Pseudonym }).ToDictionaryAsync(x => x.ConsentId, x => x.Pseudonym, stop);
        var shown = cards.Where(c => confirmed.ContainsKey(c.Kept.ConsentId)).Select(c => (confirmed[c.Kept.ConsentId], c.Card)).ToList();
        return shown[..(shown.Count - shown.Count % Fewest)];
    }
}
