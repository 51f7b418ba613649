using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Answer.ProposalLink;

/// <summary>The employer's answer to a proposal.</summary>
[TextsFrom(typeof(Placing))]
public sealed class ProposalAnswerForm
{
    [Required]
    public ProposalAnswer? Answer { get; set; }

    /// <summary>Needed for a no.</summary>
    [StringLength(40)]
    public string? Reason { get; set; }

    [StringLength(1000)]
    public string? Comment { get; set; }
}

/// <summary>What a link leads to.</summary>
public sealed record LinkedProposal(AnswerLink Link, Proposal Proposal, Vacancy Vacancy, bool YesHolds);

/// <summary>The page: the vacancy and how its requirements stand, the same as the mail tells.</summary>
/// <param name="German">Null when the vacancy asks for none.</param>
public sealed record ProposalQuestion(Proposal Proposal, Vacancy Vacancy, IReadOnlyList<CheckedRequirement> Requirements, RequirementState? German, IReadOnlyList<SelectListItem> Reasons);
