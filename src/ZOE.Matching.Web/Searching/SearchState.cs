using Microsoft.AspNetCore.WebUtilities;

namespace ZOE.Matching.Web.Searching;

/// <summary>Order of the hits, as it stands in the address.</summary>
public enum SearchOrder
{
    Best,
    Newest,
    Soonest,
}

/// <summary>The whole state of a search page, read from its address and written into the next ones.</summary>
public sealed record SearchState
{
    /// <summary>Names in the query string; filters stand under the names of the search fields.</summary>
    public const string WordsName = "q", PlaceName = "place", RadiusName = "radius", OrderName = "sort", AfterName = "after", AnyName = "any", OwnName = "own";

    /// <summary>Longest words, most values of a filter, most pages after the first, widest radius.</summary>
    public const int MaxWords = 200, MaxValues = 20, MaxAfter = 25, MaxRadius = 100;

    /// <summary>Radii to choose from, in km.</summary>
    public static readonly IReadOnlyList<int> Radii = [0, 10, 20, 30, 50];

    public required string Path { get; init; }

    public string Words { get; init; } = "";

    public string Place { get; init; } = "";

    public int RadiusKm { get; init; }

    public SearchOrder Order { get; init; }

    /// <summary>One of the words is enough.</summary>
    public bool AnyWord { get; init; }

    /// <summary>Only the records of one's own organisation.</summary>
    public bool OnlyOwn { get; init; }

    /// <summary>Cursors of the pages passed, the latest last.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public bool IsEmpty => Words.Length == 0 && Place.Length == 0 && Filters.Count == 0 && !OnlyOwn;

    /// <summary>Reads the known names; what cannot be read is left out, so that an old bookmark still opens.</summary>
    public static SearchState Read(HttpRequest request, SearchSheet sheet)
    {
        var query = request.Query;
        return new SearchState
        {
            Path = request.Path,
            Words = Short(query[WordsName].ToString().Trim(), MaxWords),
            Place = Short(query[PlaceName].ToString().Trim(), 60),
            RadiusKm = int.TryParse(query[RadiusName], out var radius) ? Math.Clamp(radius, 0, MaxRadius) : 0,
            Order = Enum.TryParse<SearchOrder>(query[OrderName], true, out var order) && Enum.IsDefined(order) && (order != SearchOrder.Newest || sheet.HasNewest) ? order : SearchOrder.Best,
            AnyWord = query[AnyName] == "1",
            OnlyOwn = query[OwnName] == "1",
            After = [.. query[AfterName].OfType<string>().Where(a => a.Length is > 0 and < 300).Take(MaxAfter)],
            Filters = sheet.Filters.Select(f => (f.Field, Values: query[f.Field].OfType<string>().Where(f.Allows).Distinct().Take(MaxValues).ToList()))
                .Where(f => f.Values.Count > 0).ToDictionary(f => f.Field, f => (IReadOnlyList<string>)f.Values),
        };
    }

    /// <summary>The same search without one value of a filter, from the first page.</summary>
    public SearchState Without(string field, string value)
    {
        var filters = Filters.ToDictionary(f => f.Key, f => f.Key == field ? [.. f.Value.Where(v => v != value)] : f.Value);
        return this with { Filters = filters.Where(f => f.Value.Count > 0).ToDictionary(), After = [] };
    }

    /// <summary>The address of this state.</summary>
    public string Address(string? path = null)
    {
        var pairs = new List<KeyValuePair<string, string?>>();
        if (Words.Length > 0) pairs.Add(new(WordsName, Words));
        if (Place.Length > 0) pairs.AddRange([new(PlaceName, Place), new(RadiusName, RadiusKm.ToString())]);
        pairs.AddRange(Filters.SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, (string?)v))));
        if (OnlyOwn) pairs.Add(new(OwnName, "1"));
        if (AnyWord) pairs.Add(new(AnyName, "1"));
        if (Order != SearchOrder.Best) pairs.Add(new(OrderName, Order.ToString().ToLowerInvariant()));
        pairs.AddRange(After.Select(a => KeyValuePair.Create(AfterName, (string?)a)));
        return QueryHelpers.AddQueryString(path ?? Path, pairs);
    }

    private static string Short(string text, int most) => text.Length > most ? text[..most] : text;
}
