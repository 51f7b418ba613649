using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using ZOE.Matching.Data;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Domain.Staff;
using ZOE.Matching.Web.Jobs;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>A marker in every personal field, then the main job by its pages: nothing of it reaches an employer, a mail, an index byte or a log line before the yes, and only name and contact afterwards.</summary>
public sealed class CanaryTests(CanaryPortal portal) : IClassFixture<CanaryPortal>
{
    /// <summary>What the coach's release shows, on the page of the proposal and behind the button of the link.</summary>
    private static readonly string[] Released = ["ClientPerson.FirstName", "ClientPerson.LastName", "ClientPerson.Phone", "ClientPerson.Email", "ClientPerson.ContactLanguage"];

    private readonly Canary _mark = new();

    [Fact]
    public async Task MainJob_WithMarkedClient_ShowsOnlyWhatIsAllowed()
    {
        var vacancyId = portal.World.Id("freeVacancy", Side.X);
        var client = await ArrangeAsync();
        await ProjectAsync();
        var coach = await portal.NewBrowserAsync(Caller.CoachOwn);
        var proposalId = await ProposeAsync(coach, client, vacancyId);
        await portal.RunJobAsync<SendMailJob>();
        await AnswerByLinkAsync();
        await ProjectAsync();

        await CheckEmployersAsync(client, proposalId, isReleased: false);
        await CheckProviderAsync();
        CheckMails();
        CheckIndex();

        var page = await coach.GetAsync($"/coaching/proposals/{proposalId}");
        page.Main.Should().Contain(_mark["ClientPerson.LastName"], "the coach sees who it is");
        await coach.SubmitAndFollowAsync(page, [], "form[action$='/release']");
        await portal.DbAsync(db => new CanaryClient(db, portal.Clock.GetUtcNow().UtcDateTime, _mark, portal.World.AccountOf(Caller.CoachOwn)!).AddPlacementAsync(client, proposalId));
        await ProjectAsync();
        await portal.RunJobAsync<SendMailJob>();

        await CheckEmployersAsync(client, proposalId, isReleased: true);
        await CheckContactLinkAsync();
        CheckMails();
        CheckIndex();
        CheckLog();
        await portal.DbAsync(CheckModelAsync);
    }

    private Task<Guid> ArrangeAsync() => portal.DbAsync(async db =>
    {
        // Staff's proposal message may be checked against the name: the marker is a name like any other.
        var vacancy = await db.Vacancies.SingleAsync(v => v.Id == portal.World.Id("freeVacancy", Side.X));
        vacancy.IsAdditional = true;
        await db.SaveChangesAsync();
        var place = await db.Places.OrderBy(p => p.Ags).Select(p => p.Ags).FirstAsync();
        var client = await new CanaryClient(db, portal.Clock.GetUtcNow().UtcDateTime, _mark, portal.World.AccountOf(Caller.CoachOwn)!)
            .AddAsync(vacancy.OccupationId!.Value, portal.World.Id("concept", Side.X), place, others: 11);
        return client.Id;
    });

    private async Task ProjectAsync()
    {
        for (var i = 0; i < 20 && await portal.RunJobAsync<ProjectJob>() > 0; i++)
        {
        }
    }

    private async Task<Guid> ProposeAsync(PortalBrowser coach, Guid clientId, Guid vacancyId)
    {
        var address = $"/coaching/clients/{clientId}/vacancies/{vacancyId}";
        var refused = await coach.PostAsync($"{address}/propose", [new("__RequestVerificationToken", await WorldPortal.TokenAsync(coach, Caller.CoachOwn)), new("Propose.Message", "")]);
        refused.Status.Should().NotBe(HttpStatusCode.NotFound);
        (await portal.DbAsync(db => db.Proposals.CountAsync(p => p.ClientId == clientId))).Should().Be(0, "without the yes there is no proposal");

        var page = await coach.GetAsync(address);
        page.Main.Should().Contain(_mark["ClientPerson.LastName"]);
        page = await coach.SubmitAndFollowAsync(page, [("YesForm.Way", "Spoken"), ("YesForm.Language", "Deutsch"), ("YesForm.TextWasTold", "true")], "form[action$='/yes']");
        var told = await coach.SubmitAsync(page, [("Propose.Message", $"Bitte sprechen Sie {_mark["ClientPerson.FirstName"]} an.")], "form[action$='/propose']");
        told.Status.Should().Be(HttpStatusCode.OK, "a message with the name comes back");
        await coach.SubmitAndFollowAsync(page, [("Propose.Message", "Passt gut zu Ihrer Stelle.")], "form[action$='/propose']");

        var course = await coach.GetAsync($"/coaching/courses/{portal.World["freeCourse", Side.X]}?clientId={clientId}");
        await coach.SubmitAndFollowAsync(course, [], "form[action$='/refer']");
        (await portal.DbAsync(db => db.Referrals.CountAsync(r => r.ClientId == clientId))).Should().Be(1);
        return await portal.DbAsync(db => db.Proposals.Where(p => p.ClientId == clientId).Select(p => p.Id).SingleAsync());
    }

