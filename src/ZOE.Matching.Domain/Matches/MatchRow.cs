namespace ZOE.Matching.Domain.Matches;

/// <summary>A pair that fits (client, vacancy) as it was last computed. Rebuilt at any time from the facts; never edited by hand.</summary>
public sealed class MatchRow
{
    public Guid ClientId { get; init; }

    public Guid VacancyId { get; init; }

    /// <summary>Version of the weights that made it.</summary>
    public int WeightsVersion { get; set; }

    /// <summary>Sum of the contributions, 0 to 1000.</summary>
    public int Score { get; set; }

    /// <summary>Contributions, gaps and points to clarify, as JSON.</summary>
    public required string Explanation { get; set; }

    public DateTime FirstSeenAtUtc { get; init; }

    public DateTime ComputedAtUtc { get; set; }
}
