namespace ZOE.Matching.Search.German;

/// <summary>
/// The language pipeline: text in, finished tokens out, the same for documents and queries and for every engine.
/// Immutable and thread-safe; make a new one when the vocabulary has changed.
/// </summary>
public sealed class GermanText
{
    /// <summary>Longest text read of a document and of a query, in characters.</summary>
    public const int MaxDocumentChars = 20_000, MaxQueryChars = 300;

    private const int MaxDocumentWords = 1_500, MostRemembered = 20_000, MostNames = 4_000, LongestName = 120;

    private readonly BoundedMemo<string, (List<Word> Words, IReadOnlyList<string> Tokens)> marks;

    // The same words, names and concepts stand in many documents.
    private readonly BoundedMemo<string, string[]> parts;
    private readonly BoundedMemo<(SearchField, string), IReadOnlyList<SearchToken>> shortTexts;
    private readonly BoundedMemo<(SearchField, Guid), IReadOnlyList<SearchToken>> concepts;

    /// <summary>The pipeline over a vocabulary.</summary>
    public GermanText(Lexicon lexicon)
    {
        Lexicon = lexicon;
        marks = new(MostRemembered, word => (Meaning(word), [.. ForDocument(SearchField.Text, word).Select(t => t.Text)]), StringComparer.Ordinal);
        parts = new(MostRemembered, PartsOf, StringComparer.Ordinal);
        shortTexts = new(MostNames, key => Read(key.Item1, key.Item2));
        concepts = new(MostNames, key => Read(key.Item1, key.Item2));
    }

    /// <summary>The vocabulary in use.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Lower case, ä = ae, ö = oe, ü = ue, ß = ss, accents dropped; for comparing, not for showing.</summary>
    public static string Fold(string? text) => GermanFolding.Fold(text ?? "");

    /// <summary>Token of a concept, the same in documents and queries.</summary>
    public static string ConceptToken(Guid conceptId) => "c:" + conceptId.ToString("N");

    /// <summary>Token that a document carries for each concept above its own.</summary>
    public static string BroaderToken(Guid conceptId) => "b:" + conceptId.ToString("N");

    /// <summary>Tokens of a written text: words, parts of compounds, and the concepts it names.</summary>
    public IReadOnlyList<SearchToken> ForDocument(SearchField field, string? text)
        => string.IsNullOrWhiteSpace(text) ? [] : text.Length > LongestName ? Read(field, text) : shortTexts.Of((field, text));

    /// <summary>Tokens of a concept of the vocabulary: itself, what lies above it, its label, and the words of its other names as parts.</summary>
    public IReadOnlyList<SearchToken> ForConcept(SearchField field, Guid conceptId) => concepts.Of((field, conceptId));

    /// <summary>Tokens that one written word gives in a text, to mark it; the same as <see cref="ForDocument"/> gives, and remembered.</summary>
    public IReadOnlyList<string> TokensOf(string word) => marks.Of(word).Tokens;

    /// <summary>Tokens of the concepts that written words name together, as one name; empty when they name none.</summary>
    public IReadOnlyList<string> TokensOfName(IReadOnlyList<string> words)
    {
        // Words that say nothing belong to no end of a name.
        if (marks.Of(words[0]).Words.Count == 0 || marks.Of(words[^1]).Words.Count == 0)
            return [];
        List<Word> all = [.. words.SelectMany(w => marks.Of(w).Words)];
        if (all.Exists(w => GermanWords.LicenceWords.Contains(w.Surface)))
            all = Meaning(string.Join(' ', words));
        var named = all.Count is 0 or > LexiconNames.LongestName ? [] : Lexicon.Names.Named(all);
        if (named.Count > LexiconNames.MostBearers)
            return [];
        var tokens = new HashSet<SearchToken>();
        foreach (var concept in named)
            AddConcept(tokens, SearchField.Text, concept);
        return [.. tokens.Select(t => t.Text)];
    }

    /// <summary>What a typed search means. Nothing typed finds everything; words without any meaning find nothing.</summary>
    public QueryAnalysis ForQuery(string? text)
        => string.IsNullOrWhiteSpace(text)
            ? new QueryAnalysis([], 1, IsEmpty: true, [])
            : QueryGroups.Of(Lexicon, GermanTokens.CutQuery(text));

    /// <summary>What typed words name in the vocabulary, and what is left over: for searches in which nothing but the vocabulary counts.</summary>
    public MeantNames Meant(string? text)
        => string.IsNullOrWhiteSpace(text) ? new MeantNames([], []) : MeantNames.Of(Lexicon, GermanTokens.CutQuery(text));

    /// <summary>Both readings of a typed search: which documents are hits, and in which order they and the similar ones stand.</summary>
    public WordSearch ForWords(string? text)
    {
        var analysis = ForQuery(text);
        return new WordSearch(analysis, () => analysis.IsEmpty || analysis.MeansNothing ? new SearchQuery { FindsNothing = true } : ForNearQuery(text));
    }

    /// <summary>The typed search read widely: whatever the vocabulary says is near the words, ranked; nothing for words that mean nothing.</summary>
    public SearchQuery ForNearQuery(string? text)
        => string.IsNullOrWhiteSpace(text) ? new SearchQuery() : NearQuery.Of(Lexicon, GermanTokens.CutQuery(text));

    /// <summary>Token of a whole name: the same for all ways to write it.</summary>
    internal static string? NameToken(IReadOnlyList<Word> words)
    {
        var key = "=" + string.Join('|', words.Select(w => w.Stem));
        return words.Count == 0 || key.Length > SearchToken.MaxLength ? null : key;
    }

