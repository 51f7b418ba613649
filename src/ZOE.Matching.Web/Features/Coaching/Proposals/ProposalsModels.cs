using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Proposals;

/// <summary>A proposal in the list.</summary>
public sealed record ProposalRow(
    Guid Id, Guid ClientId, Guid Pseudonym, string FirstName, string LastName, string Vacancy, string Employer, ProposalState State, DateTime ProposedAtUtc, DateOnly AnswerUntil, bool Released)
{
    public string Code => ProposalCodes.Of(Id);
}

/// <summary>The list.</summary>
/// <param name="Code">What was typed as the code of one proposal.</param>
public sealed record ProposalsView(IReadOnlyList<ProposalRow> Rows, int Total, int Page, ProposalState? State, bool Mine, string? Code);

/// <summary>One proposal with its trail.</summary>
public sealed record ProposalView
{
    public required Proposal Proposal { get; init; }
    public required string Vacancy { get; init; }
    public required string Reference { get; init; }
    public required string Employer { get; init; }
    public required string? Contact { get; init; }
    public required string By { get; init; }
    public required bool YesHolds { get; init; }
    public required Guid? PlacementId { get; init; }
    public required string? Reason { get; init; }
    public required IReadOnlyList<string> Notes { get; init; }
    public required AnswerForm Phone { get; init; }
    public required IReadOnlyList<SelectListItem> Reasons { get; init; }
}

/// <summary>The employer's answer by phone.</summary>
[TextsFrom(typeof(Coach))]
public sealed class AnswerForm
{
    [Required]
    public ProposalAnswer? Answer { get; set; }

    [StringLength(60)]
    public string? Reason { get; set; }

    [StringLength(400)]
    public string? Comment { get; set; }
}
