using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Coaching.Employers;

/// <summary>An employer in the list.</summary>
public sealed record EmployerRow(Guid Id, string Name, string? Place, ApprovalState Approval, bool KeptByStaff, string? Owner, int OpenVacancies, DateTime? LastContactAtUtc);

/// <summary>The list.</summary>
public sealed record EmployersView(IReadOnlyList<EmployerRow> Rows, int Total, int Page, string? Text, ApprovalState? Approval);

/// <summary>One talk.</summary>
public sealed record LogRow(ContactChannel Channel, DateTime AtUtc, string By, string? With, string Text);

/// <summary>A vacancy of the employer.</summary>
public sealed record VacancyRow(Guid Id, string Reference, string Title, PlacementKind Kind, VacancyState State, DateOnly ExpiresOn);

/// <summary>The employer on one page.</summary>
public sealed record EmployerView(
    Employer Employer, string? Place, string? Branch, string? Owner, IReadOnlyList<LogRow> Log, IReadOnlyList<VacancyRow> Vacancies,
    IReadOnlyList<SelectListItem> Contacts, bool MayApprove, LogForm Entry, ContactForm Person);

/// <summary>A new entry of the contact log.</summary>
[TextsFrom(typeof(Coach))]
public sealed class LogForm
{
    public ContactChannel Channel { get; set; }

    public Guid? ContactId { get; set; }

    [Required, StringLength(2000)]
    public string Text { get; set; } = "";
}

/// <summary>A further contact.</summary>
[TextsFrom(typeof(Coach))]
public sealed class ContactForm
{
    [Required, StringLength(200)]
    public string Name { get; set; } = "";

    [StringLength(100)]
    public string? Function { get; set; }

    [EmailAddress, StringLength(200)]
    public string? Email { get; set; }

    [StringLength(60), DataType(DataType.PhoneNumber)]
    public string? Phone { get; set; }
}

/// <summary>An employer entered after a call or visit.</summary>
[TextsFrom(typeof(Coach))]
public sealed class EmployerForm
{
    [Required, StringLength(200)]
    public string Name { get; set; } = "";

    [RegularExpression("[0-9]{8}", ErrorMessage = "EmployerForm.CompanyNumber.Invalid")]
    public string? CompanyNumber { get; set; }

    [StringLength(40)]
    public string? BranchCode { get; set; }

    [StringLength(200)]
    public string? Street { get; set; }

    [RegularExpression("[0-9]{5}", ErrorMessage = "ClientForm.Postcode.Invalid")]
    public string? Postcode { get; set; }

    [Required, StringLength(20)]
    public string? PlaceAgs { get; set; }

    [Required, StringLength(200)]
    public string ContactName { get; set; } = "";

    [StringLength(100)]
    public string? ContactFunction { get; set; }

    [EmailAddress, StringLength(200)]
    public string? ContactEmail { get; set; }

    [StringLength(60), DataType(DataType.PhoneNumber)]
    public string? ContactPhone { get; set; }

    public ContactChannel Channel { get; set; }

    [Required, StringLength(2000)]
    public string Text { get; set; } = "";
}

/// <summary>The form with its choices.</summary>
public sealed record EmployerNew(EmployerForm Form, IReadOnlyList<SelectListItem> Places, IReadOnlyList<SelectListItem> Branches);
