using System.ComponentModel.DataAnnotations;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Account;

/// <summary>A new password, typed twice.</summary>
[TextsFrom(typeof(Accounts))]
public class NewPasswordForm
{
    [Display(Name = "NewPassword", Description = "NewPassword.Hint")]
    [Required]
    [StringLength(PasswordDesk.Longest, MinimumLength = PasswordDesk.Shortest)]
    [DataType(DataType.Password)]
    public string NewPassword { get; set; } = "";

    [Display(Name = "Repeated")]
    [Required]
    [DataType(DataType.Password)]
    [Compare(nameof(NewPassword), ErrorMessage = "Repeated.Differs")]
    public string Repeated { get; set; } = "";
}

/// <summary>A new password by a link from a mail.</summary>
[TextsFrom(typeof(Accounts))]
public sealed class LinkedPasswordForm : NewPasswordForm
{
    /// <summary>The account; stands in the link.</summary>
    public Guid? User { get; set; }

    [StringLength(1000)]
    public string? Token { get; set; }
}
