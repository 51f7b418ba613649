using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Features.Account;

/// <summary>The portal with what the tests of accounts need again and again.</summary>
public sealed class AccountPortal : PortalFactory
{
    public const string Password = "vier blaue Fahrräder";

    /// <summary>An account that can sign in with <see cref="Password"/>.</summary>
    public async Task<PortalUser> AddWithPasswordAsync(PortalRole role = PortalRole.Admin)
    {
        var user = await AddUserAsync(role);
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        user = (await users.FindByIdAsync(user.Id.ToString()))!;
        (await users.AddPasswordAsync(user, Password)).Succeeded.Should().BeTrue();
        return user;
    }

    public async Task<PortalPage> SignInAsync(PortalBrowser browser, string email, string password) =>
        await browser.SubmitAsync(await browser.GetAsync("/account/sign-in"), [("Email", email), ("Password", password)]);

    /// <summary>The path of the link that a mail would carry.</summary>
    public async Task<string> LinkAsync(PortalUser user, Func<AccountLinks, PortalUser, Task<string>> link)
    {
        await using var scope = Services.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().FindByIdAsync(user.Id.ToString());
        return new Uri(await link(scope.ServiceProvider.GetRequiredService<AccountLinks>(), known!)).PathAndQuery;
    }

    /// <summary>An employer kept by staff, with its contact and the path of its link.</summary>
    public async Task<(Employer Employer, string Email, string Path)> AddKeptEmployerAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Data.MatchingDbContext>();
        var links = scope.ServiceProvider.GetRequiredService<LinkDesk>();
        var employer = new Employer { Name = "Dachdeckerei Sommer", KeptByStaff = true, CreatedAtUtc = Clock.GetUtcNow().UtcDateTime };
        var contact = new EmployerContact { EmployerId = employer.Id, Name = "Ute Sommer", Email = $"ute-{employer.Id:N}@sommer.example" };
        employer.Contacts.Add(contact);
        db.Add(employer);
        var link = await links.AddAsync(LinkPurpose.TakeOverEmployer, employer.Id, contact.Id, TimeSpan.FromDays(14));
        await db.SaveChangesAsync();
        return (employer, contact.Email!, $"/answer/take-over/{await links.TokenOfAsync(link)}");
    }

    public Task<PortalUser?> FindAsync(string email) => DbAsync(db => db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Email == email));
}
