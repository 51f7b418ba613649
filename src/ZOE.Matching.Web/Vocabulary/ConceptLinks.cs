using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Search.German;
using ZOE.Matching.Web.Matches;

namespace ZOE.Matching.Web.Vocabulary;

/// <summary>What typed words mean in the vocabulary.</summary>
/// <param name="ConceptId">The concept when it is sure; else null.</param>
/// <param name="Label">Its preferred label; null without a concept.</param>
/// <param name="Suggestions">When it is not sure: at most three guesses, best first.</param>
public sealed record ConceptLink(Guid? ConceptId, string? Label, IReadOnlyList<LinkSuggestion> Suggestions)
{
    public static ConceptLink None { get; } = new(null, null, []);

    public bool IsSure => ConceptId is not null;
}

/// <summary>Links what people type (titles, competences, certificates, languages) to the vocabulary. The typed words are always kept beside it.</summary>
public sealed class ConceptLinks(VocabularyCache vocabulary)
{
    /// <summary>Score of a name that is exactly the typed one.</summary>
    private const int Exact = 100;

    /// <summary>Sure only when exactly one concept (of that kind, if one is given) bears the typed name.</summary>
    public async Task<ConceptLink> LinkAsync(string? typed, ConceptKind? kind = null, CancellationToken stop = default)
    {
        if (string.IsNullOrWhiteSpace(typed)) return ConceptLink.None;
        var words = await vocabulary.GetAsync(stop);
        if (kind is { } wanted && words.Graph.Find(wanted, typed.Trim()) is { } literal) return Sure(words, literal);
        var found = words.Text.Lexicon.Link(typed);
        bool Fits(Guid id) => kind is null || words.Graph.Kind(id) == kind;
        if (found.ConceptId is { } sure) return Fits(sure) ? Sure(words, sure) : ConceptLink.None;
        var suggestions = found.Suggestions.Where(s => Fits(s.ConceptId)).ToList();
        // "Koch" is an occupation and "kochen" a competence: the kind decides between equal names.
        return suggestions.Where(s => s.Score == Exact).ToList() is [var only] ? Sure(words, only.ConceptId) : new ConceptLink(null, null, suggestions);
    }

    /// <summary>The preferred label of a concept; null when it is unknown.</summary>
    public async Task<string?> LabelAsync(Guid? conceptId, CancellationToken stop = default) =>
        conceptId is { } id ? (await vocabulary.GetAsync(stop)).Graph.Label(id) : null;

    private static ConceptLink Sure(LoadedVocabulary words, Guid id) => new(id, words.Graph.Label(id), []);
}
