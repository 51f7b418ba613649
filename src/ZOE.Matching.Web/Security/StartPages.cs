using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Web.Security;

/// <summary>Where each role lands after the sign-in.</summary>
public static class StartPages
{
    public static string Of(PortalRole role) => role switch
    {
        PortalRole.Employer => "/employers",
        PortalRole.Provider => "/providers",
        PortalRole.Coach or PortalRole.TeamLead => "/coaching/today",
        PortalRole.Admin => "/admin/organisations",
    };
}
