namespace ZOE.Matching.Data.Jobs;

/// <summary>Last run of a background job, for the status page.</summary>
public sealed class JobRun
{
    public required string Name { get; init; }

    public DateTime StartedAtUtc { get; set; }

    public DateTime? FinishedAtUtc { get; set; }

    /// <summary>How much it did in the last run.</summary>
    public int Done { get; set; }

    public string? Error { get; set; }
}

/// <summary>A value the portal keeps for itself (e.g. the moved clock in Development, the version of the seed).</summary>
public sealed class Setting
{
    public required string Key { get; init; }

    public required string Value { get; set; }
}
