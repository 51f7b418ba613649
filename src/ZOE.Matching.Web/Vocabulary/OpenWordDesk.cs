using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Vocabulary;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Web.Matches;

namespace ZOE.Matching.Web.Vocabulary;

/// <summary>Keeps words that could not be linked, until a person decides.</summary>
public sealed class OpenWordDesk(MatchingDbContext db, TimeProvider clock)
{
    /// <summary>Counts a word that was typed and not linked; Sentences, addresses and numbers are left out: they may tell of a person.</summary>
    public async Task NoteAsync(string typed, ConceptKind kind, CancellationToken stop = default)
    {
        var folded = OpenWord.Fold(typed);
        if (folded.Length is < 2 or > OpenWord.LongestText || folded.Contains('@', StringComparison.Ordinal) || folded.Count(char.IsDigit) > 4) return;
        var now = clock.NowUtc();
        // One statement, so that two people with the same word at the same time do not refuse each other's form.
        await db.InWriteTransactionAsync(() => db.Database.ExecuteSqlRawAsync("""
            INSERT INTO "OpenWords" ("Id", "Kind", "Folded", "Typed", "Count", "FirstAtUtc", "LastAtUtc", "State") VALUES ({0}, {1}, {2}, {3}, 1, {4}, {4}, 'Open')
            ON CONFLICT ("Kind", "Folded") DO UPDATE SET "Count" = "OpenWords"."Count" + 1, "LastAtUtc" = excluded."LastAtUtc"
            """, [Guid.NewGuid(), kind.ToString(), folded, typed.Trim(), now], stop), stop);
    }

    /// <summary>The word becomes a name of the concept, for everybody from now on.</summary>
    /// <returns>False when there is no such concept of that kind.</returns>
    public async Task<bool> LinkAsync(OpenWord word, Guid conceptId, Guid byId, CancellationToken stop = default)
    {
        if (!await db.Concepts.AnyAsync(c => c.Id == conceptId && c.Kind == word.Kind, stop)) return false;
        Decide(word, OpenWordState.Linked, byId);
        word.ConceptId = conceptId;
        db.Add(new ConceptLabel { ConceptId = conceptId, Kind = ConceptLabelKind.Alternative, Origin = VocabularyOrigin.Confirmed, Text = word.Typed });
        await db.InWriteTransactionAsync(async () =>
        {
            await db.SaveChangesAsync(stop);
            await VocabularySwap.RaiseVersionAsync(db, VocabularyCache.VersionSetting, stop);
        }, stop);
        return true;
    }

    public async Task DismissAsync(OpenWord word, Guid byId, CancellationToken stop = default)
    {
        Decide(word, OpenWordState.Dismissed, byId);
        await db.SaveChangesAsync(stop);
    }

    private void Decide(OpenWord word, OpenWordState state, Guid byId) => (word.State, word.DecidedById, word.DecidedAtUtc) = (state, byId, clock.NowUtc());
}
