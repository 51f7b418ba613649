using System.Security.Cryptography;
using System.Text.Json;
using ZOE.Matching.Search.Lucene;

namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>Names of the fields and the strict mapping, both derived from the schema: what the schema does not list, the server refuses.</summary>
internal static class ElasticFields
{
    public const string Id = "id", State = "state", Fingerprint = "fingerprint", MarkedAt = "markedat", Live = "live", Marker = "marker";

    /// <summary>Every place a token can stand in.</summary>
    public static readonly (SearchField Field, TokenClass Class)[] Slots =
        [.. from field in Enum.GetValues<SearchField>()
            from tokenClass in Enum.GetValues<TokenClass>()
            where tokenClass != TokenClass.Fuzzy // in queries only
            select (field, tokenClass)];

    private static readonly Dictionary<(SearchField, TokenClass), string> TokenNames = Slots.ToDictionary(s => s, s => $"t_{s.Field}_{s.Class}".ToLowerInvariant());

    private static readonly Dictionary<SearchKind, string> Formats = Enum.GetValues<SearchKind>().ToDictionary(k => k, FormatOf);

    public static string Token(SearchField field, TokenClass tokenClass) => TokenNames[(field, tokenClass)];

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
        index.WriteString("soft_deletes.retention_lease.period", "1h");
    });

    public static void WriteProperties(Utf8JsonWriter json, SearchKind kind) => json.Object("properties", fields =>
    {
        var schema = SearchSchema.Of(kind);
        Column(fields, Id, "keyword");
        fields.Object(State, f => f.WriteString("type", "keyword"));
        Column(fields, Fingerprint, "long");
        Column(fields, MarkedAt, "long");
        foreach (var (field, tokenClass) in Slots)
        {
            fields.Object(Token(field, tokenClass), f =>
            {
                f.WriteString("type", "keyword");
                f.WriteBoolean("norms", false);
                f.WriteString("index_options", "docs");
                f.WriteBoolean("doc_values", false);
            });
        }
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
