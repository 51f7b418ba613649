using System.Globalization;
using ZOE.Matching.Search.German;

namespace ZOE.Matching.Search.Documents;

/// <summary>A document while it is put together.</summary>
internal sealed class DocumentDraft
{
    private readonly List<KeyValuePair<string, string>> keywords = [];
    private readonly List<KeyValuePair<string, DateOnly>> days = [];

    public List<SearchToken> Tokens { get; } = [];

    public void Keyword(string field, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            keywords.Add(new(field, value));
    }

    public void Keyword<T>(string field, T value) where T : struct, Enum
        => keywords.Add(new(field, value.ToString()));

    public void Keyword(string field, Guid id) => keywords.Add(new(field, id.ToString("N", CultureInfo.InvariantCulture)));

    public void Day(string field, DateOnly? day)
    {
        if (day is { } known)
            days.Add(new(field, known));
    }

    /// <summary>Typed words, with the concept where it is known.</summary>
    public void Named(GermanText text, SearchField field, NamedConcept named)
    {
        Tokens.AddRange(text.ForDocument(field, named.Typed));
        if (named.ConceptId is { } concept)
            Tokens.AddRange(text.ForConcept(field, concept));
    }

    public SearchDocument Finish(SearchKind kind, Guid id, long version)
        => new(kind, id, version, Tokens.Count <= SearchSchema.MaxTokens ? Tokens : Tokens.Distinct().Take(SearchSchema.MaxTokens), keywords, days);
}
