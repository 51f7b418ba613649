using System.Globalization;
using ZOE.Matching.Browser.Tests.Hosting;

namespace ZOE.Matching.Browser.Tests.Walk;

/// <summary>What the duties beside the coach do: Arbeitgeberservice, Integrationsfachkraft, team lead.</summary>
public static class StaffSteps
{
    /// <summary>Point 2: staff with the duty Arbeitgeberservice approve from their tasks.</summary>
    public static async Task ApproveEmployerAsync(this WalkWorld world, string company)
    {
        await using var staff = await world.DemoAsync("arbeitgeberservice@demo.example");
        await staff.GoAsync("Arbeitgeber");
        await staff.FillAsync("Name des Arbeitgebers", company);
        await staff.PressAsync("Anzeigen");
        await staff.FollowAsync(company);
        await staff.SeesAsync("Wartet auf Prüfung");
        await staff.PressAsync("Arbeitgeber freischalten");
        await staff.SeesAsync("Der Arbeitgeber ist freigeschaltet.", "Freigegeben");
        await world.RunJobsAsync();
    }

    /// <summary>Point 7: only the Integrationsfachkraft decides about funding.</summary>
    public static async Task GrantFundingAsync(this WalkWorld world, string client)
    {
        await using var staff = await world.DemoAsync("integration@demo.example");
        await staff.GoAsync("Praktika & Beschäftigungen");
        await staff.FollowAsync("Offene Förderentscheidungen");
        await staff.FollowAsync(client);
        await staff.SeesAsync("Der Antrag muss vor dem Beginn gestellt sein");
        await staff.TickAsync("Bewilligt");
        await staff.FillAsync("Antrag des Arbeitgebers vom", world.Today);
        await staff.FillAsync("Entschieden am", world.Today);
        await staff.PressAsync("Entscheidung eintragen");
        await staff.SeesAsync("Die Bewilligung ist eingetragen.");
    }

    /// <summary>Point 9: the funnel as the team lead sees it: how many reached each stage.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> FunnelAsync(this WalkWorld world, Person lead)
    {
        await lead.VisitAsync($"/steering/funnel?From={world.Begun:yyyy-MM}&Until={world.Begun:yyyy-MM}");
        await lead.SeesHeadingAsync("Vom Vorschlag zum Ergebnis");
        var rows = lead.Main.Locator("table").First.Locator("tbody tr");
        var stages = new Dictionary<string, int>();
        for (var i = 0; i < await rows.CountAsync(); i++)
        {
            var cells = await rows.Nth(i).Locator("td").AllInnerTextsAsync();
            stages[cells[0].Trim()] = int.Parse(cells[1], NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("de-DE"));
        }

        return stages;
    }

    /// <summary>The same numbers as a file.</summary>
    public static async Task<string> DownloadCsvAsync(this Person lead)
    {
        var download = await lead.Page.RunAndWaitForDownloadAsync(() => lead.FollowAsync("Als CSV-Datei laden"));
        await using var stream = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
