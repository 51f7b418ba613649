using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Seed.Demo;

/// <summary>The reference rows that demo data point to, in a fixed order.</summary>
internal sealed class DemoReference
{
    private readonly Dictionary<string, Concept> _byKey;
    private readonly Dictionary<Guid, Concept> _byId;
    private readonly ILookup<Guid, ConceptRelation> _relations;

    private DemoReference(List<Concept> concepts, List<ConceptRelation> relations)
    {
        _byKey = concepts.ToDictionary(c => c.Key, StringComparer.Ordinal);
        _byId = concepts.ToDictionary(c => c.Id);
        _relations = relations.ToLookup(r => r.FromId);
    }

    public required IReadOnlyList<Place> Places { get; init; }

    public required IReadOnlyList<Instrument> Instruments { get; init; }

    public required IReadOnlyList<LegalRule> Rules { get; init; }

    public required ILookup<ReasonKind, Reason> Reasons { get; init; }

    public Place City => Places[0];

    public static async Task<DemoReference> LoadAsync(MatchingDbContext db) => new(
        await db.Concepts.AsNoTracking().OrderBy(c => c.Key).ToListAsync(),
        await db.ConceptRelations.AsNoTracking().OrderBy(r => r.Id).ToListAsync())
    {
        Places = await db.Places.AsNoTracking().OrderBy(p => p.Ags).ToListAsync(),
        Instruments = await db.Instruments.AsNoTracking().OrderBy(i => i.Code).ToListAsync(),
        Rules = await db.LegalRules.AsNoTracking().OrderBy(r => r.Code).ToListAsync(),
        Reasons = (await db.Reasons.AsNoTracking().OrderBy(r => r.Code).ToListAsync()).ToLookup(r => r.Kind),
    };

    public Concept Concept(string key) => _byKey[key];

    public Concept Concept(Guid id) => _byId[id];

    /// <summary>What an occupation needs or often uses.</summary>
    public IReadOnlyList<Concept> Of(Concept occupation, ConceptRelationKind kind) =>
        [.. _relations[occupation.Id].Where(r => r.Kind == kind).Select(r => _byId[r.ToId])];

    public Place Place(string name) => Places.Single(p => p.Name == name);

    /// <summary>A postcode of the municipality, by a number.</summary>
    public static string Postcode(Place place, int number)
    {
        var all = place.Postcodes.Split('|');
        return all[number % all.Length];
    }
}
