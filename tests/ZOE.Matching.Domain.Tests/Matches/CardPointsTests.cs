using CsCheck;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Places;
using static ZOE.Matching.Domain.Tests.Matches.MatchWorld;

namespace ZOE.Matching.Domain.Tests.Matches;

public sealed class CardPointsTests
{
    private static readonly Gen<CardTerm> Occupation = Gen.OneOf(Metalwork, Welder, Fitter, Office).Select(Term);

    private static readonly Gen<CardTerm> Skill = Gen.OneOf(Welding, MagWelding, Drawings, Stacking, Typing, LicenceB, LicenceC, Forklift, Arabic, Fitter).Select(Term);

    private static readonly Gen<AnonymousCard> Cards =
        from id in Gen.Guid
        from occupation in Occupation
        from shown in Gen.Int[0, 4]
        from area in Gen.Enum<CardArea>()
        from german in Gen.Enum<CefrLevel>()
        from experience in Gen.Enum<ExperienceBand>()
        from forms in Gen.Enum<PlacementKind>().Array[0, 3]
        from skills in Skill.Array[0, 6]
        from time in Gen.Enum<WorkingTime>()
        from months in Gen.Int[-3, 9]
        select new AnonymousCard(id, shown == 0 ? null : occupation, QualificationGroup.Unknown, area, german, experience, [.. forms.Distinct()], [.. skills.Distinct()], time, months < 0 ? null : Today.AddMonths(months));

    [Fact]
    public void OfFitting_AnyCardAndVacancy_IsTheScoreWithAllReasons()
    {
        var (fitting, all) = (0, 0);
        Gen.Select(RandomFacts.Vacancy, Gen.Enum<Area>(), Cards.Array[8]).Sample(
            (vacancy, area, cards) =>
            {
                var points = new CardPoints(new CardRows(cards), vacancy, area, Context);
                for (var at = 0; at < cards.Length; at++)
                {
                    var whole = CardMatch.Score(cards[at], vacancy, area, Context);
                    points.OfFitting(at).Should().Be(whole.Fits ? whole.Score : null);
                    (fitting, all) = (fitting + (whole.Fits ? 1 : 0), all + 1);
                }
            },
            iter: 2_000, threads: 1);

        fitting.Should().BeInRange(all / 50, all / 2, "else the samples say little");
    }

    private static CardTerm Term(Guid id) => new(id, Graph.Label(id)!);
}
