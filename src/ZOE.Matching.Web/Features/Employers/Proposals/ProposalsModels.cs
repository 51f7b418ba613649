using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Employers.Proposals;

/// <summary>A line of the list; nothing of the client.</summary>
public sealed record ProposalRow(Guid Id, string Title, string Reference, ProposalState State, DateTime ProposedAtUtc, DateOnly AnswerUntil, DateTime? ReleasedAtUtc)
{
    /// <summary>Kennung: how employer and Jobbüro name this proposal.</summary>
    public string Code => ProposalCodes.Of(Id);

    public bool IsReleased => ReleasedAtUtc is not null && State is ProposalState.Interview or ProposalState.Accepted;
}

/// <summary>The employer's proposals.</summary>
/// <param name="Vacancy">Title when only one vacancy is shown.</param>
public sealed record ProposalListPage(IReadOnlyList<ProposalRow> Rows, int Page, int Total, ProposalState? State, Guid? VacancyId, string? Vacancy)
{
    public const int Size = 50;
}

/// <summary>The employer's answer.</summary>
[TextsFrom(typeof(Employing))]
public sealed class AnswerForm
{
    [Required]
    public ProposalAnswer? Answer { get; set; }

    /// <summary>Needed for a no.</summary>
    [StringLength(40)]
    public string? Reason { get; set; }

    [StringLength(1000)]
    public string? Comment { get; set; }
}

/// <summary>Name and contact as released to this employer for this vacancy.</summary>
public sealed record ContactCard(Guid Pseudonym, string Name, string? Phone, string? Email, string? Language, bool NeedsInterpreter);

/// <summary>One proposal.</summary>
/// <param name="Requirements">How the vacancy's requirements stand; empty when the client's yes no longer holds.</param>
/// <param name="German">Null when the vacancy asks for none.</param>
/// <param name="Contact">Only after release, while the client's yes holds.</param>
public sealed record ProposalPage(
    Proposal Proposal, Vacancy Vacancy, IReadOnlyList<CheckedRequirement> Requirements, RequirementState? German,
    IReadOnlyList<SelectListItem> Reasons, string? DeclineReason, ContactCard? Contact, bool TakesAnswer)
{
    /// <summary>Answers that are possible now.</summary>
    public IReadOnlyList<SelectListItem> Answers =>
        [.. Choices.Of<ProposalAnswer>().Where(a => Proposal.State == ProposalState.Sent || a.Value != nameof(ProposalAnswer.Interview))];
}
