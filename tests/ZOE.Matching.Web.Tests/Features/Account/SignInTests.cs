using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Web.Tests.Features.Account;

public sealed class SignInTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Fact]
    public async Task SignIn_WrongPassword_SaysNoAndKeepsTheAddress()
    {
        var user = await portal.AddWithPasswordAsync();

        var page = await portal.SignInAsync(await portal.BrowserAsync(), user.Email!, "vier rote Fahrräder");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Main.Should().Contain("Die Anmeldung hat nicht geklappt");
        page.Document.QuerySelector("#Email")!.GetAttribute("value").Should().Be(user.Email);
        page.Document.QuerySelector("#Password")!.GetAttribute("value").Should().BeNullOrEmpty();
    }

    [Fact]
    public async Task SignIn_UnknownAddress_AnswersLikeAWrongPassword()
    {
        var user = await portal.AddWithPasswordAsync();
        var unknown = "x" + user.Email![1..];
        var browser = await portal.BrowserAsync();

        var wrong = await portal.SignInAsync(browser, user.Email!, "vier rote Fahrräder");
        var none = await portal.SignInAsync(browser, unknown, "vier rote Fahrräder");

        none.Status.Should().Be(wrong.Status);
        Neutral(none.Text, unknown).Should().Be(Neutral(wrong.Text, user.Email!));

        static string Neutral(string html, string email) =>
            Regex.Replace(html.Replace(email, "@", StringComparison.Ordinal), "(?<=__RequestVerificationToken[^>]*value=\")[^\"]*", "");
    }

    [Theory]
    [InlineData(PortalRole.Admin, "/admin/organisations")]
    [InlineData(PortalRole.Coach, "/coaching/today")]
    [InlineData(PortalRole.TeamLead, "/coaching/today")]
    [InlineData(PortalRole.Employer, "/employers")]
    [InlineData(PortalRole.Provider, "/providers")]
    public async Task SignIn_RightPassword_LeadsToTheStartOfTheRole(PortalRole role, string start)
    {
        var user = await portal.AddWithPasswordAsync(role);

        var page = await portal.SignInAsync(await portal.BrowserAsync(), user.Email!, AccountPortal.Password);

        page.Status.Should().Be(HttpStatusCode.Redirect);
        page.Location!.OriginalString.Should().Be(start);
    }

    [Theory]
    [InlineData("https://evil.example/", "/admin/organisations")]
    [InlineData("//evil.example", "/admin/organisations")]
    [InlineData("/account", "/account")]
    public async Task SignIn_WithReturnAddress_LeadsOnlyToOwnPages(string wanted, string expected)
    {
        var user = await portal.AddWithPasswordAsync();
        var browser = await portal.BrowserAsync();
        var form = await browser.GetAsync("/account/sign-in");

        var page = await browser.SubmitAsync(form, [("Email", user.Email), ("Password", AccountPortal.Password), ("ReturnUrl", wanted)]);

        page.Location!.OriginalString.Should().Be(expected);
    }

    [Fact]
    public async Task SignIn_AfterFiveWrongPasswords_RefusesTheRightOneToo()
    {
        var user = await portal.AddWithPasswordAsync();
        var browser = await portal.BrowserAsync();
        for (var attempt = 0; attempt < 5; attempt++) await portal.SignInAsync(browser, user.Email!, "vier rote Fahrräder");

        var page = await portal.SignInAsync(browser, user.Email!, AccountPortal.Password);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Main.Should().Contain("Die Anmeldung hat nicht geklappt");
    }

    [Fact]
    public async Task Session_AccountLocked_EndsWithinFiveSeconds()
    {
        var user = await portal.AddWithPasswordAsync();
        var browser = await portal.BrowserAsync();
        await portal.SignInAsync(browser, user.Email!, AccountPortal.Password);
        (await browser.GetAsync("/account")).Status.Should().Be(HttpStatusCode.OK);
        await portal.DbAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == user.Id)).Disabled = true;
            await db.SaveChangesAsync();
        });

        await Task.Delay(TimeSpan.FromSeconds(5.2), TestContext.Current.CancellationToken);
        var page = await browser.GetAsync("/account");

        page.Status.Should().Be(HttpStatusCode.Redirect);
        page.Location!.ToString().Should().Contain("/account/sign-in");
    }

    [Fact]
    public async Task SignIn_AccountLocked_IsRefused()
    {
        var user = await portal.AddWithPasswordAsync();
        await portal.DbAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == user.Id)).Disabled = true;
            await db.SaveChangesAsync();
        });

        var page = await portal.SignInAsync(await portal.BrowserAsync(), user.Email!, AccountPortal.Password);

        page.Main.Should().Contain("Die Anmeldung hat nicht geklappt");
    }

    [Fact]
    public async Task Password_Changed_EndsTheOtherSessionsAndKeepsThisOne()
    {
        var user = await portal.AddWithPasswordAsync();
        PortalBrowserPair browsers = new(await portal.BrowserAsync(), await portal.BrowserAsync());
        await portal.SignInAsync(browsers.Here, user.Email!, AccountPortal.Password);
        await portal.SignInAsync(browsers.There, user.Email!, AccountPortal.Password);
        var form = await browsers.Here.GetAsync("/account/password");

        await browsers.Here.SubmitAsync(form, [("CurrentPassword", AccountPortal.Password), ("NewPassword", "fünf gelbe Roller"), ("Repeated", "fünf gelbe Roller")], "main form");

        (await browsers.Here.GetAsync("/account")).Status.Should().Be(HttpStatusCode.OK);
        (await browsers.There.GetAsync("/account")).Status.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Session_AfterSignOut_IsOver()
    {
        var user = await portal.AddWithPasswordAsync();
        var browser = await portal.BrowserAsync();
        await portal.SignInAsync(browser, user.Email!, AccountPortal.Password);
        var page = await browser.GetAsync("/account");

        await browser.SubmitAsync(page, [], "form[action='/account/sign-out']");

        (await browser.GetAsync("/account")).Status.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task SignIn_WithoutFormToken_IsRefused()
    {
        var user = await portal.AddWithPasswordAsync();
        var browser = await portal.BrowserAsync();

        var page = await browser.PostAsync("/account/sign-in", [new("Email", user.Email!), new("Password", AccountPortal.Password)]);

        page.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    private sealed record PortalBrowserPair(Hosting.PortalBrowser Here, Hosting.PortalBrowser There);
}
