using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Texts;
using ZOE.Matching.Web.Vacancies;

namespace ZOE.Matching.Web.Features.Employers.Vacancies;

/// <summary>A line of the list.</summary>
/// <param name="ToAnswer">Proposals that wait for an answer.</param>
/// <param name="Open">Proposals that are not at their end, those included.</param>
public sealed record VacancyRow(Guid Id, string Reference, string Title, PlacementKind Kind, VacancyState State, DateOnly StartOn, DateOnly ExpiresOn, int ToAnswer, int Open);

/// <summary>The employer's vacancies.</summary>
public sealed record VacancyListPage(IReadOnlyList<VacancyRow> Rows, int Page, int Total, VacancyState? State, bool Approved)
{
    public const int Size = 50;
}

/// <summary>Publishing; the reason only where the wording is doubtful.</summary>
[TextsFrom(typeof(Employing))]
public sealed class PublishForm
{
    /// <summary>Version of the preview: what is published is what was shown.</summary>
    public int Version { get; set; }

    [StringLength(500)]
    public string? LintReason { get; set; }
}

/// <summary>Closing, with a reason from the list.</summary>
[TextsFrom(typeof(Employing))]
public sealed class CloseForm
{
    [Required]
    [StringLength(40)]
    public string? Reason { get; set; }
}

/// <summary>Another last day.</summary>
[TextsFrom(typeof(Employing))]
public sealed class ExtendForm
{
    [Required]
    public DateOnly? ExpiresOn { get; set; }
}

/// <summary>One vacancy: as others see it, and what the employer can do with it.</summary>
public sealed record VacancyPage(VacancyView View, bool Approved, IReadOnlyList<LintFinding> Findings, IReadOnlyList<SelectListItem> CloseReasons)
{
    public PublishForm Publish { get; init; } = new() { Version = View.Vacancy.Version };

    public CloseForm Close { get; init; } = new();

    public ExtendForm Extend { get; init; } = new();
}
