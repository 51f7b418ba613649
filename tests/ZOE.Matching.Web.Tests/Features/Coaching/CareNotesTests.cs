using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Providers;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Seed;
using ZOE.Matching.Web.Tests.Hosting;
using ZOE.Matching.Web.Tests.Placements;

namespace ZOE.Matching.Web.Tests.Features.Coaching;

/// <summary>Notes to copy into VerBIS about what others reported: a confirmed competence, a Träger's answer.</summary>
public sealed class CareNotesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Confirmation_OfAnObservedCompetence_OffersANote()
    {
        var chain = await Chain.StartAsync(portal);
        var placement = await chain.PlaceAsync();
        var observed = new ObservedCompetence { PlacementId = placement.Id, Typed = "Schweißnähte prüfen", Level = SkillLevel.Independent, StatedAtUtc = portal.Clock.GetUtcNow().UtcDateTime };
        await portal.DbAsync(async db =>
        {
            db.Add(observed);
            await db.SaveChangesAsync();
        });
        var coach = await portal.BrowserAsync(chain.Coach);
        var before = await coach.GetAsync($"/coaching/clients/{chain.ClientId}/confirmations");

        var after = await coach.SubmitAndFollowAsync(before, [("confirmed", "true")], $"form[action$='/observed/{observed.Id}']");

        before.Main.Should().Contain("Schweißnähte prüfen").And.NotContain("Kurztext für VerBIS");
        var note = after.Document.QuerySelector("textarea")!.TextContent;
        note.Should().Contain("23.11.2026 – Gemeldete Kompetenzen bestätigt").And.Contain("Betrifft: Schweißnähte prüfen (Selbstständig)").And.Contain("Metallbau Muster").And.Contain("VerBIS-Nummer: V");
        note.Should().NotContain(Chain.LastName, "VerBIS knows the name; a note on the clipboard need not");
    }

    [Fact]
    public async Task Referral_ReturnedByTheTraeger_OffersANoteWithTheReason()
    {
        var chain = await Chain.StartAsync(portal);
        var fakes = portal.NewFakes();
        var provider = fakes.NewProvider(chain.Coach.Id);
        var course = fakes.NewCourse(provider).Published(provider, portal.Clock.GetUtcNow().UtcDateTime);
        var referral = new Referral { CourseId = course.Id, ProviderId = provider.Id, ClientId = chain.ClientId, ReferredById = chain.Coach.Id, ReferredAtUtc = portal.Clock.GetUtcNow().UtcDateTime };
        var reason = await portal.DbAsync(async db =>
        {
            var first = db.Reasons.Where(r => r.Kind == ReasonKind.CourseReturned).OrderBy(r => r.Code).First();
            referral.Return(first.Code, null, portal.Clock.GetUtcNow().UtcDateTime).IsRefused.Should().BeFalse();
            db.AddRange(provider, course, referral);
            await db.SaveChangesAsync();
            return first.Label;
        });
        var coach = await portal.BrowserAsync(chain.Coach);

        var page = await coach.GetAsync($"/coaching/courses/{course.Id}?clientId={chain.ClientId}");

        var notes = page.Document.QuerySelectorAll("textarea").Select(t => t.TextContent).ToList();
        notes.Should().Contain(n => n.Contains("Rückmeldung des Trägers zur Zuweisung", StringComparison.Ordinal) && n.Contains($"Grund: {reason}", StringComparison.Ordinal) && n.Contains(provider.Name, StringComparison.Ordinal));
        notes.Should().Contain(n => n.Contains("Zuweisung zu einem Kurs", StringComparison.Ordinal) && n.Contains(course.Title, StringComparison.Ordinal));
    }
}
