using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Providers.Referrals;

/// <summary>A referral in the Träger's list.</summary>
public sealed record ReferralRow(Guid Id, Guid Pseudonym, string Name, string Course, DateOnly StartsOn, DateTime ReferredAtUtc, ReferralState State);

/// <summary>The list of referrals received.</summary>
public sealed record ReferralList(IReadOnlyList<ReferralRow> Rows, ReferralState? State, Guid? CourseId, int Page, int Total);

/// <summary>Who was referred: what the Träger needs to invite the person, not more.</summary>
public sealed record ReferredPerson(Guid Pseudonym, string Name, string? Phone, string? Email, string? ContactLanguage, bool NeedsInterpreter, CefrLevel GermanSpoken, CefrLevel GermanWritten);

/// <summary>One referral with its forms.</summary>
public sealed record ReferralView(Referral Referral, Course Course, ReferredPerson Person, string? Coach, string? ReturnReason, IReadOnlyList<SelectListItem> Reasons)
{
    public ReturnForm Return { get; init; } = new();

    public AttendanceForm Week { get; init; } = new();

    public ResultForm Result { get; init; } = new();
}

/// <summary>Giving a referral back.</summary>
[TextsFrom(typeof(Providing))]
public sealed class ReturnForm
{
    [Required]
    public string? Reason { get; set; }

    [StringLength(2000)]
    public string? Note { get; set; }
}

/// <summary>One week of attendance.</summary>
[TextsFrom(typeof(Providing))]
public sealed class AttendanceForm
{
    [Required]
    public DateOnly? WeekStartsOn { get; set; }

    [Required]
    [Range(0, 60)]
    public int? HoursPresent { get; set; }

    [Required]
    [Range(0, 60)]
    public int? HoursAbsent { get; set; }
}

/// <summary>The end of a course for one participant.</summary>
[TextsFrom(typeof(Providing))]
public sealed class ResultForm
{
    [Required]
    public bool? Passed { get; set; }

    [Required]
    public DateOnly? EndedOn { get; set; }

    public CefrLevel LevelReached { get; set; }

    /// <summary>The course's gains that this person really has.</summary>
    public List<Guid> Gained { get; set; } = [];

    public SkillLevel Level { get; set; } = SkillLevel.Guided;
}
