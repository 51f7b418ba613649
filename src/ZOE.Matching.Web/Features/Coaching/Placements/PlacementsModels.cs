using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Placements;

/// <summary>What the list shows.</summary>
[TextsFrom(typeof(Placing))]
public sealed class PlacementsFilter
{
    public PlacementState? State { get; set; }

    /// <summary>Only those with a question that is due, or over without an outcome.</summary>
    public bool Due { get; set; }

    /// <summary>The team's, not only those of the own caseload.</summary>
    public bool Team { get; set; }

    [Range(1, 1000)]
    public int Page { get; set; } = 1;
}

/// <summary>One line of the list.</summary>
public sealed record PlacementRow(Guid Id, Guid Pseudonym, string Client, string Employer, PlacementKind Kind, DateOnly StartOn, DateOnly? EndOn, PlacementState State, PlacementOutcome? Outcome, DateOnly? NextDueOn);

/// <summary>The list.</summary>
public sealed record PlacementsPage(IReadOnlyList<PlacementRow> Rows, PlacementsFilter Filter, int Total, DateOnly Today)
{
    public const int Size = 50;
}

/// <summary>One placement with everything that the coach needs to carry it to its outcome.</summary>
public sealed record PlacementView(Placement Placement, Guid Pseudonym, string Client, string VerbisNumber, string Employer, DateOnly Today)
{
    public string? VacancyTitle { get; init; }

    public string? VacancyReference { get; init; }

    public string? Contact { get; init; }

    /// <summary>Label of the reason of the outcome.</summary>
    public string? Reason { get; init; }

    /// <summary>The placement that extends this one.</summary>
    public Guid? ExtendedById { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<SelectListItem> Reasons { get; init; } = [];

    public bool CanCallOff => Placement.State is PlacementState.Planned or PlacementState.AwaitingFunding;

    public bool CanConclude => Placement.Outcome is null && Placement.State is not (PlacementState.CalledOff or PlacementState.AwaitingFunding) && Placement.StartOn <= Today;

    public bool CanExtend => ExtendedById is null && Placement.EndOn is not null && Placement.State is PlacementState.Running or PlacementState.Ended
        && Placement.Outcome is not (PlacementOutcome.BrokenOff or PlacementOutcome.NeverCame);

    /// <summary>Can be answered "by phone": due, or asked already.</summary>
    public bool CanAnswer(FollowUp followUp) => followUp.IsOpen && (followUp.DueOn <= Today || followUp.State != FollowUpState.Open)
        && Placement.State is not (PlacementState.CalledOff or PlacementState.AwaitingFunding);
}

/// <summary>An outcome that became known outside a follow-up.</summary>
[TextsFrom(typeof(Placing))]
public sealed class OutcomeForm
{
    [Required]
    public PlacementOutcome? Outcome { get; set; }

    /// <summary>Only when it was broken off.</summary>
    public OutcomeSide? Side { get; set; }

    [StringLength(40)]
    public string? OutcomeReason { get; set; }

    [Required]
    public DateOnly? OutcomeOn { get; set; }
}
