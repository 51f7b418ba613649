using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Matches;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Search.German;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Cards;

/// <summary>Typed words with what they were taken for.</summary>
/// <param name="Concepts">Concepts of the vocabulary; empty where the words were taken for a filter.</param>
public sealed record ReadWord(string Typed, string Label, IReadOnlyList<Guid> Concepts);

/// <summary>A typed word that counts for nothing.</summary>
/// <param name="Near">At most three labels of the vocabulary that may be meant.</param>
public sealed record UnreadWord(string Typed, IReadOnlyList<string> Near);

/// <summary>What a search of profiles means.</summary>
/// <param name="Occupations">Occupations asked for; they narrow.</param>
/// <param name="Competences">All else that people can carry; it only ranks.</param>
public sealed record CandidateMeaning(
    CardFilter Filter, IReadOnlyList<ReadWord> Occupations, IReadOnlyList<ReadWord> Competences, IReadOnlyList<ReadWord> AsFilter, IReadOnlyList<UnreadWord> Unread)
{
    /// <summary>Words were typed, and none of them counts.</summary>
    public bool MeansNothing => Unread.Count > 0 && Occupations.Count + Competences.Count + AsFilter.Count == 0;
}

/// <summary>Reads a search of profiles: words count only where the vocabulary knows them, or where they name a level, a form or a place.</summary>
public static class CandidateWords
{
    public static CandidateMeaning Read(SearchCriteria criteria, LoadedVocabulary words)
    {
        var meant = words.Text.Meant(criteria.Words);
        var filter = CardFilter.Of(criteria);
        List<ReadWord> occupations = [], competences = [], asFilter = [];
        List<UnreadWord> unread = [];
        foreach (var name in meant.Names)
        {
            // Other languages stand on no card.
            var own = name.Concepts.Where(c => words.Graph.Kind(c) is ConceptKind.Occupation or ConceptKind.Competence or ConceptKind.Certificate).ToList();
            // Who types an occupation means people of that occupation, though a competence may bear the same name.
            var jobs = own.Where(c => words.Graph.Kind(c) == ConceptKind.Occupation).ToList();
            if (jobs.Count > 0) occupations.Add(Word(name.Typed, jobs));
            else if (own.Count > 0) competences.Add(Word(name.Typed, own));
            else if (FormOf(words.Text.Lexicon.Find(name.Concepts[0])?.Label) is { } form) filter = Took(name.Typed, Label.Of(form), filter with { Form = filter.Form ?? form });
            else unread.Add(new UnreadWord(name.Typed, []));
        }

        foreach (var (word, near) in meant.Rest)
        {
            if (LevelOf(word) is { } level) filter = Took(word, Label.Of(level), filter with { German = filter.German ?? level });
            else if (FormOf(word) is { } form) filter = Took(word, Label.Of(form), filter with { Form = filter.Form ?? form });
            else if (AreaOf(word, words) is { } area) filter = Took(word, Label.Of(area), filter with { Area = filter.Area ?? area });
            else unread.Add(new UnreadWord(word, [.. near.Select(words.Graph.Label).OfType<string>()]));
        }

        return new CandidateMeaning(filter, occupations, competences, asFilter, unread);

        ReadWord Word(string typed, IReadOnlyList<Guid> concepts) => new(typed, words.Graph.Label(concepts[0])!, concepts);

        CardFilter Took(string typed, string label, CardFilter changed)
        {
            asFilter.Add(new ReadWord(typed, label, []));
            return changed;
        }
    }

    private static CefrLevel? LevelOf(string word) => Enum.TryParse<CefrLevel>(word, true, out var level) && level != CefrLevel.None && char.IsLetter(word[0]) ? level : null;

    private static PlacementKind? FormOf(string? word)
    {
        if (word is null) return null;
        var folded = GermanText.Fold(word);
        return Enum.GetValues<PlacementKind>().Where(k => GermanText.Fold(Label.Of(k)) == folded).Select(k => (PlacementKind?)k).FirstOrDefault();
    }

    private static CardArea? AreaOf(string word, LoadedVocabulary words) => words.Places.Municipality(word) is { } place ? CardAreas.Of(place.Area) : null;
}
