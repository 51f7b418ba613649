using System.ComponentModel.DataAnnotations;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Mail;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Admin.Users;

/// <summary>What to look for; comes from the address.</summary>
public sealed class UserSearch
{
    public string? Text { get; set; }

    public PortalRole? Role { get; set; }

    public int Page { get; set; } = 1;
}

/// <summary>A user in the list.</summary>
public sealed class UserRow
{
    public Guid Id { get; init; }

    public string DisplayName { get; init; } = "";

    public string? Email { get; init; }

    public PortalRole Role { get; init; }

    public Duty Duties { get; init; }

    public bool Disabled { get; init; }

    /// <summary>Invited, no password chosen yet.</summary>
    public bool Invited { get; init; }

    /// <summary>Team or organisation.</summary>
    public string? Belongs { get; init; }
}

/// <summary>The page of the list.</summary>
public sealed record UserList(UserSearch Search, int Total, IReadOnlyList<UserRow> Rows);

/// <summary>The roles of staff; users of organisations are invited from the list of organisations.</summary>
public enum StaffRole
{
    Coach,
    TeamLead,
    Admin,
}

/// <summary>An invitation: for staff role, team and duties, else the organisation.</summary>
[TextsFrom(typeof(Administering))]
public sealed class InviteForm
{
    [Display(Name = "DisplayName")]
    [Required]
    [StringLength(120)]
    public string DisplayName { get; set; } = "";

    [Display(Name = "Email")]
    [Required]
    [MailAddress(ErrorMessage = "Email.Wrong")]
    public string Email { get; set; } = "";

    [Display(Name = "StaffRole")]
    public StaffRole? Role { get; set; }

    [Display(Name = "TeamId")]
    public Guid? TeamId { get; set; }

    [Display(Name = "Duties")]
    public List<Duty> Duties { get; set; } = [];

    public Guid? EmployerId { get; set; }

    public Guid? ProviderId { get; set; }

    public bool IsForOrganisation => EmployerId is not null || ProviderId is not null;
}

/// <summary>What an administrator may change about a member of staff.</summary>
[TextsFrom(typeof(Administering))]
public sealed class StaffForm
{
    [Display(Name = "DisplayName")]
    [Required]
    [StringLength(120)]
    public string DisplayName { get; set; } = "";

    [Display(Name = "StaffRole")]
    public StaffRole? Role { get; set; }

    [Display(Name = "TeamId")]
    public Guid? TeamId { get; set; }

    [Display(Name = "Duties")]
    public List<Duty> Duties { get; set; } = [];

    /// <summary>The state that was edited; refused when someone else was faster.</summary>
    [StringLength(100)]
    public string? Stamp { get; set; }
}
