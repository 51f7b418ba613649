using Microsoft.AspNetCore.Identity;
using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Data.Accounts;

/// <summary>An account of the portal: one role, for staff also duties and a team, for outsiders their organisation.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>Every account is locked for a while after wrong passwords.</summary>
    public PortalUser() => LockoutEnabled = true;

    public required string DisplayName { get; set; }

    public PortalRole Role { get; set; }

    public Duty Duties { get; set; }

    public Guid? TeamId { get; set; }

    public Guid? EmployerId { get; set; }

    public Guid? ProviderId { get; set; }

    /// <summary>Locked out by an administrator; takes effect within seconds.</summary>
    public bool Disabled { get; set; }

    /// <summary>Does not want match notices by mail; the inbox has them anyway.</summary>
    public bool NoNoticeMails { get; set; }

    public DateTime CreatedAtUtc { get; init; }
}
