using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Web.Cards;

namespace ZOE.Matching.Web.Tests.Features.Employers;

/// <summary>Which cards come first for an employer, against ordering all of them.</summary>
public sealed class CardOrderTests
{
    private const int Most = 20;

    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Most)]
    [InlineData(Most + 1)]
    [InlineData(500)]
    public void First_CardsWithAndWithoutPoints_AreThoseOfTheWholeOrder(int count)
    {
        var random = new Random(count);
        var employer = Id(random);
        // Few points, so that many are equal, also at the end of the list.
        var cards = Enumerable.Range(0, count).Select(_ => (Card: new KeptCard(Id(random), null!), Score: Math.Max(0, random.Next(8) - 4), Shown: random.Next(2))).ToList();

        var first = new CardOrder(Key, employer).First(cards, c => c.Card, c => (c.Score, c.Shown), Most);

        var draws = cards.Zip(CardDraw.Of(Key, employer, [.. cards.Select(c => c.Card.ConsentId)])).ToDictionary(d => d.First.Card.ConsentId, d => d.Second);
        var whole = cards.ToList();
        whole.Sort((a, b) => a.Score != b.Score ? b.Score - a.Score : a.Shown != b.Shown ? b.Shown - a.Shown : draws[a.Card.ConsentId].CompareTo(draws[b.Card.ConsentId]));
        first.Should().Equal(whole[..Math.Min(Most, count)]);
    }

    [Fact]
    public void First_AllEqual_IsAnotherChoiceForEachEmployer()
    {
        var random = new Random(7);
        var cards = Enumerable.Range(0, 500).Select(_ => new KeptCard(Id(random), null!)).ToList();

        var lists = Enumerable.Range(0, 5).Select(_ => new CardOrder(Key, Id(random)).First(cards, c => c, _ => 0, Most)).ToList();

        lists.SelectMany(l => l).Distinct().Count().Should().BeGreaterThan(3 * Most);
        lists[0].Should().NotEqual(cards[..Most]);
    }

    private static Guid Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
