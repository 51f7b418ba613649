using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;

namespace ZOE.Matching.Web.Security;

/// <summary>Accounts and the cookie: ASP.NET Core Identity over the portal's own users, keys in the database.</summary>
public static class SignInSetup
{
    /// <summary>A changed role, duty or lock takes effect within this time.</summary>
    public static readonly TimeSpan AccountCacheTime = TimeSpan.FromSeconds(5);

    public static void AddSignIn(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddDataProtection().SetApplicationName("ZOE.Matching").PersistKeysToDbContext<MatchingDbContext>();
        services.AddIdentityCore<PortalUser>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                // The user name is the e-mail address, which has its own grammar.
                identity.User.AllowedUserNameCharacters = "";
                identity.Password.RequiredLength = PasswordDesk.Shortest;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireDigit = false;
                identity.Password.RequiredUniqueChars = 5;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<MatchingDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddTokenProvider<AccountLinks.Invitations>(AccountLinks.InvitationProvider)
            .AddClaimsPrincipalFactory<PortalPrincipal>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddMemoryCache();
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentUser>();
        services.AddScoped<OwnRecords>();
        services.AddSingleton<PasswordGate>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<PasswordDesk>();
        services.AddScoped<AccountLinks>();
        services.AddScoped<AccountDesk>();
        services.AddScoped<ResetRequest>();
        services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = AccountLinks.ResetTime);
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/account/sign-in";
            cookie.LogoutPath = "/account/sign-out";
            cookie.AccessDeniedPath = "/error/403";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Cookie.Name = "zoe-session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = false;
            // The session is real time even when the portal's clock is moved in Development.
            cookie.TimeProvider = TimeProvider.System;
            cookie.Events.OnValidatePrincipal = RefuseChangedAccountsAsync;
            // Who is signed in but not allowed gets the page 403 itself, not a redirect that hides the status.
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddPolicies();
    }

    /// <summary>Ends a session whose account was locked or changed (role, duties, organisation, password).</summary>
    private static async Task RefuseChangedAccountsAsync(CookieValidatePrincipalContext context)
    {
        if (!Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            context.RejectPrincipal();
            return;
        }

        var services = context.HttpContext.RequestServices;
        var cache = services.GetRequiredService<IMemoryCache>();
        var db = services.GetRequiredService<MatchingDbContext>();
        var own = context.Principal!.FindFirstValue("AspNet.Identity.SecurityStamp");
        if (own is not null && cache.TryGetValue(("account-stamp", id), out string? stamp) && stamp == own) return;
        // Not known, or the person has just changed the password and carries a newer stamp than the cache: the database decides.
        stamp = await db.Users.Where(u => u.Id == id && !u.Disabled).Select(u => u.SecurityStamp).SingleOrDefaultAsync();
        cache.Set(("account-stamp", id), stamp, AccountCacheTime);
        if (own is not null && stamp == own) return;
        context.RejectPrincipal();
        await context.HttpContext.RequestServices.GetRequiredService<SignInManager<PortalUser>>().SignOutAsync();
    }

    /// <summary>Puts role, duties, team and organisation into the session.</summary>
    private sealed class PortalPrincipal(UserManager<PortalUser> users, IOptions<IdentityOptions> options)
        : UserClaimsPrincipalFactory<PortalUser>(users, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            identity.AddClaim(new Claim(ClaimTypes.Role, user.Role.ToString()));
            identity.AddClaim(new Claim(PortalClaims.DisplayName, user.DisplayName));
            identity.AddClaim(new Claim(PortalClaims.Duties, user.Duties.ToString()));
            if (user.TeamId is { } team) identity.AddClaim(new Claim(PortalClaims.Team, team.ToString()));
            if (user.EmployerId is { } employer) identity.AddClaim(new Claim(PortalClaims.Employer, employer.ToString()));
            if (user.ProviderId is { } provider) identity.AddClaim(new Claim(PortalClaims.Provider, provider.ToString()));
            return identity;
        }
    }
}
