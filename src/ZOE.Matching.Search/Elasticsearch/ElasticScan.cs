using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>One stored document or marker.</summary>
/// <param name="Id">Id of the record.</param>
/// <param name="Version">External version.</param>
/// <param name="Extra">The column asked for.</param>
/// <param name="SequenceNumber">Place of the write in the index's history.</param>
/// <param name="PrimaryTerm">Term of that place.</param>
internal readonly record struct ElasticRow(Guid Id, long Version, long Extra, long SequenceNumber, long PrimaryTerm);

/// <summary>Streams all documents or all markers of an index, by ascending id, as they are at one point in time.</summary>
internal static class ElasticScan
{
    private const int PageSize = 5000;

    public static async IAsyncEnumerable<ElasticRow> RowsAsync(
        ElasticShelf shelf, string target, string state, string column, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var point = await shelf.Client.OpenPointInTimeAsync(target, cancellation);
        try
        {
            string? after = null;
            while (true)
            {
                var rows = new List<ElasticRow>();
                using (var answer = await shelf.Client.ReadAsync("_search", Body(point, state, column, after), shelf.Options.WriteTimeout, cancellation))
                {
                    foreach (var hit in answer.Body.GetProperty("hits").GetProperty("hits").EnumerateArray())
                    {
                        rows.Add(Row(hit, column));
                        after = hit.GetProperty("sort").GetRawText();
                    }
                }
                foreach (var row in rows)
                    yield return row;
                if (rows.Count < PageSize)
                    break;
            }
        }
        finally
        {
            await shelf.Client.ClosePointInTimeAsync(point);
        }
    }

    private static ElasticRow Row(JsonElement hit, string column) => new(
        Guid.ParseExact(hit.GetProperty("sort")[0].GetString()!, "N"), hit.GetProperty("_version").GetInt64(),
        hit.GetProperty("fields").GetProperty(column)[0].GetInt64(), hit.GetProperty("_seq_no").GetInt64(), hit.GetProperty("_primary_term").GetInt64());

    private static ElasticBody Body(string point, string state, string column, string? after) => ElasticBody.Of(json =>
    {
        json.WriteNumber("size", PageSize);
        json.Object("pit", p =>
        {
            p.WriteString("id", point);
            p.WriteString("keep_alive", "2m");
        });
        json.Object("query", q => q.Object("bool", b => b.Array("filter", f => f.Item(t => t.Object("term", v => v.WriteString(ElasticFields.State, state))))));
        json.Array("sort", s => s.Item(o => o.WriteString(ElasticFields.Id, "asc")));
        json.WriteBoolean("version", true);
        json.WriteBoolean("seq_no_primary_term", true);
        json.WriteBoolean("track_total_hits", false);
        json.Array("docvalue_fields", d => d.WriteStringValue(column));
        if (after is not null)
        {
            json.WritePropertyName("search_after");
            json.WriteRawValue(after);
        }
    });
}
