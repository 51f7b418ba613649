using System.Buffers;
using System.Text.Json;

namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>Lines of one bulk request and the reading of its answer, item by item.</summary>
internal sealed class ElasticBulk
{
    private readonly ArrayBufferWriter<byte> buffer = new(64 * 1024);
    private readonly Utf8JsonWriter json;

    public ElasticBulk() => json = new Utf8JsonWriter(buffer, ElasticBody.Plain);

    public int Bytes => buffer.WrittenCount;

    public ElasticBody Body => new(buffer.WrittenMemory, ElasticBody.Lines);

    /// <summary>A full document or a marker under its external version: the server takes it only when it is newer.</summary>
    public void Write(string target, IndexChange change, DateTime nowUtc)
    {
        Action(target, change.Id, change.Version);
        if (change.Document is { } document)
            Line(document);
        else
            Line(change.Id, nowUtc);
    }

    /// <summary>A marker of another generation, with the time it was set.</summary>
    public void WriteMarker(string target, ElasticRow marker)
    {
        Action(target, marker.Id, marker.Version);
        Line(marker.Id, new DateTime(marker.Extra, DateTimeKind.Utc));
    }

    /// <summary>Removes a document for good, unless it has changed since it was read.</summary>
    public void WriteRemoval(string index, ElasticRow row)
    {
        json.WriteStartObject();
        json.Object("delete", a =>
        {
            a.WriteString("_index", index);
            a.WriteString("_id", row.Id.ToString("N"));
            a.WriteNumber("if_seq_no", row.SequenceNumber);
            a.WriteNumber("if_primary_term", row.PrimaryTerm);
        });
        EndLine();
    }

    /// <summary>Outcome and reason of every item, in order.</summary>
    public static List<(ChangeOutcome Outcome, string? Reason)> Read(JsonElement answer)
        => [.. answer.GetProperty("items").EnumerateArray().Select(i => Outcome(i.EnumerateObject().First().Value))];

    /// <summary>What a status means for one change: only a bad document is refused for good, everything else may be mended by time.</summary>
    public static ChangeOutcome Outcome(int status) => status switch
    {
        >= 200 and < 300 => ChangeOutcome.Applied,
        409 => ChangeOutcome.Stale,
        400 or 413 => ChangeOutcome.Refused,
        _ => ChangeOutcome.Retry,
    };

    private static (ChangeOutcome, string?) Outcome(JsonElement item)
    {
        var status = item.GetProperty("status").GetInt32();
        var outcome = Outcome(status);
        if (outcome is ChangeOutcome.Applied or ChangeOutcome.Stale)
            return (outcome, null);
        var type = item.TryGetProperty("error", out var error) && error.TryGetProperty("type", out var word) ? word.GetString() : "no reason given";
        return (outcome, $"{status} {type}");
    }

    private void Action(string target, Guid id, long version)
    {
        json.WriteStartObject();
        json.Object("index", a =>
        {
            a.WriteString("_index", target);
            a.WriteString("_id", id.ToString("N"));
            a.WriteNumber("version", version);
            a.WriteString("version_type", "external");
        });
        EndLine();
    }

    private void Line(SearchDocument document)
    {
        json.WriteStartObject();
        json.WriteString(ElasticFields.Id, document.Id.ToString("N"));
        json.WriteString(ElasticFields.State, ElasticFields.Live);
        json.WriteNumber(ElasticFields.Fingerprint, document.Fingerprint);
        json.Object(ElasticFields.Tokens, tokens =>
        {
            foreach (var token in document.Tokens)
                tokens.WriteNumber(ElasticFields.Token(token.Text), token.Weight);
        });
        foreach (var (field, values) in document.Keywords)
            Values(ElasticFields.Keyword(field), values);
        foreach (var (field, day) in document.Days.Where(d => d.Value != 0))
            json.WriteNumber(ElasticFields.Day(field), day);
        EndLine();
    }

    private void Line(Guid id, DateTime markedAtUtc)
    {
        json.WriteStartObject();
        json.WriteString(ElasticFields.Id, id.ToString("N"));
        json.WriteString(ElasticFields.State, ElasticFields.Marker);
        json.WriteNumber(ElasticFields.MarkedAt, markedAtUtc.Ticks);
        EndLine();
    }

    private void Values(string field, IEnumerable<string> values) => json.Array(field, a =>
    {
        foreach (var value in values)
            a.WriteStringValue(value);
    });

    private void EndLine()
    {
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        buffer.Write("\n"u8);
    }
}
