using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using ZOE.Matching.Web.Settings;

namespace ZOE.Matching.Web.Guards;

/// <summary>What keeps the house shut: cookies over TLS only, rate limits, no demo pages outside a demo, proxies only by name.</summary>
public static class GuardSetup
{
    public static void AddGuards(this WebApplicationBuilder builder, PortalSettings settings)
    {
        var services = builder.Services;
        var secure = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "zoe-form";
            antiforgery.Cookie.SecurePolicy = secure;
            // The portal's own header is stricter.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(messages =>
        {
            messages.Cookie.Name = "zoe-message";
            messages.Cookie.SecurePolicy = secure;
        });
        services.AddRateLimits();
        if (!settings.Demo) services.Configure<MvcOptions>(mvc => mvc.Conventions.Add(new NoDemoPages()));
        TrustProxies(services, builder.Configuration["Portal:TrustedProxies"]);
    }

    /// <summary>Goes before everything else.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        if (!string.IsNullOrWhiteSpace(app.Configuration["Portal:TrustedProxies"])) app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
    }

    /// <summary>X-Forwarded-For and -Proto count only when they come from one of the named addresses.</summary>
    private static void TrustProxies(IServiceCollection services, string? addresses)
    {
        if (string.IsNullOrWhiteSpace(addresses)) return;
        var proxies = addresses.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(word => IPAddress.TryParse(word, out var address) ? address
                : throw new ConfigurationRefused($"The setting Portal:TrustedProxies holds \"{word}\", which is no IP address. Write addresses with commas between them.")).ToList();
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in proxies) forwarded.KnownProxies.Add(proxy);
        });
    }
}
