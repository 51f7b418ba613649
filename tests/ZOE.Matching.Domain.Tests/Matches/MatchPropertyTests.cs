using CsCheck;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Matches;
using static ZOE.Matching.Domain.Tests.Matches.MatchWorld;

namespace ZOE.Matching.Domain.Tests.Matches;

public sealed class MatchPropertyTests
{
    private static readonly Gen<(ClientFacts Client, VacancyFacts Vacancy, MatchContext World)> Pairs =
        Gen.Select(RandomFacts.Client, RandomFacts.Vacancy, RandomFacts.Worlds);

    [Fact]
    public void Score_AnyPair_IsTheSumOfContributionsThatAddUpToThousand() => Pairs.Sample(p =>
    {
        var result = Score(p.Client, p.Vacancy, p.World);

        return result.Score == result.Contributions.Sum(c => c.Points)
            && result.Contributions.Sum(c => c.Of) == 1000
            && result.Contributions.All(c => 0 <= c.Points && c.Points <= c.Of)
            && result.Fits == (result.Excluded is null && result.Score >= 500);
    }, iter: 3_000);

    [Fact]
    public void Score_SamePairTwice_GivesTheSameStoredForm() => Pairs.Sample(
        p => MatchExplanation.Write(Score(p.Client, p.Vacancy, p.World)) == MatchExplanation.Write(Score(p.Client, p.Vacancy, p.World)),
        iter: 500);

    [Fact]
    public void Score_ProfileInAnotherOrder_IsTheSame() => Pairs.Sample(p =>
    {
        var turned = p.Client with { Held = [.. p.Client.Held.Reverse()] };

        return Score(turned, p.Vacancy, p.World).Score == Score(p.Client, p.Vacancy, p.World).Score;
    }, iter: 1_000);

    [Fact]
    public void Score_OneMoreThingInTheProfile_NeverLowersOrExcludes() => Gen.Select(Pairs, RandomFacts.Held).Sample((p, more) =>
    {
        var before = Score(p.Client, p.Vacancy, p.World);
        var after = Score(p.Client with { Held = [.. p.Client.Held, more] }, p.Vacancy, p.World);

        return after.Score >= before.Score && (before.Excluded is not null || after.Excluded is null);
    }, iter: 3_000);

    [Fact]
    public void Score_RequiredCompetenceAtTheLevelAsked_RaisesToItsFullShare() => Gen.Select(Pairs, RandomFacts.Requirement).Sample((p, asked) =>
    {
        if (asked.ConceptId is not { } id) return true;
        var vacancy = p.Vacancy with { Requirements = [asked] };
        var client = p.Client with { Held = [.. p.Client.Held, Has(id, asked.Kind, asked.MinLevel)] };

        return Score(client, vacancy, p.World).Contributions.Where(c => c.ConceptId == id).Sum(c => c.Points) == (vacancy.OccupationId is null ? 550 : 400);
    }, iter: 1_000);

    [Fact]
    public void Score_UnknownInsteadOfKnown_NeverExcludes() => Pairs.Sample(p =>
    {
        var unknown = p.Client with
        {
            WorkPermission = WorkPermission.Unknown,
            GermanSpoken = null,
            GermanWritten = null,
            PlaceAgs = null,
            WantedForms = [],
            WantedHours = null,
            Shifts = Shifts.None,
            AvailableFrom = null,
        };

        return Score(unknown, p.Vacancy with { Requirements = [] }, p.World).Excluded is null;
    }, iter: 500);
}
