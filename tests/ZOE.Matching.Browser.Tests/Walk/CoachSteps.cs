using ZOE.Matching.Browser.Tests.Hosting;

namespace ZOE.Matching.Browser.Tests.Walk;

/// <summary>What the coach does with one client.</summary>
public sealed class CoachSteps(WalkWorld world, Person coach, string firstName, string lastName, string number)
{
    private string _client = "";

    public string Name => $"{firstName} {lastName}";

    public Person Coach => coach;

    public static async Task<CoachSteps> SignInAsync(WalkWorld world, string firstName, string lastName, string number) =>
        new(world, await world.DemoAsync("coach@demo.example"), firstName, lastName, number);

    /// <summary>Point 2: after a call the coach enters employer, contact and vacancy, and hands the record over by link.</summary>
    public async Task EnterEmployerAfterCallAsync(string company, string contactMail)
    {
        await coach.GoAsync("Arbeitgeber");
        await coach.FollowAsync("Arbeitgeber eintragen");
        await coach.FillAsync("Name des Betriebs", company);
        await coach.ChooseAsync("Branche", "Lager, Logistik und Verkehr");
        await coach.FillAsync("Straße und Hausnummer", "Am Kanal 8");
        await coach.FillAsync("Postleitzahl", "30419");
        await coach.ChooseAsync("Gemeinde", "Hannover");
        await coach.FillAsync("Name", "Kerim Aslan");
        await coach.FillAsync("E-Mail", contactMail);
        await coach.FillAsync("Telefon", "0511 555 0142");
        await coach.ChooseAsync("Wie haben Sie gesprochen?", "Telefon");
        await coach.FillAsync("Worum ging es?", "Sucht ab sofort Verstärkung im Lager.");
        await coach.PressAsync("Speichern");
        await coach.SeesHeadingAsync(company);
        await coach.SeesAsync("Der Arbeitgeber ist eingetragen.", "(von uns gepflegt)", "Sucht ab sofort Verstärkung im Lager.");
        await coach.FollowAsync("Stelle für diesen Arbeitgeber eintragen");
        await coach.FillVacancyAsync("Kommissionierer (m/w/d) nach Anruf", "Arbeit", world.Start);
        await coach.PressAsync("Vorschau");
        await coach.SeesHeadingAsync("Kommissionierer (m/w/d) nach Anruf");
        await coach.SeesAsync("Der Arbeitgeberservice prüft diesen Arbeitgeber.");
        await world.ApproveEmployerAsync(company);
        await coach.Page.ReloadAsync();
        await coach.PressAsync("Stelle veröffentlichen");
        await coach.SeesAsync("Die Stelle ist veröffentlicht.");
        await coach.FollowAsync("Zurück zum Arbeitgeber");
        await coach.PressAsync("Link an Kerim Aslan senden");
        await coach.SeesAsync("Der Link ist auf dem Weg.");
        await world.RunJobsAsync();

        var link = await world.LinkInMailAsync("Ihr Eintrag bei ZOE.Matching", contactMail);
        var owner = await world.NewcomerAsync();
        await owner.VisitAsync(link);
        await owner.SeesAsync(company, "Danach gehört der Eintrag Ihnen");
        await owner.FillAsync("Neues Passwort", "noch vier andere Wörter dazu");
        await owner.FillAsync("Passwort wiederholen", "noch vier andere Wörter dazu");
        await owner.PressAsync("Eintrag übernehmen");
        await owner.SeesAsync("Der Eintrag gehört jetzt Ihnen.");
        await owner.GoAsync("Stellen");
        await owner.SeesAsync("Kommissionierer (m/w/d) nach Anruf");
    }

    /// <summary>Point 3: takes the client into the caseload and writes the competence profile, each line with evidence.</summary>
    public async Task KeepProfileAsync()
    {
        await coach.GoAsync("Kundinnen und Kunden");
        await coach.SeesAsync("Fällig", "Letzter Kontakt");
        await coach.FollowAsync("Person neu aufnehmen");
        await coach.FillAsync("Vorname", firstName);
        await coach.FillAsync("Nachname", lastName);
        await coach.FillAsync("VerBIS-Nummer", number);
        await coach.FillAsync("Telefon", "0511 555 0170");
        await coach.FillAsync("Postleitzahl", "30419");
        await coach.ChooseAsync("Gemeinde", "Hannover");
        await coach.FillAsync("Sprache für Gespräche", "Arabisch");
        await coach.ChooseAsync("Arbeitserlaubnis", "Arbeiten erlaubt");
        await coach.TickAsync("Tagschicht");
        await coach.FillAsync("Verfügbar ab", world.Today);
        await coach.PressAsync("Speichern");
        await coach.SeesAsync("Die Person ist aufgenommen.");
        _client = new Uri(coach.Page.Url).AbsolutePath.Replace("/profile", "", StringComparison.Ordinal);

        await coach.VisitAsync(_client + "/profile");
        await ProveAsync("Beruf", "Lagerhelfer", "Selbstständig", "Zeugnis der Spedition");
        await ProveAsync("Kompetenz", "Kommissionieren", "Mit Anleitung", "Gespräch");
        await coach.ChooseAsync("Deutsch gesprochen", "A2");
        await coach.ChooseAsync("Deutsch geschrieben", "A2");
        var german = coach.FormWith("Deutschniveau speichern");
        await coach.FillAsync("Quelle", "Einstufung durch den Träger", german);
        await coach.FillAsync("Vom", world.Today, german);
        await coach.PressAsync("Deutschniveau speichern");
        await coach.SeesAsync("Das Deutschniveau ist gespeichert.");
        await OpenAsync("Übersicht");
        await coach.SeesAsync("Kommissionieren", "Mit Anleitung", "Eigene Angabe: Gespräch", "Deutsch gesprochen: A2");
    }

