using System.ComponentModel.DataAnnotations;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Account.SignIn;

/// <summary>The sign-in form.</summary>
[TextsFrom(typeof(Accounts))]
public sealed class SignInForm
{
    [Display(Name = "Email")]
    [Required]
    [StringLength(256)]
    public string Email { get; set; } = "";

    [Display(Name = "Password")]
    [Required]
    [StringLength(200)]
    [DataType(DataType.Password)]
    public string Password { get; set; } = "";

    /// <summary>Page of this portal to go back to.</summary>
    [StringLength(2000)]
    public string? ReturnUrl { get; set; }
}
