using System.Text.Json;
using System.Text.Json.Serialization;
using ZOE.Matching.Domain.Matches;

namespace ZOE.Matching.Web.Projections;

/// <summary>The stored form of a card (<see cref="Data.Projections.CardRow.Card"/>): equal cards give equal text.</summary>
public static class CardJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(AnonymousCard card) => JsonSerializer.Serialize(card, Options);

    public static AnonymousCard Read(string text) => JsonSerializer.Deserialize<AnonymousCard>(text, Options) ?? throw new JsonException("A card is missing.");
}
