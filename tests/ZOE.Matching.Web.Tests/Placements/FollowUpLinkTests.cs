using System.Net;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Placements;

/// <summary>Answering a question about a placement by link.</summary>
public sealed class FollowUpLinkTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Show_FirstDay_NamesNoPerson()
    {
        var chain = await Chain.StartAsync(portal);
        var placement = await chain.PlaceAsync();
        var (_, page, _) = await OpenAsync(chain, placement, FollowUpKind.FirstDay);

        page.Main.Should().Contain("Praktikum ab").And.Contain("Helfer im Metallbau").And.Contain("Ist die Person am ersten Tag zu Ihnen gekommen?");
        page.Text.Should().NotContain(Chain.LastName);
    }

    [Fact]
    public async Task Answer_BrokenOffWithoutSide_IsRefusedAtTheFieldAndKeepsTheLink()
    {
        var chain = await Chain.StartAsync(portal);
        var placement = await chain.PlaceAsync(14);
        var (browser, page, _) = await OpenAsync(chain, placement, FollowUpKind.MidTerm);

        var refused = await browser.SubmitAsync(page, [("Answer", "BrokenOff"), ("OutcomeReason", "BusinessReasons")]);
        var done = await browser.SubmitAndFollowAsync(refused, [("Side", "Employer")]);

        refused.Main.Should().Contain("von wem der Abbruch ausging");
        done.Main.Should().Contain("Vielen Dank");
        var after = await portal.DbAsync(db => db.Placements.SingleAsync(p => p.Id == placement.Id));
        (after.Outcome, after.Side, after.OutcomeReason).Should().Be((PlacementOutcome.BrokenOff, OutcomeSide.Employer, "BusinessReasons"));
    }

    [Fact]
    public async Task Answer_TwentyAtOnceAtTheEnd_HasOneEffect()
    {
        var chain = await Chain.StartAsync(portal);
        var placement = await chain.PlaceAsync(27);
        var (browser, page, _) = await OpenAsync(chain, placement, FollowUpKind.End);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => browser.SubmitAsync(page,
            [("Answer", "TakenOn"), ("Seen[0].Level", "Independent"), ("OtherCompetence", "Gabelstapler fahren"), ("OtherLevel", "Guided")])));

        answers.Select(a => a.Status).Should().OnlyContain(s => s == HttpStatusCode.Redirect || s == HttpStatusCode.OK);
        var after = await portal.DbAsync(db => db.Placements.Include(p => p.Observed).SingleAsync(p => p.Id == placement.Id));
        after.Outcome.Should().Be(PlacementOutcome.TakenOn);
        after.Observed.Select(o => o.Typed).Should().BeEquivalentTo("Schweißen", "Gabelstapler fahren");
        (await portal.DbAsync(db => db.Tasks.CountAsync(t => t.PlacementId == placement.Id && t.Kind == WorkTaskKind.NextStep))).Should().Be(1);
        (await portal.DbAsync(db => db.Tasks.CountAsync(t => t.PlacementId == placement.Id && t.Kind == WorkTaskKind.ConfirmCompetences))).Should().Be(1);
    }

    [Fact]
    public async Task Link_AfterTheOutcomeIsKnown_SaysThatNothingIsNeeded()
    {
        var chain = await Chain.StartAsync(portal);
        var placement = await chain.PlaceAsync(27);
        var (browser, page, address) = await OpenAsync(chain, placement, FollowUpKind.BeforeEnd);
        var (other, end, _) = await OpenAsync(chain, placement, FollowUpKind.End);
        await other.SubmitAndFollowAsync(end, [("Answer", "EndsAsPlanned")]);

        var late = await browser.SubmitAndFollowAsync(page, [("Answer", "Difficulties")]);

        late.Main.Should().Contain("Diese Frage hat sich erledigt");
        (await browser.GetAsync(address)).Status.Should().Be(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Answer_NotOfferedForThisQuestion_IsRefused()
    {
        var chain = await Chain.StartAsync(portal);
        var placement = await chain.PlaceAsync();
        var (browser, page, _) = await OpenAsync(chain, placement, FollowUpKind.FirstDay);

        var refused = await browser.SubmitAsync(page, [("Answer", "TakenOn")]);

        refused.Main.Should().Contain("Bitte wählen Sie eine der angebotenen Antworten");
        (await portal.DbAsync(db => db.Placements.Where(p => p.Id == placement.Id).Select(p => p.Outcome).SingleAsync())).Should().BeNull();
    }

    private async Task<(PortalBrowser Browser, PortalPage Page, string Address)> OpenAsync(Chain chain, Placement placement, FollowUpKind kind)
    {
        var token = await chain.LinkAsync(LinkPurpose.AnswerFollowUp, placement.FollowUps.Single(f => f.Kind == kind).Id);
        var browser = await portal.BrowserAsync();
        return (browser, await browser.GetAsync($"/answer/follow-up/{token}"), $"/answer/follow-up/{token}");
    }
}
