using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Seed;
using ZOE.Matching.Seed.Demo;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Seed;

/// <summary>The demo data are made anew for each day they are first shown on: on every one of them each demo sign-in finds its work.</summary>
public sealed class DemoDaysTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Make_AnyDayAndHour_EachSignInHasItsWork()
    {
        await using var first = portal.Services.CreateAsyncScope();
        var reference = await DemoReference.LoadAsync(first.ServiceProvider.GetRequiredService<MatchingDbContext>());
        for (var i = 0; i < 24; i++)
        {
            // Nine days and seven hours on each time: all weekdays, all hours, most of a year.
            var now = PortalFactory.MondayMorning.AddDays(i * 9).AddHours(i * 7).UtcDateTime;
            await using var scope = portal.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MatchingDbContext>();
            db.ChangeTracker.AutoDetectChangesEnabled = false;

            var world = DemoData.Make(db, reference, scope.ServiceProvider.GetRequiredService<IPasswordHasher<PortalUser>>(), now);

            Missing(world).Should().BeEmpty($"on {now:ddd d MMM yyyy HH:mm}");
        }
    }

    private static IEnumerable<string> Missing(DemoWorld world)
    {
        var ofCoach = world.Clients.Where(c => c.Client.CoachId == DemoStaff.OwnCoach).Select(c => c.Client.Id).ToHashSet();
        foreach (var state in new[] { ProposalState.Sent, ProposalState.Interview, ProposalState.Accepted, ProposalState.Declined })
            if (!world.Proposals.Exists(p => p.State == state && ofCoach.Contains(p.ClientId))) yield return $"a proposal of the coach that is {state}";
        if (!world.Proposals.Exists(p => p.State == ProposalState.Interview && p.ReleasedAtUtc is not null)) yield return "a released interview";
        if (!world.Proposals.Exists(p => p.EmployerId == DemoStaff.OwnFirm && p.State == ProposalState.Sent)) yield return "a proposal for the employer to answer";
        if (!world.Proposals.Exists(p => p.EmployerId == DemoStaff.OwnFirm && p.ReleasedAtUtc is not null)) yield return "a released contact for the employer";
        if (!world.Placements.Exists(p => p.Placement.EmployerId == DemoStaff.OwnFirm && p.Placement.State == PlacementState.Running)) yield return "a running placement of the employer";
        if (!world.Placements.Exists(p => ofCoach.Contains(p.Placement.ClientId) && p.Placement.FollowUps.Any(f => f.State is FollowUpState.Asked or FollowUpState.Reminded or FollowUpState.CallTask)))
            yield return "an open question about a placement of the coach";
        foreach (var state in new[] { ReferralState.Sent, ReferralState.Attending })
            if (!world.Referrals.Exists(r => r.ProviderId == DemoStaff.OwnProvider && r.State == state)) yield return $"a referral of the Träger that is {state}";
        if (!world.Tasks.Exists(t => t.Kind == WorkTaskKind.DecideFunding && t.DoneAtUtc is null && t.OwnerId == DemoWorld.IdOf("integration@demo.example"))) yield return "a funding to decide";
        if (!world.Placements.Exists(p => p.Placement.FollowUps.Any(f => f.State is FollowUpState.Asked or FollowUpState.Reminded))) yield return "a question asked by mail";
    }
}
