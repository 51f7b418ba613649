using ZOE.Matching.Browser.Tests.Hosting;

namespace ZOE.Matching.Browser.Tests.Walk;

/// <summary>What the employer does: partly signed in, partly by the links of the mails, without an account.</summary>
public sealed class EmployerSteps(WalkWorld world, Person employer)
{
    public const string Company = "Nordwind Lagerhaus GmbH", ContactMail = "b.petersen@nordwind.example", Title = "Lagerhelfer (m/w/d)";
    private const string Password = "vier zufällige Wörter im Lager";

    public static async Task<EmployerSteps> ComeAsync(WalkWorld world) => new(world, await world.NewcomerAsync());

    /// <summary>Point 2: registers; nothing is public before staff have looked.</summary>
    public async Task RegisterAsync()
    {
        await employer.VisitAsync("/");
        await employer.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Als Arbeitgeber registrieren" }).First.ClickAsync();
        await employer.FillAsync("Name des Betriebs", Company);
        await employer.ChooseAsync("Branche", "Lager, Logistik und Verkehr");
        await employer.FillAsync("Straße und Hausnummer", "Hafenstraße 3");
        await employer.FillAsync("Postleitzahl", "30419");
        await employer.ChooseAsync("Stadt oder Gemeinde", "Hannover");
        await employer.FillAsync("Ansprechperson", "Birte Petersen");
        await employer.FillAsync("E-Mail-Adresse", ContactMail);
        await employer.FillAsync("Telefon", "0511 555 0199");
        await employer.FillAsync("Passwort", Password);
        await employer.FillAsync("Passwort wiederholen", Password);
        await employer.PressAsync("Registrieren");
        await employer.SeesHeadingAsync("Vielen Dank für Ihre Registrierung");
        await employer.SignInAsync(ContactMail, Password);
        await employer.GoAsync("Stellen");
        await employer.SeesAsync("Ihr Betrieb wartet auf Freigabe");
    }

    /// <summary>Enters the vacancy, looks at the preview, publishes.</summary>
    public async Task PublishVacancyAsync(string kind)
    {
        await employer.GoAsync("Stellen");
        await employer.FollowAsync("Stelle anlegen");
        await employer.FillVacancyAsync(Title, kind, world.Start);
        await employer.PressAsync("Vorschau");
        await employer.SeesHeadingAsync("Vorschau");
        await employer.SeesAsync("So sehen andere Ihre Stelle.", Title, "Kommissionieren", "Gabelstaplerschein", "Noch ist die Stelle nicht veröffentlicht.");
        await employer.PressAsync("Veröffentlichen");
        await employer.SeesAsync("Die Stelle ist veröffentlicht.");
        await world.RunJobsAsync();
    }

    /// <summary>Point 4: anonymous cards that fit, with reasons.</summary>
    public async Task SeeCardsAsync(params string[] never)
    {
        await OpenVacancyAsync();
        await employer.FollowAsync("Passende Profile");
        await employer.SeesHeadingAsync("Passende Profile");
        await employer.SeesAsync("Karte", "Was passt");
        await employer.SeesNotAsync(never);
    }

    /// <summary>Point 6: the mail's link shows on GET, acts on POST, and tells a second click what happened.</summary>
    public async Task AnswerProposalByLinkAsync(string answer, params string[] never)
    {
        await world.RunJobsAsync();
        var link = await world.LinkInMailAsync($"Vorschlag für Ihre Stelle „{Title}“", ContactMail);
        var guest = await world.NewcomerAsync();
        await guest.VisitAsync(link);
        await guest.VisitAsync(link); // Reading changes nothing: a mail scanner may have been first.
        await guest.SeesHeadingAsync($"Vorschlag für Ihre Stelle „{Title}“");
        await guest.SeesAsync("Ihre Anforderungen", "Kommissionieren", "Name und Kontakt stehen hier noch nicht.");
        await guest.SeesNotAsync(never);
        await guest.TickAsync(answer);
        await guest.PressAsync("Antwort senden");
        await guest.SeesHeadingAsync("Vielen Dank für Ihre Antwort");
        await guest.SeesAsync("So geht es weiter");
        await guest.Page.GotoAsync(link);
        await guest.SeesHeadingAsync("Vielen Dank für Ihre Antwort");
        (await guest.Main.GetByRole(Microsoft.Playwright.AriaRole.Button).CountAsync()).Should().Be(0, "the link has been used");
    }

    /// <summary>The name stands on the page of this proposal and on no other.</summary>
    public async Task SeeNameAsync(string client)
    {
        await world.RunJobsAsync();
        var link = await world.LinkInMailAsync($"Kontakt freigegeben für Ihre Stelle „{Title}“", ContactMail);
        var guest = await world.NewcomerAsync();
        await guest.VisitAsync(link);
        await guest.SeesNotAsync(client);
        await guest.PressAsync("Name und Kontakt anzeigen");
        await guest.SeesAsync(client, "Bitte nutzen Sie die Angaben nur für diese Stelle");

        await employer.GoAsync("Vorschläge");
        await employer.SeesNotAsync(client);
        await employer.FollowAsync(Title);
        await employer.SeesAsync(client, "Diese Daten sind nur für diese Stelle bestimmt.");
        foreach (var page in new[] { "/", "/employers/vacancies", "/employers/inbox", "/employers/placements" })
        {
            await employer.VisitAsync(page);
            await employer.SeesNotAsync(client);
        }

        await SeeCardsAsync(client);
    }

    /// <summary>Point 8: answers a question by the link of its mail.</summary>
    public async Task AnswerQuestionAsync(string subject, string answer, string? seenCompetence = null, string contactMail = ContactMail)
    {
        var link = await world.LinkInMailAsync(subject, contactMail);
        var guest = await world.NewcomerAsync();
        await guest.VisitAsync(link);
        await guest.SeesHeadingAsync("Eine kurze Frage an Sie");
        await guest.TickAsync(answer);
        if (seenCompetence is not null) await guest.ChooseAsync(seenCompetence, "Selbstständig");
        await guest.PressAsync("Antwort senden");
        await guest.SeesAsync("Ihre Antwort ist angekommen");
        await guest.Page.GotoAsync(link);
        (await guest.Main.GetByRole(Microsoft.Playwright.AriaRole.Button).CountAsync()).Should().Be(0, "the link has been used");
    }

    private async Task OpenVacancyAsync()
    {
        await employer.GoAsync("Stellen");
        await employer.FollowAsync(Title);
        await employer.SeesHeadingAsync(Title);
    }
}
