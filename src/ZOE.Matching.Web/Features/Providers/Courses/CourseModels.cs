using Microsoft.AspNetCore.Mvc.Rendering;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Web.Courses;

namespace ZOE.Matching.Web.Features.Providers.Courses;

/// <summary>A course in the Träger's list.</summary>
public sealed record CourseRow(Guid Id, string Reference, string Title, string Instrument, DateOnly StartsOn, DateOnly EnrolUntil, CourseState State, int Seats, int Taken, int Waiting);

/// <summary>The list of own courses.</summary>
public sealed record CourseList(IReadOnlyList<CourseRow> Rows, int Page, int Total, bool Approved);

/// <summary>The form with everything it offers to choose from.</summary>
public sealed record CourseEdit(Guid? Id, CourseForm Form, IReadOnlyList<SelectListItem> Instruments, IReadOnlyList<SelectListItem> Branches, IReadOnlyList<SelectListItem> Places, IReadOnlyList<SelectListItem> Levels);

/// <summary>A gain as shown: the typed words, and whether the vocabulary knows them.</summary>
public sealed record GainView(string Typed, bool Known);

/// <summary>A course as the Träger and coaches see it.</summary>
public sealed record CourseView(Course Course, string Instrument, string? Limits, string? Branch, string Place, IReadOnlyList<GainView> Competences, IReadOnlyList<GainView> Certificates, int Taken, bool ProviderApproved);
