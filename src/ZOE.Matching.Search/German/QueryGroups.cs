namespace ZOE.Matching.Search.German;

/// <summary>Makes token groups of the words of a query.</summary>
internal static class QueryGroups
{
    private const int WholeStretch = 60, Head = 40, Modifier = 25, Derived = 40, Narrower = 90, Above = 30, Joined = 90, FarTypo = 40, NewWordTypo = 20;

    public static QueryAnalysis Of(Lexicon lexicon, List<Word> all)
    {
        var words = all.Where(w => !GermanWords.Stop.Contains(w.Surface)).DistinctBy(w => w.Stem).Take(SearchQuery.MaxGroups).ToList();
        var drafts = words.Select(w => Draft(lexicon, w)).ToList();
        for (var i = 1; i < words.Count; i++)
        {
            var whole = words[i - 1].Surface + words[i].Stem;
            if (whole.Length > SearchToken.MaxLength || !(words[i].Joined || lexicon.Knows(whole)))
                continue;
            drafts[i - 1].Add(whole, TokenClass.Exact, Joined);
            drafts[i].Add(whole, TokenClass.Exact, Joined);
        }
        var named = new List<Guid>();
        var facts = words.Exists(w => IsLevel(w.Surface));
        foreach (var (from, count, concepts) in lexicon.Names.Spans([.. drafts.Select(d => d.Meant)]))
        {
            var sure = drafts.Skip(from).Take(count).All(d => !d.IsCorrected);
            if (sure && concepts.Count == 1 && !lexicon.IsTerm(concepts[0]))
                named.Add(concepts[0]);
            facts |= concepts.All(lexicon.IsTerm);
            foreach (var draft in drafts.Skip(from).Take(count))
            {
                foreach (var alternative in concepts.SelectMany(c => ConceptAlternatives(lexicon, c, sure ? TokenClass.Exact : TokenClass.Fuzzy)))
                    draft.Add(alternative.Token, alternative.Class, alternative.Weight);
            }
        }
        var groups = drafts.SelectMany(d => d.ToGroups()).Take(SearchQuery.MaxGroups).ToList();
        if (groups.TrueForAll(g => g.Optional))
            groups = [.. groups.Select(g => g with { Optional = false })];
        var demanded = groups.Count(g => !g.Optional);
        var few = drafts.Count(d => !d.IsOptional) <= 2;
        return new QueryAnalysis(groups, few ? Math.Max(1, demanded) : (2 * demanded + 2) / 3, false, [.. named.Distinct()]) { NamesFacts = facts && words.Count > 1 };
    }

    // A1 to C2 (GER).
    private static bool IsLevel(string word) => word is [>= 'a' and <= 'c', '1' or '2'];

    public static IEnumerable<TokenAlternative> ConceptAlternatives(Lexicon lexicon, Guid concept, TokenClass tokenClass)
    {
        var full = SearchWeights.OfQuery(tokenClass);
        yield return new TokenAlternative(GermanText.ConceptToken(concept), tokenClass, full);
        yield return new TokenAlternative(GermanText.BroaderToken(concept), TokenClass.Broader, Narrower * full / 100);
        foreach (var above in lexicon.Find(concept)?.Broader ?? [])
            yield return new TokenAlternative(GermanText.ConceptToken(above), TokenClass.Broader, Above * full / 100);
    }

    private static WordDraft Draft(Lexicon lexicon, Word word)
    {
        var draft = new WordDraft(word);
        draft.Add(word.Stem, TokenClass.Exact, SearchWeights.OfQuery(TokenClass.Exact));
        var known = lexicon.Knows(word.Stem);
        var parts = lexicon.Parts.Of(word.Stem);
        if (!known)
        {
            var near = lexicon.Slips(word.Stem);
            var isNew = lexicon.IsNewWord(word.Stem);
            foreach (var (candidate, distance) in near)
                draft.Add(candidate, TokenClass.Fuzzy, isNew ? NewWordTypo : distance == 1 ? SearchWeights.OfQuery(TokenClass.Fuzzy) : FarTypo);
            if (near.Count > 0 && !isNew)
                draft.Correct(near[0].Word);
        }
        if (known)
            draft.Split(parts);
        if (!draft.IsCorrected)
            AddParts(draft, word.Stem, parts);
        AddDerived(lexicon, draft, word.Stem);
        draft.IsOptional = GermanWords.Generic.Contains(word.Stem) || (!known && !draft.IsCorrected && parts.Count == 0 && !IsLevel(word.Surface));
        return draft;
    }

    // A stretch that is most of the word stands for it (Gabelstaplerschein ~ Staplerschein). Less than that is only near, and left to the wide reading.
    private static void AddParts(WordDraft draft, string stem, IReadOnlyList<CompoundPart> parts)
    {
        foreach (var part in parts.Where(p => !GermanWords.Generic.Contains(p.Token) && p.Length >= 4 && p.Length * 3 >= stem.Length * 2))
            draft.Add(part.Token, TokenClass.Part, WholeStretch);
    }

    // Metallbauer ~ Metallbau, Schweißer ~ Schweißen: the activity without the person, when the vocabulary knows it, and the other way round.
    private static void AddDerived(Lexicon lexicon, WordDraft draft, string stem)
    {
        if (stem.Length >= 7 && stem.EndsWith("er", StringComparison.Ordinal) && lexicon.Knows(stem[..^2]))
            draft.Add(stem[..^2], TokenClass.Part, Derived);
        if (stem.Length >= 6 && lexicon.Knows(stem + "er"))
            draft.Add(stem + "er", TokenClass.Part, Derived);
    }

    private sealed class WordDraft(Word word)
    {
        private readonly Dictionary<string, TokenAlternative> alternatives = new(StringComparer.Ordinal);

        private string? corrected;
        private List<CompoundPart> heads = [], rests = [];

        public Word Meant => corrected is null ? word : word with { Surface = corrected, Stem = corrected };

        public bool IsCorrected => corrected is not null;

        public bool IsOptional { get; set; }

        public void Correct(string stem) => corrected = stem;

        public void Add(string token, TokenClass tokenClass, int weight)
        {
            if (!alternatives.TryGetValue(token, out var known) || known.Weight < weight)
                alternatives[token] = new TokenAlternative(token, tokenClass, weight);
        }

        /// <summary>A known compound may also be met by its parts written apart, but only by head and rest together (Lagerhelfer, Helfer im Lager).</summary>
        public void Split(IReadOnlyList<CompoundPart> parts)
            => (heads, rests) = (parts.Where(p => p.IsHead).ToList(), parts.Where(p => !p.IsHead).ToList());

        public IEnumerable<TokenGroup> ToGroups()
        {
            if (heads.Count == 0 || rests.Count == 0)
                return [Group(alternatives.Values)];
            var halves = alternatives.Values.Select(a => a with { Weight = (a.Weight + 1) / 2 }).ToList();
            return [With(heads, Head / 2), With(rests, Modifier / 2)];

            TokenGroup With(List<CompoundPart> parts, int weight)
                => Group(halves.Concat(parts.Select(p => new TokenAlternative(p.Token, TokenClass.Part, weight))).GroupBy(a => a.Token).Select(g => g.MaxBy(a => a.Weight)!));
        }

        private TokenGroup Group(IEnumerable<TokenAlternative> all)
            => new(word.Typed, [.. all.OrderByDescending(a => a.Weight).ThenBy(a => a.Token, StringComparer.Ordinal).Take(SearchQuery.MaxAlternatives)], IsOptional);
    }
}
