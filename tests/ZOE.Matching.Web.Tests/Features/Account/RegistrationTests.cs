using System.Net;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;

namespace ZOE.Matching.Web.Tests.Features.Account;

public sealed class RegistrationTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Fact]
    public async Task Register_Employer_WaitsForApprovalWithATask()
    {
        var email = $"chef-{Guid.NewGuid():N}@betrieb.example";

        var page = await RegisterAsync(email, "Tischlerei Wald");

        page.Main.Should().Contain("Wie es weitergeht").And.Contain("Arbeitgeberservice");
        var user = (await portal.FindAsync(email))!;
        user.Role.Should().Be(PortalRole.Employer);
        var employer = await portal.DbAsync(db => db.Employers.Include(e => e.Contacts).SingleAsync(e => e.Id == user.EmployerId));
        employer.Approval.Should().Be(ApprovalState.Waiting);
        employer.Contacts.Should().ContainSingle().Which.Email.Should().Be(email);
        var task = await portal.DbAsync(db => db.Tasks.SingleAsync(t => t.EmployerId == employer.Id));
        task.Kind.Should().Be(WorkTaskKind.ApproveEmployer);
        task.ForDuty.Should().Be(Duty.EmployerService);
    }

    [Fact]
    public async Task Register_AddressHasAnAccount_ShowsTheSamePageAndMakesNothing()
    {
        var email = $"chef-{Guid.NewGuid():N}@betrieb.example";
        var first = await RegisterAsync(email, "Tischlerei Birke");

        var second = await RegisterAsync(email.ToUpperInvariant(), "Tischlerei Buche");

        second.Text.Should().Be(first.Text);
        (await portal.DbAsync(db => db.Employers.CountAsync(e => e.Name == "Tischlerei Buche"))).Should().Be(0);
        (await portal.SignInAsync(await portal.BrowserAsync(), email, AccountPortal.Password)).Status.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Register_Provider_WaitsForApprovalWithATask()
    {
        var email = $"leitung-{Guid.NewGuid():N}@traeger.example";
        var browser = await portal.BrowserAsync();
        var form = await browser.GetAsync("/account/register-provider");

        var page = await browser.SubmitAndFollowAsync(form, [("ProviderName", "Sprachwerk"), .. Person(form, email)]);

        page.Main.Should().Contain("Maßnahmebetreuung");
        var user = (await portal.FindAsync(email))!;
        var task = await portal.DbAsync(db => db.Tasks.SingleAsync(t => t.ProviderId == user.ProviderId));
        task.ForDuty.Should().Be(Duty.CourseCare);
    }

    [Theory]
    [InlineData("\"a b\"@betrieb.example")]
    [InlineData("a@b")]
    [InlineData("a@betrieb.example>, b@betrieb.example")]
    public async Task Register_HostileAddress_ComesBackWithTheInputKept(string email)
    {
        var page = await RegisterAsync(email, "Tischlerei Eiche");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Main.Should().Contain("keine gültige E-Mail-Adresse");
        page.Document.QuerySelector("#CompanyName")!.GetAttribute("value").Should().Be("Tischlerei Eiche");
        (await portal.DbAsync(db => db.Employers.CountAsync(e => e.Name == "Tischlerei Eiche"))).Should().Be(0);
    }

    private async Task<Hosting.PortalPage> RegisterAsync(string email, string company)
    {
        var browser = await portal.BrowserAsync();
        var form = await browser.GetAsync("/account/register-employer");
        var branch = form.Document.QuerySelectorAll("#BranchCode option").Select(o => o.GetAttribute("value")).First(v => v is { Length: > 0 });
        return await browser.SubmitAndFollowAsync(form, [("CompanyName", company), ("CompanyNumber", "12345678"), ("BranchCode", branch), .. Person(form, email)]);
    }

    private static (string, string?)[] Person(Hosting.PortalPage form, string email) =>
    [
        ("Street", "Am Markt 1"), ("Postcode", "30159"), ("ContactName", "Kim Wald"), ("Email", email), ("Phone", "0511 1234"),
        ("PlaceAgs", form.Document.QuerySelectorAll("#PlaceAgs option").Select(o => o.GetAttribute("value")).First(v => v is { Length: > 0 })),
        ("NewPassword", AccountPortal.Password), ("Repeated", AccountPortal.Password),
    ];
}
