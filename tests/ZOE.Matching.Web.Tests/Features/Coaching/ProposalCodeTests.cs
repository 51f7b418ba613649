using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Tests.Hosting;
using ZOE.Matching.Web.Tests.Placements;

namespace ZOE.Matching.Web.Tests.Features.Coaching;

/// <summary>On the phone a proposal is named by its code: the employer reads it, the Jobbüro finds it.</summary>
public sealed class ProposalCodeTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Code_ReadByTheEmployer_LeadsTheCoachToTheProposal()
    {
        var chain = await Chain.StartAsync(portal);
        var id = await chain.ProposeAsync();
        var employer = await portal.BrowserAsync(chain.EmployerUser);
        var coach = await portal.BrowserAsync(chain.Coach);
        var shown = (await employer.GetAsync("/employers/proposals")).Main;
        var code = shown[(shown.IndexOf("Vorschlag ", StringComparison.Ordinal) + "Vorschlag ".Length)..][..5];

        var found = await coach.GetAsync($"/coaching/proposals?code={code.ToLowerInvariant()}");
        var other = await coach.GetAsync($"/coaching/proposals?code={(code == "AAAAA" ? "BBBBB" : "AAAAA")}");
        var nonsense = await coach.GetAsync("/coaching/proposals?code=12");

        code.Should().Be(ProposalCodes.Of(id));
        found.Document.QuerySelectorAll($"a[href='/coaching/proposals/{id}']").Should().ContainSingle();
        found.Document.QuerySelector("#code")!.GetAttribute("value").Should().Be(code.ToLowerInvariant());
        foreach (var none in new[] { other, nonsense }) none.Document.QuerySelectorAll("main table tbody tr").Should().BeEmpty();
        (await employer.GetAsync("/employers")).Main.Should().Contain($"Vorschlag {code}");
    }

    [Fact]
    public async Task Code_OfAForeignTeam_FindsNothing()
    {
        var (chain, other) = (await Chain.StartAsync(portal), await Chain.StartAsync(portal));
        var foreign = await other.ProposeAsync();
        var coach = await portal.BrowserAsync(chain.Coach);

        var page = await coach.GetAsync($"/coaching/proposals?team=true&code={ProposalCodes.Of(foreign)}");

        page.Document.QuerySelectorAll("main table tbody tr").Should().BeEmpty();
        page.Text.Should().NotContain(Chain.LastName);
    }

    [Fact]
    public async Task Inbox_Answer_SaysWhatItIs()
    {
        var chain = await Chain.StartAsync(portal);
        var id = await chain.ProposeAsync(ProposalAnswer.Interview);
        await portal.DbAsync(async db =>
        {
            db.Add(new InboxItem { Kind = InboxKind.ProposalAnswered, BusinessKey = $"test:{id}", UserId = chain.Coach.Id, ClientId = chain.ClientId, VacancyId = chain.VacancyId, ProposalId = id, CreatedAtUtc = portal.Clock.GetUtcNow().UtcDateTime });
            db.Add(new InboxItem { Kind = InboxKind.ProposalReceived, BusinessKey = $"test2:{id}", EmployerId = chain.EmployerId, VacancyId = chain.VacancyId, ProposalId = id, CreatedAtUtc = portal.Clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync();
        });

        var inbox = (await (await portal.BrowserAsync(chain.Coach)).GetAsync("/coaching/inbox")).Main;
        var today = (await (await portal.BrowserAsync(chain.Coach)).GetAsync("/coaching/today")).Main;
        var employers = (await (await portal.BrowserAsync(chain.EmployerUser)).GetAsync("/employers/inbox")).Main;

        inbox.Should().Contain($"{Chain.LastName}, Helfer im Metallbau, Gespräch vereinbart");
        today.Should().Contain("Antwort auf einen Vorschlag: Gespräch vereinbart");
        employers.Should().Contain($"Helfer im Metallbau, {ProposalCodes.Of(id)}").And.NotContain(Chain.LastName);
    }
}
