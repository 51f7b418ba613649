using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Placements;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.NewPlacement;

/// <summary>What a new placement starts from: a released proposal, a placement to extend, or a client and an employer.</summary>
public sealed class PlacementStart
{
    public Guid? ProposalId { get; set; }

    /// <summary>The placement to extend.</summary>
    public Guid? Extends { get; set; }

    public Guid? ClientId { get; set; }

    public Guid? EmployerId { get; set; }
}

/// <summary>The records behind a start; all of them may be touched by the user.</summary>
public sealed record PlacementParties(Client Client, string ClientName, Employer Employer, Vacancy? Vacancy, Proposal? Proposal, Placement? Extends)
{
    /// <summary>Where the form posts to: the same start again.</summary>
    public string Query => Extends is { } before ? $"?extends={before.Id}" : Proposal is { } proposal ? $"?proposalId={proposal.Id}" : $"?clientId={Client.Id}&employerId={Employer.Id}";
}

/// <summary>The agreement. Field names are those of <see cref="PlacementOrder"/>, so that a refusal finds its field.</summary>
[TextsFrom(typeof(Placing))]
public sealed class PlacementForm
{
    [Required]
    public PlacementKind? Kind { get; set; }

    [Required]
    public LegalBasis? LegalBasis { get; set; }

    [Required]
    public DateOnly? StartOn { get; set; }

    public DateOnly? EndOn { get; set; }

    [Required]
    public int? HoursPerWeek { get; set; }

    [Required]
    public InsuranceKind? Insurance { get; set; }

    public bool IsAdditional { get; set; }

    public DateOnly? AppliedOn { get; set; }

    [StringLength(120)]
    public string? Mentor { get; set; }

    public Guid? ContactId { get; set; }

    /// <summary>The condition under which a longer limit holds.</summary>
    [StringLength(60)]
    public string? Condition { get; set; }

    [StringLength(400)]
    public string? ConditionReason { get; set; }

    [StringLength(1000)]
    public string? WarningReason { get; set; }

    public StatedCondition Stated => new(string.IsNullOrEmpty(Condition) ? null : Condition, ConditionReason);

    public PlacementOrder ToOrder() => new()
    {
        Kind = Kind!.Value,
        LegalBasis = LegalBasis!.Value,
        StartOn = StartOn!.Value,
        EndOn = EndOn,
        HoursPerWeek = HoursPerWeek!.Value,
        Insurance = Insurance!.Value,
        IsAdditional = IsAdditional,
        AppliedOn = AppliedOn,
        Mentor = string.IsNullOrWhiteSpace(Mentor) ? null : Mentor.Trim(),
        ContactId = ContactId,
        WarningReason = WarningReason,
    };
}

/// <summary>The client's yes to this employer (candidate-led), as the coach records it.</summary>
[TextsFrom(typeof(Placing))]
public sealed class EmployerYesForm
{
    [Required]
    public ConsentWay? Way { get; set; }

    [Required]
    public DateOnly? GivenOn { get; set; }

    [Required]
    public DateOnly? ValidUntil { get; set; }

    [Required]
    [StringLength(60)]
    public string Language { get; set; } = "";

    public bool WithInterpreter { get; set; }
}

/// <summary>What the form shows beside its fields.</summary>
public sealed record PlacementPage(PlacementParties Parties)
{
    public IReadOnlyList<SelectListItem> Contacts { get; init; } = [];

    public IReadOnlyList<SelectListItem> Bases { get; init; } = [];

    public IReadOnlyList<SelectListItem> Conditions { get; init; } = [];

    /// <summary>What the law says to what was entered; null before the first check.</summary>
    public IReadOnlyList<LegalFinding>? Findings { get; init; }

    /// <summary>Checked, and nothing stands against it.</summary>
    public bool IsClear { get; init; }
}

/// <summary>First step without a proposal: who, and where.</summary>
public sealed record ChoosePage(IReadOnlyList<SelectListItem> Clients, IReadOnlyList<SelectListItem> Employers);
