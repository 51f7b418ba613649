using System.Net;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Jobs;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Placements;

/// <summary>The coach agrees placements; what the law refuses is refused with rule and source.</summary>
public sealed class AgreementTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task New_SixWeeks_IsMadeWithItsQuestions()
    {
        var (_, browser, page) = await OpenAsync();
        var start = portal.Clock.Today().AddDays(7);

        var done = await browser.SubmitAndFollowAsync(page, Internship(start, start.AddDays(41)));

        done.Status.Should().Be(HttpStatusCode.OK);
        done.Main.Should().Contain("Vereinbart").And.Contain(Chain.LastName).And.Contain("Erster Tag").And.Contain("Halbzeit");
    }

    [Fact]
    public async Task New_SixWeeksAndOneDay_IsRefusedWithRuleAndSource()
    {
        var (chain, browser, page) = await OpenAsync();
        var start = portal.Clock.Today().AddDays(7);

        var refused = await browser.SubmitAsync(page, Internship(start, start.AddDays(42)));

        refused.Status.Should().Be(HttpStatusCode.OK);
        refused.Main.Should().Contain("6 Wochen").And.Contain("§ 45 Abs. 2 SGB III").And.Contain(start.AddDays(41).ToString("dd.MM.yyyy"));
        refused.Document.QuerySelector("#EndOn-error").Should().NotBeNull("the refusal stands at its field");
        (await PlacementsAsync(chain)).Should().Be(0);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("Seit drei Jahren ohne Arbeit, Suchtberatung läuft", 1)]
    public async Task New_TwelveWeeksWithCondition_NeedsItsReason(string? reason, int made)
    {
        var (chain, browser, page) = await OpenAsync();
        var start = portal.Clock.Today().AddDays(7);

        var answer = await browser.SubmitAsync(page, [.. Internship(start, start.AddDays(83)), ("Condition", "LongTermUnemployedWithObstacles"), ("ConditionReason", reason ?? "")]);

        answer.Status.Should().Be(made == 1 ? HttpStatusCode.Redirect : HttpStatusCode.OK);
        (await PlacementsAsync(chain)).Should().Be(made);
    }

    [Fact]
    public async Task New_Check_ShowsWhatIsLeftAndMakesNothing()
    {
        var (chain, browser, page) = await OpenAsync();
        var start = portal.Clock.Today().AddDays(7);

        var checkedPage = await browser.SubmitAsync(page, [.. Internship(start, start.AddDays(13)), ("check", "true")]);

        checkedPage.Main.Should().Contain("Was das Recht dazu sagt").And.Contain("Mit diesem Zeitraum 14 Tage, vorher 0, erlaubt 42").And.Contain("Geprüft");
        (await PlacementsAsync(chain)).Should().Be(0);
    }

    [Fact]
    public async Task New_ProposalNotReleased_IsRefused()
    {
        var chain = await Chain.StartAsync(portal);
        var id = await chain.ProposeAsync(ProposalAnswer.Yes);
        var browser = await portal.BrowserAsync(chain.Coach);
        var start = portal.Clock.Today().AddDays(7);

        var refused = await browser.SubmitAsync(await browser.GetAsync($"/coaching/placements/new?proposalId={id}"), Internship(start, start.AddDays(13)));

        refused.Main.Should().Contain("bei dem der Kontakt freigegeben ist");
        (await PlacementsAsync(chain)).Should().Be(0);
    }

    [Fact]
    public async Task New_CandidateLed_AsksForTheYesFirst()
    {
        var chain = await Chain.StartAsync(portal);
        var browser = await portal.BrowserAsync(chain.Coach);
        var address = $"/coaching/placements/new?clientId={chain.ClientId}&employerId={chain.EmployerId}";
        var start = portal.Clock.Today().AddDays(7);
        var yesPage = await browser.GetAsync(address);
        yesPage.Main.Should().Contain("muss zuerst zustimmen");

        var form = await browser.SubmitAndFollowAsync(yesPage, [("Way", "Spoken")]);
        var done = await browser.SubmitAndFollowAsync(form, Internship(start, start.AddDays(13)));

        form.Main.Should().Contain("Das Ja ist festgehalten");
        done.Main.Should().Contain("Ohne Stelle");
        (await PlacementsAsync(chain)).Should().Be(1);
    }

    [Fact]
    public async Task Pages_OfAnotherTeam_Are404()
    {
        var chain = await Chain.StartAsync(portal);
        var placement = await chain.PlaceAsync();
        var proposal = await chain.ProposeAsync(ProposalAnswer.Yes, released: true);
        var foreign = await portal.BrowserAsync((await Chain.StartAsync(portal)).Coach);
        var followUp = placement.FollowUps[0].Id;

        foreach (var address in new[]
        {
            $"/coaching/placements/{placement.Id}", $"/coaching/placements/{placement.Id}/follow-ups/{followUp}", $"/coaching/placements/new?proposalId={proposal}",
            $"/coaching/placements/new?extends={placement.Id}", $"/coaching/placements/new?clientId={chain.ClientId}&employerId={chain.EmployerId}", $"/coaching/funding/{placement.Id}",
        })
            (await foreign.GetAsync(address)).Status.Should().Be(HttpStatusCode.NotFound, address);
    }

    [Fact]
    public async Task Outcome_Twice_IsRefusedTheSecondTime()
    {
        var chain = await Chain.StartAsync(portal);
        var placement = await chain.PlaceAsync(10);
        var browser = await portal.BrowserAsync(chain.Coach);
        var page = await browser.GetAsync($"/coaching/placements/{placement.Id}");

        var first = await browser.SubmitAndFollowAsync(page, [("Outcome", "BrokenOff"), ("Side", "Client"), ("OutcomeReason", "FoundOtherWork")], "form[action$=outcome]");
        var second = await browser.SubmitAndFollowAsync(page, [("Outcome", "TakenOn"), ("OutcomeReason", "PermanentJob")], "form[action$=outcome]");

        first.Main.Should().Contain("Das Ergebnis ist gespeichert");
        second.Main.Should().Contain("Das Ergebnis ist schon eingetragen");
        (await portal.DbAsync(db => db.Placements.Where(p => p.Id == placement.Id).Select(p => p.Outcome).SingleAsync())).Should().Be(PlacementOutcome.BrokenOff);
    }

    [Fact]
    public async Task Outcome_ReasonOfAnother_IsRefusedAtItsField()
    {
        var chain = await Chain.StartAsync(portal);
        var placement = await chain.PlaceAsync(10);
        var browser = await portal.BrowserAsync(chain.Coach);
        var page = await browser.GetAsync($"/coaching/placements/{placement.Id}");

        var refused = await browser.SubmitAsync(page, [("Outcome", "TakenOn"), ("OutcomeReason", "FoundOtherWork")], "form[action$=outcome]");

        refused.Main.Should().Contain("Dieser Grund gehört zu einem anderen Ergebnis");
        (await portal.DbAsync(db => db.Placements.Where(p => p.Id == placement.Id).Select(p => p.Outcome).SingleAsync())).Should().BeNull();
    }

    [Fact]
    public async Task ByPhone_EndWithCompetence_ConfirmedStandsOnTheProfile()
    {
        var chain = await Chain.StartAsync(portal);
        var placement = await chain.PlaceAsync(27);
        var browser = await portal.BrowserAsync(chain.Coach);
        var end = placement.FollowUps.Single(f => f.Kind == FollowUpKind.End).Id;

        var answered = await browser.SubmitAndFollowAsync(await browser.GetAsync($"/coaching/placements/{placement.Id}/follow-ups/{end}"),
            [("Answer", "EndsAsPlanned"), ("Seen[0].Level", "Independent")]);
        var confirmed = await browser.SubmitAndFollowAsync(answered, [("confirmed", "true")], "form[action*=observed]");

        answered.Main.Should().Contain("Ins Profil übernehmen").And.Contain("Telefonisch");
        confirmed.Main.Should().Contain("Bestätigt");
        (await portal.DbAsync(db => db.CompetenceEvidence.CountAsync(e => e.ClientId == chain.ClientId && e.PlacementId == placement.Id))).Should().Be(1);
    }

    [Fact]
    public async Task Funding_CoachWithoutDuty_IsForbiddenAndNothingStarts()
    {
        var (chain, id) = await TrialAsync();
        var browser = await portal.BrowserAsync(chain.Coach);
        var page = await browser.GetAsync($"/coaching/funding/{id}");
        page.Main.Should().Contain("entscheidet nur eine Integrationsfachkraft");
        page.Document.QuerySelector("main form").Should().BeNull();
        // The token of any other page of this user; the endpoint itself must refuse.
        var token = (await browser.GetAsync($"/coaching/placements/{id}")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var refused = await browser.PostAsync($"/coaching/funding/{id}", [KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Granted", "true"),
            KeyValuePair.Create("AppliedOn", portal.Clock.Today().ToString("yyyy-MM-dd")), KeyValuePair.Create("DecidedOn", portal.Clock.Today().ToString("yyyy-MM-dd"))]);
        await portal.RunJobAsync<FollowUpJob>();

        refused.Status.Should().Be(HttpStatusCode.Forbidden);
        (await portal.DbAsync(db => db.Placements.Include(p => p.Funding).SingleAsync(p => p.Id == id))).Should().Match<Placement>(p => p.State == PlacementState.AwaitingFunding && p.Funding == null);
    }

    [Fact]
    public async Task Funding_OfficerOfAnotherTeam_DecidesByTheTask()
    {
        var (chain, id) = await TrialAsync();
        var officer = await portal.BrowserAsync((await Chain.StartAsync(portal, duties: Duty.IntegrationOfficer)).Coach);
        (await officer.GetAsync("/coaching/funding")).Main.Should().Contain(Chain.LastName);

        var late = await officer.SubmitAsync(await officer.GetAsync($"/coaching/funding/{id}"), [("Granted", "true"), ("AppliedOn", portal.Clock.Today().AddDays(40).ToString("yyyy-MM-dd"))]);
        var done = await officer.SubmitAndFollowAsync(late, [("AppliedOn", portal.Clock.Today().ToString("yyyy-MM-dd"))]);

        late.Main.Should().Contain("Der Antrag muss vor dem Beginn gestellt sein");
        done.Main.Should().Contain("Die Bewilligung ist eingetragen");
        (await portal.DbAsync(db => db.Placements.Where(p => p.Id == id).Select(p => p.State).SingleAsync())).Should().Be(PlacementState.Planned);
        (await officer.GetAsync($"/coaching/funding/{id}")).Status.Should().Be(HttpStatusCode.NotFound, "the decision is made once");
        (await portal.DbAsync(db => db.Tasks.CountAsync(t => t.PlacementId == id && t.Kind == WorkTaskKind.DecideFunding && t.DoneAtUtc == null))).Should().Be(0);
        chain.Coach.Duties.Should().Be(Duty.None);
    }

    private static List<(string, string?)> Internship(DateOnly start, DateOnly end) =>
    [
        ("Kind", "Internship"), ("LegalBasis", "Mag"), ("StartOn", start.ToString("yyyy-MM-dd")), ("EndOn", end.ToString("yyyy-MM-dd")), ("HoursPerWeek", "35"), ("Insurance", "None"),
    ];

    private async Task<(Chain Chain, PortalBrowser Browser, PortalPage Page)> OpenAsync()
    {
        var chain = await Chain.StartAsync(portal);
        var id = await chain.ProposeAsync(ProposalAnswer.Yes, released: true);
        var browser = await portal.BrowserAsync(chain.Coach);
        return (chain, browser, await browser.GetAsync($"/coaching/placements/new?proposalId={id}"));
    }

    /// <summary>A Probebeschäftigung that waits for its funding.</summary>
    private async Task<(Chain Chain, Guid Id)> TrialAsync()
    {
        var chain = await Chain.StartAsync(portal, PlacementKind.TrialEmployment);
        var proposal = await chain.ProposeAsync(ProposalAnswer.Yes, released: true);
        var browser = await portal.BrowserAsync(chain.Coach);
        var page = await browser.GetAsync($"/coaching/placements/new?proposalId={proposal}");
        page.Document.QuerySelector("#LegalBasis option[selected]")?.GetAttribute("value").Should().BeNullOrEmpty("a Probebeschäftigung has no default basis");
        var start = portal.Clock.Today().AddDays(14);
        var made = await browser.SubmitAsync(page,
            [("LegalBasis", "TrialEmployment46"), ("StartOn", start.ToString("yyyy-MM-dd")), ("EndOn", start.AddDays(59).ToString("yyyy-MM-dd")), ("Insurance", "Insured"), ("IsAdditional", "true")]);
        made.Status.Should().Be(HttpStatusCode.Redirect, made.Main);
        return (chain, await portal.DbAsync(db => db.Placements.Where(p => p.ClientId == chain.ClientId).Select(p => p.Id).SingleAsync()));
    }

    private Task<int> PlacementsAsync(Chain chain) => portal.DbAsync(db => db.Placements.CountAsync(p => p.ClientId == chain.ClientId));
}
