using System.Net;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Domain.Work;
using ZOE.Matching.Seed;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Features.Providers;

public sealed class CourseTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly Fakes _fakes = portal.NewFakes();

    private static readonly (string, string?)[] GoodCourse =
    [
        ("Form.Title", "QuIntaM Lager"), ("Form.InstrumentCode", "Quintam"), ("Form.AccessRoute", "Assignment"),
        ("Form.StartsOn", "2027-01-11"), ("Form.EndsOn", "2027-04-30"), ("Form.EnrolUntil", "2027-01-08"),
        ("Form.HoursPerWeek", "30"), ("Form.Mode", "FullTime"), ("Form.Seats", "12"), ("Form.PlaceAgs", Fakes.City),
        ("Form.Certificates[0]", "Gabelstaplerschein"), ("Form.Competences[0]", "Zauberei"),
    ];

    [Fact]
    public async Task Create_EmptyForm_NamesEachFieldAndKeepsInput()
    {
        var browser = await ProviderAsync();
        var form = await browser.GetAsync("/providers/courses/new");

        var page = await browser.SubmitAsync(form, [("Form.Description", "Bleibt stehen")]);

        page.Status.Should().Be(HttpStatusCode.OK);
        foreach (var field in new[] { "Title", "InstrumentCode", "AccessRoute", "StartsOn", "EndsOn", "EnrolUntil", "HoursPerWeek", "Mode", "Seats", "PlaceAgs" })
            page.Document.QuerySelector($"a[href='#Form_{field}']").Should().NotBeNull($"the summary links to {field}");
        page.Document.QuerySelector("textarea")!.TextContent.Trim().Should().Be("Bleibt stehen");
    }

    [Theory]
    [InlineData("Form.EndsOn", "2027-01-10", "Ende liegt vor dem Beginn")]
    [InlineData("Form.EnrolUntil", "2027-01-12", "Anmeldeschluss liegt nach dem Beginn")]
    [InlineData("Form.EnrolUntil", "2026-11-22", "Anmeldeschluss liegt in der Vergangenheit")]
    [InlineData("Form.HoursPerWeek", "49", "48")]
    [InlineData("Form.InstrumentCode", "Fim", "Maßnahmeart aus der Liste")]
    public async Task Create_WrongValue_SaysSoAndSavesNothing(string field, string value, string sentence)
    {
        var browser = await ProviderAsync();
        var form = await browser.GetAsync("/providers/courses/new");
        var before = await portal.DbAsync(db => db.Courses.CountAsync());

        var page = await browser.SubmitAsync(form, GoodCourse.Select(f => f.Item1 == field ? (field, value) : f));

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Main.Should().Contain(sentence);
        (await portal.DbAsync(db => db.Courses.CountAsync())).Should().Be(before);
    }

    [Fact]
    public async Task Publish_GoodCourse_LinksKnownWordsAndIsOpen()
    {
        var browser = await ProviderAsync();
        var form = await browser.GetAsync("/providers/courses/new");

        var preview = await browser.SubmitAndFollowAsync(form, GoodCourse);
        var published = await browser.SubmitAndFollowAsync(preview, [], "#publish");

        preview.Main.Should().Contain("Vorschau").And.Contain("Gabelstaplerschein").And.Contain("Zauberei (noch nicht verknüpft)");
        published.Main.Should().Contain("Der Kurs ist veröffentlicht");
        var id = Guid.Parse(published.Path.Split('/')[^1]);
        var course = await portal.DbAsync(db => db.Courses.Include(c => c.Gains).SingleAsync(c => c.Id == id));
        course.State.Should().Be(CourseState.Published);
        course.Gains.Single(g => g.Typed == "Gabelstaplerschein").ConceptId.Should().NotBeNull();
        course.Gains.Single(g => g.Typed == "Zauberei").ConceptId.Should().BeNull();
    }

    [Fact]
    public async Task Publish_ProviderNotApproved_StaysDraftAndSaysWhy()
    {
        var provider = new Provider { Name = "Neuer Träger", ContactName = "A", Email = "neu@fake.example" };
        var course = _fakes.NewCourse(provider);
        await portal.DbAsync(db => SaveAsync(db, provider, course));
        var browser = await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Provider, providerId: provider.Id));

        var page = await browser.SubmitAndFollowAsync(await browser.GetAsync($"/providers/courses/{course.Id}"), [], "#publish");

        page.Main.Should().Contain("erst veröffentlicht werden, wenn");
        (await portal.DbAsync(db => db.Courses.SingleAsync(c => c.Id == course.Id))).State.Should().Be(CourseState.Draft);
    }

    [Fact]
    public async Task Edit_SomeoneElseWasFaster_IsToldAndNothingLost()
    {
        var (user, provider) = await ProviderUserAsync();
        var course = _fakes.NewCourse(provider);
        await portal.DbAsync(db => SaveAsync(db, course));
        var browser = await portal.BrowserAsync(user);
        var first = await browser.GetAsync($"/providers/courses/{course.Id}/edit");
        var second = await browser.GetAsync($"/providers/courses/{course.Id}/edit");

        await browser.SubmitAsync(first, [("Form.Title", "Erster gewinnt")]);
        var late = await browser.SubmitAsync(second, [("Form.Title", "Zweiter Titel")]);

        late.Status.Should().Be(HttpStatusCode.OK);
        late.Main.Should().Contain("inzwischen geändert");
        late.Document.QuerySelector("#Form_Title")!.GetAttribute("value").Should().Be("Zweiter Titel");
        (await portal.DbAsync(db => db.Courses.SingleAsync(c => c.Id == course.Id))).Title.Should().Be("Erster gewinnt");
    }

    [Fact]
    public async Task Referral_AcceptThenReturn_ReachesCoachAndCourseCare()
    {
        var (user, provider) = await ProviderUserAsync();
        var (referral, _) = await ReferredAsync(provider);
        var browser = await portal.BrowserAsync(user);
        var home = $"/providers/referrals/{referral.Id}";

        var accepted = await browser.SubmitAndFollowAsync(await browser.GetAsync(home), [], "#accept");
        var withoutReason = await browser.SubmitAsync(accepted, [], "#return");
        var reason = await portal.DbAsync(db => db.Reasons.Where(r => r.Kind == Domain.Reference.ReasonKind.CourseReturned).Select(r => r.Code).FirstAsync());
        var returned = await browser.SubmitAndFollowAsync(accepted, [("Return.Reason", reason)], "#return");

        accepted.Main.Should().Contain("angenommen");
        withoutReason.Status.Should().Be(HttpStatusCode.OK);
        withoutReason.Document.QuerySelector("a[href='#Return_Reason']").Should().NotBeNull();
        returned.Main.Should().Contain("zurückgegeben");
        await portal.DbAsync(async db =>
        {
            (await db.Tasks.SingleAsync(t => t.ReferralId == referral.Id)).ForDuty.Should().Be(Duty.CourseCare);
            (await db.Inbox.CountAsync(i => i.ReferralId == referral.Id && i.Kind == InboxKind.ReferralAnswered)).Should().Be(2);
        });
    }

    [Fact]
    public async Task Attendance_SameWeekTwice_IsToldOnce()
    {
        var (user, provider) = await ProviderUserAsync();
        var (referral, _) = await ReferredAsync(provider);
        var browser = await portal.BrowserAsync(user);
        var page = await browser.SubmitAndFollowAsync(await browser.GetAsync($"/providers/referrals/{referral.Id}"), [], "#accept");

        // Wednesday and Friday of the same week.
        var first = await browser.SubmitAndFollowAsync(page, [("Week.WeekStartsOn", "2026-11-18"), ("Week.HoursPresent", "20"), ("Week.HoursAbsent", "0")], "#attendance");
        var second = await browser.SubmitAsync(page, [("Week.WeekStartsOn", "2026-11-20"), ("Week.HoursPresent", "18"), ("Week.HoursAbsent", "2")], "#attendance");

        first.Main.Should().Contain("16.11.2026");
        second.Main.Should().Contain("schon eingetragen");
        (await portal.DbAsync(db => db.Referrals.Where(r => r.Id == referral.Id).SelectMany(r => r.Attendance).CountAsync())).Should().Be(1);
    }

    private async Task<PortalBrowser> ProviderAsync() => await portal.BrowserAsync((await ProviderUserAsync()).User);

    private async Task<(PortalUser User, Provider Provider)> ProviderUserAsync()
    {
        var staff = await portal.AddUserAsync(PortalRole.Coach, Duty.CourseCare);
        var provider = _fakes.NewProvider(staff.Id);
        await portal.DbAsync(db => SaveAsync(db, provider));
        return (await portal.AddUserAsync(PortalRole.Provider, providerId: provider.Id), provider);
    }

    private async Task<(Referral Referral, PortalUser Coach)> ReferredAsync(Provider provider)
    {
        var team = new Team { Name = $"Team {Guid.NewGuid():N}", SiteCode = "Kabelkamp" };
        await portal.DbAsync(db => SaveAsync(db, team));
        var coach = await portal.AddUserAsync(PortalRole.Coach, teamId: team.Id);
        var client = _fakes.NewClient(coach.Id, team.Id);
        var course = _fakes.NewCourse(provider).Published(provider, portal.Clock.NowUtc());
        var referral = new Referral { CourseId = course.Id, ProviderId = provider.Id, ClientId = client.Id, ReferredById = coach.Id, ReferredAtUtc = portal.Clock.NowUtc() };
        await portal.DbAsync(db => SaveAsync(db, client, course, referral));
        return (referral, coach);
    }

    private static async Task SaveAsync(Data.MatchingDbContext db, params object[] rows)
    {
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }
}
