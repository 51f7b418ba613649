using System.Security.Claims;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Web.Security;

/// <summary>Names of the portal's own claims.</summary>
public static class PortalClaims
{
    public const string Duties = "zoe:duties";
    public const string Team = "zoe:team";
    public const string Employer = "zoe:employer";
    public const string Provider = "zoe:provider";
    public const string DisplayName = "zoe:name";
}

/// <summary>Who is signed in on this request.</summary>
public sealed class CurrentUser(IHttpContextAccessor http)
{
    private ClaimsPrincipal Principal => http.HttpContext?.User ?? new ClaimsPrincipal();

    public bool IsSignedIn => Principal.Identity?.IsAuthenticated == true;

    /// <summary>The account's id.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public Guid Id => IdOf(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in.");

    public string DisplayName => Principal.FindFirstValue(PortalClaims.DisplayName) ?? "";

    public PortalRole? Role => Enum.TryParse<PortalRole>(Principal.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;

    public Duty Duties => Enum.TryParse<Duty>(Principal.FindFirstValue(PortalClaims.Duties), out var duties) ? duties : Duty.None;

    public Guid? TeamId => IdOf(PortalClaims.Team);

    public Guid? EmployerId => IdOf(PortalClaims.Employer);

    public Guid? ProviderId => IdOf(PortalClaims.Provider);

    public bool Has(Duty duty) => Duties.HasFlag(duty);

    /// <summary>This user as the audit names them.</summary>
    public AuditViewer Viewer => new(IdOf(ClaimTypes.NameIdentifier), Role?.ToString() ?? "Anonymous", http.HttpContext?.TraceIdentifier ?? "");

    private Guid? IdOf(string claim) => Guid.TryParse(Principal.FindFirstValue(claim), out var id) ? id : null;
}
