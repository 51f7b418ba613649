using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Browser.Tests.Hosting;

/// <summary>The portal as Development starts it: demo data, demo sign-ins, the page that moves the clock; on a real port. Jobs run on call.</summary>
public class DemoPortal : PortalFactory
{
    /// <summary>Address with the port, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    protected override bool HasTestClock => false;

    public override async ValueTask InitializeAsync()
    {
        if (FullTests.Asked) await base.InitializeAsync();
    }

    protected override void StartHost()
    {
        UseKestrel(0);
        StartServer();
        Address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("[::]", "localhost", StringComparison.Ordinal).TrimEnd('/');
    }

    protected override Dictionary<string, string> Settings() => new(base.Settings()) { ["Demo:Enabled"] = "true" };
}
