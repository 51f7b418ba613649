using System.ComponentModel.DataAnnotations;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Steering;

namespace ZOE.Matching.Web.Features.Steering.Funnel;

/// <summary>Which cohorts are counted: months of the proposal, first and last included.</summary>
public sealed class FunnelFilter
{
    public const int MostMonths = 36;

    /// <summary>"2026-11".</summary>
    [RegularExpression("20[0-9]{2}-(0[1-9]|1[0-2])")]
    public string? From { get; set; }

    [RegularExpression("20[0-9]{2}-(0[1-9]|1[0-2])")]
    public string? Until { get; set; }

    public PlacementKind? Kind { get; set; }
}

/// <summary>One line of a breakdown; null = too small to show.</summary>
public sealed record BreakdownRow(string Label, IReadOnlyList<int?> Counts);

/// <summary>One stage of the whole.</summary>
public sealed record StageRow(FunnelStage Stage, int Count, int? PercentOfPrevious);

/// <summary>The page.</summary>
/// <param name="From">First day of the first month.</param>
/// <param name="Until">First day of the last month.</param>
public sealed record FunnelPage(DateOnly From, DateOnly Until, PlacementKind? Kind, string Team, IReadOnlyList<StageRow> Stages, int CandidateLed, IReadOnlyList<BreakdownRow> Months, IReadOnlyList<BreakdownRow> Kinds)
{
    public static IReadOnlyList<FunnelStage> AllStages { get; } = Enum.GetValues<FunnelStage>();

    public string Query => $"?From={From:yyyy-MM}&Until={Until:yyyy-MM}{(Kind is { } kind ? $"&Kind={kind}" : "")}";
}
