using System.Net;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Web.Tests.Features.Account;

public sealed class TakeOverTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    private static readonly (string, string?)[] Password = [("NewPassword", AccountPortal.Password), ("Repeated", AccountPortal.Password)];

    [Fact]
    public async Task TakeOver_SeenByAScannerFiftyTimes_StillWorksOnce()
    {
        var (employer, email, path) = await portal.AddKeptEmployerAsync();
        var browser = await portal.BrowserAsync();
        for (var seen = 0; seen < 50; seen++) (await browser.GetAsync(path)).Status.Should().Be(HttpStatusCode.OK);
        (await portal.FindAsync(email)).Should().BeNull("looking changes nothing");
        var form = await browser.GetAsync(path);
        form.Main.Should().Contain("Dachdeckerei Sommer").And.Contain("Ute Sommer");

        var done = await browser.SubmitAsync(form, Password);

        done.Location!.OriginalString.Should().Be("/employers");
        var user = await portal.FindAsync(email);
        user!.Role.Should().Be(PortalRole.Employer);
        user.EmployerId.Should().Be(employer.Id);
        (await portal.DbAsync(db => db.Employers.Where(e => e.Id == employer.Id).Select(e => e.KeptByStaff).SingleAsync())).Should().BeFalse();
        (await browser.GetAsync(path)).Status.Should().Be(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task TakeOver_SentTwice_MakesOneAccount()
    {
        var (employer, _, path) = await portal.AddKeptEmployerAsync();
        var (one, two) = (await portal.BrowserAsync(), await portal.BrowserAsync());
        var (formOne, formTwo) = (await one.GetAsync(path), await two.GetAsync(path));

        var answers = await Task.WhenAll(one.SubmitAsync(formOne, Password), two.SubmitAsync(formTwo, Password));

        answers.Select(a => a.Status).Should().BeEquivalentTo([HttpStatusCode.Redirect, HttpStatusCode.Gone]);
        (await portal.DbAsync(db => db.Users.CountAsync(u => u.EmployerId == employer.Id))).Should().Be(1);
    }

    [Fact]
    public async Task TakeOver_AfterItsTime_IsOver()
    {
        var (_, email, path) = await portal.AddKeptEmployerAsync();
        var browser = await portal.BrowserAsync();
        var form = await browser.GetAsync(path);
        portal.Clock.Advance(TimeSpan.FromDays(15));

        (await browser.GetAsync(path)).Status.Should().Be(HttpStatusCode.Gone);
        (await browser.SubmitAsync(form, Password)).Status.Should().Be(HttpStatusCode.Gone);
        (await portal.FindAsync(email)).Should().BeNull();
    }

    [Fact]
    public async Task TakeOver_ForgedToken_IsUnknown()
    {
        var (_, _, path) = await portal.AddKeptEmployerAsync();
        var last = path[^1] == 'A' ? 'E' : 'A';

        var page = await (await portal.BrowserAsync()).GetAsync(path[..^1] + last);

        page.Status.Should().Be(HttpStatusCode.NotFound);
    }
}