    private async Task AnswerByLinkAsync()
    {
        var employer = await portal.NewBrowserAsync(Caller.Anonymous);
        var page = await employer.GetAsync(LinkIn("/answer/proposal/"));
        page.Main.Should().Contain("Stelle freeVacancy X");
        _mark.In(page.Text).Should().BeEmpty();
        var answered = await employer.SubmitAndFollowAsync(page, [("Answer", nameof(ProposalAnswer.Interview))]);
        _mark.In(answered.Text).Should().BeEmpty();
        (await portal.DbAsync(db => db.Proposals.CountAsync(p => p.VacancyId == portal.World.Id("freeVacancy", Side.X) && p.State == ProposalState.Interview))).Should().Be(1);
    }

    private async Task CheckEmployersAsync(Guid clientId, Guid proposalId, bool isReleased)
    {
        var ofVacancy = await portal.NewBrowserAsync(Caller.Employer);
        var pages = await Crawl.AllAsync(ofVacancy, ["/", "/employers", .. AddressesOf(Caller.Employer)]);
        var candidates = pages[$"/employers/vacancies/{portal.World["freeVacancy", Side.X]}/candidates"];
        candidates.Document.QuerySelectorAll(".zoe-card").Length.Should().BeGreaterThanOrEqualTo(5, "else nothing is proved");
        pages.Keys.Should().Contain($"/employers/proposals/{proposalId}");
        pages["/employers/proposals"].Main.Should().Contain("Stelle freeVacancy X");
        CheckPages(pages, (address, property) => isReleased && Released.Contains(property)
            && (address.StartsWith($"/employers/proposals/{proposalId}", StringComparison.Ordinal)));
        if (isReleased) pages[$"/employers/proposals/{proposalId}"].Main.Should().Contain(_mark["ClientPerson.LastName"]).And.Contain(_mark["ClientPerson.Phone"]);
        if (isReleased) pages["/employers/placements"].Main.Should().Contain("Teilnehmer/in ab");
        var ids = await portal.DbAsync(db => db.Clients.Where(c => c.Id == clientId).Select(c => new { c.Id, c.Pseudonym }).SingleAsync());
        pages.Where(p => p.Value.Text.Contains(ids.Id.ToString(), StringComparison.OrdinalIgnoreCase) || p.Value.Text.Contains(ids.Pseudonym.ToString(), StringComparison.OrdinalIgnoreCase) || p.Value.Text.Contains(ids.Id.ToString("N"), StringComparison.OrdinalIgnoreCase))
            .Select(p => p.Key).Should().BeEmpty("no handle of the client leaves the server");

        var second = await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Employer, employerId: portal.World.Id("employer", Side.Y)));
        var others = await Crawl.AllAsync(second, ["/", "/employers"]);
        others[$"/employers/vacancies/{portal.World["freeVacancy", Side.Y]}/candidates"].Document.QuerySelectorAll(".zoe-card").Length.Should().BeGreaterThanOrEqualTo(5);
        CheckPages(others, (_, _) => false);
        var codes = (PortalPage page) => page.Document.QuerySelectorAll(".zoe-card .zoe-nowrap").Select(c => c.TextContent.Trim()).ToList();
        codes(candidates).Should().NotBeEmpty().And.NotIntersectWith(codes(others[$"/employers/vacancies/{portal.World["freeVacancy", Side.Y]}/candidates"]), "two employers cannot join their lists");
        var waiting = await Crawl.AllAsync(await portal.NewBrowserAsync(Caller.EmployerNew), ["/", "/employers", $"/employers/vacancies/{portal.World["newVacancy", Side.X]}/candidates"]);
        waiting.SelectMany(p => p.Value.Document.QuerySelectorAll(".zoe-card .zoe-nowrap")).Should().BeEmpty("before the approval there are no cards");
        CheckPages(waiting, (_, _) => false);
    }

    /// <summary>The Träger of the course sees the referred client, with what is needed to invite the person; another Träger nobody.</summary>
    private async Task CheckProviderAsync()
    {
        var pages = await Crawl.AllAsync(await portal.NewBrowserAsync(Caller.Provider), ["/", "/providers"]);
        pages.Values.Should().Contain(p => p.Main.Contains(_mark["ClientPerson.LastName"]));
        CheckPages(pages, (address, property) => (address.StartsWith("/providers/referrals", StringComparison.Ordinal) || address == "/providers") && Released.Contains(property));
        var other = await portal.BrowserAsync(await portal.AddUserAsync(PortalRole.Provider, providerId: portal.World.Id("provider", Side.Y)));
        CheckPages(await Crawl.AllAsync(other, ["/", "/providers"]), (_, _) => false);
    }

    private async Task CheckContactLinkAsync()
    {
        var anyone = await portal.NewBrowserAsync(Caller.Anonymous);
        var page = await anyone.GetAsync(LinkIn("/answer/contact/"));
        _mark.In(page.Text).Should().BeEmpty("a GET shows only a button");
        var shown = await anyone.SubmitAsync(page, []);
        _mark.In(shown.Text).Should().BeSubsetOf(Released).And.Contain("ClientPerson.LastName");
        shown.Headers["Cache-Control"].Should().Contain("no-store");
    }

    private void CheckPages(IReadOnlyDictionary<string, PortalPage> pages, Func<string, string, bool> isAllowed)
    {
        pages.Count.Should().BeGreaterThan(5);
        List<string> leaks = [];
        foreach (var (address, page) in pages)
        {
            if (page.Status == HttpStatusCode.OK && page.Headers["Content-Type"].StartsWith("text/html", StringComparison.Ordinal)) page.Document.QuerySelector("main h1").Should().NotBeNull(address);
            leaks.AddRange(_mark.In(page.Text + address + string.Join('\n', page.Headers.Values)).Where(property => !isAllowed(address, property)).Select(property => $"{address} shows {property}"));
        }

        string.Join('\n', leaks).Should().BeEmpty();
    }

    private void CheckMails()
    {
        var mails = Mails();
        mails.Should().Contain(m => m.Contains("/answer/proposal/", StringComparison.Ordinal) && m.Contains("Stelle freeVacancy X", StringComparison.Ordinal));
        mails.SelectMany(m => _mark.In(m)).Should().BeEmpty();
    }

    /// <summary>Bytes of the index files; that the scan can find a word is shown by one that must stand there.</summary>
    private void CheckIndex()
    {
        var files = Directory.GetFiles(Path.Combine(portal.Folder, "index"), "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) is not ("in-use" or "write.lock")).Select(File.ReadAllBytes).ToList();
        files.Should().Contain(bytes => System.Text.Encoding.Latin1.GetString(bytes).Contains("vocational", StringComparison.OrdinalIgnoreCase));
        files.SelectMany(_mark.In).Distinct().Should().BeEmpty();
    }

    private void CheckLog()
    {
        portal.Log.Should().Contain(line => line.Contains("/coaching/proposals", StringComparison.Ordinal)).And.Contain(line => line.StartsWith("Trace", StringComparison.Ordinal));
        portal.Log.SelectMany(line => _mark.In(line).Select(property => $"{property} in: {line[..Math.Min(300, line.Length)]}")).Take(10).Should().BeEmpty();
    }

    /// <summary>No personal property was forgotten, and every marker really stands in the database.</summary>
    private async Task CheckModelAsync(MatchingDbContext db)
    {
        _mark.Forgotten(db.Model).Should().BeEmpty("each needs a marker or a reason in Canary.Exempt");
        _mark.Idle(db.Model).Should().BeEmpty();
        var everything = await Fingerprint.TextAsync(db);
        _mark.Words.Where(w => !w.Key.EndsWith("(German)", StringComparison.Ordinal) && !char.IsAsciiDigit(w.Value[0])).Where(w => !everything.Contains(w.Value, StringComparison.Ordinal)).Select(w => w.Key).Should().BeEmpty();
    }

    private IEnumerable<string> AddressesOf(Caller caller) =>
        EndpointTable.Rows.Where(r => r.Method == "GET" && r.Pattern != EndpointTable.StaticAssets && r.ExpectedOf(caller, Side.X) == "200" && !r.Pattern.StartsWith("/answer", StringComparison.Ordinal)).Select(r => r.Address(portal.World, Side.X));

    private List<string> Mails() =>
        [.. Directory.GetFiles(Path.Combine(portal.Folder, "mail"), "*.eml").Select(file => MimeMessage.Load(file)).Select(mail => $"{mail.Headers.Select(h => h.ToString()).Aggregate((a, b) => a + "\n" + b)}\n{mail.TextBody}\n{mail.HtmlBody}")];

    private string LinkIn(string path) => Mails().Select(m => Regex.Match(m, Regex.Escape(path) + "[A-Za-z0-9_-]+")).Last(m => m.Success).Value;
}
