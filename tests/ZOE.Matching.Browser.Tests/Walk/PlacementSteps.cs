using ZOE.Matching.Browser.Tests.Hosting;

namespace ZOE.Matching.Browser.Tests.Walk;

/// <summary>The agreement and what follows, as the coach does it.</summary>
public sealed class PlacementSteps(WalkWorld world, Person coach)
{
    private string _placement = "";

    /// <summary>Fills in the agreement.</summary>
    public async Task FillAsync(string kind, string basis, string insurance, DateOnly start, DateOnly end, bool additional = false, bool subsidised = false)
    {
        await coach.ChooseAsync("Art", kind);
        await coach.ChooseAsync("Rechtsgrundlage", basis);
        await coach.ChooseAsync("Sozialversicherung", insurance);
        if (additional) await coach.TickAsync("Der Arbeitgeber bestätigt: Die Stelle ist zusätzlich");
        await coach.FillAsync("Erster Tag", start);
        await coach.FillAsync("Letzter Tag", end);
        await coach.FillAsync("Stunden je Woche", "30");
        await coach.FillAsync("Wer betreut die Person im Betrieb?", "Birte Petersen");
        if (subsidised) await coach.FillAsync("Antrag auf Förderung vom", world.Today);
    }

    /// <summary>Point 7: refused with the rule and where it stands; what was entered is kept.</summary>
    public async Task RefusedAsync(string source)
    {
        await coach.PressAsync("Vereinbaren");
        await coach.SeesAsync("nicht möglich", "Quelle:", source, "Letzter möglicher Tag");
        (await coach.Main.GetByLabel("Stunden je Woche").InputValueAsync()).Should().Be("30", "the input is kept");
    }

    public async Task AgreeAsync(string told = "Vereinbart. Die Fragen zur Nachbetreuung sind geplant.")
    {
        await coach.PressAsync("Vereinbaren");
        await coach.SeesAsync(told);
        _placement = coach.Path;
    }

    public async Task SeeAsync(params string[] words)
    {
        await coach.VisitAsync(_placement);
        await coach.SeesAsync(words);
    }

    /// <summary>The day of a question.</summary>
    public async Task AskedOnAsync(string question, DateOnly day)
    {
        await coach.VisitAsync(_placement);
        await coach.SeesInAsync(coach.Entry(question), day.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Point 8: silence became a task; the coach calls and enters the answer.</summary>
    public async Task AnswerByPhoneAsync(CoachSteps client, string answer)
    {
        await client.OpenAsync("Übersicht");
        await coach.FollowAsync("Arbeitgeber anrufen: keine Antwort auf eine Rückfrage");
        await coach.SeesInAsync(coach.Entry("Halbzeit"), "Anruf nötig");
        await coach.FollowAsync("Telefonisch eintragen", coach.Entry("Halbzeit"));
        await coach.SeesHeadingAsync("Antwort am Telefon");
        await coach.TickAsync(answer);
        await coach.PressAsync("Antwort speichern");
        await SeeAsync("Telefonisch, durch das Jobbüro");
    }

    /// <summary>Point 9: what was observed stands on the profile only after the coach's confirmation.</summary>
    public async Task ConfirmObservedAsync(string competence)
    {
        await SeeAsync("Bei der Arbeit gesehen", competence);
        await coach.PressAsync("Ins Profil übernehmen");
        await coach.SeesAsync("Die Kompetenz steht jetzt mit Nachweis im Profil.");
    }
}
