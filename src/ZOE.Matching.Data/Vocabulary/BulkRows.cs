using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace ZOE.Matching.Data.Vocabulary;

/// <summary>Writes many rows of one type quickly: COPY on PostgreSQL, one prepared statement on SQLite. No rules of saving apply, so it is for rows of the vocabulary only.</summary>
public static class BulkRows
{
    /// <summary>Writes within the transaction that is open on <paramref name="db"/>.</summary>
    public static async Task InsertAsync<T>(MatchingDbContext db, IReadOnlyCollection<T> rows, CancellationToken stop = default) where T : class
    {
        if (rows.Count == 0) return;
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        var columns = type.GetProperties().Where(p => !p.IsShadowProperty()).ToList();
        var names = string.Join(", ", columns.Select(c => $"\"{c.GetColumnName()}\""));
        var connection = db.Database.GetDbConnection();
        if (connection is NpgsqlConnection server) await CopyAsync(server, $"COPY \"{type.GetTableName()}\" ({names}) FROM STDIN (FORMAT BINARY)", columns, rows, stop);
        else await PreparedAsync(db, connection, $"INSERT INTO \"{type.GetTableName()}\" ({names}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})", columns, rows, stop);
    }

    private static async Task CopyAsync<T>(NpgsqlConnection server, string sql, List<IProperty> columns, IReadOnlyCollection<T> rows, CancellationToken stop)
    {
        await using var writer = await server.BeginBinaryImportAsync(sql, stop);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(stop);
            foreach (var column in columns)
            {
                if (Value(column, row!) is { } value) await writer.WriteAsync(value, stop);
                else await writer.WriteNullAsync(stop);
            }
        }

        await writer.CompleteAsync(stop);
    }

    private static async Task PreparedAsync<T>(MatchingDbContext db, DbConnection connection, string sql, List<IProperty> columns, IReadOnlyCollection<T> rows, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(db.Database.CurrentTransaction ?? throw new InvalidOperationException("Bulk rows need a transaction."));
        for (var i = 0; i < columns.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++) command.Parameters[i].Value = Value(columns[i], row!) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    /// <summary>As the column keeps it: enums as text.</summary>
    private static object? Value(IProperty column, object row)
    {
        var value = column.PropertyInfo!.GetValue(row);
        return column.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }
}
