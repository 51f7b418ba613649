using Bogus;

namespace ZOE.Matching.Benchmarks.Pages;

/// <summary>One request of a user.</summary>
/// <param name="Words">Sent by POST where the page asks so; null = GET.</param>
/// <param name="MustHold">What a right page holds.</param>
internal sealed record PageRequest(string Path, string? Words, string MustHold);

/// <summary>A page of one user, and distinct requests for it.</summary>
internal sealed record SearchedPage(string Name, string Email, string Form, IReadOnlyList<PageRequest> Requests)
{
    private const string Search = "id=\"search\"";

    /// <summary>The pages that users search with. Of the searches a third has a typing error, a third a place, some a filter or an order.</summary>
    public static IReadOnlyList<SearchedPage> All(PortalContent content, int count, int seed)
    {
        var random = new Randomizer(seed);
        return
        [
            new("coach, all kinds", "coach@demo.example", "/coaching/search", [.. Enumerable.Range(0, count).Select(_ => new PageRequest("/coaching/search", Words(), "role=\"search\""))]),
            new("coach, vacancies", "coach@demo.example", "/coaching/search/vacancies", Listed("/coaching/search/vacancies", "German", ["A1", "A2", "B1"])),
            new("employer, own vacancies", "arbeitgeber@demo.example", "/employers/search", Listed("/employers/search", "German", ["A1", "A2", "B1"])),
            new("Träger, courses", "traeger@demo.example", "/providers/search", Listed("/providers/search", "Mode", ["PartTime", "FullTime"])),
            new("employer, profiles", "arbeitgeber@demo.example", "/employers/profiles", [.. Enumerable.Range(0, count).Select(i => new PageRequest(
                $"/employers/profiles?q={Uri.EscapeDataString(Words())}" + (i % 4 == 0 ? $"&German={random.ArrayElement(["A1", "A2", "B1"])}" : ""), null, "role=\"search\""))]),
            new("employer, candidates for a vacancy", "arbeitgeber@demo.example", "/employers/search", [.. Enumerable.Range(0, count).Select(i => new PageRequest($"/employers/vacancies/{content.OwnVacancies[i % content.OwnVacancies.Count]}/candidates", null, "zoe-lead"))]),
        ];

        List<PageRequest> Listed(string path, string filter, string[] values) => [.. Enumerable.Range(0, count).Select(i =>
        {
            var address = $"{path}?q={Uri.EscapeDataString(Words())}";
            if (i % 3 == 0) address += $"&place={Uri.EscapeDataString(random.ListItem([.. content.Places]))}&radius={random.ArrayElement([10, 20, 30])}";
            if (i % 4 == 0) address += $"&{filter}={random.ArrayElement(values)}";
            if (i % 10 == 9) address += "&sort=soonest";
            return new PageRequest(address, null, Search);
        })];

        string Words()
        {
            var name = content.Names[random.Int(0, content.Names.Count - 1)].Split('/')[0];
            var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(random.Int(1, 4)).ToArray();
            if (random.Bool(0.33f)) words[0] = Mistyped(words[0]);
            return string.Join(' ', words);
        }

        string Mistyped(string word)
        {
            if (word.Length < 6) return word;
            var at = random.Int(1, word.Length - 3);
            return random.Bool() ? word.Remove(at, 1) : word[..at] + word[at + 1] + word[at] + word[(at + 2)..];
        }
    }
}
