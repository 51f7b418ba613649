using System.Text.RegularExpressions;

namespace ZOE.Matching.Search.German;

/// <summary>One concept of the vocabulary with all its names.</summary>
/// <param name="ConceptId">Id of the concept.</param>
/// <param name="Label">Preferred label.</param>
/// <param name="Alternatives">Synonyms, abbreviations, search words.</param>
/// <param name="Broader">Concepts directly above it.</param>
public sealed record LexiconRow(Guid ConceptId, string Label, IReadOnlyList<string> Alternatives, IReadOnlyList<Guid> Broader)
{
    /// <summary>A group of a classification (KldB, ISCO): its names lead to all its members, so they say less than the name of a member.</summary>
    public bool IsGroup { get; init; }

    /// <summary>A word of the field that is no concept of the vocabulary: searched by, never linked to.</summary>
    public bool IsTerm { get; init; }

    /// <summary>Concepts of other vocabularies that mean the same or nearly so.</summary>
    public IReadOnlyList<RelatedConcept> Related { get; init; } = [];
}

/// <summary>A concept near another.</summary>
/// <param name="ConceptId">The other concept.</param>
/// <param name="Percent">How near, 1 to 100.</param>
public readonly record struct RelatedConcept(Guid ConceptId, int Percent);

/// <summary>One guess of a link.</summary>
/// <param name="ConceptId">The concept.</param>
/// <param name="Label">Its preferred label.</param>
/// <param name="Score">How alike the texts are, 1 to 100.</param>
public sealed record LinkSuggestion(Guid ConceptId, string Label, int Score);

/// <summary>What a typed name means.</summary>
/// <param name="ConceptId">The concept when it is sure; null when a person must decide.</param>
/// <param name="Suggestions">When it is not sure: at most three guesses, best first; may be empty.</param>
public sealed record LinkResult(Guid? ConceptId, IReadOnlyList<LinkSuggestion> Suggestions);

/// <summary>The vocabulary as the language pipeline needs it: names to concepts, known words, word parts. Immutable and thread-safe.</summary>
public sealed partial class Lexicon
{
    private readonly Dictionary<Guid, LexiconRow> rows;
    private readonly Dictionary<string, int> uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> spread = new(StringComparer.Ordinal);
    private readonly NameSearch near;
    private int namesCounted;

    private Lexicon(IEnumerable<LexiconRow> source, IEnumerable<string> extraWords)
    {
        rows = source.GroupBy(r => r.ConceptId).ToDictionary(g => g.Key, g => g.First());
        var surfaces = new Dictionary<string, int>(StringComparer.Ordinal);
        var shortened = new Dictionary<string, int>(StringComparer.Ordinal);
        var labels = new List<(Guid Concept, List<string> Stems)>();
        var namesByConcept = new List<List<List<Word>>>();
        foreach (var row in rows.Values)
        {
            var own = new List<List<Word>>();
            namesByConcept.Add(own);
            foreach (var (label, preferred) in row.Alternatives.Select(a => (a, false)).Prepend((row.Label, true)))
            {
                var words = Meaningful(label);
                Note(words, surfaces);
                foreach (Match match in Shortened().Matches(label))
                    shortened[GermanFolding.Fold(match.Groups[1].Value)] = shortened.GetValueOrDefault(GermanFolding.Fold(match.Groups[1].Value)) + 1;
                if (row.IsGroup)
                {
                    Names.AddGroup(words, row.ConceptId);
                    continue;
                }
                own.Add(words);
                Names.Add(words, row.ConceptId, preferred);
                if (!row.IsTerm) labels.Add((row.ConceptId, [.. words.Select(w => w.Stem)]));
                foreach (Match abbreviation in Abbreviation().Matches(label))
                {
                    Names.Add(Meaningful(abbreviation.Groups[1].Value), row.ConceptId, preferred: false);
                    Names.Add(Meaningful(label.Replace(abbreviation.Value, "", StringComparison.Ordinal)), row.ConceptId, preferred);
                }
            }
        }
        foreach (var text in extraWords)
            Note(Meaningful(text), surfaces);
        foreach (var (stem, count) in uses)
            surfaces[stem] = Math.Max(count, surfaces.GetValueOrDefault(stem));
        // "Verw." is cut off: a compound is not split there.
        foreach (var (word, count) in shortened)
        {
            foreach (var key in new[] { word, GermanStemmer.Stem(word) }.Where(k => surfaces.GetValueOrDefault(k) <= 2 * count))
                surfaces.Remove(key);
        }
        Parts = CompoundParts.Learn(surfaces);
        Typos = new TypoIndex(uses);
        CountSpread(namesByConcept);
        Substitutes = new Substitutes(namesByConcept.Select(names => names.Select(UnitsOf).DistinctBy(u => string.Join(' ', u)).ToList()));
        Names.Freeze();
        NearNames = new NameIndex(Names.All(), this);
        near = new NameSearch(labels, this);
    }

    /// <summary>A lexicon without a single concept.</summary>
    public static Lexicon Empty { get; } = new([], []);

    /// <summary>Which concepts and groups bear a name.</summary>
    internal LexiconNames Names { get; } = new();

    internal CompoundParts Parts { get; }

    internal TypoIndex Typos { get; }

