using System.ComponentModel.DataAnnotations;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Account.Own;

/// <summary>What a person may change about the own account.</summary>
[TextsFrom(typeof(Accounts))]
public sealed class OwnForm
{
    [Display(Name = "DisplayName")]
    [Required]
    [StringLength(120)]
    public string DisplayName { get; set; } = "";

    [Display(Name = "NoNoticeMails", Description = "NoNoticeMails.Hint")]
    public bool NoNoticeMails { get; set; }
}

/// <summary>The own password, changed by someone who knows it.</summary>
[TextsFrom(typeof(Accounts))]
public sealed class ChangePasswordForm : NewPasswordForm
{
    [Display(Name = "CurrentPassword")]
    [Required]
    [StringLength(200)]
    [DataType(DataType.Password)]
    public string CurrentPassword { get; set; } = "";
}
