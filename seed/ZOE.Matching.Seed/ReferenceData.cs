using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Jobs;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Seed;

/// <summary>Loads the rows of seed/reference into the database; may be repeated.</summary>
public static class ReferenceData
{
    /// <summary>Key of the setting that keeps the hash of the files loaded last.</summary>
    public const string HashSetting = "reference-hash";

    /// <summary>Folder of the files beside the program.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "reference");

    /// <summary>The vocabulary of the files of a folder, without a database.</summary>
    public static (IReadOnlyList<Concept> Concepts, IReadOnlyList<ConceptRelation> Relations) ReadVocabulary(string folder)
    {
        var files = ReferenceFiles.Read(folder);
        return (files.Concepts, files.Relations);
    }

    /// <summary>Loads the files beside the program; does nothing when they are the ones loaded last.</summary>
    public static Task LoadAsync(MatchingDbContext db) => LoadAsync(db, Folder);

    /// <summary>Loads the files of a folder: rows are added or brought up to date by their key. Names and relations that fell away are removed, all other rows stay, because others may point to them.</summary>
    /// <exception cref="ReferenceRefused">A row does not fit; nothing is written.</exception>
    public static async Task LoadAsync(MatchingDbContext db, string folder)
    {
        var hash = await ReferenceFiles.HashAsync(folder);
        var loaded = await db.Settings.SingleOrDefaultAsync(s => s.Key == HashSetting);
        if (loaded?.Value == hash) return;
        var files = ReferenceFiles.Read(folder);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await UpsertAsync(db, files.Places, p => p.Ags);
            await UpsertAsync(db, files.Sites, s => s.Code);
            await UpsertAsync(db, files.Branches, b => b.Code);
            await UpsertAsync(db, files.Instruments, i => i.Code);
            await UpsertAsync(db, files.Reasons, r => (r.Kind, r.Code));
            await UpsertAsync(db, files.Rules, r => r.Code);
            var labels = files.Concepts.SelectMany(c => c.Labels).ToList();
            var codes = files.Concepts.SelectMany(c => c.Codes).ToList();
            foreach (var concept in files.Concepts)
            {
                concept.Labels.Clear();
                concept.Codes.Clear();
            }

            await UpsertAsync(db, files.Concepts, c => c.Key);
            db.RemoveRange((await UpsertAsync(db, labels, l => l.Id)).Where(l => l.Origin == VocabularyOrigin.Own));
            db.RemoveRange((await UpsertAsync(db, codes, c => c.Id)).Where(c => c.Origin == VocabularyOrigin.Own));
            await UpsertRelationsAsync(db, files.Relations);
            if (loaded is null) db.Add(new Setting { Key = HashSetting, Value = hash });
            else loaded.Value = hash;
            await db.SaveChangesAsync();
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>A relation that an imported vocabulary brought already becomes one of ours.</summary>
    private static async Task UpsertRelationsAsync(MatchingDbContext db, IReadOnlyList<ConceptRelation> relations)
    {
        var there = await db.ConceptRelations.ToDictionaryAsync(r => (r.FromId, r.ToId, r.Kind));
        foreach (var relation in relations)
        {
            if (!there.Remove((relation.FromId, relation.ToId, relation.Kind), out var old)) db.Add(relation);
            else if (old.Origin != VocabularyOrigin.Own) db.Entry(old).Property(r => r.Origin).CurrentValue = VocabularyOrigin.Own;
        }

        db.RemoveRange(there.Values.Where(r => r.Origin == VocabularyOrigin.Own));
    }

    /// <summary>Adds what is new, brings up to date what is there; gives back what the files no longer have.</summary>
    private static async Task<List<T>> UpsertAsync<T, TKey>(MatchingDbContext db, IReadOnlyList<T> rows, Func<T, TKey> keyOf) where T : class where TKey : notnull
    {
        var there = (await db.Set<T>().ToListAsync()).ToDictionary(keyOf);
        foreach (var row in rows)
        {
            if (there.Remove(keyOf(row), out var old)) db.Entry(old).CurrentValues.SetValues(row);
            else db.Add(row);
        }

        return [.. there.Values];
    }
}
