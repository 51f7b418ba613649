using System.Net;
using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Web.Tests.Hosting;

public sealed class PortalFactoryTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task StartPage_Anonymous_ExplainsThePortal()
    {
        var browser = await portal.BrowserAsync();

        var page = await browser.GetAsync("/");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Main.Should().Contain("Arbeitgeber");
    }

    [Fact]
    public async Task AdminPage_CoachSignedIn_IsForbidden()
    {
        var coach = await portal.AddUserAsync(PortalRole.Coach);
        var browser = await portal.BrowserAsync(coach);

        var page = await browser.GetAsync("/admin/jobs");

        page.Status.Should().Be(HttpStatusCode.Forbidden);
    }
}
