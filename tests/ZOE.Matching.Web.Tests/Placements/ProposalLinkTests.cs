using System.Net;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Placements;

/// <summary>Answering a proposal and reading a released contact by link, without an account.</summary>
public sealed class ProposalLinkTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("/answer/proposal/")]
    [InlineData("/answer/follow-up/")]
    [InlineData("/answer/contact/")]
    public async Task Link_Forged_IsFriendly404(string address)
    {
        var browser = await portal.BrowserAsync();

        var page = await browser.GetAsync(address + new string('A', 43));

        page.Status.Should().Be(HttpStatusCode.NotFound);
        page.Main.Should().Contain("Dieser Link ist nicht bekannt");
        page.Document.QuerySelector("header nav").Should().BeNull("pages behind links have no navigation");
    }

    [Fact]
    public async Task Link_OfOtherPurpose_IsUnknown()
    {
        var chain = await Chain.StartAsync(portal);
        var token = await chain.LinkAsync(LinkPurpose.AnswerProposal, await chain.ProposeAsync());
        var browser = await portal.BrowserAsync();

        (await browser.GetAsync($"/answer/contact/{token}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/answer/proposal/{token}")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Answer_AfterFiftyPrefetches_WorksOnce()
    {
        var chain = await Chain.StartAsync(portal);
        var id = await chain.ProposeAsync();
        var token = await chain.LinkAsync(LinkPurpose.AnswerProposal, id);
        var browser = await portal.BrowserAsync();
        PortalPage page = null!;
        for (var i = 0; i < 50; i++) page = await browser.GetAsync($"/answer/proposal/{token}");
        page.Main.Should().Contain("Helfer im Metallbau").And.Contain("Schweißen");
        page.Text.Should().NotContain(Chain.LastName);

        var sent = await browser.SubmitAndFollowAsync(page, [("Answer", "Interview")]);
        var again = await browser.SubmitAndFollowAsync(page, [("Answer", "Yes")]);

        sent.Main.Should().Contain("kennenlernen");
        again.Main.Should().Contain("kennenlernen", "the second click changes nothing");
        (await StateAsync(id)).Should().Be(ProposalState.Interview);
    }

    [Fact]
    public async Task Answer_TwentyAtOnce_HasOneEffect()
    {
        var chain = await Chain.StartAsync(portal);
        var id = await chain.ProposeAsync();
        var token = await chain.LinkAsync(LinkPurpose.AnswerProposal, id);
        var browser = await portal.BrowserAsync();
        var page = await browser.GetAsync($"/answer/proposal/{token}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => browser.SubmitAsync(page, [("Answer", "Yes")])));

        answers.Select(a => a.Status).Should().OnlyContain(s => s == HttpStatusCode.Redirect || s == HttpStatusCode.OK);
        (await StateAsync(id)).Should().Be(ProposalState.Accepted);
        (await portal.DbAsync(db => db.Inbox.CountAsync(i => i.ProposalId == id && i.Kind == InboxKind.ProposalAnswered))).Should().Be(1);
        (await portal.DbAsync(db => db.Tasks.CountAsync(t => t.ProposalId == id && t.Kind == WorkTaskKind.ReleaseContact))).Should().Be(1);
    }

    [Fact]
    public async Task Answer_NoWithoutReason_KeepsTheLink()
    {
        var chain = await Chain.StartAsync(portal);
        var id = await chain.ProposeAsync();
        var token = await chain.LinkAsync(LinkPurpose.AnswerProposal, id);
        var browser = await portal.BrowserAsync();
        var page = await browser.GetAsync($"/answer/proposal/{token}");

        var refused = await browser.SubmitAsync(page, [("Answer", "No"), ("Comment", "Danke trotzdem")]);
        var accepted = await browser.SubmitAndFollowAsync(refused, [("Reason", "PositionFilled")]);

        refused.Status.Should().Be(HttpStatusCode.OK);
        refused.Main.Should().Contain("Bitte wählen Sie einen Grund").And.Contain("Danke trotzdem");
        accepted.Main.Should().Contain("abgesagt");
        (await StateAsync(id)).Should().Be(ProposalState.Declined);
    }

    [Fact]
    public async Task Link_Expired_SaysSoAndTakesNothing()
    {
        var chain = await Chain.StartAsync(portal);
        var id = await chain.ProposeAsync();
        var token = await chain.LinkAsync(LinkPurpose.AnswerProposal, id, days: -1);
        var browser = await portal.BrowserAsync();

        var page = await browser.GetAsync($"/answer/proposal/{token}");

        page.Status.Should().Be(HttpStatusCode.Gone);
        page.Main.Should().Contain("abgelaufen");
        page.Document.QuerySelector("main form").Should().BeNull();
        (await StateAsync(id)).Should().Be(ProposalState.Sent);
    }

    [Fact]
    public async Task Contact_Get_HoldsNoName_PostShowsItWithAudit()
    {
        var chain = await Chain.StartAsync(portal);
        var token = await chain.LinkAsync(LinkPurpose.ReadContact, await chain.ProposeAsync(ProposalAnswer.Interview, released: true));
        var pseudonym = await portal.DbAsync(db => db.Clients.Where(c => c.Id == chain.ClientId).Select(c => c.Pseudonym).SingleAsync());
        var browser = await portal.BrowserAsync();

        var page = await browser.GetAsync($"/answer/contact/{token}");
        var first = await browser.SubmitAsync(page, []);
        var second = await browser.SubmitAsync(page, []);

        page.Text.Should().NotContain(Chain.LastName);
        first.Main.Should().Contain(Chain.LastName).And.Contain("0511 000");
        second.Main.Should().Contain(Chain.LastName, "it may be read again until it expires");
        var views = await portal.DbAsync(db => db.Audit.Where(a => a.Purpose == AuditPurpose.EmployerContact && a.Subjects == pseudonym.ToString("N")).ToListAsync());
        views.Should().HaveCount(2).And.OnlyContain(a => a.Role == "Link" && a.UserId == null);
    }

    [Fact]
    public async Task Contact_ConsentEnded_ShowsNothing()
    {
        var chain = await Chain.StartAsync(portal);
        var id = await chain.ProposeAsync(ProposalAnswer.Interview, released: true);
        var token = await chain.LinkAsync(LinkPurpose.ReadContact, id);
        var browser = await portal.BrowserAsync();
        var page = await browser.GetAsync($"/answer/contact/{token}");
        await portal.DbAsync(async db =>
        {
            var consentId = await db.Proposals.Where(p => p.Id == id).Select(p => p.ConsentId).SingleAsync();
            db.Add(new ConsentEnd { ConsentId = consentId, ClientId = chain.ClientId, Way = ConsentWay.Spoken, EndedAtUtc = portal.Clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync();
        });

        var read = await browser.SubmitAsync(page, []);

        read.Status.Should().Be(HttpStatusCode.Gone);
        read.Text.Should().NotContain(Chain.LastName);
    }

    [Fact]
    public async Task Contact_YesAfterInterview_IsTakenAndAsksForThePlacement()
    {
        var chain = await Chain.StartAsync(portal);
        var id = await chain.ProposeAsync(ProposalAnswer.Interview, released: true);
        var token = await chain.LinkAsync(LinkPurpose.ReadContact, id);
        var browser = await portal.BrowserAsync();
        var page = await browser.GetAsync($"/answer/contact/{token}");

        var done = await browser.SubmitAndFollowAsync(page, [("TakesOn", "true")], "main form[action$=answer]");

        done.Main.Should().Contain("Ihre Zusage ist angekommen");
        (await StateAsync(id)).Should().Be(ProposalState.Accepted);
        (await portal.DbAsync(db => db.Tasks.CountAsync(t => t.ProposalId == id && t.Kind == WorkTaskKind.MakePlacement))).Should().Be(1);
    }

    private Task<ProposalState> StateAsync(Guid id) => portal.DbAsync(db => db.Proposals.Where(p => p.Id == id).Select(p => p.State).SingleAsync());
}
