using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Audit;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>What stands in the database, table by table, so that two moments can be compared: number of rows and a hash over all values.</summary>
public sealed record Fingerprint(IReadOnlyDictionary<string, string> Tables)
{
    /// <summary>Reference data: no page writes it, its tests are elsewhere.</summary>
    private static readonly Type[] Reference =
        [typeof(Concept), typeof(ConceptLabel), typeof(ConceptRelation), typeof(ConceptCode), typeof(Place), typeof(Site), typeof(Instrument), typeof(Reason), typeof(LegalRule), typeof(Branch)];

    /// <summary>The only table that a view may write: who looked.</summary>
    public static readonly Type[] WrittenByViews = [typeof(AuditEntry)];

    /// <summary>The tables that differ from an earlier moment: then → now.</summary>
    public IReadOnlyList<string> DifferenceTo(Fingerprint other) =>
        [.. Tables.Where(t => other.Tables[t.Key] != t.Value).Select(t => $"{t.Key}: {other.Tables[t.Key][..12]} → {t.Value[..12]}")];

    /// <summary>Reads every table of the model except <paramref name="without"/> and the key ring (its library writes it when it likes).</summary>
    public static async Task<Fingerprint> OfAsync(MatchingDbContext db, params Type[] without)
    {
        Dictionary<string, string> tables = [];
        await db.Database.OpenConnectionAsync();
        foreach (var type in db.Model.GetEntityTypes())
        {
            if (Reference.Contains(type.ClrType) || without.Contains(type.ClrType) || type.ClrType.Name == "DataProtectionKey") continue;
            if (type.GetTableName() is not { } table || tables.ContainsKey(table)) continue;
            var rows = await RowsAsync(db, table);
            rows.Sort(StringComparer.Ordinal);
            var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001e', rows))));
            tables[table] = $"{rows.Count:D4} {hash}";
        }

        return new Fingerprint(tables);
    }

    /// <summary>Everything that stands in the database, as text.</summary>
    public static async Task<string> TextAsync(MatchingDbContext db)
    {
        var text = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct())
            foreach (var row in await RowsAsync(db, table)) text.AppendLine(row);
        return text.ToString();
    }

    private static async Task<List<string>> RowsAsync(MatchingDbContext db, string table)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // A table name of the model.
        command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
            rows.Add(string.Join('\u001f', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        return rows;
    }
}
