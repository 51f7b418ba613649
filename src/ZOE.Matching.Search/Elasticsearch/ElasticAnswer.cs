using System.Text.Json;

namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>One answer of the server: status and JSON body. Dispose it when read.</summary>
internal sealed class ElasticAnswer(int status, JsonDocument? body) : IDisposable
{
    public int Status => status;

    public bool IsGood => status is >= 200 and < 300;

    public JsonElement Body => body?.RootElement ?? throw new SearchUnavailableException("The search server gave an answer without a body.");

    /// <summary>Type of the error; never its text, which may quote a document.</summary>
    public string Error
        => body?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error", out var error)
            ? error.ValueKind == JsonValueKind.Object && error.TryGetProperty("type", out var type) ? $"{status} {type.GetString()}" : $"{status}"
            : $"{status}";

    /// <summary>The same answer, or an exception when it is no success.</summary>
    public ElasticAnswer Good()
    {
        if (IsGood)
            return this;
        var error = Error;
        Dispose();
        throw new SearchUnavailableException(status is 401 or 403
            ? $"The search server refused the login ({error})."
            : $"The search server answered with an error ({error}).");
    }

    public void Dispose() => body?.Dispose();
}
