using System.Numerics;

namespace ZOE.Matching.Domain.Matches;

/// <summary>Chooses the skills of a card: each shown term and each pair of them is carried by at least k released profiles.</summary>
internal sealed class CardSkills
{
    /// <summary>Most skills on one card.</summary>
    public const int Most = 12;

    private readonly Dictionary<Guid, ulong[]> _carriers = [];
    private readonly Dictionary<Guid, int> _support;
    private readonly VocabularyGraph _graph;
    private readonly int _k;

    public CardSkills(IReadOnlyList<ReleasedProfile> profiles, VocabularyGraph graph, int k)
    {
        (_graph, _k) = (graph, k);
        for (var i = 0; i < profiles.Count; i++)
        {
            foreach (var skill in profiles[i].Skills.Where(graph.Knows))
            {
                Mark(skill, i, profiles.Count);
                foreach (var broader in graph.Broader(skill)) Mark(broader, i, profiles.Count);
            }
        }

        _support = _carriers.ToDictionary(c => c.Key, c => c.Value.Sum(BitOperations.PopCount));
    }

    /// <summary>The terms to show, the most carried first; a term that is too rare, alone or beside another, gives way to its parent or is left out.</summary>
    public CardTerm[] For(ReleasedProfile profile)
    {
        List<Guid> shown = [];
        foreach (var skill in profile.Skills.Where(_graph.Knows).OrderByDescending(s => _support[s]).ThenBy(s => s))
        {
            if (shown.Count == Most) break;
            if (Showable(skill, shown) is not { } term) continue;
            shown.RemoveAll(other => _graph.Implies(term, other));
            shown.Add(term);
        }

        return [.. shown.Select(id => new CardTerm(id, _graph.Label(id)!))];
    }

    /// <summary>The term itself or its nearest parent that may stand beside the others; null = nothing new may be shown.</summary>
    private Guid? Showable(Guid skill, List<Guid> shown)
    {
        foreach (var term in _graph.Broader(skill).Prepend(skill))
        {
            if (shown.Any(other => _graph.Implies(other, term))) return null;
            if (_support[term] >= _k && shown.All(other => Together(term, other) >= _k)) return term;
        }

        return null;
    }

    private int Together(Guid a, Guid b)
    {
        var (left, right) = (_carriers[a], _carriers[b]);
        var count = 0;
        for (var i = 0; i < left.Length; i++) count += BitOperations.PopCount(left[i] & right[i]);
        return count;
    }

    private void Mark(Guid term, int profile, int count)
    {
        if (!_carriers.TryGetValue(term, out var bits)) _carriers[term] = bits = new ulong[(count + 63) / 64];
        bits[profile / 64] |= 1UL << (profile % 64);
    }
}
