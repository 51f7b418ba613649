using System.Diagnostics;
using CsCheck;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Vocabulary;
using static ZOE.Matching.Domain.Tests.Matches.MatchWorld;

namespace ZOE.Matching.Domain.Tests.Matches;

public sealed class FullMatchTests
{
    [Fact]
    public void Run_RandomCaseload_EqualsTryingEveryPair()
    {
        var pairs = 0;
        Gen.Select(RandomFacts.Client.Array[0, 12], RandomFacts.Vacancy.Array[0, 60], RandomFacts.Worlds).Sample(
            (clients, vacancies, world) =>
            {
                var fast = FullMatch.Run(clients, vacancies, world).Select(MatchKey).ToArray();
                var slow = clients.OrderBy(c => c.ClientId).SelectMany(c => vacancies
                    .Select(v => MatchRules.Score(c, v, world))
                    .Where(r => r.Fits)
                    .OrderByDescending(r => r.Score).ThenBy(r => r.VacancyId)
                    .Take(20)).Select(MatchKey).ToArray();
                Interlocked.Add(ref pairs, slow.Length);
                return fast.SequenceEqual(slow);
            },
            iter: 200);
        pairs.Should().BeGreaterThan(500, "else the comparison says nothing");
    }

    [Fact]
    public void Run_MoreThanTwentyFit_KeepsTheBestTwenty()
    {
        var vacancies = Enumerable.Range(1, 25).Select(i => Opening with { VacancyId = Id(i), HoursPerWeek = i <= 5 ? 33 : 40 });

        var kept = FullMatch.Run([Seeker], vacancies, Context);

        kept.Select(r => r.VacancyId).Should().Equal(Enumerable.Range(6, 20).Select(Id));
    }

    [Fact]
    public void Run_OneClient_EqualsThatClientAlone()
    {
        var index = new VacancyIndex([Opening], Context);

        MatchKey(FullMatch.ForClient(Seeker, index).Single()).Should().Be(MatchKey(FullMatch.Run([Seeker], [Opening], Context).Single()));
    }

    [Fact]
    public void Run_ExcludedPair_IsNotKept() =>
        FullMatch.Run([Seeker with { WantedForms = [PlacementKind.Internship] }], [Opening], Context).Should().BeEmpty();

    [Fact]
    public void Run_RealVocabularySize_IsSeveralTimesFasterThanTryingEveryPair()
    {
        var (clients, vacancies, world) = Caseload(15, 2_000);
        var index = new VacancyIndex(vacancies, world);
        int Fast() => clients.Sum(c => FullMatch.ForClient(c, index).Count);
        int Slow() => clients.Sum(c => Math.Min(20, vacancies.Count(v => MatchRules.Score(c, v, world).Fits)));
        Fast();

        var clock = Stopwatch.StartNew();
        var kept = Fast();
        var fast = clock.Elapsed;
        Slow().Should().Be(kept);
        var slow = clock.Elapsed - fast;

        kept.Should().BePositive();
        (slow / fast).Should().BeGreaterThan(4, $"fast took {fast}, slow {slow}");
    }

    /// <summary>The size of the real vocabulary: 40 groups of 9 competences, 30 of 7 occupations that each need six competences.</summary>
    private static (ClientFacts[] Clients, VacancyFacts[] Vacancies, MatchContext World) Caseload(int clientCount, int vacancyCount)
    {
        var random = new Random(7);
        var competences = Enumerable.Range(0, 360).Select(i => (Id: Id(10_000 + i), Parent: i % 9 == 0 ? (Guid?)null : Id(10_000 + i - (i % 9)))).ToArray();
        var occupations = Enumerable.Range(0, 210).Select(i => (Id: Id(20_000 + i), Parent: i % 7 == 0 ? (Guid?)null : Id(20_000 + i - (i % 7)))).ToArray();
        var graph = VocabularyGraph.Build(
            [
                .. competences.Select(c => new Concept { Id = c.Id, Key = $"{c.Id}", Kind = ConceptKind.Competence, Label = $"{c.Id}", BroaderId = c.Parent }),
                .. occupations.Select((o, i) => new Concept
                {
                    Id = o.Id, Key = $"{o.Id}", Kind = ConceptKind.Occupation, Label = $"{o.Id}", BroaderId = o.Parent, BranchCode = $"b{i / 18}",
                }),
            ],
            occupations.SelectMany(o => Enumerable.Range(0, 6).Select(_ => new ConceptRelation
            {
                FromId = o.Id,
                ToId = competences[random.Next(360)].Id,
                Kind = ConceptRelationKind.Essential,
            })));
        var clients = Enumerable.Range(0, clientCount).Select(i => Seeker with
        {
            ClientId = Id(100_000 + i),
            GermanSpoken = (CefrLevel)random.Next(1, 5),
            GermanWritten = (CefrLevel)random.Next(1, 5),
            Held =
            [
                Has(occupations[random.Next(210)].Id, ConceptKind.Occupation, years: random.Next(9)),
                .. Enumerable.Range(0, 8).Select(_ => Has(competences[random.Next(360)].Id, evidence: EvidenceKind.Tested)),
            ],
        }).ToArray();
        var vacancies = Enumerable.Range(0, vacancyCount).Select(i => Opening with
        {
            VacancyId = Id(200_000 + i),
            OccupationId = occupations[random.Next(210)].Id,
            BranchCode = $"b{random.Next(12)}",
            GermanSpoken = (CefrLevel)random.Next(0, 4),
            PlaceAgs = random.Next(2) == 0 ? "city" : "far",
            Requirements = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Asks(competences[random.Next(360)].Id))],
        }).ToArray();
        return (clients, vacancies, Context with { Graph = graph });
    }

    private static string MatchKey(MatchResult result) =>
        $"{result.ClientId} {result.VacancyId} {result.Score} {MatchExplanation.Write(result)}";
}
