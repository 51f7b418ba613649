using Hangfire;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Settings;
using JobStorage = ZOE.Matching.Web.Settings.JobStorage;

namespace ZOE.Matching.Web.Jobs;

/// <summary>Hangfire's own page, read only, for administrators; not there when no jobs run in this process.</summary>
public static class JobDashboard
{
    public const string Path = "/admin/hangfire";

    /// <summary>The page brings one inline style; everything else stays as strict as elsewhere.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'self'; object-src 'none'";

    public static void MapJobDashboard(this WebApplication app)
    {
        if (app.Services.GetRequiredService<PortalSettings>().JobStorage == JobStorage.None) return;
        app.MapHangfireDashboard(Path, new DashboardOptions { Authorization = [], IsReadOnlyFunc = _ => true, AppPath = "/admin/jobs", DisplayStorageConnectionString = false })
            .RequireAuthorization(Policies.Admin);
    }

    /// <summary>Gives the page its own content security policy; goes before the portal's headers.</summary>
    public static void UseJobDashboardPolicy(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(Path)) context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        return next(context);
    });
}
