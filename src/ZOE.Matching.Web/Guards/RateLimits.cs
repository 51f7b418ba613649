using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace ZOE.Matching.Web.Guards;

/// <summary>How often one address may send the forms that need no sign-in. Generous: a whole office may share one address.</summary>
public static class RateLimits
{
    /// <summary>Sign-ins, passwords and registrations a minute.</summary>
    public const int AccountsPerMinute = 300;

    /// <summary>Answers by link a minute.</summary>
    public const int AnswersPerMinute = 300;

    /// <summary>Forms below /account that ask for a sign-in.</summary>
    private static readonly string[] SignedIn = ["/account/searches", "/account/demand"];

    public static void AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf);
    });

    private static RateLimitPartition<string> PartitionOf(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method)) return RateLimitPartition.GetNoLimiter("free");
        if (SignedIn.Any(path => context.Request.Path.StartsWithSegments(path))) return RateLimitPartition.GetNoLimiter("free");
        if (context.Request.Path.StartsWithSegments("/account")) return Minute("account", AccountsPerMinute, context.Connection.RemoteIpAddress);
        if (context.Request.Path.StartsWithSegments("/answer")) return Minute("answer", AnswersPerMinute, context.Connection.RemoteIpAddress);
        return RateLimitPartition.GetNoLimiter("free");
    }

    private static RateLimitPartition<string> Minute(string group, int permits, IPAddress? address) =>
        RateLimitPartition.GetFixedWindowLimiter($"{group} {NetworkOf(address)}", _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });

    /// <summary>One IPv4 address, or the /64 network that one IPv6 user commands.</summary>
    private static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "none";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
