using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Search.German;
using ZOE.Matching.Web.Searching;
using ZOE.Matching.Web.Vocabulary;

namespace ZOE.Matching.Web.Matches;

/// <summary>Vocabulary and places as matching and search read them. Immutable.</summary>
/// <param name="Stamp">Changes whenever the rows change.</param>
public sealed record LoadedVocabulary(string Stamp, VocabularyGraph Graph, GermanText Text, DistanceTable Distances, IReadOnlyDictionary<string, Area> Areas, NameIndex Names, PlaceFinder Places)
{
    /// <summary>Area of a municipality; null when it is not known.</summary>
    public Area? AreaOf(string? ags) => ags is not null && Areas.TryGetValue(ags, out var area) ? area : null;
}

/// <summary>Keeps the vocabulary in memory and loads it anew when its rows have changed (looked at most every few seconds).</summary>
public sealed class VocabularyCache(IServiceScopeFactory scopes)
{
    /// <summary>Whoever changes a label in place raises the number under this key (table Settings), so that all processes load anew.</summary>
    public const string VersionSetting = "vocabulary-version";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private LoadedVocabulary? _loaded;
    private long _lookedAt;

    public Task<LoadedVocabulary> GetAsync(CancellationToken stop = default) => GetAsync(LookEvery, stop);

    /// <summary>Looks at the rows now. What is projected stays until the record changes again, so it must not stand on a vocabulary of some seconds ago.</summary>
    public Task<LoadedVocabulary> RenewAsync(CancellationToken stop = default) => GetAsync(TimeSpan.Zero, stop);

    private async Task<LoadedVocabulary> GetAsync(TimeSpan oldest, CancellationToken stop)
    {
        if (_loaded is { } known && TimeProvider.System.GetElapsedTime(Volatile.Read(ref _lookedAt)) < oldest) return known;
        await _one.WaitAsync(stop);
        try
        {
            if (_loaded is { } fresh && TimeProvider.System.GetElapsedTime(_lookedAt) < oldest) return fresh;
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MatchingDbContext>();
            var stamp = await StampAsync(db, stop);
            if (_loaded?.Stamp != stamp) _loaded = await LoadAsync(db, stamp, stop);
            Volatile.Write(ref _lookedAt, TimeProvider.System.GetTimestamp());
            return _loaded;
        }
        finally
        {
            _one.Release();
        }
    }

    private static async Task<string> StampAsync(MatchingDbContext db, CancellationToken stop)
    {
        var concepts = await db.Concepts.CountAsync(stop);
        var newest = await db.Concepts.MaxAsync(c => c.Key, stop);
        var labels = await db.ConceptLabels.CountAsync(stop);
        var relations = await db.ConceptRelations.CountAsync(stop);
        var places = await db.Places.CountAsync(stop);
        var versions = await db.Settings.Where(s => s.Key == VersionSetting || s.Key == Seed.ReferenceData.HashSetting).OrderBy(s => s.Key).Select(s => s.Value).ToListAsync(stop);
        return $"{concepts}/{newest}/{labels}/{relations}/{places}/{string.Join('/', versions)}";
    }

    private static async Task<LoadedVocabulary> LoadAsync(MatchingDbContext db, string stamp, CancellationToken stop)
    {
        var concepts = await db.Concepts.AsNoTracking().Include(c => c.Labels).ToListAsync(stop);
        var relations = await db.ConceptRelations.AsNoTracking().ToListAsync(stop);
        var places = await db.Places.AsNoTracking().ToListAsync(stop);
        var postcodes = await db.Postcodes.AsNoTracking().ToListAsync(stop);
        var rows = LexiconRows.Of(concepts, relations);
        return new LoadedVocabulary(
            stamp, VocabularyGraph.Build(concepts, relations), new GermanText(Lexicon.Build(rows)), new DistanceTable(places), places.ToDictionary(p => p.Ags, p => p.Area), NameIndex.Build(concepts),
            new PlaceFinder(places, postcodes));
    }
}
