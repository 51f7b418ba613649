using System.Net;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Features.Employers;

public sealed class VacancyFormTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly (string, string?)[] Whole =
    [
        ("Kind", "Job"), ("Title", "Lagerhelfer (m/w/d)"), ("HoursPerWeek", "38"), ("Insurance", "Insured"), ("Wage", "14,50"), ("PlaceAgs", "03241001"),
        ("StartOn", "2026-12-01"), ("Openings", "2"), ("Requirements[0].Typed", "Schweißen"), ("step", "preview"),
    ];

    [Fact]
    public async Task New_EmptyForm_TellsEachErrorAtItsFieldAndKeepsTheInput()
    {
        var (browser, _) = await EmployerAsync();

        var page = await browser.SubmitAsync(await browser.GetAsync("/employers/vacancies/new"), [("Description", "Kisten packen & heben"), ("Openings", ""), ("Wage", "viel"), ("step", "preview")]);

        page.Status.Should().Be(HttpStatusCode.OK);
        foreach (var field in new[] { "Kind", "Title", "HoursPerWeek", "Insurance", "PlaceAgs", "StartOn", "Openings", "Wage" })
            page.Document.GetElementById($"{field}-error").Should().NotBeNull($"{field} is wrong");
        page.Document.GetElementById("Description-error").Should().BeNull();
        page.Document.QuerySelector("textarea[name=Description]")!.TextContent.Trim().Should().Be("Kisten packen & heben");
        page.Document.QuerySelector("input[name=Wage]")!.GetAttribute("value").Should().Be("viel");
        page.Document.QuerySelectorAll(".zoe-error-summary li").Should().HaveCountGreaterThanOrEqualTo(8);
        page.Document.QuerySelectorAll(".zoe-error-summary a").Select(a => page.Document.QuerySelector(a.GetAttribute("href")!)).Should().NotContainNulls("each error leads to its field");
    }

    [Fact]
    public async Task New_MoreRows_KeepsTheInputAndJudgesNothing()
    {
        var (browser, _) = await EmployerAsync();

        var page = await browser.SubmitAsync(await browser.GetAsync("/employers/vacancies/new"), [("Title", "Koch"), ("Requirements[2].Typed", "Kochen"), ("step", "row")]);

        page.Document.QuerySelectorAll("[name$='].Typed']").Should().HaveCount(4);
        page.Document.QuerySelector("input[name='Requirements[2].Typed']")!.GetAttribute("value").Should().Be("Kochen");
        page.Document.QuerySelector("input[name=Title]")!.GetAttribute("value").Should().Be("Koch");
        page.Document.QuerySelector(".zoe-error-summary").Should().BeNull();
    }

    [Fact]
    public async Task New_Preview_ShowsItAndPublishesIt()
    {
        var (browser, employerId) = await EmployerAsync();

        var preview = await browser.SubmitAndFollowAsync(await browser.GetAsync("/employers/vacancies/new"), Whole);
        var before = await OnlyVacancyAsync(employerId);
        var shown = await browser.SubmitAndFollowAsync(preview, []);
        var after = await OnlyVacancyAsync(employerId);

        preview.Main.Should().Contain("Lagerhelfer (m/w/d)").And.Contain("14,50 Euro").And.Contain("Schweißen").And.Contain("Noch ist die Stelle nicht veröffentlicht");
        before.State.Should().Be(VacancyState.Draft);
        before.Reference.Should().MatchRegex("^S-26-[0-9]{4}$");
        before.WageCentsPerHour.Should().Be(1450);
        before.ExpiresOn.Should().Be(new DateOnly(2027, 1, 30), "60 days after the start");
        before.Requirements.Should().ContainSingle().Which.ConceptId.Should().NotBeNull("the vocabulary knows Schweißen");
        after.State.Should().Be(VacancyState.Published);
        shown.Main.Should().Contain("Veröffentlicht");
    }

    [Fact]
    public async Task New_ForeignFieldsInTheForm_ChangeNothing()
    {
        var (browser, employerId) = await EmployerAsync();
        var other = await AddEmployerAsync(approved: true);

        await browser.SubmitAsync(await browser.GetAsync("/employers/vacancies/new"),
            [.. Whole, ("EmployerId", $"{other}"), ("State", "Published"), ("Reference", "S-99-9999"), ("Vacancy.EmployerId", $"{other}"), ("IsPublished", "true"), ("PublishedAtUtc", "2026-01-01")]);

        var saved = await OnlyVacancyAsync(employerId);
        (saved.State, saved.PublishedAtUtc).Should().Be((VacancyState.Draft, null));
        saved.Reference.Should().NotBe("S-99-9999");
        (await portal.DbAsync(db => db.Vacancies.CountAsync(v => v.EmployerId == other))).Should().Be(0);
    }

    [Fact]
    public async Task New_TrialWithoutStatement_IsRefusedAtTheField()
    {
        var (browser, employerId) = await EmployerAsync();
        (string, string?)[] trial = [.. Whole.Where(f => f.Item1 != "Kind"), ("Kind", "TrialEmployment")];

        var refused = await browser.SubmitAsync(await browser.GetAsync("/employers/vacancies/new"), trial);
        var accepted = await browser.SubmitAsync(refused, [("IsAdditional", "true"), ("step", "draft")]);

        refused.Document.GetElementById("IsAdditional-error").Should().NotBeNull();
        accepted.Status.Should().Be(HttpStatusCode.Redirect);
        var saved = await OnlyVacancyAsync(employerId);
        (saved.Kind, saved.IsAdditional).Should().Be((PlacementKind.TrialEmployment, true));
    }

    [Fact]
    public async Task Publish_NotApproved_StaysADraftAndSaysWhy()
    {
        var (browser, employerId) = await EmployerAsync(approved: false);

        var preview = await browser.SubmitAndFollowAsync(await browser.GetAsync("/employers/vacancies/new"), Whole);
        var page = await browser.SubmitAsync(preview, []);

        preview.Main.Should().Contain("wartet auf Freigabe");
        page.Status.Should().Be(HttpStatusCode.OK);
        page.Document.QuerySelector(".zoe-error-summary")!.TextContent.Should().Contain("erst veröffentlicht werden, wenn");
        (await OnlyVacancyAsync(employerId)).State.Should().Be(VacancyState.Draft);
    }

    [Fact]
    public async Task Publish_DoubtfulWording_NeedsAReasonThatStaffSee()
    {
        var (browser, employerId) = await EmployerAsync();
        var preview = await browser.SubmitAndFollowAsync(await browser.GetAsync("/employers/vacancies/new"), [.. Whole, ("Description", "Wir sind ein junges Team und suchen Muttersprachler.")]);

        var refused = await browser.SubmitAsync(preview, []);
        var stillDraft = (await OnlyVacancyAsync(employerId)).State;
        await browser.SubmitAsync(refused, [("Publish.LintReason", "Zitat aus einer Ausschreibung")]);

        preview.Main.Should().Contain("junges Team").And.Contain("Muttersprachler");
        refused.Document.GetElementById("Publish_LintReason-error").Should().NotBeNull();
        stillDraft.Should().Be(VacancyState.Draft);
        (await OnlyVacancyAsync(employerId)).State.Should().Be(VacancyState.Published);
        var task = await portal.DbAsync(db => db.Tasks.SingleAsync(t => t.EmployerId == employerId && t.Kind == WorkTaskKind.Own));
        (task.ForDuty, task.Text!.Contains("Zitat aus einer Ausschreibung", StringComparison.Ordinal)).Should().Be((Duty.EmployerService, true));
    }

    [Fact]
    public async Task Edit_SomeoneWasFaster_TellsAndKeepsTheInput()
    {
        var (browser, employerId) = await EmployerAsync();
        await browser.SubmitAsync(await browser.GetAsync("/employers/vacancies/new"), Whole);
        var id = (await OnlyVacancyAsync(employerId)).Id;
        var first = await browser.GetAsync($"/employers/vacancies/{id}/edit");
        var second = await browser.GetAsync($"/employers/vacancies/{id}/edit");

        await browser.SubmitAsync(first, [("HoursPerWeek", "20"), ("step", "draft")]);
        var late = await browser.SubmitAsync(second, [("HoursPerWeek", "30"), ("step", "draft")]);
        var afterLate = (await OnlyVacancyAsync(employerId)).HoursPerWeek;
        await browser.SubmitAsync(late, [("step", "draft")]);

        late.Status.Should().Be(HttpStatusCode.OK);
        late.Document.QuerySelector(".zoe-error-summary")!.TextContent.Should().Contain("inzwischen geändert");
        late.Document.QuerySelector("input[name=HoursPerWeek]")!.GetAttribute("value").Should().Be("30");
        afterLate.Should().Be(20);
        (await OnlyVacancyAsync(employerId)).HoursPerWeek.Should().Be(30, "who was told may save again");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/edit")]
    [InlineData("/preview")]
    [InlineData("/candidates")]
    public async Task ForeignVacancy_Get_IsNotFound(string page)
    {
        var (owner, employerId) = await EmployerAsync();
        var (stranger, _) = await EmployerAsync();
        await owner.SubmitAsync(await owner.GetAsync("/employers/vacancies/new"), Whole);
        var id = (await OnlyVacancyAsync(employerId)).Id;

        (await stranger.GetAsync($"/employers/vacancies/{id}{page}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await owner.GetAsync($"/employers/vacancies/{id}{page}")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Close_WithoutReason_StaysOpen()
    {
        var (browser, employerId) = await EmployerAsync();
        var shown = await browser.SubmitAndFollowAsync(await browser.SubmitAndFollowAsync(await browser.GetAsync("/employers/vacancies/new"), Whole), []);

        var refused = await browser.SubmitAsync(shown, [("Close.Reason", "")], "form[action$='/close']");
        var invented = await browser.SubmitAsync(shown, [("Close.Reason", "Erfunden")], "form[action$='/close']");
        var open = (await OnlyVacancyAsync(employerId)).State;
        await browser.SubmitAsync(shown, [("Close.Reason", "FilledElsewhere")], "form[action$='/close']");

        refused.Document.GetElementById("Close_Reason-error").Should().NotBeNull();
        invented.Document.GetElementById("Close_Reason-error").Should().NotBeNull();
        open.Should().Be(VacancyState.Published);
        var closed = await OnlyVacancyAsync(employerId);
        (closed.State, closed.CloseReason).Should().Be((VacancyState.Closed, "FilledElsewhere"));
    }

    [Fact]
    public async Task New_ManyAtOnce_GetDifferentNumbers()
    {
        var (browser, employerId) = await EmployerAsync();
        var page = await browser.GetAsync("/employers/vacancies/new");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => browser.SubmitAsync(page, Whole)));

        answers.Select(a => a.Status).Should().AllBeEquivalentTo(HttpStatusCode.Redirect);
        var numbers = await portal.DbAsync(db => db.Vacancies.Where(v => v.EmployerId == employerId).Select(v => v.Reference).ToListAsync());
        numbers.Should().HaveCount(12).And.OnlyHaveUniqueItems();
    }

    private async Task<(PortalBrowser Browser, Guid EmployerId)> EmployerAsync(bool approved = true)
    {
        var id = await AddEmployerAsync(approved);
        return (await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Employer, employerId: id)), id);
    }

    private Task<Guid> AddEmployerAsync(bool approved) => portal.DbAsync(async db =>
    {
        var employer = new Employer { Name = "Lager Muster", CreatedAtUtc = portal.Clock.NowUtc() };
        if (approved) employer.Approve(Guid.NewGuid(), portal.Clock.NowUtc());
        db.Add(employer);
        await db.SaveChangesAsync();
        return employer.Id;
    });

    private Task<Vacancy> OnlyVacancyAsync(Guid employerId) =>
        portal.DbAsync(db => db.Vacancies.AsNoTracking().Include(v => v.Requirements).SingleAsync(v => v.EmployerId == employerId));
}
