using ZOE.Matching.Domain.Matches;

namespace ZOE.Matching.Web.Cards;

/// <summary>The order in which one employer sees cards: the best first, equals by the employer's own draw.</summary>
public sealed class CardOrder(byte[] key, Guid employerId)
{
    /// <summary>The first of them. Only who can be among them is drawn: without a word asked for all cards are equal.</summary>
    /// <param name="rank">Higher comes first.</param>
    public IReadOnlyList<T> First<T, TRank>(IReadOnlyList<T> all, Func<T, KeptCard> card, Func<T, TRank> rank, int most)
    {
        if (all.Count > most)
        {
            var last = all.Select(rank).OrderDescending().ElementAt(most - 1);
            all = [.. all.Where(one => Comparer<TRank>.Default.Compare(rank(one), last) >= 0)];
        }

        var draws = CardDraw.Of(key, employerId, [.. all.Select(one => card(one).ConsentId)]);
        return [.. all.Zip(draws).OrderByDescending(d => rank(d.First)).ThenBy(d => d.Second).Take(most).Select(d => d.First)];
    }
}
