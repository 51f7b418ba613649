using ZOE.Matching.Browser.Tests.Hosting;

namespace ZOE.Matching.Browser.Tests.Walk;

/// <summary>A vacancy is entered through the same form by employers and by coaches.</summary>
public static class VacancySteps
{
    /// <summary>Fills in a place in a warehouse; German one level lower is fine beside a course.</summary>
    public static async Task FillVacancyAsync(this Person person, string title, string kind, DateOnly start)
    {
        await person.TickAsync(kind);
        if (kind == "Probebeschäftigung") await person.TickAsync("Nur bei Probebeschäftigung: Der Arbeitsplatz ist zusätzlich");
        await person.FillAsync("Bezeichnung der Stelle", title);
        await person.ChooseAsync("Branche", "Lager, Logistik und Verkehr");
        await person.FillAsync("Aufgaben und Betrieb", "Ware aus dem Regal holen, packen und zur Rampe bringen.");
        await RequirementAsync(person, 1, "Waren einlagern", "Kompetenz", "Erwünscht");
        await RequirementAsync(person, 2, "Kommissionieren", "Kompetenz", "Notwendig");
        await RequirementAsync(person, 3, "Gabelstaplerschein", "Zertifikat", "Erwünscht");
        await person.ChooseAsync("Deutsch, Sprechen und Verstehen", "B1");
        await person.ChooseAsync("Deutsch, Lesen und Schreiben", "A2");
        await person.TickAsync("Eine Stufe niedriger ist in Ordnung, wenn die Person nebenbei einen Kurs besucht");
        await person.FillAsync("Stunden in der Woche", "30");
        await person.TickAsync("Tagschicht");
        await person.TickAsync(kind == "Praktikum" ? "Kein Arbeitsverhältnis (Praktikum)" : "Sozialversicherungspflichtig");
        if (kind != "Praktikum") await person.FillAsync("Bruttolohn für eine Stunde in Euro", "15,20");
        await person.ChooseAsync("Arbeitsort", "Hannover");
        await person.FillAsync("Beginn", start);
        await person.FillAsync("Freie Plätze", "2");
    }

    private static async Task RequirementAsync(Person person, int number, string what, string kind, string weight)
    {
        var row = person.Main.Locator("fieldset").Filter(new() { Has = person.Page.GetByText($"Anforderung {number}", new() { Exact = true }) }).Last;
        await person.FillAsync("Was", what, row);
        await person.ChooseAsync("Art", kind, row);
        await person.ChooseAsync("Wie wichtig", weight, row);
    }
}
