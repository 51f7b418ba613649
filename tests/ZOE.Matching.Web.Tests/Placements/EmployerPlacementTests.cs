using System.Net;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Placements;

/// <summary>What an employer sees of placements at it, and what a team lead counts.</summary>
public sealed class EmployerPlacementTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task List_WithoutReleasedName_ShowsNone()
    {
        var chain = await Chain.StartAsync(portal);
        var placement = await chain.PlaceAsync();
        var browser = await portal.BrowserAsync(chain.EmployerUser);

        foreach (var address in new[] { "/employers/placements", $"/employers/placements/{placement.Id}" })
        {
            var page = await browser.GetAsync(address);
            page.Main.Should().Contain("Teilnehmer/in ab").And.Contain("Helfer im Metallbau");
            page.Text.Should().NotContain(Chain.LastName);
        }
    }

    [Fact]
    public async Task List_YesToThisEmployer_StillShowsNoName()
    {
        var chain = await Chain.StartAsync(portal);
        await chain.PlaceAsync();
        var yes = new Consent
        {
            ClientId = chain.ClientId,
            Scope = ConsentScope.Employer,
            Recipients = RecipientGroup.OneEmployer,
            EmployerId = chain.EmployerId,
            Purpose = "Einsatz",
            TextVersion = "1",
            Language = "Deutsch",
            GivenOn = chain.Today,
            ValidUntil = chain.Today.AddMonths(3),
            RecordedById = chain.Coach.Id,
            RecordedAtUtc = portal.Clock.GetUtcNow().UtcDateTime,
        };
        await AddAsync(yes);
        var browser = await portal.BrowserAsync(chain.EmployerUser);

        var page = await browser.GetAsync("/employers/placements");

        page.Text.Should().NotContain(Chain.LastName);
        page.Main.Should().Contain("Teilnehmer/in ab");
    }

    [Fact]
    public async Task Pages_OfAnotherEmployer_Are404()
    {
        var chain = await Chain.StartAsync(portal);
        var placement = await chain.PlaceAsync();
        var foreign = await portal.BrowserAsync((await Chain.StartAsync(portal)).EmployerUser);

        (await foreign.GetAsync($"/employers/placements/{placement.Id}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await foreign.GetAsync($"/employers/placements/{placement.Id}/follow-ups/{placement.FollowUps[0].Id}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await foreign.GetAsync("/employers/placements")).Main.Should().Contain("Noch niemand bei Ihnen");
    }

    [Fact]
    public async Task Answer_InThePortal_IsTakenOnce()
    {
        var chain = await Chain.StartAsync(portal);
        var placement = await chain.PlaceAsync();
        var first = placement.FollowUps.Single(f => f.Kind == FollowUpKind.FirstDay).Id;
        var browser = await portal.BrowserAsync(chain.EmployerUser);
        var page = await browser.GetAsync($"/employers/placements/{placement.Id}/follow-ups/{first}");

        var done = await browser.SubmitAndFollowAsync(page, [("Answer", "Well")]);
        var again = await browser.SubmitAndFollowAsync(page, [("Answer", "NeverCame")]);

        done.Main.Should().Contain("Vielen Dank");
        again.Main.Should().Contain("schon beantwortet");
        var row = await portal.DbAsync(db => db.FollowUps.SingleAsync(f => f.Id == first));
        (row.Answer, row.Source).Should().Be((FollowUpAnswer.Well, AnswerSource.EmployerPortal));
    }

    [Fact]
    public async Task Funnel_OwnTeamOnly_AsPageAndCsv()
    {
        var chain = await Chain.StartAsync(portal);
        await chain.ProposeAsync(ProposalAnswer.Interview);
        var other = await Chain.StartAsync(portal);
        await other.ProposeAsync();
        var lead = await portal.AddUserAsync(PortalRole.TeamLead, teamId: chain.Coach.TeamId);
        var browser = await portal.BrowserAsync(lead);

        var page = await browser.GetAsync("/steering/funnel");
        var csv = await browser.GetAsync("/steering/funnel/csv");

        page.Main.Should().Contain("Vorgeschlagen: 1").And.Contain("Gespräch oder Zusage: 1").And.Contain("unter 5");
        page.Document.QuerySelector("svg[role=img] desc")!.TextContent.Should().Contain("Vorgeschlagen: 1");
        csv.Text.Should().Contain("Alle;1;1;1;0;0;0\r\n").And.Contain("unter 5");
        (await (await portal.BrowserAsync(chain.Coach)).GetAsync("/steering/funnel")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    private Task AddAsync(object row) => portal.DbAsync(async db =>
    {
        db.Add(row);
        await db.SaveChangesAsync();
    });
}
