using System.Diagnostics;
using CsCheck;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Places;
using static ZOE.Matching.Domain.Tests.Matches.MatchWorld;

namespace ZOE.Matching.Domain.Tests.Matches;

/// <summary>Looks at the cards as an attacker would: by counting who shares what.</summary>
public sealed class CardAttackTests
{
    private static readonly Gen<ReleasedProfile[]> Populations = RandomFacts.Profile.Array[0, 120];

    [Fact]
    public void Project_RandomPopulations_EveryTupleIsSharedByFive()
    {
        var (shown, hidden) = (0, 0);
        Populations.Sample(
            profiles =>
            {
                var cards = CardProjection.Project(profiles, Graph);
                Interlocked.Add(ref shown, cards.Count);
                Interlocked.Add(ref hidden, profiles.Length - cards.Count);
                return cards.GroupBy(Tuple).All(g => g.Count() >= 5)
                    && cards.All(c => Honest(c, profiles.Single(p => p.ClientId == c.ClientId)));
            },
            iter: 500);
        shown.Should().BeGreaterThan(hidden * 4, "a ladder that hides most people is a defect too");
        hidden.Should().BePositive("else the small classes were never met");
    }

    [Fact]
    public void Project_RandomPopulations_EveryTermAndPairIsCarriedByFive()
    {
        var pairs = 0;
        Populations.Sample(
            profiles =>
            {
                foreach (var card in CardProjection.Project(profiles, Graph))
                {
                    Guid[] terms = [.. card.Skills.Select(s => s.ConceptId)];
                    if (terms.Any(a => terms.Any(b => Carriers(profiles, a, b) < 5))) return false;
                    if (!terms.All(t => Carries(profiles.Single(p => p.ClientId == card.ClientId), t))) return false;
                    if (terms.Length > 1) Interlocked.Increment(ref pairs);
                }

                return true;
            },
            iter: 500);
        pairs.Should().BeGreaterThan(1_000, "else pairs were never shown");
    }

    [Fact]
    public void Project_AnotherOrder_GivesTheSameCards() => Populations.Sample(
        profiles =>
        {
            ReleasedProfile[] turned = [.. profiles.Reverse()];
            return CardProjection.Project(profiles, Graph).Select(Text).SequenceEqual(CardProjection.Project(turned, Graph).Select(Text));
        },
        iter: 200);

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public void Project_OtherK_IsKept(int k) => Populations.Sample(
        profiles => CardProjection.Project(profiles, Graph, k).GroupBy(Tuple).All(g => g.Count() >= k), iter: 100);

    [Fact]
    public void Project_FourThousandProfiles_IsDoneInSeconds()
    {
        var random = new Random(11);
        Guid[] skills = [Welding, MagWelding, Drawings, Stacking, Typing, LicenceB, LicenceC, Forklift];
        var profiles = Enumerable.Range(1, 4_000).Select(i => new ReleasedProfile(
            Id(i), Id(random.Next(1, 5)), (QualificationGroup)random.Next(5), (Area)random.Next(5), (CefrLevel)random.Next(7), random.Next(9),
            [(PlacementKind)random.Next(5)], [.. skills.Where(_ => random.Next(2) == 0)], 40, null)).ToArray();

        var clock = Stopwatch.StartNew();
        var cards = CardProjection.Project(profiles, Graph);

        cards.Count.Should().BeGreaterThan(3_950);
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10), "the goal is a second; a busy machine takes its share");
    }

    private static string Tuple(AnonymousCard c) =>
        $"{c.Occupation?.ConceptId} {c.Qualification} {c.Area} {c.German} {c.Experience} {string.Join('+', c.Forms)}";

    private static string Text(AnonymousCard c) =>
        $"{c.ClientId} {Tuple(c)} {string.Join('+', c.Skills.Select(s => s.ConceptId))} {c.WorkingTime} {c.AvailableFrom}";

    /// <summary>What is shown is true, only less exact.</summary>
    private static bool Honest(AnonymousCard card, ReleasedProfile profile) =>
        card.German <= profile.German
        && (card.Occupation is null || Graph.Implies(profile.OccupationId!.Value, card.Occupation.ConceptId))
        && (card.Qualification == QualificationGroup.Unknown || card.Qualification == profile.Qualification)
        && (card.Forms.Count == 0 || card.Forms.Order().SequenceEqual(profile.Forms.Order()))
        && (card.Area is CardArea.Any || card.Area.ToString() == profile.Area.ToString() || (card.Area == CardArea.Region && profile.Area is not (null or Area.City)));

    private static bool Carries(ReleasedProfile profile, Guid term) => profile.Skills.Any(s => Graph.Implies(s, term));

    private static int Carriers(ReleasedProfile[] profiles, Guid a, Guid b) => profiles.Count(p => Carries(p, a) && Carries(p, b));
}
