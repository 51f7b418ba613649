using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
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
public sealed class CardReader(MatchingDbContext db, SearchDocuments documents, MatchFacts facts, VocabularyCache vocabulary, AuditedReads audit)
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
        // Everyone with the score of the last place gets a code, so that codes and not chance break the tie.
        var last = fitting[Math.Min(Most, fitting.Count) - 1].Result.Score;
        var candidates = fitting.Where(f => f.Result.Score >= last).ToList();
        await AddCodesAsync(employerId, candidates, stop);
        var shown = await audit.ReadAsync(viewer, AuditPurpose.EmployerCards, () => ConfirmAsync(employerId, candidates, stop), rows => rows.Select(r => r.Pseudonym));
        return shown.Count < Fewest ? nothing : new EmployerCards([.. shown.Select(s => s.Card)], CountBand.Of(fitting.Count));
    }

    /// <summary>Clients whose card the employer can see for this vacancy now; empty when there are too few.</summary>
    public async Task<IReadOnlySet<Guid>> FittingClientsAsync(Guid vacancyId, Guid employerId, CancellationToken stop = default)
    {
        var fitting = await FittingAsync(vacancyId, employerId, stop) ?? [];
        return fitting.Count < Fewest ? new HashSet<Guid>() : fitting.Take(Most).Select(f => f.Row.ClientId).ToHashSet();
    }

    /// <summary>How many cards fit each of the employer's open vacancies (the newest first), banded; nothing else of them is read out.</summary>
    public async Task<IReadOnlyDictionary<Guid, CountBand>> CountsAsync(Guid employerId, int most, CancellationToken stop = default)
    {
        var newest = facts.OpenVacancies.Where(v => v.EmployerId == employerId).OrderByDescending(v => v.PublishedAtUtc).ThenBy(v => v.Id).Take(most);
        var vacancies = await facts.VacanciesAsync(newest, stop);
        if (vacancies.Count == 0) return new Dictionary<Guid, CountBand>();
        var words = await vocabulary.GetAsync(stop);
        var context = await facts.ContextAsync(stop);
        var cards = (await documents.VisibleCards.AsNoTracking().Select(c => c.Card).ToListAsync(stop)).Select(CardJson.Read).ToList();
        return vacancies.ToDictionary(v => v.VacancyId, v => CountBand.Of(cards.Count(c => CardMatch.Score(c, v, words.AreaOf(v.PlaceAgs), context).Fits)));
    }

    private sealed record Fitting(Data.Projections.CardRow Row, AnonymousCard Card, MatchResult Result);

    private async Task<List<Fitting>?> FittingAsync(Guid vacancyId, Guid employerId, CancellationToken stop)
    {
        var vacancies = await facts.VacanciesAsync(facts.OpenVacancies.Where(v => v.Id == vacancyId && v.EmployerId == employerId), stop);
        if (vacancies.Count == 0) return null;
        var words = await vocabulary.GetAsync(stop);
        var context = await facts.ContextAsync(stop);
        var workArea = words.AreaOf(vacancies[0].PlaceAgs);
        var rows = await documents.VisibleCards.AsNoTracking().ToListAsync(stop);
        return
        [
            .. rows.Select(row => (Row: row, Card: CardJson.Read(row.Card)))
                .Select(c => new Fitting(c.Row, c.Card, CardMatch.Score(c.Card, vacancies[0], workArea, context)))
                .Where(f => f.Result.Fits)
                .OrderByDescending(f => f.Result.Score).ThenBy(f => f.Row.ConsentId),
        ];
    }

    /// <summary>Makes the codes that are missing; two requests at once make one.</summary>
    private Task AddCodesAsync(Guid employerId, IReadOnlyList<Fitting> candidates, CancellationToken stop) => db.InWriteTransactionAsync(async () =>
    {
        var clients = candidates.Select(c => c.Row.ClientId).ToList();
        var there = await db.CardCodes.Where(c => c.EmployerId == employerId && clients.Contains(c.ClientId)).Select(c => new { c.ClientId, c.ConsentId }).ToListAsync(stop);
        using var random = RandomNumberGenerator.Create();
        foreach (var row in candidates.Select(c => c.Row).Where(r => !there.Any(t => t.ClientId == r.ClientId && t.ConsentId == r.ConsentId)))
        {
            var code = CardCodes.New(random);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "CardCodes" ("EmployerId", "ClientId", "ConsentId", "Code") VALUES ({employerId}, {row.ClientId}, {row.ConsentId}, {code}) ON CONFLICT DO NOTHING""", stop);
        }
    }, stop);

    /// <summary>The last word has the database: only cards whose consent holds at this moment are shown.</summary>
    private async Task<List<(Guid Pseudonym, EmployerCard Card)>> ConfirmAsync(Guid employerId, List<Fitting> candidates, CancellationToken stop)
    {
        var clients = candidates.Select(c => c.Row.ClientId).ToList();
        var confirmed = await (
            from row in documents.VisibleCards
            join code in db.CardCodes on new { row.ClientId, row.ConsentId } equals new { code.ClientId, code.ConsentId }
            join client in db.Clients on row.ClientId equals client.Id
            where code.EmployerId == employerId && clients.Contains(row.ClientId)
            select new { row.ClientId, code.Code, client.Pseudonym }).ToDictionaryAsync(x => x.ClientId, stop);
        if (confirmed.Count < Fewest) return [];
        return
        [
            .. candidates.Where(c => confirmed.ContainsKey(c.Row.ClientId))
                .Select(c => (confirmed[c.Row.ClientId].Pseudonym, Card: new EmployerCard(confirmed[c.Row.ClientId].Code, ShownCard.Of(c.Card), c.Result.Score, c.Result.Contributions, c.Result.Gaps, c.Result.Clarify)))
                .OrderByDescending(c => c.Card.Score).ThenBy(c => c.Card.Code, StringComparer.Ordinal).Take(Most),
        ];
    }
}
