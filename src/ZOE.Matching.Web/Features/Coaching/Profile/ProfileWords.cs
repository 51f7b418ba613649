using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Search.German;
using ZOE.Matching.Web.Matches;

namespace ZOE.Matching.Web.Features.Coaching.Profile;

/// <summary>Links what was typed with the vocabulary.</summary>
public sealed class ProfileWords(VocabularyCache vocabulary)
{
    /// <summary>The concept of that kind which surely bears this name, or null.</summary>
    public async Task<Guid?> FindAsync(ConceptKind kind, string typed, CancellationToken stop)
    {
        var words = await vocabulary.GetAsync(stop);
        if (words.Graph.Find(kind, typed) is { } exact) return exact;
        return words.Text.Lexicon.Link(typed).ConceptId is { } id && words.Graph.Kind(id) == kind ? id : null;
    }

    /// <summary>Near names of the same kind, best first.</summary>
    public async Task<IReadOnlyList<LinkSuggestion>> SuggestAsync(ConceptKind kind, string typed, CancellationToken stop)
    {
        var words = await vocabulary.GetAsync(stop);
        return [.. words.Text.Lexicon.Link(typed).Suggestions.Where(s => words.Graph.Kind(s.ConceptId) == kind)];
    }

    /// <summary>The label of a concept; null when it is not known.</summary>
    public async Task<string?> LabelAsync(Guid conceptId, CancellationToken stop) => (await vocabulary.GetAsync(stop)).Graph.Label(conceptId);

    public async Task<ConceptKind?> KindAsync(Guid conceptId, CancellationToken stop) => (await vocabulary.GetAsync(stop)).Graph.Kind(conceptId);
}
