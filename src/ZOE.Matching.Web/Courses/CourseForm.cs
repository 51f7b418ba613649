using System.ComponentModel.DataAnnotations;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Courses;

/// <summary>What a Träger enters about a course.</summary>
[TextsFrom(typeof(Providing))]
public sealed class CourseForm
{
    /// <summary>Rows for competences and certificates gained.</summary>
    public const int CompetenceRows = 6;

    /// <inheritdoc cref="CompetenceRows"/>
    public const int CertificateRows = 3;

    /// <summary>Version of the course that was opened for editing; 0 for a new one.</summary>
    public int Version { get; set; }

    [Required]
    [StringLength(200, MinimumLength = 3)]
    public string Title { get; set; } = "";

    [Required]
    public string? InstrumentCode { get; set; }

    public string? BranchCode { get; set; }

    [Required]
    public AccessRoute? AccessRoute { get; set; }

    [StringLength(4000)]
    public string? Description { get; set; }

    [Required]
    public DateOnly? StartsOn { get; set; }

    [Required]
    public DateOnly? EndsOn { get; set; }

    [Required]
    public DateOnly? EnrolUntil { get; set; }

    [Required]
    [Range(1, 48)]
    public int? HoursPerWeek { get; set; }

    [Required]
    public CourseMode? Mode { get; set; }

    [Required]
    public string? PlaceAgs { get; set; }

    [Required]
    [Range(1, 500)]
    public int? Seats { get; set; }

    public CefrLevel LevelFrom { get; set; }

    public CefrLevel LevelTo { get; set; }

    /// <summary>Competences that people have afterwards, as typed.</summary>
    [MaxLength(CompetenceRows)]
    public List<string?> Competences { get; set; } = [];

    /// <summary>Certificates that people have afterwards, as typed.</summary>
    [MaxLength(CertificateRows)]
    public List<string?> Certificates { get; set; } = [];
}
