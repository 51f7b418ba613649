using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Databases;

public sealed class SearchByNameTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task ToLower_CapitalUmlaut_IsFoundOnBothDatabases()
    {
        await portal.DbAsync(async db =>
        {
            db.Add(new Employer { Name = "Ölmühle Übersee" });
            await db.SaveChangesAsync();
        });

        var found = await portal.DbAsync(db => db.Employers.CountAsync(e => e.Name.ToLower().Contains("ölmühle ü")));

        found.Should().Be(1);
    }
}
