using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Search.German;

namespace ZOE.Matching.Web.Searching;

/// <summary>Where to search.</summary>
/// <param name="Ags">Municipalities within the radius; empty when the typed place is not known.</param>
/// <param name="Name">Name of the place in the middle; null when it is not known.</param>
public sealed record PlaceSet(IReadOnlyList<string> Ags, string? Name);

/// <summary>Turns a typed postcode, town or district into the municipalities around it, by the distances between municipalities.</summary>
public sealed class PlaceFinder(MatchingDbContext db)
{
    public async Task<IReadOnlyList<Place>> PlacesAsync(CancellationToken stop) => await db.Places.AsNoTracking().OrderBy(p => p.Name).ToListAsync(stop);

    /// <summary>The places for what was typed; null when nothing was typed.</summary>
    public static PlaceSet? Find(IReadOnlyList<Place> places, string typed, int radiusKm)
    {
        if (typed.Length == 0) return null;
        var folded = Folded(typed);
        var middle = places.FirstOrDefault(p => p.Ags == typed || p.Postcodes.Split('|').Contains(typed))
            ?? places.FirstOrDefault(p => Folded(p.Name) == folded)
            ?? NameIn(places, folded);
        return middle is null ? new PlaceSet([], null)
            : new PlaceSet([.. places.Where(p => p.Ags == middle.Ags || Place.Kilometres(middle, p) <= radiusKm).Select(p => p.Ags)], middle.Name);
    }

    /// <summary>"30159 Hannover", "Hannover-Linden" (district), "Neustadt" for "Neustadt am Rübenberge" where only one fits.</summary>
    private static Place? NameIn(IReadOnlyList<Place> places, string folded)
    {
        var words = folded.Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries);
        if (places.FirstOrDefault(p => words.Any(w => p.Postcodes.Split('|').Contains(w))) is { } byPostcode) return byPostcode;
        var named = places.Where(p => words.Length > 1 && words.Contains(Folded(p.Name))).ToList();
        if (named.Count == 1) return named[0];
        var begins = places.Where(p => folded.Length >= 4 && Folded(p.Name).StartsWith(folded, StringComparison.Ordinal)).ToList();
        return begins.Count == 1 ? begins[0] : null;
    }

    private static string Folded(string text) => GermanText.Fold(text).Trim();
}
