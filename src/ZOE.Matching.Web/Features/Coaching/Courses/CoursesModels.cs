using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Courses;

/// <summary>What courses are looked for.</summary>
public sealed class CourseFilter
{
    [StringLength(40)]
    public string? Instrument { get; set; }

    [StringLength(40)]
    public string? Branch { get; set; }

    /// <summary>German of the person who is to enter.</summary>
    public CefrLevel? Level { get; set; }

    /// <summary>Starts on that day or later.</summary>
    public DateOnly? From { get; set; }

    [Range(1, 10_000)]
    public int Page { get; set; } = 1;
}

/// <summary>An open course in the list.</summary>
public sealed record OpenCourseRow(Guid Id, string Title, string Provider, string Instrument, DateOnly StartsOn, DateOnly EndsOn, DateOnly EnrolUntil, CourseMode Mode, CefrLevel LevelFrom, CefrLevel LevelTo, string Place, int Free);

/// <summary>The list.</summary>
public sealed record OpenCoursesView(CourseFilter Filter, IReadOnlyList<OpenCourseRow> Rows, int Total, IReadOnlyList<SelectListItem> Instruments, IReadOnlyList<SelectListItem> Branches);

/// <summary>For whom the course is looked at.</summary>
public sealed record CourseClient(Guid Id, Guid Pseudonym, string Name, string VerbisNumber);

/// <summary>A course, and the referral of one client to it.</summary>
public sealed record CourseDetail(
    Course Course, string Provider, string ProviderContact, string Instrument, string? Branch, string Place, int Free, bool IsOpen, CourseClient? Client, ReferralState? Referred, IReadOnlyList<string> Notes, ReferForm Refer);

/// <summary>Refers an own client by VerBIS number.</summary>
[TextsFrom(typeof(Coach))]
public sealed class ReferForm
{
    [StringLength(40)]
    public string? VerbisNumber { get; set; }

    public Guid? ClientId { get; set; }
}
