using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>A request body, written once and sent as it is.</summary>
internal sealed class ElasticBody(ReadOnlyMemory<byte> bytes, string mediaType)
{
    public const string Json = "application/json", Lines = "application/x-ndjson";

    // Bodies are read by the server only and never land in a page.
    public static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static ElasticBody Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return new ElasticBody(buffer.WrittenMemory, Json);
    }

    public HttpContent ToContent() => new ReadOnlyMemoryContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
}

/// <summary>Short forms for nested JSON.</summary>
internal static class ElasticJson
{
    public static void Object(this Utf8JsonWriter json, string name, Action<Utf8JsonWriter> write)
    {
        json.WriteStartObject(name);
        write(json);
        json.WriteEndObject();
    }

    public static void Item(this Utf8JsonWriter json, Action<Utf8JsonWriter> write)
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    }

    public static void Array(this Utf8JsonWriter json, string name, Action<Utf8JsonWriter> write)
    {
        json.WriteStartArray(name);
        write(json);
        json.WriteEndArray();
    }
}
