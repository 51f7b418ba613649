using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Mail;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Employers.Company;

/// <summary>What an employer keeps of itself. Approval, owner and Betriebsnummer are not among the fields: staff check them.</summary>
[TextsFrom(typeof(Employing))]
public sealed class CompanyForm
{
    public int Version { get; set; }

    [Required]
    [StringLength(200)]
    public string Name { get; set; } = "";

    [StringLength(40)]
    public string? BranchCode { get; set; }

    [Required]
    [StringLength(120)]
    public string Street { get; set; } = "";

    [Required]
    [RegularExpression("[0-9]{5}", ErrorMessage = "Postcode.Wrong")]
    public string Postcode { get; set; } = "";

    [Required]
    [StringLength(20)]
    public string PlaceAgs { get; set; } = "";

    [Url]
    [StringLength(200)]
    public string? Website { get; set; }

    public List<ContactRow> Contacts { get; set; } = [];

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<SelectListItem> Places { get; set; } = [];

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<SelectListItem> Branches { get; set; } = [];

    /// <summary>Most contacts of one employer.</summary>
    public const int MostContacts = 20;

    public static CompanyForm Of(Employer employer)
    {
        var form = new CompanyForm
        {
            Version = employer.Version,
            Name = employer.Name,
            BranchCode = employer.BranchCode,
            Street = employer.Street ?? "",
            Postcode = employer.Postcode ?? "",
            PlaceAgs = employer.PlaceAgs ?? "",
            Website = employer.Website,
            Contacts = [.. employer.Contacts.OrderBy(c => c.Name).Take(MostContacts).Select(c => new ContactRow { Id = c.Id, Name = c.Name, Function = c.Function, Email = c.Email, Phone = c.Phone })],
        };
        if (form.Contacts.Count < MostContacts) form.Contacts.Add(new ContactRow());
        return form;
    }
}

/// <summary>A person to speak to; a row without an id is a new one, an empty new row is passed over.</summary>
[TextsFrom(typeof(Employing))]
public sealed class ContactRow
{
    public Guid? Id { get; set; }

    [StringLength(120)]
    public string? Name { get; set; }

    [StringLength(120)]
    public string? Function { get; set; }

    [MailAddress(ErrorMessage = "Email.Wrong")]
    public string? Email { get; set; }

    [Phone]
    [StringLength(40)]
    public string? Phone { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Function) && string.IsNullOrWhiteSpace(Email) && string.IsNullOrWhiteSpace(Phone);
}
