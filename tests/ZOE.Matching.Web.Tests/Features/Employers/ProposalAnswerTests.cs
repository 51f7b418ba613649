using System.Net;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Tests.Hosting;
using ZOE.Matching.Web.Tests.Placements;

namespace ZOE.Matching.Web.Tests.Features.Employers;

public sealed class ProposalAnswerTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string[] Pages = ["/employers", "/employers/vacancies", "/employers/proposals", "/employers/inbox", "/employers/company"];

    [Fact]
    public async Task Answer_Interview_AsksTheCoachToReleaseAndShowsNoName()
    {
        var chain = await Chain.StartAsync(portal);
        var id = await chain.ProposeAsync();
        var browser = await portal.BrowserAsync(chain.EmployerUser);

        var question = await browser.GetAsync($"/employers/proposals/{id}");
        var answered = await browser.SubmitAndFollowAsync(question, [("Answer", "Interview")]);

        question.Main.Should().Contain("Schweißen").And.Contain("Ihre Antwort");
        answered.Main.Should().Contain("Gespräch gewünscht");
        (question.Text + answered.Text).Should().NotContain(Chain.LastName);
        (await portal.DbAsync(db => db.Tasks.CountAsync(t => t.ProposalId == id && t.Kind == WorkTaskKind.ReleaseContact && t.OwnerId == chain.Coach.Id))).Should().Be(1);
    }

    [Fact]
    public async Task Answer_SecondClick_HasOneEffect()
    {
        var chain = await Chain.StartAsync(portal);
        var id = await chain.ProposeAsync();
        var browser = await portal.BrowserAsync(chain.EmployerUser);
        var question = await browser.GetAsync($"/employers/proposals/{id}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => browser.SubmitAsync(question, [("Answer", "Yes")])));
        var late = await browser.SubmitAndFollowAsync(question, [("Answer", "No"), ("Reason", "Other")]);

        answers.Select(a => a.Status).Should().AllBeEquivalentTo(HttpStatusCode.Redirect);
        late.Main.Should().Contain("schon beantwortet");
        (await portal.DbAsync(db => db.Proposals.SingleAsync(p => p.Id == id))).State.Should().Be(ProposalState.Accepted);
        (await portal.DbAsync(db => db.Inbox.CountAsync(i => i.ProposalId == id && i.Kind == InboxKind.ProposalAnswered))).Should().Be(1);
        (await portal.DbAsync(db => db.Tasks.CountAsync(t => t.ProposalId == id))).Should().Be(1);
    }

    [Theory]
    [InlineData(null, null, "Answer-error")]
    [InlineData("No", null, "Reason-error")]
    [InlineData("No", "Erfunden", "Reason-error")]
    public async Task Answer_Incomplete_IsToldAtItsField(string? answer, string? reason, string error)
    {
        var chain = await Chain.StartAsync(portal);
        var id = await chain.ProposeAsync();
        var browser = await portal.BrowserAsync(chain.EmployerUser);

        var page = await browser.SubmitAsync(await browser.GetAsync($"/employers/proposals/{id}"), [("Answer", answer), ("Reason", reason), ("Comment", "Bis bald")]);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Document.GetElementById(error).Should().NotBeNull();
        page.Document.QuerySelector("textarea[name=Comment]")!.TextContent.Trim().Should().Be("Bis bald");
        (await portal.DbAsync(db => db.Proposals.SingleAsync(p => p.Id == id))).State.Should().Be(ProposalState.Sent);
    }

    [Fact]
    public async Task ForeignProposal_GetAndPost_AreNotFound()
    {
        var (chain, other) = (await Chain.StartAsync(portal), await Chain.StartAsync(portal));
        Guid own = await chain.ProposeAsync(), foreign = await other.ProposeAsync(ProposalAnswer.Yes, released: true);
        var browser = await portal.BrowserAsync(chain.EmployerUser);
        var page = await browser.GetAsync($"/employers/proposals/{own}");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var shown = await browser.GetAsync($"/employers/proposals/{foreign}");
        var answered = await browser.PostAsync($"/employers/proposals/{foreign}", [new("Answer", "No"), new("Reason", "Other"), new("__RequestVerificationToken", token)]);

        (shown.Status, answered.Status).Should().Be((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        shown.Text.Should().NotContain(Chain.LastName);
        (await portal.DbAsync(db => db.Proposals.SingleAsync(p => p.Id == foreign))).State.Should().Be(ProposalState.Accepted);
    }

    [Fact]
    public async Task Name_IsOnTheReleasedProposalOnlyAndAudited()
    {
        var chain = await Chain.StartAsync(portal);
        var id = await chain.ProposeAsync(ProposalAnswer.Interview, released: true);
        var browser = await portal.BrowserAsync(chain.EmployerUser);

        var page = await browser.GetAsync($"/employers/proposals/{id}");

        page.Main.Should().Contain(Chain.LastName).And.Contain("0511 000");
        foreach (var path in Pages.Append($"/employers/vacancies/{chain.VacancyId}").Append($"/employers/vacancies/{chain.VacancyId}/candidates"))
        {
            var other = await browser.GetAsync(path);
            other.Status.Should().Be(HttpStatusCode.OK, path);
            other.Text.Should().MatchRegex("Metallbau Muster|Helfer im Metallbau|Keine Nachrichten|Noch keine Nachrichten", "the page shows what it should");
            other.Text.Should().NotContain(Chain.LastName, path);
        }

        var pseudonym = await portal.DbAsync(db => db.Clients.Where(c => c.Id == chain.ClientId).Select(c => c.Pseudonym).SingleAsync());
        var views = await portal.DbAsync(db => db.Audit.Where(a => a.UserId == chain.EmployerUser.Id && a.Purpose == AuditPurpose.EmployerContact).ToListAsync());
        views.Should().ContainSingle().Which.Subjects.Should().Be(pseudonym.ToString("N"));
    }

    [Fact]
    public async Task Name_YesWithdrawn_IsGoneAtOnce()
    {
        var chain = await Chain.StartAsync(portal);
        var id = await chain.ProposeAsync(ProposalAnswer.Interview, released: true);
        var browser = await portal.BrowserAsync(chain.EmployerUser);
        // Withdrawn behind the back of every desk: the page itself asks the database.
        await portal.DbAsync(async db =>
        {
            var yes = await db.Proposals.Where(p => p.Id == id).Select(p => p.ConsentId).SingleAsync();
            db.Add(new ConsentEnd { ConsentId = yes, ClientId = chain.ClientId, Way = ConsentWay.Spoken, EndedAtUtc = portal.Clock.NowUtc() });
            await db.SaveChangesAsync();
        });

        var page = await browser.GetAsync($"/employers/proposals/{id}");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Main.Should().Contain("Helfer im Metallbau");
        page.Text.Should().NotContain(Chain.LastName).And.NotContain("0511 000");
    }

    [Fact]
    public async Task CandidateRequest_TwoClicks_MakeOneTaskInTwoWorkingDays()
    {
        var chain = await Chain.StartAsync(portal);
        var browser = await portal.BrowserAsync(chain.EmployerUser);
        var page = await browser.GetAsync($"/employers/vacancies/{chain.VacancyId}/candidates");

        await browser.SubmitAsync(page, [], "form[action$='/request']");
        var again = await browser.SubmitAndFollowAsync(page, [], "form[action$='/request']");

        page.Main.Should().Contain("keine Profile");
        again.Main.Should().Contain("Ihre Anfrage ist beim Jobbüro");
        var task = await portal.DbAsync(db => db.Tasks.SingleAsync(t => t.VacancyId == chain.VacancyId && t.Kind == WorkTaskKind.CandidateRequest));
        task.DueOn.Should().Be(new DateOnly(2026, 11, 25), "asked on a Monday");
    }

    [Fact]
    public async Task Inbox_MarkRead_TouchesOwnMessagesOnly()
    {
        var (chain, other) = (await Chain.StartAsync(portal), await Chain.StartAsync(portal));
        var (mine, foreign) = (Item(chain.EmployerId), Item(other.EmployerId));
        await portal.DbAsync(async db =>
        {
            db.AddRange(mine, foreign);
            await db.SaveChangesAsync();
        });
        var browser = await portal.BrowserAsync(chain.EmployerUser);
        var page = await browser.GetAsync("/employers/inbox");

        await browser.SubmitAsync(page, [("id", $"{foreign.Id}")]);
        var untouched = await ReadAsync(mine.Id, foreign.Id);
        await browser.SubmitAsync(page, []);

        page.Main.Should().Contain("1 neue Nachricht");
        untouched.Should().Be((false, false));
        (await ReadAsync(mine.Id, foreign.Id)).Should().Be((true, false));
    }

    private InboxItem Item(Guid employerId) =>
        new() { Kind = InboxKind.EmployerApproved, BusinessKey = $"test:{employerId:N}", EmployerId = employerId, CreatedAtUtc = portal.Clock.NowUtc() };

    private Task<(bool Mine, bool Foreign)> ReadAsync(Guid mine, Guid foreign) => portal.DbAsync(async db => (
        await db.Inbox.AnyAsync(i => i.Id == mine && i.ReadAtUtc != null), await db.Inbox.AnyAsync(i => i.Id == foreign && i.ReadAtUtc != null)));
}
