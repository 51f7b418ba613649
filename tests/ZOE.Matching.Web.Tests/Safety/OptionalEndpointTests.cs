using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>A portal as a developer starts it: demo pages, jobs in the process.</summary>
public sealed class DemoPortal : WorldPortal
{
    protected override Dictionary<string, string> Settings() => new(base.Settings()) { ["Demo:Enabled"] = "true", ["Jobs:Storage"] = "InMemory" };

    /// <summary>Somebody is there already, so the demo data stay away: they have tests of their own.</summary>
    protected override void StartHost()
    {
        Task.Run(async () =>
        {
            await using var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddLogging().AddData(TestDatabase.Engine, Settings()["Database:Connection"]).BuildServiceProvider();
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MatchingDbContext>();
            db.Add(new PortalUser { DisplayName = "Erste Person", UserName = "erste@test.example", Role = PortalRole.Admin, CreatedAtUtc = Clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync();
        }).GetAwaiter().GetResult();
        base.StartHost();
    }
}

/// <summary>The endpoints that exist only in a demo or where jobs run.</summary>
public sealed class OptionalEndpointTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    [Fact]
    public void Endpoints_WithEverythingOn_AreTheWholeTable()
    {
        var there = EndpointTable.Of(portal.Services);
        var told = EndpointTable.All.Select(r => r.Key).ToList();

        there.Except(told).Should().BeEmpty();
        told.Except(there).Should().BeEmpty();
    }

    [Fact]
    public async Task OptionalEndpoints_EveryCaller_AnswerAsTold()
    {
        List<string> wrong = [];
        foreach (var caller in Enum.GetValues<Caller>())
        {
            foreach (var row in EndpointTable.All.Where(r => r.IsOptional))
            {
                var browser = await portal.NewBrowserAsync(caller);
                var token = await WorldPortal.TokenAsync(browser, caller);
                var page = await EndpointTableTests.SendAsync(browser, row.IsRead ? "GET" : row.Method, row.Address(portal.World, Side.X), token, row.Fields(portal.World, Side.X));
                var answer = EndpointTableTests.Word(page);
                var told = row.ExpectedOf(caller, Side.X);
                var fits = told == "ok" ? answer is "200" or "302" : answer == told;
                if (!fits) wrong.Add($"{caller} {row.Key}: {answer} instead of {told}");
            }
        }

        string.Join('\n', wrong).Should().BeEmpty();
    }
}
