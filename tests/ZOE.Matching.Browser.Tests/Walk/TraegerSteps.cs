using ZOE.Matching.Browser.Tests.Hosting;

namespace ZOE.Matching.Browser.Tests.Walk;

/// <summary>What the Träger does.</summary>
public sealed class TraegerSteps(WalkWorld world, Person traeger)
{
    public const string CourseTitle = "Staplerschein mit Deutsch im Lager";

    public static async Task<TraegerSteps> SignInAsync(WalkWorld world)
    {
        var traeger = await world.DemoAsync("traeger@demo.example");
        return new TraegerSteps(world, traeger);
    }

    /// <summary>Point 1: fills in the course, sees it as coaches will, publishes.</summary>
    public async Task PublishCourseAsync()
    {
        await traeger.GoAsync("Kurse");
        await traeger.FollowAsync("Kurs anlegen");
        await traeger.FillAsync("Titel", CourseTitle);
        await traeger.ChooseAsync("Maßnahmeart", "Kommunale Maßnahme");
        await traeger.ChooseAsync("Branche", "Lager, Logistik und Verkehr");
        await traeger.ChooseAsync("Zugangsweg", "Zuweisung durch das Jobcenter");
        await traeger.FillAsync("Beschreibung", "Vormittags Deutsch, nachmittags auf dem Stapler.");
        await traeger.FillAsync("Beginn", world.Today.AddDays(3));
        await traeger.FillAsync("Ende", world.Today.AddDays(12));
        await traeger.FillAsync("Anmeldeschluss", world.Today.AddDays(2));
        await traeger.FillAsync("Stunden pro Woche", "20");
        await traeger.ChooseAsync("Unterrichtsform", "Teilzeit");
        await traeger.ChooseAsync("Ort", "Hannover");
        await traeger.FillAsync("Plätze", "12");
        await traeger.ChooseAsync("Deutsch beim Einstieg", "A2");
        await traeger.ChooseAsync("Deutsch am Ende", "B1");
        await traeger.FillAsync("Kompetenz 1", "Gabelstapler fahren");
        await traeger.FillAsync("Schein oder Zertifikat 1", "Gabelstaplerschein");
        await traeger.PressAsync("Speichern und Vorschau ansehen");
        await traeger.SeesHeadingAsync(CourseTitle);
        await traeger.SeesAsync("Vorschau: So sehen Coaches Ihren Kurs.", "Gabelstaplerschein", "Zuweisung durch das Jobcenter");
        await traeger.PressAsync("Kurs veröffentlichen");
        await traeger.SeesAsync("Der Kurs ist veröffentlicht.");
    }

    /// <summary>Sees who was referred, and accepts.</summary>
    public async Task AcceptReferralAsync(string client)
    {
        await traeger.GoAsync("Zuweisungen");
        await traeger.FollowAsync(client);
        await traeger.SeesHeadingAsync(client);
        await traeger.SeesAsync(CourseTitle);
        await traeger.PressAsync("Zuweisung annehmen");
        await traeger.SeesAsync("Die Zuweisung ist angenommen.");
    }
}
