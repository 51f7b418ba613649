using ZOE.Matching.Browser.Tests.Hosting;
using ZOE.Matching.Browser.Tests.Walk;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Browser.Tests;

/// <summary>The candidate-led way: from the person, without a vacancy. On a portal of its own, since it moves the clock by months.</summary>
public sealed class CandidateLedTests(Chromium chromium, DemoPortal portal) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task CandidateLed_SubsidisedTrial_WaitsForFundingAndAsksToTakeOver()
    {
        FullTests.Require("a browser");
        const string Company = "Metallbau Kortmann GmbH", TakeOver = "Übernahme klären";
        await using var world = await WalkWorld.BeginAsync(chromium.Browser, portal);
        var coach = await CoachSteps.SignInAsync(world, "Yonas", "Wegmann", "WALK-0002");
        await coach.KeepProfileAsync();
        await coach.ApproachEmployerAsync(Company);

        var placement = new PlacementSteps(world, coach.Coach);
        var end = world.Start.AddDays(81);
        await placement.FillAsync("Probebeschäftigung", "Probebeschäftigung (§ 16f SGB II)", "Sozialversicherungspflichtig", world.Start, end, subsidised: true);
        await coach.Coach.PressAsync("Vereinbaren");
        await coach.Coach.SeesAsync("Eine Probebeschäftigung muss eine zusätzliche Stelle sein.");
        await placement.FillAsync("Probebeschäftigung", "Probebeschäftigung (§ 16f SGB II)", "Sozialversicherungspflichtig", world.Start, end, additional: true, subsidised: true);
        await placement.AgreeAsync("Jetzt entscheidet eine Integrationsfachkraft über die Förderung");
        await placement.SeeAsync("Förderentscheidung offen", "Ohne Stelle, auf Initiative der Person");
        await world.GrantFundingAsync("Wegmann");
        await placement.AskedOnAsync(TakeOver, end.AddDays(-28));

        await world.MoveToAsync(end.AddDays(-28));
        await coach.Coach.Page.ReloadAsync();
        await coach.Coach.SeesInAsync(coach.Coach.Entry(TakeOver), "Gefragt");
        await using var employer = await world.DemoAsync("arbeitgeber@demo.example");
        await employer.VisitAsync("/employers/placements");
        await employer.SeesAsync("Probebeschäftigung");
    }
}
