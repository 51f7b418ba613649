using ZOE.Matching.Domain.Clients;

namespace ZOE.Matching.Domain.Matches;

/// <summary>The vacancies of a run, found by what they ask for.</summary>
public sealed class VacancyIndex
{
    private readonly Dictionary<Guid, List<(int Vacancy, int Requirement)>> _byRequirement = [];
    private readonly Dictionary<Guid, List<int>> _byOccupation = [];
    private readonly Dictionary<string, List<int>> _byBranch = [];

    public VacancyIndex(IEnumerable<VacancyFacts> vacancies, MatchContext context)
    {
        Context = context;
        Vacancies = [.. vacancies.OrderBy(v => v.VacancyId).Select(v => new PreparedVacancy(v, context))];
        for (var i = 0; i < Vacancies.Length; i++)
        {
            var facts = Vacancies[i].Facts;
            for (var r = 0; r < facts.Requirements.Count; r++)
            {
                if (facts.Requirements[r].ConceptId is { } id) List(_byRequirement, id).Add((i, r));
            }

            if (facts.OccupationId is { } occupation) List(_byOccupation, occupation).Add(i);
            if (facts.BranchCode is { } branch) List(_byBranch, branch).Add(i);
        }
    }

    internal PreparedVacancy[] Vacancies { get; }

    internal MatchContext Context { get; }

    /// <summary>Adds up the skill points of all vacancies that ask for anything the client leads to; the others keep 0.</summary>
    internal void AddSkillPoints(ClientReach reach, int[] points)
    {
        foreach (var concept in reach.Concepts)
        {
            if (!_byRequirement.TryGetValue(concept, out var asked)) continue;
            foreach (var (v, r) in asked)
            {
                var vacancy = Vacancies[v];
                points[v] += vacancy.Shares[r] * reach.RequirementPercent(vacancy.Facts.Requirements[r], vacancy.NeededOn) / 100;
            }
        }

        // Occupation and branch give the better of the two: the branch first, then the occupation adds what it is better by.
        foreach (var (branch, percent) in reach.Branches)
        {
            if (!_byBranch.TryGetValue(branch, out var same)) continue;
            foreach (var v in same) points[v] += Vacancies[v].OccupationOf * percent / 100;
        }

        foreach (var (occupation, percent) in reach.Occupations)
        {
            if (!_byOccupation.TryGetValue(occupation, out var near)) continue;
            foreach (var v in near)
            {
                var byBranch = reach.BranchPercent(Vacancies[v].Facts.BranchCode);
                if (percent > byBranch) points[v] += (Vacancies[v].OccupationOf * percent / 100) - (Vacancies[v].OccupationOf * byBranch / 100);
            }
        }
    }

    private static List<TItem> List<TKey, TItem>(Dictionary<TKey, List<TItem>> lists, TKey key) where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }
}

/// <summary>Matches a whole caseload with all open vacancies. Inverted lists find the candidates, the rules score them: the same rows as trying every pair.</summary>
public static class FullMatch
{
    /// <summary>The rows to keep of all clients, by client id, then best first.</summary>
    public static IReadOnlyList<MatchResult> Run(IEnumerable<ClientFacts> clients, IEnumerable<VacancyFacts> vacancies, MatchContext context)
    {
        var index = new VacancyIndex(vacancies, context);
        return [.. clients.OrderBy(c => c.ClientId).SelectMany(client => ForClient(client, index))];
    }

    /// <summary>The rows to keep of one client: pairs that fit, best first, at most 20.</summary>
    public static IReadOnlyList<MatchResult> ForClient(ClientFacts client, VacancyIndex index)
    {
        var context = index.Context;
        if (client.WorkPermission == WorkPermission.NotAllowed) return [];
        var reach = new ClientReach(client, context);
        var points = new int[index.Vacancies.Length];
        index.AddSkillPoints(reach, points);
        List<(int Score, int Vacancy)> fitting = [];
        for (var v = 0; v < points.Length; v++)
        {
            if (points[v] + context.Weights.BesidesSkills < context.Weights.Threshold) continue;
            if (MatchRules.Exclusion(reach, index.Vacancies[v]) is not null) continue;
            var score = points[v] + Circumstances.Points(client, index.Vacancies[v], context);
            if (score >= context.Weights.Threshold) fitting.Add((score, v));
        }

        return
        [
            .. fitting.OrderByDescending(f => f.Score).ThenBy(f => f.Vacancy).Take(context.Weights.KeptPerClient)
                .Select(f => MatchRules.Score(reach, index.Vacancies[f.Vacancy], context)),
        ];
    }
}
