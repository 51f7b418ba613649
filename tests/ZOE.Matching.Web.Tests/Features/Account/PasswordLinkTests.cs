using System.Net;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Web.Tests.Features.Account;

public sealed class PasswordLinkTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    private const string Other = "fünf gelbe Roller";

    [Fact]
    public async Task Forgot_KnownOrUnknownAddress_ShowsTheSamePage()
    {
        var user = await portal.AddWithPasswordAsync();
        var browser = await portal.BrowserAsync();

        var known = await AskAsync(user.Email!);
        var unknown = await AskAsync("niemand@test.example");

        known.Status.Should().Be(HttpStatusCode.OK);
        unknown.Text.Should().Be(known.Text);
        (await portal.DbAsync(db => db.Mails.Where(m => m.Kind == MailKind.PasswordReset).Select(m => m.UserId).ToListAsync())).Should().Contain(user.Id);

        async Task<Hosting.PortalPage> AskAsync(string email) =>
            await browser.SubmitAndFollowAsync(await browser.GetAsync("/account/forgot"), [("Email", email)]);
    }

    [Fact]
    public async Task Forgot_AskedTwiceAtOnce_SendsOneMail()
    {
        var user = await portal.AddWithPasswordAsync();
        var browser = await portal.BrowserAsync();

        for (var time = 0; time < 2; time++)
            (await browser.SubmitAsync(await browser.GetAsync("/account/forgot"), [("Email", user.Email)])).Status.Should().Be(HttpStatusCode.Redirect);

        (await portal.DbAsync(db => db.Mails.CountAsync(m => m.UserId == user.Id))).Should().Be(1);
    }

    [Fact]
    public async Task Reset_Link_WorksOnceAndSetsThePassword()
    {
        var user = await portal.AddWithPasswordAsync();
        var path = await portal.LinkAsync(user, (links, account) => links.ResetAddressAsync(account));
        var browser = await portal.BrowserAsync();
        var form = await browser.GetAsync(path);

        var saved = await browser.SubmitAsync(form, [("NewPassword", Other), ("Repeated", Other)]);
        var again = await browser.SubmitAsync(form, [("NewPassword", "sechs grüne Boote"), ("Repeated", "sechs grüne Boote")]);

        saved.Location!.OriginalString.Should().Be("/account/sign-in");
        again.Status.Should().Be(HttpStatusCode.Gone);
        (await browser.GetAsync(path)).Status.Should().Be(HttpStatusCode.Gone);
        (await portal.SignInAsync(browser, user.Email!, Other)).Status.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Reset_TokenOfAnotherAccount_IsRefused()
    {
        var (one, two) = (await portal.AddWithPasswordAsync(), await portal.AddWithPasswordAsync());
        var path = await portal.LinkAsync(one, (links, account) => links.ResetAddressAsync(account));

        var page = await (await portal.BrowserAsync()).GetAsync(path.Replace(one.Id.ToString("N"), two.Id.ToString("N"), StringComparison.Ordinal));

        page.Status.Should().Be(HttpStatusCode.Gone);
    }

    [Theory]
    [InlineData("kurz", "kurz", "mindestens 12")]
    [InlineData("aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa", "zu leicht zu erraten")]
    [InlineData(Other, "fünf gelbe Rollen", "verschieden")]
    public async Task Reset_UnfitPassword_IsRefusedAtTheFieldAndTheLinkStays(string password, string repeated, string reason)
    {
        var user = await portal.AddWithPasswordAsync();
        var path = await portal.LinkAsync(user, (links, account) => links.ResetAddressAsync(account));
        var browser = await portal.BrowserAsync();

        var page = await browser.SubmitAsync(await browser.GetAsync(path), [("NewPassword", password), ("Repeated", repeated)]);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Main.Should().Contain(reason);
        (await browser.GetAsync(path)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Invitation_Link_SetsTheFirstPasswordOnce()
    {
        var user = await portal.AddUserAsync(PortalRole.Coach);
        var path = await portal.LinkAsync(user, (links, account) => links.InvitationAddressAsync(account));
        var browser = await portal.BrowserAsync();
        var form = await browser.GetAsync(path);
        form.Main.Should().Contain(user.DisplayName);

        var saved = await browser.SubmitAsync(form, [("NewPassword", Other), ("Repeated", Other)]);

        saved.Location!.OriginalString.Should().Be("/account/sign-in");
        (await browser.GetAsync(path)).Status.Should().Be(HttpStatusCode.Gone);
        (await portal.SignInAsync(browser, user.Email!, Other)).Location!.OriginalString.Should().Be("/coaching/today");
    }

    [Fact]
    public async Task Invitation_ResetTokenInstead_IsRefused()
    {
        var user = await portal.AddUserAsync(PortalRole.Coach);
        var path = await portal.LinkAsync(user, (links, account) => links.ResetAddressAsync(account));

        var page = await (await portal.BrowserAsync()).GetAsync(path.Replace("/reset", "/invitation", StringComparison.Ordinal));

        page.Status.Should().Be(HttpStatusCode.Gone);
    }
}
