using Microsoft.AspNetCore.Authorization;
using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Web.Security;

/// <summary>Who may call an endpoint. Every endpoint names one of these (or says that everybody may); without one it is closed.</summary>
public static class Policies
{
    public const string Employer = nameof(PortalRole.Employer);
    public const string Provider = nameof(PortalRole.Provider);

    /// <summary>Coach or team lead.</summary>
    public const string Coaching = nameof(Coaching);

    /// <summary>Team lead only.</summary>
    public const string Steering = nameof(Steering);

    public const string Admin = nameof(PortalRole.Admin);

    /// <summary>Anyone signed in (own account, own inbox counts).</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>Staff with the duty Arbeitgeberservice.</summary>
    public const string EmployerService = nameof(Duty.EmployerService);

    /// <summary>Staff with the duty Maßnahmebetreuung.</summary>
    public const string CourseCare = nameof(Duty.CourseCare);

    /// <summary>Staff with the duty Integrationsfachkraft.</summary>
    public const string IntegrationOfficer = nameof(Duty.IntegrationOfficer);

    public static void AddPolicies(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build())
        .AddPolicy(Employer, p => p.RequireRole(nameof(PortalRole.Employer)).RequireClaim(PortalClaims.Employer))
        .AddPolicy(Provider, p => p.RequireRole(nameof(PortalRole.Provider)).RequireClaim(PortalClaims.Provider))
        .AddPolicy(Coaching, p => p.RequireRole(nameof(PortalRole.Coach), nameof(PortalRole.TeamLead)))
        .AddPolicy(Steering, p => p.RequireRole(nameof(PortalRole.TeamLead)))
        .AddPolicy(Admin, p => p.RequireRole(nameof(PortalRole.Admin)))
        .AddPolicy(SignedIn, p => p.RequireAuthenticatedUser())
        .AddPolicy(EmployerService, p => StaffWith(p, Duty.EmployerService))
        .AddPolicy(CourseCare, p => StaffWith(p, Duty.CourseCare))
        .AddPolicy(IntegrationOfficer, p => StaffWith(p, Duty.IntegrationOfficer));

    private static void StaffWith(AuthorizationPolicyBuilder policy, Duty duty) => policy
        .RequireRole(nameof(PortalRole.Coach), nameof(PortalRole.TeamLead))
        .RequireAssertion(context => Enum.TryParse<Duty>(context.User.FindFirst(PortalClaims.Duties)?.Value, out var duties) && duties.HasFlag(duty));
}