    /// <summary>Point 3: the consent to be found, told in the client's language.</summary>
    public async Task RecordSearchConsentAsync()
    {
        await OpenAsync("Einwilligungen");
        await coach.SeesAsync("Nicht auffindbar", "Freigegebene Arbeitgeber", "Sie müssen nicht zustimmen.");
        await SayYesAsync("Einwilligung festhalten");
        await coach.SeesAsync("Die Einwilligung ist festgehalten.", "Für Arbeitgeber anonym auffindbar bis");
        await world.RunJobsAsync();
    }

    /// <summary>Point 4: what fits, why, what is missing, and the course that gives it.</summary>
    public async Task SeeFittingVacancyAsync(string title, string course)
    {
        await OpenAsync("Passende Stellen");
        var card = coach.Entry(title);
        await coach.SeesInAsync(card, EmployerSteps.Company, "Das spricht dafür", "Kommissionieren", "Das fehlt noch", "Deutsch", "Gabelstaplerschein", course);
        await coach.FollowAsync(title);
        await coach.SeesAsync("So gut passt es", "Das fehlt noch", course, "Ohne das Ja der Person zu genau dieser Stelle gibt es keinen Vorschlag.");
        (await coach.Main.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Dem Arbeitgeber vorschlagen" }).CountAsync()).Should().Be(0, "there is no yes to this vacancy");
    }

    /// <summary>Point 5: the yes to this vacancy, the proposal, and the course at the same time.</summary>
    public async Task ProposeAsync(string? course)
    {
        await SayYesAsync("Ja zu dieser Stelle festhalten");
        await coach.SeesAsync("Das Ja zu dieser Stelle ist festgehalten.");
        await coach.FillAsync("Nachricht an den Arbeitgeber", "Arbeitet sorgfältig und möchte im Lager anfangen.");
        if (course is not null) await coach.Main.GetByLabel(course).First.CheckAsync();
        await coach.PressAsync("Dem Arbeitgeber vorschlagen");
        await coach.SeesAsync(course is null ? "Der Vorschlag ist gesendet." : "Der Vorschlag ist gesendet, die Person ist für den Kurs angemeldet.");
    }

    /// <summary>Point 6: releases name and contact for this vacancy.</summary>
    public async Task ReleaseAsync(string title)
    {
        await OpenAsync("Übersicht");
        await coach.FollowAsync(title);
        await coach.SeesAsync("Der Arbeitgeber erfährt Name und Kontakt, nur für diese Stelle.");
        await coach.PressAsync("Name und Kontakt freigeben");
        await coach.SeesAsync("Name und Kontakt sind für diesen Arbeitgeber freigegeben.");
    }

    /// <summary>Without a vacancy: the client's yes to this employer, read out first.</summary>
    public async Task ApproachEmployerAsync(string company)
    {
        await OpenAsync("Übersicht");
        await coach.FollowAsync("Einsatz ohne Stellenangebot vereinbaren");
        await coach.ChooseAsync("Arbeitgeber", company);
        await coach.PressAsync("Weiter");
        await coach.SeesHeadingAsync($"Ja zu {company}");
        await coach.SeesAsync("Das sagen Sie der Person", $"Wir möchten Sie bei {company} vorstellen.");
        await coach.TickAsync("Mündlich");
        await coach.FillAsync("Zugestimmt am", world.Today);
        await coach.FillAsync("Gilt bis", world.Today.AddMonths(6));
        await coach.FillAsync("Sprache des Gesprächs", "Arabisch");
        await coach.PressAsync("Ja festhalten");
        await coach.SeesAsync("Das Ja ist festgehalten.");
    }

    /// <summary>Back to the proposal from the client's page.</summary>
    public async Task ReopenProposalAsync(string title)
    {
        await OpenAsync("Übersicht");
        await coach.FollowAsync(title);
    }

    /// <summary>Goes to the form of the agreement from the released proposal.</summary>
    public Task BeginPlacementAsync() => coach.FollowAsync("Praktikum oder Beschäftigung vereinbaren");

    /// <summary>Opens one of the client's pages.</summary>
    public async Task OpenAsync(string page)
    {
        await coach.VisitAsync(_client);
        if (page != "Übersicht") await coach.FollowAsync(page);
    }

    /// <summary>Fills in how the client said yes, and to what.</summary>
    public async Task SayYesAsync(string button)
    {
        await coach.TickAsync("Mündlich");
        await coach.FillAsync("Ja gesagt am", world.Today);
        await coach.FillAsync("Gültig bis", world.Today.AddMonths(6), coach.FormWith(button));
        await coach.FillAsync("In welcher Sprache?", "Arabisch");
        await coach.TickAsync("Jemand hat gedolmetscht");
        await coach.TickAsync("Der Text wurde gezeigt oder vorgelesen und verstanden");
        await coach.PressAsync(button);
    }

    private async Task ProveAsync(string kind, string what, string level, string source)
    {
        var form = coach.FormWith("Hinzufügen");
        await coach.ChooseAsync("Art", kind, form);
        await coach.FillAsync("Bezeichnung", what, form);
        await coach.TickAsync(level, form);
        if (source != "Gespräch") await coach.ChooseAsync("Woher wissen wir das?", "Zertifikat oder Zeugnis", form);
        await coach.FillAsync("Quelle", source, form);
        await coach.FillAsync("Vom", world.Today, form);
        await coach.PressAsync("Hinzufügen");
        await coach.SeesAsync("Der Nachweis ist gespeichert und mit dem Verzeichnis verknüpft.");
    }
}
