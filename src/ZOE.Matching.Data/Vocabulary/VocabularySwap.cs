using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data.Jobs;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Data.Vocabulary;

/// <summary>What a swap did.</summary>
/// <param name="Retired">Concepts that left the source but are in use; they stay.</param>
public sealed record SwapFigures(int Added, int Removed, int Retired);

/// <summary>Puts a staged vocabulary in the place of the imported one, in one short transaction. Own and confirmed rows are not touched.</summary>
public sealed class VocabularySwap(MatchingDbContext db, Guid importId)
{
    // The SQL is read by both engines. Ids of labels, codes and relations follow from their content, so these rows are only added or removed.
    private const int Batch = 500;


    /// <param name="postcodes">Null = the ones that are there stay.</param>
    public async Task<SwapFigures> RunAsync(IReadOnlyList<Postcode>? postcodes, string versionSetting, CancellationToken stop = default)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        // Without figures of tables filled a moment ago PostgreSQL compares row by row.
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlRawAsync("ANALYZE \"StagedConcepts\", \"StagedLabels\", \"StagedCodes\", \"StagedRelations\", \"Concepts\", \"ConceptLabels\", \"ConceptCodes\", \"ConceptRelations\"", stop);
        var figures = await SwapAsync(postcodes, versionSetting, stop);
        await ClearStageAsync(db, importId, stop);
        return figures;
    }

    private Task<SwapFigures> SwapAsync(IReadOnlyList<Postcode>? postcodes, string versionSetting, CancellationToken stop) => db.InWriteTransactionAsync(async () =>
    {
        var added = await SqlAsync("""
            INSERT INTO "Concepts" ("Id", "Key", "Kind", "Label", "Origin", "Retired")
            SELECT s."Id", s."Key", s."Kind", s."Label", 'Public', FALSE FROM "StagedConcepts" s
            WHERE s."ImportId" = {0} AND NOT EXISTS (SELECT 1 FROM "Concepts" c WHERE c."Id" = s."Id")
            """, stop);
        await SqlAsync("""
            UPDATE "Concepts" SET "Label" = s."Label", "Retired" = FALSE FROM "StagedConcepts" s
            WHERE s."Id" = "Concepts"."Id" AND s."ImportId" = {0} AND "Concepts"."Origin" = 'Public' AND ("Concepts"."Label" <> s."Label" OR "Concepts"."Retired")
            """, stop);
        var (removed, retired) = await GoneAsync(stop);
        await RemoveRowsAsync("ConceptRelations", "StagedRelations", "\"FromId\" NOT IN (SELECT \"Id\" FROM \"Concepts\" WHERE \"Retired\") AND \"ToId\" NOT IN (SELECT \"Id\" FROM \"Concepts\" WHERE \"Retired\")", stop);
        await RemoveRowsAsync("ConceptLabels", "StagedLabels", "\"ConceptId\" NOT IN (SELECT \"Id\" FROM \"Concepts\" WHERE \"Retired\")", stop);
        await RemoveRowsAsync("ConceptCodes", "StagedCodes", "\"ConceptId\" NOT IN (SELECT \"Id\" FROM \"Concepts\" WHERE \"Retired\")", stop);
        foreach (var ids in removed.Chunk(Batch))
        {
            // What is left of their relations leads to concepts that stay.
            await db.ConceptRelations.Where(r => ids.Contains(r.FromId) || ids.Contains(r.ToId)).ExecuteDeleteAsync(stop);
            await db.Concepts.Where(c => ids.Contains(c.Id)).ExecuteDeleteAsync(stop);
        }

        await AddRowsAsync(stop);
        if (postcodes is not null)
        {
            await db.Postcodes.ExecuteDeleteAsync(stop);
            await BulkRows.InsertAsync(db, postcodes, stop);
        }

        await RaiseVersionAsync(db, versionSetting, stop);
        return new SwapFigures(added, removed.Count, retired);
    }, stop);

    /// <summary>Removes what an import staged.</summary>
    public static async Task ClearStageAsync(MatchingDbContext db, Guid importId, CancellationToken stop)
    {
        await db.StagedConcepts.Where(s => s.ImportId == importId).ExecuteDeleteAsync(stop);
        await db.StagedLabels.Where(s => s.ImportId == importId).ExecuteDeleteAsync(stop);
        await db.StagedCodes.Where(s => s.ImportId == importId).ExecuteDeleteAsync(stop);
        await db.StagedRelations.Where(s => s.ImportId == importId).ExecuteDeleteAsync(stop);
    }

    /// <summary>Tells every process that the vocabulary has changed.</summary>
    public static async Task RaiseVersionAsync(MatchingDbContext db, string versionSetting, CancellationToken stop = default)
    {
        var value = await db.Settings.Where(s => s.Key == versionSetting).Select(s => s.Value).SingleOrDefaultAsync(stop);
        var next = (long.TryParse(value, out var number) ? number + 1 : 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (await db.Settings.Where(s => s.Key == versionSetting).ExecuteUpdateAsync(s => s.SetProperty(x => x.Value, next), stop) > 0) return;
        db.Add(new Setting { Key = versionSetting, Value = next });
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Public concepts that the import no longer holds: marked when somebody uses them, else to be removed.</summary>
    private async Task<(List<Guid> Removed, int Retired)> GoneAsync(CancellationToken stop)
    {
        var gone = await db.Concepts.Where(c => c.Origin == VocabularyOrigin.Public && !db.StagedConcepts.Any(s => s.ImportId == importId && s.Id == c.Id)).Select(c => c.Id).ToListAsync(stop);
        if (gone.Count == 0) return (gone, 0);
        var used = await UsedAsync(stop);
        foreach (var ids in gone.Where(used.Contains).Chunk(Batch))
            await db.Concepts.Where(c => ids.Contains(c.Id) && !c.Retired).ExecuteUpdateAsync(c => c.SetProperty(x => x.Retired, true), stop);
        return ([.. gone.Where(id => !used.Contains(id))], gone.Count(used.Contains));
    }

    private async Task<HashSet<Guid>> UsedAsync(CancellationToken stop)
    {
        var used = new HashSet<Guid>();
        IQueryable<Guid?>[] places =
        [
            db.ProfileEntries.Select(e => e.ConceptId), db.Vacancies.Select(v => v.OccupationId), db.VacancyRequirements.Select(r => r.ConceptId),
            db.CourseGains.Select(g => g.ConceptId), db.ObservedCompetences.Select(o => o.ConceptId), db.Set<Domain.Providers.ReferralResult>().Select(g => g.ConceptId),
            db.Concepts.Select(c => c.BroaderId), db.ConceptLabels.Where(l => l.Origin == VocabularyOrigin.Confirmed).Select(l => (Guid?)l.ConceptId),
            db.ConceptRelations.Where(r => r.Origin != VocabularyOrigin.Public).Select(r => (Guid?)r.FromId), db.ConceptRelations.Where(r => r.Origin != VocabularyOrigin.Public).Select(r => (Guid?)r.ToId),
        ];
        foreach (var place in places) used.UnionWith((await place.Where(id => id != null).Distinct().ToListAsync(stop)).Select(id => id!.Value));
        return used;
    }

    private Task RemoveRowsAsync(string table, string stage, string unless, CancellationToken stop) => SqlAsync(
        $"""
        DELETE FROM "{table}" WHERE "Origin" = 'Public' AND NOT EXISTS (SELECT 1 FROM "{stage}" s WHERE s."ImportId" = {"{0}"} AND s."Id" = "{table}"."Id") AND {unless}
        """, stop);

    private async Task AddRowsAsync(CancellationToken stop)
    {
        await SqlAsync("""
            INSERT INTO "ConceptLabels" ("Id", "ConceptId", "Kind", "Origin", "Text")
            SELECT s."Id", s."ConceptId", s."Kind", 'Public', s."Text" FROM "StagedLabels" s
            WHERE s."ImportId" = {0} AND NOT EXISTS (SELECT 1 FROM "ConceptLabels" l WHERE l."Id" = s."Id")
            """, stop);
        await SqlAsync("""
            INSERT INTO "ConceptCodes" ("Id", "ConceptId", "Origin", "Scheme", "Value")
            SELECT s."Id", s."ConceptId", 'Public', s."Scheme", s."Value" FROM "StagedCodes" s
            WHERE s."ImportId" = {0} AND NOT EXISTS (SELECT 1 FROM "ConceptCodes" c WHERE c."Id" = s."Id")
            """, stop);
        await SqlAsync("""
            INSERT INTO "ConceptRelations" ("Id", "FromId", "ToId", "Kind", "Origin")
            SELECT s."Id", s."FromId", s."ToId", s."Kind", 'Public' FROM "StagedRelations" s
            WHERE s."ImportId" = {0} AND NOT EXISTS (SELECT 1 FROM "ConceptRelations" r WHERE r."FromId" = s."FromId" AND r."ToId" = s."ToId" AND r."Kind" = s."Kind")
            """, stop);
    }

    private Task<int> SqlAsync(string sql, CancellationToken stop) => db.Database.ExecuteSqlRawAsync(sql, [importId], stop);
}
