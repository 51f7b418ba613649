using Microsoft.AspNetCore.Authorization;
using ZOE.Matching.Web.Settings;

namespace ZOE.Matching.Web.Guards;

/// <summary>Every endpoint says who may call it; one that does not stops the start.</summary>
public static class EndpointRule
{
    /// <summary>Made by MapStaticAssets in Development for files that are added while it runs; it takes no rule and stays closed by the fallback policy.</summary>
    private const string NewStaticFiles = "{**path:file}";

    /// <exception cref="ConfigurationRefused">An endpoint has no rule; the sentence names it.</exception>
    public static void Check(IEnumerable<Endpoint> endpoints)
    {
        foreach (var endpoint in endpoints)
        {
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) continue;
            if (endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(rule => rule.Policy is not null)) continue;
            if (endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null) continue;
            if (endpoint is RouteEndpoint { RoutePattern.RawText: NewStaticFiles }) continue;
            throw new ConfigurationRefused($"The endpoint {endpoint.DisplayName} does not say who may call it. Give it [Authorize(Policy = Policies.…)] or [AllowAnonymous].");
        }
    }
}
