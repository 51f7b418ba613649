using ZOE.Matching.Domain.Places;
using ZOE.Matching.Search.German;

namespace ZOE.Matching.Web.Searching;

/// <summary>Where to search.</summary>
/// <param name="Ags">Municipalities of the Region within the radius; empty when none is, or when the typed place is not known.</param>
/// <param name="Name">Name of the place in the middle; null when it is not known.</param>
/// <param name="Code">What finds the same place again: AGS, postcode, or "K" with the number of the district; null when it is not known.</param>
public sealed record PlaceSet(IReadOnlyList<string> Ags, string? Name, string? Code);

/// <summary>Turns a typed postcode, town, part of a town or district (Kreis) into the municipalities of the Region around it. The Region comes first; of several towns of one name elsewhere, the one nearest to it; small slips of the keys are forgiven. Immutable.</summary>
public sealed class PlaceFinder
{
    /// <summary>Fewer typed letters begin no name.</summary>
    private const int ShortestStart = 4;

    private static readonly PlaceSet Unknown = new([], null, null);
    private static readonly char[] Between = [' ', '-', ',', '/', '.', '(', ')'];

    private readonly Dictionary<string, Middle> _own = new(StringComparer.Ordinal), _elsewhere = new(StringComparer.Ordinal);
    private readonly List<(string Key, Middle Middle)> _towns = [];
    private readonly Dictionary<string, string> _joined = new(StringComparer.Ordinal);
    private readonly TypoIndex _ownTypos, _typos;
    private readonly double _lat, _lon;

    /// <param name="postcodes">All of Germany; those of the Region's own municipalities are known already.</param>
    public PlaceFinder(IReadOnlyList<Place> places, IReadOnlyList<Postcode> postcodes)
    {
        Places = [.. places.OrderBy(p => p.Name, StringComparer.Ordinal)];
        (_lat, _lon) = places.Count == 0 ? (0, 0) : (places.Average(p => p.Lat), places.Average(p => p.Lon));
        AddOwn();
        AddElsewhere(postcodes);
        _ownTypos = Typos(_own.Keys.Concat(_own.Keys.Select(FirstWord)));
        _typos = Typos(_elsewhere.Keys);
    }

    /// <summary>The municipalities of the Region, by name.</summary>
    public IReadOnlyList<Place> Places { get; }

