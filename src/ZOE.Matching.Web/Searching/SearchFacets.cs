using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Data;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Search;
using ZOE.Matching.Search.Documents;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Searching;

/// <summary>Filters with counts, active filters as chips, places to choose from: values in words.</summary>
public sealed class SearchFacets(MatchingDbContext db, IStringLocalizer<SearchTexts> texts)
{
    private const int MostPlaces = 8;

    private readonly Dictionary<SearchKind, Dictionary<string, string>> _names = [];

    /// <summary>All filters. Without counts, the values of enums and words stand to choose from.</summary>
    public async Task<IReadOnlyList<FacetView>> OfAsync(SearchSheet sheet, SearchState state, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>? counts, CancellationToken stop)
    {
        var names = await NamesAsync(sheet, stop);
        var views = new List<FacetView>();
        foreach (var filter in sheet.Filters)
        {
            var chosen = state.Filters.GetValueOrDefault(filter.Field, []);
            var values = counts?.GetValueOrDefault(filter.Field, []).Select(v => (v.Value, Count: (int?)v.Count)).ToList() ?? [.. AllOf(filter, names).Select(v => (Value: v, Count: (int?)null))];
            // A chosen value that no longer has a hit stays, so that it can be taken out.
            values.AddRange(chosen.Where(c => values.TrueForAll(v => v.Value != c)).Select(c => (c, counts is null ? (int?)null : 0)));
            if (values.Count == 0) continue;
            if (filter.Members is { } members) values = [.. values.OrderBy(v => Array.IndexOf(Enum.GetNames(members), v.Value))];
            views.Add(new FacetView(filter.Field, texts[$"Facet.{sheet.Kind}.{filter.Field}"], [.. values.Select(v => new FacetChoice(v.Value, LabelOf(filter, v.Value, names), v.Count, chosen.Contains(v.Value)))]));
        }

        return views;
    }

    public async Task<IReadOnlyList<ChipView>> ChipsAsync(SearchSheet sheet, SearchState state, PlaceSet? around, CancellationToken stop)
    {
        var names = await NamesAsync(sheet, stop);
        var chips = new List<ChipView>();
        if (state.Words.Length > 0) chips.Add(new($"„{state.Words}“", (state with { Words = "", AnyWord = false, After = [] }).Address()));
        if (state.AnyWord) chips.Add(new(texts["Chip.AnyWord"], (state with { AnyWord = false, After = [] }).Address()));
        if (around?.Name is { } place || (around is null && state.Place.Length > 0 && (place = state.Place) is not null))
            chips.Add(new(state.RadiusKm > 0 ? texts["Chip.Around", place!, state.RadiusKm] : place!, (state with { Place = "", RadiusKm = 0, After = [] }).Address()));
        if (state.OnlyOwn) chips.Add(new(texts["OnlyOwn"], (state with { OnlyOwn = false, After = [] }).Address()));
        foreach (var filter in sheet.Filters)
        {
            foreach (var value in state.Filters.GetValueOrDefault(filter.Field, []))
                chips.Add(new($"{texts[$"Facet.{sheet.Kind}.{filter.Field}"]}: {LabelOf(filter, value, names)}", state.Without(filter.Field, value).Address()));
        }

        return chips;
    }

    /// <summary>Places with hits, the most hits first; choosing one sets the place without a radius.</summary>
    public IReadOnlyList<WayOut> PlacesOf(SearchState state, IReadOnlyList<FacetValue> counts, IReadOnlyList<Place> places) =>
        [.. counts.Take(MostPlaces).Select(c => (c.Count, Place: places.FirstOrDefault(p => p.Ags == c.Value))).Where(c => c.Place is not null)
            .Select(c => new WayOut(texts["Place.Count", c.Place!.Name, c.Count], (state with { Place = c.Place.Name, RadiusKm = 0, After = [] }).Address()))];

    /// <param name="radiusKm">For ways that name a radius.</param>
    public string WayOut(string key, int total, int radiusKm = 0) => texts[key, total, radiusKm];

    private static IEnumerable<string> AllOf(SheetFilter filter, Dictionary<string, string> names) => filter switch
    {
        { Members: { } members } => Enum.GetValues(members).Cast<Enum>().Where(m => Convert.ToInt64(m) != 0 || !members.IsDefined(typeof(FlagsAttribute), false)).Select(m => m.ToString()),
        { Field: VacancyFields.WorkingTime } => [VacancyDocument.FullTime, VacancyDocument.PartTime],
        { Field: VacancyFields.Contract } => ["Permanent", "FixedTerm", "Insured", "Minijob", "TemporaryAgency"],
        { Field: CourseFields.Hours } => [CourseDocument.FewHours, CourseDocument.SomeHours, CourseDocument.ManyHours],
        _ => names.Keys.Where(k => k.StartsWith(filter.Field + "/", StringComparison.Ordinal)).Select(k => k[(filter.Field.Length + 1)..]),
    };

    private string LabelOf(SheetFilter filter, string value, Dictionary<string, string> names)
    {
        if (filter.LabelOf(value) is { } label) return label;
        if (names.TryGetValue($"{filter.Field}/{value}", out var name)) return name;
        var text = texts[$"Value.{value}"];
        return text.ResourceNotFound ? value : text;
    }

    private async Task<Dictionary<string, string>> NamesAsync(SearchSheet sheet, CancellationToken stop)
    {
        if (_names.TryGetValue(sheet.Kind, out var known)) return known;
        var names = _names[sheet.Kind] = [];
        if (sheet.Kind != SearchKind.Courses) return names;
        foreach (var i in await db.Instruments.Where(i => i.Bookable).OrderBy(i => i.ShortName).Select(i => new { i.Code, i.ShortName }).ToListAsync(stop)) names[$"{CourseFields.Instrument}/{i.Code}"] = i.ShortName;
        foreach (var b in await db.Branches.OrderBy(b => b.Name).Select(b => new { b.Code, b.Name }).ToListAsync(stop)) names[$"{CourseFields.Branch}/{b.Code}"] = b.Name;
        return names;
    }
}
