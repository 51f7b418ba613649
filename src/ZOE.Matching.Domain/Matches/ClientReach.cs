using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Domain.Matches;

/// <summary>How something a client has leads to something that is asked for.</summary>
internal enum ReachWay
{
    Exact,

    /// <summary>The client's concept is narrower: it includes what is asked for.</summary>
    Narrower,

    /// <summary>The client's concept is broader: perhaps.</summary>
    Broader,

    /// <summary>The client's occupation needs it, or often uses it.</summary>
    Implied,
}

/// <summary>One way to a concept, with its percent before level and proof.</summary>
internal readonly record struct Reach(HeldConcept Held, ReachWay Way, int Percent)
{
    /// <summary>Says that the client has it, not only that it is likely.</summary>
    public bool IsHeld => Way is ReachWay.Exact or ReachWay.Narrower;

    public bool IsValidOn(DateOnly day) => Held.ValidUntil is null || Held.ValidUntil >= day;
}

/// <summary>Everything in the vocabulary that a client's profile leads to, with the points it is worth. Built once per client.</summary>
internal sealed class ClientReach
{
    private readonly Dictionary<Guid, List<Reach>> _reaches = [];
    private readonly Dictionary<Guid, int> _occupations = [];
    private readonly Dictionary<(Guid, ConceptKind, Clients.SkillLevel), int> _percents = [];
    private readonly Dictionary<string, int> _branches = [];
    private readonly MatchContext _context;

    public ClientReach(ClientFacts client, MatchContext context)
    {
        Client = client;
        _context = context;
        foreach (var held in client.Held) Spread(held);
        foreach (var held in client.Held.Where(h => h.Kind == ConceptKind.Occupation)) SpreadOccupation(held);
        SpreadCompetencesToOccupations();
    }

    public ClientFacts Client { get; }

    /// <summary>All concepts that a requirement could name with some points.</summary>
    public IEnumerable<Guid> Concepts => _reaches.Keys;

    /// <summary>Percent of affinity by occupation.</summary>
    public IReadOnlyDictionary<Guid, int> Occupations => _occupations;

    /// <summary>Percent of affinity by branch alone.</summary>
    public IReadOnlyDictionary<string, int> Branches => _branches;

    public IReadOnlyList<Reach> To(Guid conceptId) => _reaches.TryGetValue(conceptId, out var ways) ? ways : [];

    /// <summary>Percent of a requirement's points on the day the person is needed.</summary>
    public int RequirementPercent(RequirementFacts requirement, DateOnly neededOn)
    {
        if (requirement.ConceptId is not { } id || !_reaches.TryGetValue(id, out var ways)) return 0;
        var key = (id, requirement.Kind, requirement.MinLevel);
        if (_percents.TryGetValue(key, out var known)) return known;
        var (best, dated) = (0, false);
        foreach (var way in ways)
        {
            dated |= way.Held.ValidUntil is not null;
            if (way.IsValidOn(neededOn)) best = Math.Max(best, Percent(way, requirement));
        }

        if (!dated) _percents[key] = best;
        return best;
    }

    /// <summary>Percent of affinity with an occupation or, failing that, its branch.</summary>
    public int OccupationPercent(Guid? occupationId, string? branchCode)
    {
        var byBranch = BranchPercent(branchCode);
        return occupationId is { } id ? Math.Max(byBranch, _occupations.GetValueOrDefault(id)) : byBranch;
    }

    public int BranchPercent(string? branchCode) => branchCode is null ? 0 : _branches.GetValueOrDefault(branchCode);

    private int Percent(Reach way, RequirementFacts requirement)
    {
        var weights = _context.Weights;
        var proof = weights.EvidencePercent(way.Held.Evidence, way.Held.ProvedOn, _context.Today);
        return requirement.Kind switch
        {
            ConceptKind.Certificate => way.IsHeld ? proof : 0,
            ConceptKind.Language => way.IsHeld ? proof * weights.LevelPercent(way.Held.Level, requirement.MinLevel) / 100 : 0,
            ConceptKind.CompetenceGroup or ConceptKind.OccupationGroup => 0,
            ConceptKind.Competence or ConceptKind.Occupation => way.Way == ReachWay.Implied
                ? way.Percent * weights.PracticePercent(way.Held.Years) / 100
                : way.Percent * proof * weights.LevelPercent(way.Held.Level, requirement.MinLevel) / 10_000,
        };
    }

    private void Spread(HeldConcept held)
    {
        var (graph, weights) = (_context.Graph, _context.Weights);
        Add(held.ConceptId, new(held, ReachWay.Exact, 100));
        foreach (var id in graph.Broader(held.ConceptId)) Add(id, new(held, ReachWay.Narrower, weights.NarrowerPercent));
        foreach (var id in graph.Narrower(held.ConceptId)) Add(id, new(held, ReachWay.Broader, weights.BroaderPercent));
        if (held.Kind != ConceptKind.Occupation) return;
        foreach (var id in graph.Essential(held.ConceptId)) Add(id, new(held, ReachWay.Implied, weights.EssentialPercent));
        foreach (var id in graph.Optional(held.ConceptId)) Add(id, new(held, ReachWay.Implied, weights.OptionalPercent));
    }

    private void SpreadOccupation(HeldConcept held)
    {
        var (graph, weights) = (_context.Graph, _context.Weights);
        var practice = weights.PracticePercent(held.Years);
        Raise(_occupations, held.ConceptId, practice);
        var line = graph.Broader(held.ConceptId);
        for (var i = 0; i < line.Count; i++) Raise(_occupations, line[i], weights.LinePercent(i + 1) * practice / 100);
        foreach (var id in graph.Narrower(held.ConceptId))
            Raise(_occupations, id, weights.LinePercent(graph.StepsUp(id, held.ConceptId)) * practice / 100);
        foreach (var id in graph.Sisters(held.ConceptId)) Raise(_occupations, id, weights.SisterPercent * practice / 100);
        if (graph.Branch(held.ConceptId) is { } branch) Raise(_branches, branch, weights.BranchPercent);
    }

    private void SpreadCompetencesToOccupations()
    {
        var (graph, weights) = (_context.Graph, _context.Weights);
        HashSet<Guid> can = [];
        foreach (var held in Client.Held.Where(h => h.Kind != ConceptKind.Occupation))
        {
            can.Add(held.ConceptId);
            can.UnionWith(graph.Broader(held.ConceptId));
        }

        Dictionary<Guid, int> known = [];
        foreach (var occupation in can.SelectMany(graph.EssentialFor)) known[occupation] = known.GetValueOrDefault(occupation) + 1;
        foreach (var (occupation, count) in known)
            Raise(_occupations, occupation, weights.EssentialShareMostPercent * count / graph.Essential(occupation).Count);
    }

    private void Add(Guid id, Reach reach)
    {
        if (!_reaches.TryGetValue(id, out var ways)) _reaches[id] = ways = [];
        ways.Add(reach);
    }

    private static void Raise<TKey>(Dictionary<TKey, int> percents, TKey key, int percent) where TKey : notnull
    {
        if (percent > percents.GetValueOrDefault(key)) percents[key] = percent;
    }
}