    /// <summary>The place for what was typed (or its code); null when nothing was typed.</summary>
    public PlaceSet? Find(string typed, int radiusKm)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var key = Key(typed);
        return (At(key) ?? Nearly(key)) is { } middle
            ? new PlaceSet([.. Places.Where(p => p.Ags.StartsWith(middle.Ags ?? "-", StringComparison.Ordinal) || p.Kilometres(middle.Lat, middle.Lon) <= radiusKm).Select(p => p.Ags)], middle.Name, middle.Code)
            : Unknown;
    }

    /// <summary>The municipality of the Region with this name; parts and postcodes are none, since a word like "Mitte" or "Zoo" may mean something else.</summary>
    public Place? Municipality(string name) => Key(name) is { Length: >= ShortestStart } key ? Named(key) : null;

    // "30159 Hannover", "Neustadt" for "Neustadt am Rübenberge" where only one fits, "Bad Münder" for "Bad Münder am Deister", "Hannover-Irgendwo".
    private Middle? At(string key)
    {
        if (_own.TryGetValue(key, out var own)) return own;
        var words = key.Split(' ');
        foreach (var word in words)
        {
            if (word.Length == 5 && char.IsAsciiDigit(word[0]) && (_own.GetValueOrDefault(word) ?? _elsewhere.GetValueOrDefault(word)) is { } byPostcode) return byPostcode;
        }

        if (key.Length >= ShortestStart && Beginning(key) is { } begun) return begun;
        if (_elsewhere.TryGetValue(key, out var other)) return other;
        if (words.Length > 1 && Places.Where(p => words.Contains(Key(p.Name))).ToList() is [var named]) return Of(named, named.Name);
        return key.Length < ShortestStart ? null : _towns.Where(t => t.Key.StartsWith(key + " ", StringComparison.Ordinal)).Select(t => t.Middle).MinBy(Away);
    }

    private Middle? Nearly(string key)
    {
        var joined = key.Replace(" ", "", StringComparison.Ordinal);
        return Best(_ownTypos) ?? Best(_typos);

        Middle? Best(TypoIndex typos) => typos.Near(joined).Select(t => At(_joined[t.Word])).OfType<Middle>().MinBy(Away);
    }

    private TypoIndex Typos(IEnumerable<string> keys)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            var joined = key.Replace(" ", "", StringComparison.Ordinal);
            _joined.TryAdd(joined, key);
            words[joined] = 1;
        }

        return new TypoIndex(words);
    }

    private static string FirstWord(string key) => key.Split(' ')[0];

    private Middle? Beginning(string key)
    {
        if (Named(key) is { } place) return Of(place, place.Name);
        var parts = Places.Where(p => Parts(p).Any(part => Key(part).StartsWith(key + " ", StringComparison.Ordinal))).ToList();
        return parts.Count == 1 ? Of(parts[0], parts[0].Name) : null;
    }

    private Place? Named(string key) =>
        Places.FirstOrDefault(p => Key(p.Name) == key) ?? (Places.Where(p => Key(p.Name).StartsWith(key, StringComparison.Ordinal)).ToList() is [var one] ? one : null);

    private void AddOwn()
    {
        foreach (var place in Places)
        {
            var middle = Of(place, place.Name);
            _own.TryAdd(place.Ags, middle);
            _own.TryAdd(Key(place.Name), middle);
            foreach (var postcode in place.Postcodes.Split('|')) _own.TryAdd(postcode, middle);
        }

        // A name that two municipalities give to a part of theirs means neither.
        foreach (var part in Places.SelectMany(p => Parts(p).Select(name => (Name: name, Place: p))).GroupBy(p => Key(p.Name)))
        {
            if (part.ToList() is [var only]) _own.TryAdd(part.Key, Of(only.Place, $"{only.Name} ({only.Place.Name})"));
        }
    }

    private void AddElsewhere(IReadOnlyList<Postcode> postcodes)
    {
        foreach (var code in postcodes.GroupBy(p => p.Code)) _elsewhere.TryAdd(code.Key, Of(code, code.Key, $"{code.Key} {code.First().Town}"));
        foreach (var district in postcodes.Where(p => p is { District: not null, DistrictAgs: not null }).GroupBy(p => p.DistrictAgs!))
        {
            var middle = Of(district, "K" + district.Key, district.First().District!) with { Ags = district.Key };
            _elsewhere.TryAdd(Key(middle.Code), middle);
            _elsewhere.TryAdd(Key(middle.Name), middle);
        }

        foreach (var name in postcodes.Where(p => !IsOwn(p)).GroupBy(p => Key(p.Town)))
        {
            var town = name.GroupBy(p => p.DistrictAgs).Select(t => Of(t, t.Min(p => p.Code)!, t.First().Town)).MinBy(Away)!;
            _elsewhere.TryAdd(name.Key, town);
            _towns.Add((name.Key, town));
        }

        // "Schaumburg" for "Landkreis Schaumburg", unless a town is called so.
        foreach (var district in _elsewhere.Values.Where(m => m.Code[0] == 'K').Distinct().ToList())
        {
            var key = Key(district.Name);
            if (key.StartsWith("landkreis ", StringComparison.Ordinal) || key.StartsWith("kreis ", StringComparison.Ordinal)) _elsewhere.TryAdd(key[(key.IndexOf(' ') + 1)..], district);
        }
    }

    private bool IsOwn(Postcode postcode) => _own.ContainsKey(postcode.Code) && _own.ContainsKey(Key(postcode.Town));

    private double Away(Middle middle) => Math.Pow(middle.Lat - _lat, 2) + Math.Pow((middle.Lon - _lon) * Math.Cos(double.DegreesToRadians(_lat)), 2);

    private static Middle Of(Place place, string name) => new(place.Ags, name, place.Ags, place.Lat, place.Lon);

    private static Middle Of(IEnumerable<Postcode> rows, string code, string name) => new(code, name, null, rows.Average(r => r.Lat), rows.Average(r => r.Lon));

    private static IEnumerable<string> Parts(Place place) => place.Parts.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static string Key(string text) => string.Join(' ', GermanText.Fold(text).Split(Between, StringSplitOptions.RemoveEmptyEntries));

    /// <param name="Ags">Beginning of the AGS of the municipalities that belong to it whatever the radius; null for none.</param>
    private sealed record Middle(string Code, string Name, string? Ags, double Lat, double Lon);
}