    /// <summary>A group that asks for a concept, to rank by a known competence without typing: itself, narrower ones, and at less weight the one above.</summary>
    public TokenGroup ForConceptQuery(Guid conceptId, bool optional = true)
        => new(Lexicon.Find(conceptId)?.Label ?? "", [.. QueryGroups.ConceptAlternatives(Lexicon, conceptId, TokenClass.Exact).DistinctBy(a => a.Token).Take(SearchQuery.MaxAlternatives)], optional);

    private List<SearchToken> Read(SearchField field, string text)
    {
        var tokens = new HashSet<SearchToken>();
        var words = GermanTokens.Cut(text, MaxDocumentChars, MaxDocumentWords);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (GermanWords.Stop.Contains(word.Surface))
                continue;
            tokens.Add(new SearchToken(field, TokenClass.Exact, word.Stem));
            if (word.Joined && i > 0)
                AddWhole(tokens, field, words[i - 1].Surface + word.Stem);
            foreach (var part in parts.Of(word.Stem))
                tokens.Add(new SearchToken(field, TokenClass.Part, part));
        }
        if (field == SearchField.Title && IsBrief(words))
        {
            foreach (var token in tokens.Where(t => !IsConcept(t.Text)).ToList())
                tokens.Add(token with { Field = SearchField.Brief });
        }
        List<Word> meaning = [.. words.Where(w => !GermanWords.Stop.Contains(w.Surface))];
        foreach (var (_, _, named) in Lexicon.Names.Spans(meaning))
        {
            foreach (var concept in named)
                AddConcept(tokens, field, concept);
        }
        if (field != SearchField.Text)
        {
            foreach (var (_, _, group) in Lexicon.Names.GroupSpans(meaning))
                tokens.Add(new SearchToken(field, TokenClass.Broader, BroaderToken(group)));
            if (NameToken(meaning) is { } name)
                tokens.Add(new SearchToken(field, TokenClass.Exact, name));
        }
        return [.. tokens];
    }

    private List<SearchToken> Read(SearchField field, Guid conceptId)
    {
        var tokens = new HashSet<SearchToken>();
        AddConcept(tokens, field, conceptId);
        if (Lexicon.Find(conceptId) is { } row)
        {
            foreach (var token in ForDocument(field, row.Label).Where(t => !IsConcept(t.Text)))
                tokens.Add(token);
            foreach (var word in row.Alternatives.Take(20).SelectMany(Lexicon.Meaningful).Where(w => !GermanWords.Generic.Contains(w.Stem)))
                tokens.Add(new SearchToken(field, TokenClass.Part, word.Stem));
        }
        return [.. tokens];
    }

    // Parts of a word and the roots of both.
    private string[] PartsOf(string stem)
        => [.. Lexicon.Parts.Of(stem).SelectMany(p => new[] { p.Token, WordRoots.Of(p.Token) }).Append(WordRoots.Of(stem)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private bool IsBrief(List<Word> words)
        => Lexicon.UnitsOf([.. words.Where(w => !GermanWords.Stop.Contains(w.Surface)).DistinctBy(w => w.Stem)]).Count <= 2;

    private static List<Word> Meaning(string text) => [.. GermanTokens.Cut(text, MaxQueryChars, MaxDocumentWords).Where(w => !GermanWords.Stop.Contains(w.Surface))];

    private static bool IsConcept(string token) => token.Length > 2 && token[1] == ':' && token[0] is 'c' or 'b';

    private static void AddWhole(HashSet<SearchToken> tokens, SearchField field, string token)
    {
        if (token.Length <= SearchToken.MaxLength)
            tokens.Add(new SearchToken(field, TokenClass.Exact, token));
    }

    private void AddConcept(HashSet<SearchToken> tokens, SearchField field, Guid conceptId)
    {
        tokens.Add(new SearchToken(field, TokenClass.Exact, ConceptToken(conceptId)));
        tokens.Add(new SearchToken(field, TokenClass.Broader, BroaderToken(conceptId)));
        foreach (var above in Lexicon.Above(conceptId))
            tokens.Add(new SearchToken(field, TokenClass.Broader, BroaderToken(above)));
    }
}

/// <summary>A typed search in finished groups.</summary>
/// <param name="Groups">One per word that means something.</param>
/// <param name="MinimumGroups">How many of the demanded ones a hit must satisfy.</param>
/// <param name="IsEmpty">Nothing was typed.</param>
/// <param name="Concepts">Concepts the words name for sure.</param>
public sealed record QueryAnalysis(IReadOnlyList<TokenGroup> Groups, int MinimumGroups, bool IsEmpty, IReadOnlyList<Guid> Concepts)
{
    /// <summary>Some word demands a fact that a record has or has not (Teilzeit, Praktikum, B1), beside what the record is about.</summary>
    public bool NamesFacts { get; init; }

    /// <summary>Something was typed, but nothing in it can be searched.</summary>
    public bool MeansNothing => !IsEmpty && Groups.Count == 0;

    /// <summary>A query with these words; add filters, facets and paging with "with".</summary>
    public SearchQuery ToQuery() => new() { Groups = Groups, MinimumGroups = MinimumGroups, FindsNothing = MeansNothing };

    /// <summary>The same words where one of the demanded ones is enough: a way out of an empty result, to be shown as such.</summary>
    public SearchQuery ToRelaxedQuery() => ToQuery() with { MinimumGroups = 1 };
}
