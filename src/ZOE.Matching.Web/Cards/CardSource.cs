using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Projections;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Web.Projections;

namespace ZOE.Matching.Web.Cards;

/// <summary>A projected card with the consent under which it may be shown.</summary>
public sealed record KeptCard(Guid ConsentId, AnonymousCard Card);

/// <summary>The cards that may be shown now.</summary>
/// <param name="Rows">The same cards in the same order, for scoring.</param>
public sealed record VisibleCards(IReadOnlyList<KeptCard> Cards, CardRows Rows);

/// <summary>The parsed cards of this process. They stand for the database's state that the stamp names and for no other.</summary>
public sealed class CardStock
{
    /// <summary>One reader makes them anew, the others wait for it.</summary>
    internal SemaphoreSlim One { get; } = new(1, 1);

    internal (string Stamp, VisibleCards Cards)? Kept { get; set; }
}

/// <summary>The visible cards, parsed once for each state of the database: all cards are read again when one was projected, one came or went, a consent ended, or a day began.</summary>
public sealed class CardSource(MatchingDbContext db, SearchDocuments documents, CardKey key, CardStock stock, TimeProvider clock)
{
    /// <summary>The secret of the codes; null before the first start.</summary>
    public Task<byte[]?> KeyAsync(CancellationToken stop) => key.FindAsync(stop);

    /// <summary>All cards that the database lets through now. Who shows one asks it once more, in the transaction of the audit.</summary>
    public async Task<VisibleCards> VisibleAsync(CancellationToken stop)
    {
        await stock.One.WaitAsync(stop);
        try
        {
            // Read before the cards: what changes between the two is read again next time.
            var stamp = await StampAsync(stop);
            if (stock.Kept is { } kept && kept.Stamp == stamp) return kept.Cards;
            var rows = await documents.VisibleCards.AsNoTracking().Select(c => new { c.ConsentId, c.Card }).ToListAsync(stop);
            var terms = new Dictionary<CardTerm, CardTerm>();
            List<KeptCard> cards = [.. rows.Select(r => new KeptCard(r.ConsentId, Shared(CardJson.Read(r.Card), terms)))];
            var visible = new VisibleCards(cards, new CardRows(cards.ConvertAll(c => c.Card)));
            stock.Kept = (stamp, visible);
            return visible;
        }
        finally
        {
            stock.One.Release();
        }
    }

    private async Task<string> StampAsync(CancellationToken stop)
    {
        var projected = await db.ProjectionTasks.Where(t => t.Kind == ProjectionKind.AllCards).Select(t => t.DoneVersion).FirstOrDefaultAsync(stop);
        var there = await db.Cards.CountAsync(stop);
        var ended = await db.ConsentEnds.CountAsync(stop);
        var given = await db.Consents.CountAsync(stop);
        return $"{clock.Today():O} {projected} {there} {ended} {given}";
    }

    /// <summary>Equal terms are kept once.</summary>
    private static AnonymousCard Shared(AnonymousCard card, Dictionary<CardTerm, CardTerm> terms)
    {
        return card with { Occupation = card.Occupation is { } occupation ? One(occupation) : null, Skills = [.. card.Skills.Select(One)] };

        CardTerm One(CardTerm term) => terms.TryGetValue(term, out var known) ? known : terms[term] = term;
    }
}
