using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Seed;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Seed;

/// <summary>The portal as it starts in Development, with demo data.</summary>
public sealed class DemoPortal : PortalFactory
{
    protected override Dictionary<string, string> Settings() => new(base.Settings()) { ["Demo:Enabled"] = "true" };
}

public sealed class DemoDataTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task Fill_Empty_MakesTheNumbersOfTheOrder()
    {
        await portal.DbAsync(async db =>
        {
            (await db.Clients.CountAsync()).Should().Be(400);
            (await db.Users.CountAsync(u => u.Role == PortalRole.Coach)).Should().Be(12);
            (await db.Users.CountAsync(u => u.Role == PortalRole.TeamLead)).Should().Be(2);
            (await db.Teams.CountAsync()).Should().Be(3);
            (await db.Employers.CountAsync()).Should().Be(60);
            (await db.Employers.CountAsync(e => e.Approval == ApprovalState.Waiting)).Should().Be(4);
            (await db.Vacancies.CountAsync()).Should().Be(150);
            (await db.Providers.CountAsync()).Should().Be(25);
            (await db.Courses.CountAsync()).Should().Be(120);
            (await db.Courses.Select(c => c.InstrumentCode).Distinct().CountAsync()).Should().Be(await db.Instruments.CountAsync(i => i.Bookable));
        });
    }

    [Fact]
    public async Task Fill_Empty_EachStateOccurs()
    {
        await portal.DbAsync(async db =>
        {
            (await db.Proposals.Select(p => p.State).Distinct().ToListAsync()).Should().BeEquivalentTo(Enum.GetValues<ProposalState>());
            (await db.Placements.Select(p => p.State).Distinct().ToListAsync()).Should().BeEquivalentTo(Enum.GetValues<PlacementState>());
            (await db.Placements.Where(p => p.Outcome != null).Select(p => p.Outcome!.Value).Distinct().ToListAsync()).Should().BeEquivalentTo(Enum.GetValues<PlacementOutcome>());
            (await db.FollowUps.Select(f => f.State).Distinct().ToListAsync()).Should().BeEquivalentTo(Enum.GetValues<FollowUpState>());
            (await db.Referrals.Select(r => r.State).Distinct().ToListAsync()).Should().BeEquivalentTo(Enum.GetValues<ReferralState>());
            (await db.Vacancies.Select(v => v.State).Distinct().ToListAsync()).Should().BeEquivalentTo(Enum.GetValues<VacancyState>());
            (await db.Courses.Select(c => c.State).Distinct().ToListAsync()).Should().BeEquivalentTo(Enum.GetValues<CourseState>());
            (await db.ObservedCompetences.Select(o => o.State).Distinct().ToListAsync()).Should().Contain([ObservationState.Waiting, ObservationState.Confirmed]);
            (await db.FundingDecisions.AnyAsync(f => !f.Granted)).Should().BeTrue();
            (await db.Placements.AnyAsync(p => p.ProposalId == null && p.ExtendsId == null)).Should().BeTrue("some are candidate-led");
        });
    }

    [Theory]
    [InlineData("coach@demo.example"), InlineData("arbeitgeber@demo.example"), InlineData("admin@demo.example"), InlineData("integration@demo.example")]
    public async Task Fill_Empty_DemoAccountsSignIn(string email)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();

        var user = await users.FindByEmailAsync(email);

        user!.Role.Should().Be(DemoAccounts.All.Single(a => a.Email == email).Role);
        (await users.CheckPasswordAsync(user, DemoAccounts.Password)).Should().BeTrue();
        (await users.CheckPasswordAsync(user, DemoAccounts.Password + "x")).Should().BeFalse();
    }

    [Fact]
    public async Task Fill_Empty_DemoAccountsOwnWhatTheyAreSaidToOwn()
    {
        await portal.DbAsync(async db =>
        {
            var users = await db.Users.ToDictionaryAsync(u => u.Email!);
            (await db.Clients.CountAsync(c => c.CoachId == users["coach@demo.example"].Id)).Should().Be(100);
            (await db.Clients.CountAsync(c => c.OfficerId == users["integration@demo.example"].Id)).Should().BeGreaterThan(100);
            (await db.Vacancies.CountAsync(v => v.EmployerId == users["arbeitgeber@demo.example"].EmployerId)).Should().Be(8);
            (await db.Courses.CountAsync(c => c.ProviderId == users["traeger@demo.example"].ProviderId)).Should().Be(12);
            users["massnahmen@demo.example"].Duties.Should().Be(Duty.CourseCare);
        });
    }

    [Fact]
    public async Task Proposals_Each_StandOnAYesToThisVacancy()
    {
        var (proposals, consents) = await portal.DbAsync(async db => (await db.Proposals.ToListAsync(), await db.Consents.Include(c => c.End).ToDictionaryAsync(c => c.Id)));

        proposals.Should().HaveCountGreaterThan(200);
        proposals.Should().OnlyContain(p => consents[p.ConsentId].ClientId == p.ClientId && consents[p.ConsentId].Scope == ConsentScope.Vacancy && consents[p.ConsentId].VacancyId == p.VacancyId
            && consents[p.ConsentId].HoldsOn(LegalDay.Of(p.ProposedAtUtc)));
        proposals.Where(p => p.ReleasedAtUtc is not null).Should().OnlyContain(p => p.ReleasedAtUtc >= p.AnsweredAtUtc || p.AnsweredAtUtc > p.ProposedAtUtc);
    }

    [Fact]
    public async Task Placements_Each_ObeyTheLegalClock()
    {
        var (placements, rules) = await portal.DbAsync(async db => (await db.Placements.AsNoTracking().Include(p => p.Funding).ToListAsync(), await db.LegalRules.AsNoTracking().ToListAsync()));

        placements.Should().HaveCountGreaterThan(110);
        foreach (var placement in placements.Where(p => p.State != PlacementState.CalledOff))
        {
            var before = PlacementSpan.Of(placements.Where(p => p.ClientId == placement.ClientId && p.CreatedAtUtc < placement.CreatedAtUtc));
            var request = new PlacementRequest
            {
                ClientId = placement.ClientId,
                EmployerId = placement.EmployerId,
                MeasureId = placement.MeasureId,
                Kind = placement.Kind,
                LegalBasis = placement.LegalBasis,
                StartOn = placement.StartOn,
                EndOn = placement.EndOn,
                HoursPerWeek = placement.HoursPerWeek,
                Insurance = placement.Insurance,
                AppliedOn = placement.Funding?.AppliedOn,
            };
            LegalClock.Check(request, before, rules).Should().NotContain(f => f.Refuses);
            if (placement.Subsidised && placement.State is PlacementState.Running or PlacementState.Ended && placement.Subsidised)
                placement.Funding.Should().Match<FundingDecision>(f => f.Granted && f.AppliedOn < placement.StartOn && f.DecidedOn < placement.StartOn);
            if (placement.State == PlacementState.Running) placement.StartOn.Should().BeOnOrBefore(portal.Clock.Today());
        }
    }

    [Fact]
    public async Task Records_All_LieInThePast()
    {
        var now = portal.Clock.NowUtc();
        await portal.DbAsync(async db =>
        {
            (await db.Clients.MaxAsync(c => c.CreatedAtUtc)).Should().BeOnOrBefore(now);
            (await db.Proposals.MaxAsync(p => p.ProposedAtUtc)).Should().BeOnOrBefore(now);
            (await db.Inbox.MaxAsync(i => i.CreatedAtUtc)).Should().BeOnOrBefore(now);
            (await db.Tasks.MaxAsync(t => t.CreatedAtUtc)).Should().BeOnOrBefore(now);
            (await db.ContactLog.MaxAsync(c => c.AtUtc)).Should().BeOnOrBefore(now);
            (await db.Consents.MaxAsync(c => c.RecordedAtUtc)).Should().BeOnOrBefore(now);
            (await db.FollowUps.Where(f => f.AnsweredAtUtc != null).MaxAsync(f => f.AnsweredAtUtc!.Value)).Should().BeOnOrBefore(now);
            (await db.CompetenceEvidence.MaxAsync(e => e.RecordedAtUtc)).Should().BeOnOrBefore(now);
        });
    }

    [Fact]
    public async Task FirstMinute_AfterTheFill_SendsAHandfulOfMails()
    {
        (await portal.DbAsync(db => db.Mails.CountAsync(m => m.State == MailState.Waiting))).Should().BeLessThan(40);
        var due = await portal.DbAsync(async db => (await db.FollowUps.ToListAsync()).Count(f => f.DueStep(portal.Clock.Today()) is not null));
        due.Should().BeLessThan(25);
    }

    [Fact]
    public async Task Tasks_OfTheDemoCoach_AreOverdueDueAndAhead()
    {
        var today = portal.Clock.Today();
        var tasks = await portal.DbAsync(async db =>
        {
            var coach = await db.Users.SingleAsync(u => u.Email == "coach@demo.example");
            return await db.Tasks.Where(t => t.OwnerId == coach.Id && t.DoneAtUtc == null).ToListAsync();
        });

        tasks.Should().Contain(t => t.DueOn < today).And.Contain(t => t.DueOn == today).And.Contain(t => t.DueOn > today);
        tasks.Select(t => t.Kind).Should().Contain([WorkTaskKind.Own, WorkTaskKind.ReleaseContact]);
    }

    [Fact]
    public async Task Fill_SecondTime_AddsNothing()
    {
        await using var scope = portal.Services.CreateAsyncScope();

        await DemoData.FillAsync(scope.ServiceProvider, portal.Clock);

        (await portal.DbAsync(db => db.Clients.CountAsync())).Should().Be(400);
    }
}
