using System.Text.RegularExpressions;
using ZOE.Matching.Domain;
using ZOE.Matching.Search;
using ZOE.Matching.Search.German;
using ZOE.Matching.Web.Matches;

namespace ZOE.Matching.Web.Searching;

/// <summary>The search of vacancies and courses: asks the engine, lets through what the database confirms, and answers from the database alone while the engine does not.</summary>
public sealed partial class RecordSearch(
    BoundedSearch engine, VocabularyCache vocabulary, FoundRecords records, DatabaseSearch database, SearchWords says, SearchFacets facets, TimeProvider clock)
{
    /// <summary>Hits of a page, and most similar ones beside them.</summary>
    public const int PageSize = 20, MostSimilar = 10;

    /// <summary>What typed words mean, read once for several pages.</summary>
    public async Task<WordSearch> ReadAsync(string typed, CancellationToken stop) => (await vocabulary.GetAsync(stop)).Text.ForWords(typed);

    /// <summary>The first hits of words alone and how many there are: no facets, no similar ones, no ways out.</summary>
    public async Task<SearchView> GlanceAsync(SearchSheet sheet, SearchState state, SearchAudience audience, WordSearch words, int most, CancellationToken stop)
    {
        var view = new SearchView { State = state, Sheet = sheet, Rows = [], Total = 0, From = 1 };
        if (Reference().IsMatch(state.Words)) return await FromDatabaseAsync(view, audience, null, null, most, stop) with { EngineDown = false };
        var query = words.Hits(false) with { DayFloors = [new DayFloor(sheet.OpenUntilField, clock.Today())], PageSize = most };
        if (await engine.AskAsync(sheet.Kind, query, stop) is not { Page: var page }) return await FromDatabaseAsync(view, audience, null, null, most, stop);
        var text = (await vocabulary.GetAsync(stop)).Text;
        var found = await records.ReadAsync(sheet.Kind, [.. page.Hits.Select(h => h.Id)], null, stop);
        return view with
        {
            Rows = [.. page.Hits.Where(h => found.ContainsKey(h.Id)).Select(h => RowOf(found[h.Id], new RankedHit(h, false), query.Groups, audience, text))],
            Total = page.Total - page.Hits.Count(h => !found.ContainsKey(h.Id)),
        };
    }

    /// <summary>One page. Only an engine that does not answer in time is forgiven; every other fault is one.</summary>
    public async Task<SearchView> PageAsync(SearchSheet sheet, SearchState state, SearchAudience audience, CancellationToken stop)
    {
        var loaded = await vocabulary.GetAsync(stop);
        var (text, places) = (loaded.Text, loaded.Places);
        var around = places.Find(state.Place, state.RadiusKm);
        var owner = audience.OnlyOwner || state.OnlyOwn ? audience.OwnerId ?? Guid.Empty : (Guid?)null;
        var placeSet = around is { Name: not null } ? around.Ags : null;
        var words = text.ForWords(state.Words);
        var analysis = words.Strict;
        // Only the order by fit asks how near each hit is.
        var hits = state.Order == SearchOrder.Best ? words.Hits(state.AnyWord) : words.Counted(state.AnyWord);
        var query = hits with
        {
            Filters = [.. FiltersOf(sheet, state, placeSet, owner)],
            DayFloors = [new DayFloor(sheet.OpenUntilField, clock.Today())],
            Facets = [.. sheet.Filters.Select(f => f.Field), sheet.PlaceField],
            Sort = sheet.SortOf(state.Order),
            Cursor = state.After.Count > 0 ? state.After[^1] : null,
            PageSize = PageSize,
        };
        var view = new SearchView { State = state, Sheet = sheet, Rows = [], Total = 0, From = 1, PlaceUnknown = around is { Name: null }, CanBeOwn = audience.OwnerId is not null && !audience.OnlyOwner, CanBeSaved = audience.Saves && !state.IsEmpty, CanReportDemand = !audience.OnlyOwner && !state.IsEmpty };
        // A number is no word: who types one wants the one record, which the database knows.
        if (Reference().IsMatch(state.Words)) return await FromDatabaseAsync(view, audience, placeSet, owner, PageSize, stop) with { EngineDown = false };
        // Both at once: the user waits for the slower one only.
        var asked = engine.AskAsync(sheet.Kind, query, stop);
        var near = NearAsync(sheet, state, query, words, stop);
        if (await asked is not { } answer)
        {
            await near;
            return await FromDatabaseAsync(view, audience, placeSet, owner, PageSize, stop);
        }

        if (answer.Restarted) view = view with { State = state = state with { After = [] } };
        var page = answer.Page;
        var ranked = await near is { } wide ? words.FirstPage(page, wide, MostSimilar) : [.. page.Hits.Select(h => new RankedHit(h, false))];
        var found = await records.ReadAsync(sheet.Kind, [.. ranked.Select(r => r.Hit.Id)], audience.OnlyOwner ? owner : null, stop);
        var gone = page.Hits.Count(h => !found.ContainsKey(h.Id));
        return view with
        {
            Rows = [.. ranked.Where(r => found.ContainsKey(r.Hit.Id)).Select(r => RowOf(found[r.Hit.Id], r, query.Groups, audience, text))],
            Total = page.Total - gone,
            From = state.After.Count * PageSize + 1,
            Facets = await facets.OfAsync(sheet, state, page.Facets, stop),
            Chips = await facets.ChipsAsync(sheet, state, around, stop),
            Places = facets.PlacesOf(state, page.Facets.GetValueOrDefault(sheet.PlaceField, []), places.Places),
            Corrected = text.Lexicon.Corrected(state.Words),
            MeansNothing = analysis.MeansNothing,
            WaysOut = page.Total - gone > 0 ? [] : await WaysOutAsync(sheet, state, query, analysis, audience, places, stop),
            Next = page.NextCursor is { } next && state.After.Count < SearchState.MaxAfter ? (state with { After = [.. state.After, next] }).Address() : null,
            Previous = PreviousOf(state),
        };
    }

    /// <summary>On the first page: what the vocabulary says is near the words, under the same filters and the same gate, not counted. Null elsewhere, and where the engine does not answer.</summary>
    private async Task<SearchPage?> NearAsync(SearchSheet sheet, SearchState state, SearchQuery query, WordSearch words, CancellationToken stop)
    {
        if (state.Words.Length == 0 || state.After.Count > 0 || state.Order != SearchOrder.Best) return null;
        var wide = words.Near with { Filters = query.Filters, DayFloors = query.DayFloors, PageSize = query.PageSize + MostSimilar };
        return (await engine.AskAsync(sheet.Kind, wide, stop))?.Page;
    }

    private SearchRow RowOf(FoundRecord record, RankedHit ranked, IReadOnlyList<TokenGroup> groups, SearchAudience audience, GermanText text)
    {
        var matched = ranked.Hit.Contributions.Select(c => c.Word).ToHashSet();
        var marks = new HitMarks(text, groups.Where(g => matched.Contains(g.Word)));
        return new SearchRow(
            record, audience.LinkOf(record.Id, record.OrganisationId), marks.Of(record.Title), marks.Snippet(record.Description), says.Of(ranked.Hit.Contributions, text.Lexicon), ranked.IsSimilar);
    }

    private async Task<SearchView> FromDatabaseAsync(SearchView view, SearchAudience audience, IReadOnlyList<string>? places, Guid? owner, int pageSize, CancellationToken stop)
    {
        var state = view.State;
        var skip = state.After.Count * pageSize;
        var (rows, total) = await database.PageAsync(view.Sheet.Kind, state, places, owner, skip, pageSize, stop);
        return view with
        {
            EngineDown = true,
            Rows = [.. rows.Select(r => new SearchRow(r, audience.LinkOf(r.Id, r.OrganisationId), [new MarkedText(r.Title, false)], [], []))],
            Total = total,
            From = skip + 1,
            Facets = await facets.OfAsync(view.Sheet, state, null, stop),
            Chips = await facets.ChipsAsync(view.Sheet, state, view.PlaceUnknown ? new PlaceSet([], null, null) : null, stop),
            Next = skip + pageSize < total && state.After.Count < SearchState.MaxAfter ? (state with { After = [.. state.After, "page"] }).Address() : null,
            Previous = PreviousOf(state),
        };
    }

    private async Task<IReadOnlyList<WayOut>> WaysOutAsync(SearchSheet sheet, SearchState state, SearchQuery query, QueryAnalysis analysis, SearchAudience audience, PlaceFinder places, CancellationToken stop)
    {
        var ways = new List<WayOut>();
        var plain = query with { Facets = [], PageSize = 0, Cursor = null };
        async Task<bool> Offer(string key, SearchState other, SearchQuery asked)
        {
            if (await engine.AskAsync(sheet.Kind, asked, stop) is not { Page.Total: > 0 and var total }) return false;
            ways.Add(new WayOut(facets.WayOut(key, total, other.RadiusKm), (other with { After = [] }).Address()));
            return true;
        }

        SearchQuery In(IReadOnlyList<string> ags) => plain with { Filters = [.. plain.Filters.Where(f => f.Field != sheet.PlaceField), new KeywordFilter(sheet.PlaceField, [.. ags])] };

        if (!state.AnyWord && analysis.Groups.Count > 1) await Offer("Way.AnyWord", state with { AnyWord = true }, plain with { Groups = analysis.Groups, Demand = null, MinimumGroups = 1 });
        if (places.Find(state.Place, state.RadiusKm) is { Name: not null } around)
        {
            // The nearest radius that finds something, unless it takes in the whole Region.
            foreach (var km in SearchState.Radii.Where(km => km > state.RadiusKm))
            {
                var wider = places.Find(state.Place, km)!.Ags;
                if (wider.Count == around.Ags.Count || wider.Count == places.Places.Count) continue;
                if (await Offer("Way.Wider", state with { RadiusKm = km }, In(wider))) break;
            }

            await Offer("Way.AnyPlace", state with { Place = "", RadiusKm = 0 }, plain with { Filters = [.. plain.Filters.Where(f => f.Field != sheet.PlaceField)] });
        }

        if (state.Filters.Count > 0)
            await Offer("Way.NoFilters", state with { Filters = new Dictionary<string, IReadOnlyList<string>>() }, plain with { Filters = [.. plain.Filters.Where(f => !state.Filters.ContainsKey(f.Field))] });
        if (audience.Demand is { } demand) ways.Add(new WayOut(facets.WayOut("Way.Demand", 0), demand));
        return ways;
    }

    private static IEnumerable<KeywordFilter> FiltersOf(SearchSheet sheet, SearchState state, IReadOnlyList<string>? places, Guid? owner)
    {
        foreach (var (field, values) in state.Filters) yield return new KeywordFilter(field, [.. values]);
        if (places is not null) yield return new KeywordFilter(sheet.PlaceField, [.. places]);
        if (owner is { } id) yield return new KeywordFilter(sheet.OwnerField, [id.ToString("N")]);
    }

    /// <summary>Number of a vacancy or a course as the portal gives it: S-26-0004, K-26-0012.</summary>
    [GeneratedRegex("^\\s*[A-Z]{1,2}-\\d{2,3}-\\d{4,6}\\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    private static string? PreviousOf(SearchState state) => state.After.Count > 0 ? (state with { After = [.. state.After.SkipLast(1)] }).Address() : null;
}