    /// <summary>Finds the names most like typed words.</summary>
    internal NameIndex NearNames { get; }

    /// <summary>Word parts that stand for each other.</summary>
    internal Substitutes Substitutes { get; }

    /// <summary>Finest parts of all words, the word itself where it does not split.</summary>
    internal IReadOnlyList<string> UnitsOf(IReadOnlyList<Word> words)
    {
        var units = new List<string>();
        foreach (var word in words)
        {
            var parts = Parts.Finest(word.Stem);
            if (parts.Count == 0)
                units.Add(word.Stem);
            else
                units.AddRange(parts.Select(p => p.Token));
        }
        return units;
    }

    /// <summary>How rare a word or part is among all names of the vocabulary, 0 to 1; frozen with the lexicon, the same for every engine.</summary>
    internal double Rarity(string unit)
        => Math.Clamp(1 - Math.Log(1 + spread.GetValueOrDefault(unit)) / Math.Log(2 + namesCounted), 0.05, 1);

    /// <summary>Builds the lexicon from the vocabulary; extra words (e.g. titles in use) only help typing and splitting.</summary>
    public static Lexicon Build(IEnumerable<LexiconRow> rows, IEnumerable<string>? extraWords = null) => new(rows, extraWords ?? []);

    /// <summary>What a typed name means: a concept when exactly one bears this name in any spelling, else the three nearest.</summary>
    public LinkResult Link(string? text)
    {
        var words = Meaningful(text ?? "");
        if (words.Count == 0)
            return new LinkResult(null, []);
        var concepts = Names.Named(words).Where(c => !IsTerm(c)).ToList();
        if (concepts.Count == 1)
            return new LinkResult(concepts[0], []);
        if (concepts.Count > 1)
            return new LinkResult(null, [.. concepts.Take(3).Select(c => new LinkSuggestion(c, rows[c].Label, 100))]);
        return new LinkResult(null, [.. near.Find([.. words.Select(w => w.Stem)]).Select(n => new LinkSuggestion(n.Concept, rows[n.Concept].Label, n.Score))]);
    }

    /// <summary>The concept with its names; null when unknown.</summary>
    public LexiconRow? Find(Guid conceptId) => rows.GetValueOrDefault(conceptId);

    internal bool IsTerm(Guid conceptId) => rows.GetValueOrDefault(conceptId)?.IsTerm == true;

    internal bool Knows(string stem) => uses.ContainsKey(stem);

    /// <summary>An unknown word is rather this than mistyped: a part of known compounds, or put together of known words alone.</summary>
    internal bool IsNewWord(string stem) => Parts.IsPart(stem) || (Parts.Finest(stem) is { Count: > 1 } parts && parts.All(p => Parts.IsPart(p.Token)));

    /// <summary>Known words that an unknown one may be a slip of, as <see cref="TypoIndex.Near"/>; where none is, without the feminine ending that the slip hid (Verkäuferrin, Kaufrau).</summary>
    internal List<(string Word, int Distance)> Slips(string stem)
    {
        const int shortest = 7;
        if (Typos.Near(stem) is { Count: > 0 } near)
            return near;
        var person = stem.EndsWith("frau", StringComparison.Ordinal) ? stem[..^4] + "mann"
            : stem.EndsWith("innen", StringComparison.Ordinal) ? stem[..^5]
            : stem.EndsWith("in", StringComparison.Ordinal) ? stem[..^2]
            : "";
        return person.Length < shortest ? [] : Typos.Near(person);
    }

    /// <summary>Concepts above, nearest first, at most two steps.</summary>
    internal List<Guid> Above(Guid conceptId)
    {
        var above = new List<Guid>();
        foreach (var parent in rows.GetValueOrDefault(conceptId)?.Broader ?? [])
        {
            above.Add(parent);
            above.AddRange(rows.GetValueOrDefault(parent)?.Broader ?? []);
        }
        return [.. above.Where(a => a != conceptId).Distinct()];
    }

    /// <summary>Words that carry meaning, double forms once.</summary>
    internal static List<Word> Meaningful(string label)
    {
        var words = new List<Word>();
        foreach (var word in GermanTokens.Cut(label, 400, 24))
        {
            if (!GermanWords.Stop.Contains(word.Surface) && (words.Count == 0 || words[^1].Stem != word.Stem))
                words.Add(word);
        }
        return words;
    }

    private void CountSpread(List<List<List<Word>>> namesByConcept)
    {
        foreach (var names in namesByConcept)
        {
            foreach (var name in names)
            {
                namesCounted++;
                foreach (var unit in name.Select(w => w.Stem).Concat(UnitsOf(name)).Distinct())
                    spread[unit] = spread.GetValueOrDefault(unit) + 1;
            }
        }
    }

    private void Note(List<Word> words, Dictionary<string, int> surfaces)
    {
        foreach (var word in words)
        {
            surfaces[word.Surface] = surfaces.GetValueOrDefault(word.Surface) + 1;
            uses[word.Stem] = uses.GetValueOrDefault(word.Stem) + 1;
        }
    }

    [GeneratedRegex(@"(?<!\p{L})(\p{L}{2,})\.")]
    private static partial Regex Shortened();

    [GeneratedRegex(@"\((\p{Lu}[\p{Lu}\p{N}-]{1,7})\)")]
    private static partial Regex Abbreviation();
}
