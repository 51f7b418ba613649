using System.ComponentModel.DataAnnotations;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Account.Password;

/// <summary>Who has forgotten the password.</summary>
[TextsFrom(typeof(Accounts))]
public sealed class ForgotForm
{
    [Display(Name = "Email")]
    [Required]
    [EmailAddress]
    [StringLength(256)]
    public string Email { get; set; } = "";
}
