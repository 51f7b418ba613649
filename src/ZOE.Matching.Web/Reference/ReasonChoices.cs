using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Reference;

/// <summary>The reasons of the reference data as choices of a form.</summary>
public sealed class ReasonChoices(MatchingDbContext db)
{
    /// <summary>By side where reasons have one, then by label; "other" and "unknown" last.</summary>
    public async Task<IReadOnlyList<SelectListItem>> OfAsync(ReasonKind kind, CancellationToken stop = default)
    {
        var reasons = await db.Reasons.AsNoTracking().Where(r => r.Kind == kind).ToListAsync(stop);
        var groups = new Dictionary<string, SelectListGroup>();
        return [.. reasons.OrderBy(r => r.Code is "Other" or "Unknown").ThenBy(r => r.Side, StringComparer.Ordinal).ThenBy(r => r.Label, StringComparer.CurrentCulture)
            .Select(r => new SelectListItem(r.Label, r.Code) { Group = GroupOf(r.Side, groups) })];
    }

    /// <summary>The label of a stored reason; the code itself when it is no longer in the reference data.</summary>
    public async Task<string?> LabelAsync(ReasonKind kind, string? code, CancellationToken stop = default) =>
        code is null ? null : await db.Reasons.Where(r => r.Kind == kind && r.Code == code).Select(r => r.Label).SingleOrDefaultAsync(stop) ?? code;

    /// <summary>The kind of reason that an outcome has; null when it has none.</summary>
    public static ReasonKind? KindOf(PlacementOutcome outcome) => outcome switch
    {
        PlacementOutcome.TakenOn => ReasonKind.OutcomeTakenOn,
        PlacementOutcome.TrainingFollows => ReasonKind.OutcomeTraining,
        PlacementOutcome.Extended => ReasonKind.OutcomeExtended,
        PlacementOutcome.BrokenOff => ReasonKind.OutcomeBrokenOff,
        PlacementOutcome.NeverCame => ReasonKind.OutcomeNeverCame,
        PlacementOutcome.EndedAsPlanned => null,
    };

    private static SelectListGroup? GroupOf(string? side, Dictionary<string, SelectListGroup> groups)
    {
        if (!Enum.TryParse<OutcomeSide>(side, out var known)) return null;
        if (!groups.TryGetValue(side!, out var group)) groups[side!] = group = new SelectListGroup { Name = Label.Of(known) };
        return group;
    }
}
