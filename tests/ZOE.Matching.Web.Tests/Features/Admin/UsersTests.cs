using System.Net;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Features.Admin;

public sealed class UsersTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Invite_Coach_MakesTheAccountAndItsMailTogether()
    {
        var team = await AddTeamAsync();
        var admin = await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Admin));
        var email = $"neu-{Guid.NewGuid():N}@test.example";

        var page = await admin.SubmitAsync(await admin.GetAsync("/admin/users/new"),
            [("DisplayName", "Mara Neu"), ("Email", email), ("Role", "Coach"), ("TeamId", team.ToString()), ("Duties", "EmployerService"), ("Duties", "CourseCare")]);

        page.Status.Should().Be(HttpStatusCode.Redirect);
        var user = await portal.DbAsync(db => db.Users.SingleAsync(u => u.Email == email));
        user.Role.Should().Be(PortalRole.Coach);
        user.Duties.Should().Be(Duty.EmployerService | Duty.CourseCare);
        user.TeamId.Should().Be(team);
        user.PasswordHash.Should().BeNull();
        (await portal.DbAsync(db => db.Mails.CountAsync(m => m.UserId == user.Id && m.Kind == MailKind.Invitation))).Should().Be(1);
    }

    [Fact]
    public async Task Invite_CoachWithoutTeam_IsRefusedWithTheInputKept()
    {
        var admin = await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Admin));

        var page = await admin.SubmitAsync(await admin.GetAsync("/admin/users/new"), [("DisplayName", "Mara Neu"), ("Email", "ohne-team@test.example"), ("Role", "Coach")]);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Main.Should().Contain("Bitte wählen Sie ein Team");
        page.Document.QuerySelector("#DisplayName")!.GetAttribute("value").Should().Be("Mara Neu");
        (await portal.DbAsync(db => db.Users.CountAsync(u => u.Email == "ohne-team@test.example"))).Should().Be(0);
    }

    [Fact]
    public async Task Invite_ForAnEmployer_BelongsToItWhateverRoleIsSent()
    {
        var employer = new Employer { Name = "Gärtnerei Klee", CreatedAtUtc = portal.Clock.GetUtcNow().UtcDateTime };
        await portal.DbAsync(async db =>
        {
            db.Add(employer);
            await db.SaveChangesAsync();
        });
        var admin = await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Admin));
        var email = $"klee-{Guid.NewGuid():N}@test.example";

        await admin.SubmitAsync(await admin.GetAsync($"/admin/users/new?employerId={employer.Id}"), [("DisplayName", "Kim Klee"), ("Email", email), ("Role", "Admin")]);

        var user = await portal.DbAsync(db => db.Users.SingleAsync(u => u.Email == email));
        user.Role.Should().Be(PortalRole.Employer);
        user.EmployerId.Should().Be(employer.Id);
    }

    [Fact]
    public async Task Save_DutiesChanged_EndsTheSessionsOfTheAccount()
    {
        var team = await AddTeamAsync();
        var coach = await portal.AddUserAsync(PortalRole.Coach, teamId: team);
        var theirs = await portal.BrowserAsync(coach);
        var admin = await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Admin));

        await admin.SubmitAsync(await admin.GetAsync($"/admin/users/{coach.Id}"), [("Duties", "IntegrationOfficer")]);

        (await portal.DbAsync(db => db.Users.SingleAsync(u => u.Id == coach.Id))).Duties.Should().Be(Duty.IntegrationOfficer);
        (await theirs.GetAsync("/account")).Status.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Save_SomeoneElseWasFaster_IsTold()
    {
        var coach = await portal.AddUserAsync(PortalRole.Coach, teamId: await AddTeamAsync());
        var admin = await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Admin));
        var form = await admin.GetAsync($"/admin/users/{coach.Id}");
        await admin.SubmitAsync(form, [("DisplayName", "Erste Änderung")]);

        var second = await admin.SubmitAsync(form, [("DisplayName", "Zweite Änderung")]);

        second.Main.Should().Contain("Jemand anderes hat diesen Eintrag inzwischen geändert");
        (await portal.DbAsync(db => db.Users.SingleAsync(u => u.Id == coach.Id))).DisplayName.Should().Be("Erste Änderung");
    }

    [Fact]
    public async Task Lock_OneOwnAccount_IsRefused()
    {
        var me = await portal.AddUserAsync(PortalRole.Admin);
        var other = await portal.AddUserAsync(PortalRole.Coach, teamId: await AddTeamAsync());
        var browser = await portal.BrowserAsync(me);
        var form = await browser.GetAsync($"/admin/users/{other.Id}");
        var token = form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var id in new[] { me.Id, other.Id })
            await browser.PostAsync($"/admin/users/{id}/lock", [new("__RequestVerificationToken", token), new("disabled", "true")]);

        (await portal.DbAsync(db => db.Users.SingleAsync(u => u.Id == me.Id))).Disabled.Should().BeFalse();
        (await portal.DbAsync(db => db.Users.SingleAsync(u => u.Id == other.Id))).Disabled.Should().BeTrue();
    }

    [Theory]
    [InlineData("/admin/organisations", "Organisationen")]
    [InlineData("/admin/organisations?Kind=Provider&State=Waiting&Text=x", "Keine Einträge gefunden")]
    [InlineData("/admin/users", "Benutzer")]
    [InlineData("/admin/jobs", "Hintergrundaufgaben")]
    [InlineData("/admin/search-index", "Suchindex")]
    public async Task Page_Admin_ShowsWhatItShould(string path, string text)
    {
        var admin = await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Admin));

        var page = await admin.GetAsync(path);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Main.Should().Contain(text);
    }

    private Task<Guid> AddTeamAsync() => portal.DbAsync(async db =>
    {
        var team = new Team { Name = $"Team {Guid.NewGuid():N}", SiteCode = await db.Sites.OrderBy(s => s.Code).Select(s => s.Code).FirstAsync() };
        db.Add(team);
        await db.SaveChangesAsync();
        return team.Id;
    });
}
