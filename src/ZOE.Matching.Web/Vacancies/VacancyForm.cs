using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Vacancies;

/// <summary>A vacancy as it is entered, by an employer or by a coach after a call. Owner, state and number are not among the fields.</summary>
[TextsFrom(typeof(Employing))]
public sealed class VacancyForm
{
    /// <summary>Rows shown at first, and at most.</summary>
    public const int FirstRows = 3, MostRows = 12;

    /// <summary>Version that was read; 0 for a new one.</summary>
    public int Version { get; set; }

    [Required]
    public PlacementKind? Kind { get; set; }

    public bool IsAdditional { get; set; }

    [Required]
    [StringLength(120)]
    public string Title { get; set; } = "";

    [StringLength(40)]
    public string? BranchCode { get; set; }

    [StringLength(4000)]
    public string? Description { get; set; }

    public List<RequirementRow> Requirements { get; set; } = [];

    public CefrLevel GermanSpoken { get; set; }

    public CefrLevel GermanWritten { get; set; }

    public bool OneLevelLowerIsFine { get; set; }

    [Required]
    [Range(1, 48)]
    public int? HoursPerWeek { get; set; }

    public List<Shifts> Shifts { get; set; } = [];

    [Required]
    public InsuranceKind? Insurance { get; set; }

    /// <summary>Gross wage an hour in euros, as typed ("14,50").</summary>
    [StringLength(12)]
    public string? Wage { get; set; }

    [StringLength(120)]
    public string? Tariff { get; set; }

    public DateOnly? FixedTermUntil { get; set; }

    public bool TemporaryAgency { get; set; }

    [Required]
    [StringLength(20)]
    public string PlaceAgs { get; set; } = "";

    [Required]
    public DateOnly? StartOn { get; set; }

    [Required]
    [Range(1, 200)]
    public int? Openings { get; set; } = 1;

    public DateOnly? ExpiresOn { get; set; }

    public Guid? ContactId { get; set; }

    /// <summary>Why a wording stays although the portal warns of it; asked only then.</summary>
    [StringLength(500)]
    public string? LintReason { get; set; }

    /// <summary>The page asks for <see cref="LintReason"/>.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<LintFinding> Findings { get; set; } = [];

    [BindNever]
    [ValidateNever]
    public VacancyChoices Choices { get; set; } = VacancyChoices.None;

    /// <summary>The vacancy is published already: saving changes what others see.</summary>
    [BindNever]
    [ValidateNever]
    public bool IsPublished { get; set; }

    /// <summary>Rows with something in them.</summary>
    internal IEnumerable<(RequirementRow Row, int Index)> FilledRows =>
        Requirements.Select((row, index) => (row, index)).Where(r => !string.IsNullOrWhiteSpace(r.row?.Typed));

    /// <summary>Brings the rows to at least some number (empty ones at the end), never over the most.</summary>
    public void PadRows(int atLeast)
    {
        Requirements.RemoveAll(row => row is null);
        while (Requirements.Count < Math.Min(atLeast, MostRows)) Requirements.Add(new RequirementRow());
    }
}

/// <summary>One requirement as typed; an empty row is passed over.</summary>
[TextsFrom(typeof(Employing))]
public sealed class RequirementRow
{
    public ConceptKind Kind { get; set; } = ConceptKind.Competence;

    [StringLength(120)]
    public string? Typed { get; set; }

    public SkillLevel MinLevel { get; set; } = SkillLevel.Basic;

    public RequirementWeight Weight { get; set; }

    public bool DemandedByLaw { get; set; }
}
