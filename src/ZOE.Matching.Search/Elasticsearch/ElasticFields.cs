using System.Security.Cryptography;
using System.Text.Json;
using ZOE.Matching.Search.Lucene;

namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>Names of the fields and the strict mapping, both derived from the schema: what the schema does not list, the server refuses.</summary>
internal static class ElasticFields
{
    public const string Id = "id", State = "state", Fingerprint = "fingerprint", MarkedAt = "markedat", Live = "live", Marker = "marker", Tokens = "tokens";

    private static readonly Dictionary<SearchKind, string> Formats = Enum.GetValues<SearchKind>().ToDictionary(k => k, FormatOf);

    /// <summary>A token as it is called in the field of all tokens. The server takes no dots there, and no token holds white space.</summary>
    public static string Token(string token) => token.Replace('.', ' ');

    public static string Keyword(string field) => "k_" + field;

    public static string Day(string field) => "d_" + field;

    /// <summary>What the tokens mean and how they are mapped; an index of another format asks for a rebuild.</summary>
    public static string Format(SearchKind kind) => Formats[kind];

    public static void WriteSettings(Utf8JsonWriter json) => json.Object("index", index =>
    {
        index.WriteNumber("number_of_shards", 1); // counts are exact in one shard only
        index.WriteString("auto_expand_replicas", "0-1");
        index.WriteString("refresh_interval", "1s");
        // What was deleted more than an hour ago leaves no byte after a purge; the usual twelve hours serve replicas that come back.
        index.WriteNumber("merge.policy.expunge_deletes_allowed", 0);
        // Each segment looks up each token of a search again: few of them, the small ones merged first. Writes are rare here.
        index.WriteNumber("merge.policy.segments_per_tier", 2);
        index.WriteString("merge.policy.floor_segment", "64mb");
        index.WriteString("soft_deletes.retention_lease.period", "1h");
    });

    public static void WriteProperties(Utf8JsonWriter json, SearchKind kind) => json.Object("properties", fields =>
    {
        var schema = SearchSchema.Of(kind);
        Column(fields, Id, "keyword");
        fields.Object(State, f => f.WriteString("type", "keyword"));
        Column(fields, Fingerprint, "long");
        Column(fields, MarkedAt, "long");
        // One whole number per token: the weight of its place, which multiplied with the weight in the search gives the points.
        fields.Object(Tokens, f => f.WriteString("type", "sparse_vector"));
        foreach (var field in schema.KeywordFields.Union(schema.FacetFields))
            Column(fields, Keyword(field), "keyword");
        foreach (var field in schema.DayFields)
            Column(fields, Day(field), "integer");
    });

    // Filtered, counted and sorted by columns; none of these needs postings.
    private static void Column(Utf8JsonWriter json, string name, string type) => json.Object(name, f =>
    {
        f.WriteString("type", type);
        f.WriteBoolean("index", false);
    });

    // Both engines take the same tokens, so what makes one old makes the other old.
    private static string FormatOf(SearchKind kind)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, ElasticBody.Plain))
            json.Item(all => WriteProperties(all, kind));
        return LuceneStore.Format + "-" + Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..16];
    }
}
