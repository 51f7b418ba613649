using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZOE.Matching.Domain.Employers;

namespace ZOE.Matching.Domain.Matches;

/// <summary>The stored form of a result's reasons (<see cref="MatchRow.Explanation"/>): short stable names, enums as text. What a later version added is passed over.</summary>
/// <remarks>c contributions (k criterion, p points, o of), g gaps (k kind, n need, h have, w weight), q to clarify (k kind); i concept id, s subject.</remarks>
public sealed record MatchExplanation(
    IReadOnlyList<MatchContribution> Contributions, IReadOnlyList<MatchGap> Gaps, IReadOnlyList<MatchClarify> Clarify)
{
    public static MatchExplanation Empty { get; } = new([], [], []);

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(MatchResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            List(json, "c", result.Contributions, c =>
            {
                json.WriteString("k", c.Criterion.ToString());
                json.WriteNumber("p", c.Points);
                json.WriteNumber("o", c.Of);
                Subject(json, c.ConceptId, c.Subject);
            });
            List(json, "g", result.Gaps, g =>
            {
                json.WriteString("k", g.Kind.ToString());
                json.WriteNumber("n", g.Need);
                if (g.Have is { } have) json.WriteNumber("h", have);
                json.WriteString("w", g.Weight.ToString());
                Subject(json, g.ConceptId, g.Subject);
            });
            List(json, "q", result.Clarify, q =>
            {
                json.WriteString("k", q.Kind.ToString());
                Subject(json, q.ConceptId, q.Subject);
            });
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads what <see cref="Write"/> wrote, in this or another version; text that is no JSON object gives an empty explanation.</summary>
    public static MatchExplanation Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return Empty;
            return new(
                Items(root, "c", e => Kind<MatchCriterion>(e, "k") is { } k ? new MatchContribution(k, Number(e, "p") ?? 0, Number(e, "o") ?? 0, Id(e), Text(e, "s")) : null),
                Items(root, "g", e => Kind<GapKind>(e, "k") is { } k
                    ? new MatchGap(k, Number(e, "n") ?? 0, Number(e, "h"), Kind<RequirementWeight>(e, "w") ?? RequirementWeight.Required, Id(e), Text(e, "s"))
                    : null),
                Items(root, "q", e => Kind<ClarifyKind>(e, "k") is { } k ? new MatchClarify(k, Id(e), Text(e, "s")) : null));
        }
        catch (JsonException)
        {
            return Empty;
        }
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Subject(Utf8JsonWriter json, Guid? conceptId, string? subject)
    {
        if (conceptId is { } id) json.WriteString("i", id);
        if (subject is not null) json.WriteString("s", subject);
    }

    private static T[] Items<T>(JsonElement root, string name, Func<JsonElement, T?> read) where T : class =>
        root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).Select(read).OfType<T>()]
            : [];

    private static T? Kind<T>(JsonElement item, string name) where T : struct, Enum =>
        Text(item, name) is { } text && Enum.TryParse<T>(text, out var kind) && Enum.IsDefined(kind) ? kind : null;

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private static Guid? Id(JsonElement item) =>
        item.TryGetProperty("i", out var value) && value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) ? id : null;
}
