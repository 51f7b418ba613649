using ZOE.Matching.Domain.Placements;

namespace ZOE.Matching.Domain.Matches;

/// <summary>Makes anonymous cards of all released profiles together: nobody stands out by what can be filtered (k-anonymity).</summary>
public static class CardProjection
{
    /// <summary>Fewest released profiles that must share a tuple, a term or a pair of terms.</summary>
    public const int DefaultK = 5;

    /// <summary>The cards, by client id; who has none is to be found only through the coach ("nur über Coach"). The order of the profiles does not matter.</summary>
    public static IReadOnlyList<AnonymousCard> Project(IReadOnlyList<ReleasedProfile> profiles, VocabularyGraph graph, int k = DefaultK)
    {
        ReleasedProfile[] all = [.. profiles.DistinctBy(p => p.ClientId).OrderBy(p => p.ClientId)];
        if (all.Length < k) return [];
        var tuples = Settle(all, graph, k);
        var skills = new CardSkills(all, graph, k);
        List<AnonymousCard> cards = [];
        for (var i = 0; i < all.Length; i++)
        {
            if (tuples[i] is { } tuple) cards.Add(Card(all[i], tuple, skills.For(all[i]), graph));
        }

        return cards;
    }

    /// <summary>Climbs the ladder: whoever has company stays, the others go on. Null = no company on any rung.</summary>
    private static SearchTuple?[] Settle(ReleasedProfile[] all, VocabularyGraph graph, int k)
    {
        var settled = new SearchTuple?[all.Length];
        for (var rung = 0; rung < CardLadder.Rungs; rung++)
        {
            var now = new SearchTuple[all.Length];
            Dictionary<SearchTuple, int> sizes = [];
            for (var i = 0; i < all.Length; i++)
            {
                now[i] = settled[i] ?? CardLadder.At(rung, all[i], graph);
                sizes[now[i]] = sizes.GetValueOrDefault(now[i]) + 1;
            }

            for (var i = 0; i < all.Length; i++)
            {
                if (sizes[now[i]] >= k) settled[i] = now[i];
            }
        }

        return settled;
    }

    private static AnonymousCard Card(ReleasedProfile profile, SearchTuple tuple, CardTerm[] skills, VocabularyGraph graph) => new(
        profile.ClientId,
        tuple.Occupation is { } id ? new CardTerm(id, graph.Label(id)!) : null,
        tuple.Qualification,
        tuple.Area,
        tuple.German,
        tuple.Experience,
        [.. Enum.GetValues<PlacementKind>().Where(form => (tuple.Forms & (1 << (int)form)) != 0)],
        skills,
        Time(profile.WantedHours),
        profile.AvailableFrom is { } day ? new DateOnly(day.Year, day.Month, 1) : null);

    private static WorkingTime Time(int? hours) => hours switch
    {
        null => WorkingTime.Open,
        >= 35 => WorkingTime.FullTime,
        >= 15 => WorkingTime.PartTime,
        _ => WorkingTime.FewHours,
    };
}
