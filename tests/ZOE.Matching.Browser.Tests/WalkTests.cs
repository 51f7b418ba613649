using ZOE.Matching.Browser.Tests.Hosting;
using ZOE.Matching.Browser.Tests.Walk;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Browser.Tests;

/// <summary>The whole main job, one page after the other as users would, without JavaScript: from the course to the known outcome.</summary>
public sealed class WalkTests(Chromium chromium, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string Mag = "Maßnahme bei einem Arbeitgeber (§ 16 SGB II mit § 45 SGB III)", Uninsured = "Kein Arbeitsverhältnis (Praktikum)";

    [Fact]
    public async Task Walk_FromCourseToOutcome_EachSideSeesWhatItShould()
    {
        FullTests.Require("a browser");
        await using var world = await WalkWorld.BeginAsync(chromium.Browser, portal);
        await using var lead = await world.DemoAsync("teamleitung@demo.example");
        var before = await world.FunnelAsync(lead);

        // 1 and 2
        var traeger = await TraegerSteps.SignInAsync(world);
        await traeger.PublishCourseAsync();
        var employer = await EmployerSteps.ComeAsync(world);
        await employer.RegisterAsync();
        await world.ApproveEmployerAsync(EmployerSteps.Company);
        await employer.PublishVacancyAsync("Praktikum");
        var coach = await CoachSteps.SignInAsync(world, "Samira", "Walkdottir", "WALK-0001");
        await coach.EnterEmployerAfterCallAsync("Kanalspeicher OHG", "k.aslan@kanalspeicher.example");

        // 3 to 5
        await coach.KeepProfileAsync();
        await coach.RecordSearchConsentAsync();
        await coach.SeeFittingVacancyAsync(EmployerSteps.Title, TraegerSteps.CourseTitle);
        await employer.SeeCardsAsync(coach.Name, "Walkdottir", "WALK-0001");
        await coach.SeeFittingVacancyAsync(EmployerSteps.Title, TraegerSteps.CourseTitle);
        await coach.ProposeAsync(TraegerSteps.CourseTitle);
        await traeger.AcceptReferralAsync(coach.Name);

        // 6
        await employer.AnswerProposalByLinkAsync("Wir möchten die Person kennenlernen", "Samira", "Walkdottir", "WALK-0001");
        await coach.ReleaseAsync(EmployerSteps.Title);
        await employer.SeeNameAsync(coach.Name);

        // 7
        var placement = new PlacementSteps(world, coach.Coach);
        await coach.ReopenProposalAsync(EmployerSteps.Title);
        await coach.BeginPlacementAsync();
        await placement.FillAsync("Praktikum", Mag, Uninsured, world.Start, world.Start.AddDays(53));
        await placement.RefusedAsync("SGB III");
        await placement.FillAsync("Praktikum", Mag, Uninsured, world.Start, world.Start.AddDays(25));
        await placement.AgreeAsync();
        await placement.AskedOnAsync("Erster Tag", world.Start);
        await placement.AskedOnAsync("Halbzeit", world.Start.AddDays(13));
        await placement.AskedOnAsync("7 Tage vor dem Ende", world.Start.AddDays(18));
        await placement.AskedOnAsync("Am Ende", world.Start.AddDays(25));

        // 8
        await world.MoveToAsync(world.Start);
        await placement.SeeAsync("Gefragt");
        await employer.AnswerQuestionAsync("Kurze Frage", "Ja, die Person ist gekommen");
        await placement.SeeAsync("Ja, die Person ist gekommen", "Arbeitgeber, über den Link in der E-Mail");
        await world.MoveToAsync(world.Start.AddDays(13));
        (await world.MailsAsync("Erinnerung", EmployerSteps.ContactMail)).Should().Be(0, "it was only asked now");
        await world.MoveToAsync(world.Start.AddDays(16));
        (await world.MailsAsync("Erinnerung", EmployerSteps.ContactMail)).Should().Be(1, "silence is reminded once");
        await world.MoveToAsync(world.Start.AddDays(20));
        await placement.AnswerByPhoneAsync(coach, "Es läuft gut");

        // 9
        await world.MoveToAsync(world.Start.AddDays(25));
        await employer.AnswerQuestionAsync("Kurze Frage", "Wir übernehmen die Person", "Kommissionieren");
        await placement.SeeAsync("Übernommen");
        await coach.OpenAsync("Kompetenzprofil");
        await coach.Coach.SeesNotAsync("Bei der Arbeit beobachtet: ");
        await placement.ConfirmObservedAsync("Kommissionieren");
        await coach.OpenAsync("Übersicht");
        await coach.Coach.SeesAsync("Bei der Arbeit beobachtet", "Selbstständig", "Nächsten Schritt planen", "Übernommen");

        var after = await world.FunnelAsync(lead);
        foreach (var stage in new[] { "Vorgeschlagen", "Beantwortet", "Gespräch oder Zusage", "Praktikum oder Beschäftigung", "Ergebnis bekannt", "Übernommen" })
            after[stage].Should().BeGreaterThan(before[stage], "the walk reached „{0}“", stage);
        var csv = await lead.DownloadCsvAsync();
        csv.Should().Contain("Vorgeschlagen").And.Contain("Übernommen").And.NotContain("Walkdottir");
    }
}
