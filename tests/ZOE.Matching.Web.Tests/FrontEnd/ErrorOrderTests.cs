using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Web.Tests.Hosting;
using ZOE.Matching.Web.Tests.Placements;

namespace ZOE.Matching.Web.Tests.FrontEnd;

/// <summary>Who goes down the list of errors goes down the page.</summary>
public sealed class ErrorOrderTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("coach", "/coaching/clients/new"), InlineData("coach", "/coaching/employers/new")]
    [InlineData("employer", "/employers/vacancies/new"), InlineData("provider", "/providers/courses/new")]
    public async Task Summary_OfAnEmptyForm_FollowsThePage(string who, string path)
    {
        var chain = await Chain.StartAsync(portal);
        var browser = await portal.BrowserAsync(who switch { "coach" => chain.Coach, "employer" => chain.EmployerUser, _ => await ProviderUserAsync(chain) });

        var page = await browser.SubmitAsync(await browser.GetAsync(path), []);

        var ids = page.Document.QuerySelectorAll(".zoe-error-summary a").Select(a => a.GetAttribute("href")![1..]).ToList();
        var places = page.Document.QuerySelectorAll("main [id]").Select(e => e.Id!).ToList();
        ids.Should().HaveCountGreaterThan(2);
        ids.Should().OnlyContain(id => places.Contains(id), "each leads to its field");
        ids.ConvertAll(places.IndexOf).Should().BeInAscendingOrder();
    }

    private async Task<Data.Accounts.PortalUser> ProviderUserAsync(Chain chain)
    {
        var provider = portal.NewFakes().NewProvider(chain.Coach.Id);
        await portal.DbAsync(async db =>
        {
            db.Add(provider);
            await db.SaveChangesAsync();
        });
        return await portal.AddUserAsync(PortalRole.Provider, providerId: provider.Id);
    }
}
