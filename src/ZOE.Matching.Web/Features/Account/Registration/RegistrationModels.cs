using System.ComponentModel.DataAnnotations;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Mail;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Account.Registration;

/// <summary>What employers and Träger tell when they register.</summary>
[TextsFrom(typeof(Accounts))]
public abstract class RegistrationForm : NewPasswordForm
{
    [Display(Name = "Street")]
    [Required]
    [StringLength(120)]
    public string Street { get; set; } = "";

    [Display(Name = "Postcode")]
    [Required]
    [RegularExpression("[0-9]{5}", ErrorMessage = "Postcode.Wrong")]
    public string Postcode { get; set; } = "";

    [Display(Name = "PlaceAgs")]
    [Required]
    [StringLength(20)]
    public string PlaceAgs { get; set; } = "";

    [Display(Name = "ContactName")]
    [Required]
    [StringLength(120)]
    public string ContactName { get; set; } = "";

    [Display(Name = "Email", Description = "Email.Hint")]
    [Required]
    [MailAddress(ErrorMessage = "Email.Wrong")]
    public string Email { get; set; } = "";

    [Display(Name = "Phone")]
    [Required]
    [Phone]
    [StringLength(40)]
    public string Phone { get; set; } = "";
}

/// <summary>An employer registers.</summary>
[TextsFrom(typeof(Accounts))]
public sealed class EmployerRegistrationForm : RegistrationForm
{
    [Display(Name = "CompanyName")]
    [Required]
    [StringLength(200)]
    public string CompanyName { get; set; } = "";

    [Display(Name = "CompanyNumber", Description = "CompanyNumber.Hint")]
    [RegularExpression("[0-9]{8}", ErrorMessage = "CompanyNumber.Wrong")]
    public string? CompanyNumber { get; set; }

    [Display(Name = "BranchCode")]
    [Required]
    [StringLength(40)]
    public string BranchCode { get; set; } = "";
}

/// <summary>A Träger registers.</summary>
[TextsFrom(typeof(Accounts))]
public sealed class ProviderRegistrationForm : RegistrationForm
{
    [Display(Name = "ProviderName")]
    [Required]
    [StringLength(200)]
    public string ProviderName { get; set; } = "";

    [Display(Name = "Website")]
    [Url]
    [StringLength(200)]
    public string? Website { get; set; }
}
