using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using ZOE.Matching.Web.Guards;
using ZOE.Matching.Web.Settings;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Guards;

public sealed class GuardTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public void Endpoint_WithoutARule_StopsTheStartAndIsNamed()
    {
        var open = new Endpoint(_ => Task.CompletedTask, new EndpointMetadataCollection(new AllowAnonymousAttribute()), "open");
        var ruled = new Endpoint(_ => Task.CompletedTask, new EndpointMetadataCollection(new AuthorizeAttribute("Admin")), "ruled");
        var bare = new Endpoint(_ => Task.CompletedTask, new EndpointMetadataCollection(new AuthorizeAttribute()), "bare");

        var check = () => EndpointRule.Check([open, ruled, bare]);

        check.Should().Throw<ConfigurationRefused>().WithMessage("*bare*");
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void Demo_OutsideDevelopment_IsRefused(string environment)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Demo:Enabled", "true")]).Build();

        var read = () => PortalSettings.Read(configuration, new Place(environment));

        read.Should().Throw<ConfigurationRefused>().WithMessage("*Development only*");
    }

    [Fact]
    public void Demo_InProduction_IsOffByItself() =>
        PortalSettings.Read(new ConfigurationBuilder().Build(), new Place("Production")).Demo.Should().BeFalse();

    [Fact]
    public async Task DemoPages_WithoutDemo_AreUnknown()
    {
        var browser = await portal.BrowserAsync();
        var form = await browser.GetAsync("/account/sign-in");
        var token = form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        (await browser.GetAsync("/dev")).Status.Should().Be(HttpStatusCode.NotFound);
        foreach (var path in new[] { "/dev/clock", "/dev/jobs", "/dev/sign-in" })
            (await browser.PostAsync(path, [new("__RequestVerificationToken", token), new("Step", "Day")])).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Answers_TooManyFromOneAddress_GetThe429Page()
    {
        var browser = await portal.BrowserAsync();
        for (var sent = 0; sent < RateLimits.AnswersPerMinute; sent++)
            (await browser.PostAsync("/answer/flood", [])).Status.Should().NotBe(HttpStatusCode.TooManyRequests);

        var page = await browser.PostAsync("/answer/flood", []);

        page.Status.Should().Be(HttpStatusCode.TooManyRequests);
        page.Main.Should().Contain("429");
    }

    private sealed class Place(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "ZOE.Matching";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
