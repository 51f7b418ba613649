using System.Net;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Web.Jobs;
using ZOE.Matching.Web.Tests.Safety;

namespace ZOE.Matching.Web.Tests.Features.Employers;

public sealed class CandidatesTests(CanaryPortal portal) : IClassFixture<CanaryPortal>
{
    [Fact]
    public async Task Get_FiftyTimes_ShowsTheSameCodesAndWritesAuditRowsOnly()
    {
        await ReleaseAsync();
        var browser = await portal.NewBrowserAsync(Caller.Employer);
        var address = $"/employers/vacancies/{portal.World["freeVacancy", Side.X]}/candidates";
        var before = await portal.FingerprintAsync(Fingerprint.WrittenByViews);
        var views = await portal.DbAsync(db => db.Audit.CountAsync());
        List<string> shown = [];

        for (var i = 0; i < 50; i++)
        {
            var page = await browser.GetAsync(address);
            page.Status.Should().Be(HttpStatusCode.OK);
            var cards = page.Document.QuerySelectorAll("input[name=code]").Select(c => c.GetAttribute("value")!).ToList();
            cards.Should().HaveCountGreaterThanOrEqualTo(5).And.OnlyHaveUniqueItems().And.OnlyContain(c => Domain.Matches.CardCodes.IsValid(c));
            shown.Add(string.Join(' ', cards));
        }

        shown.Distinct().Should().ContainSingle("a code stays");
        (await portal.FingerprintAsync(Fingerprint.WrittenByViews)).DifferenceTo(before).Should().BeEmpty("no GET changes anything");
        (await portal.DbAsync(db => db.Audit.CountAsync(a => a.Purpose == AuditPurpose.EmployerCards))).Should().Be(50);
        (await portal.DbAsync(db => db.Audit.CountAsync())).Should().Be(views + 50);
    }

    /// <summary>A dozen people whom the vacancy fits.</summary>
    private async Task ReleaseAsync()
    {
        await portal.DbAsync(async db =>
        {
            var vacancy = await db.Vacancies.SingleAsync(v => v.Id == portal.World.Id("freeVacancy", Side.X));
            var place = await db.Places.OrderBy(p => p.Ags).Select(p => p.Ags).FirstAsync();
            await new CanaryClient(db, portal.Clock.GetUtcNow().UtcDateTime, new Canary(), portal.World.AccountOf(Caller.CoachOwn)!)
                .AddAsync(vacancy.OccupationId!.Value, portal.World.Id("concept", Side.X), place, others: 11);
        });
        for (var i = 0; i < 20 && await portal.RunJobAsync<ProjectJob>() > 0; i++)
        {
        }
    }
}
