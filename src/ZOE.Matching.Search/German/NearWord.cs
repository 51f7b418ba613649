namespace ZOE.Matching.Search.German;

/// <summary>Tokens that may stand for something, each at its best share (0 to 1).</summary>
internal sealed class Alternatives
{
    private readonly Dictionary<string, (TokenClass Class, double Share)> tokens;

    public Alternatives() => tokens = new(StringComparer.Ordinal);

    public Alternatives(Alternatives other) => tokens = new(other.tokens, StringComparer.Ordinal);

    public void Add(string token, TokenClass tokenClass, double share)
    {
        if (token.Length <= SearchToken.MaxLength && (!tokens.TryGetValue(token, out var known) || known.Share < share))
            tokens[token] = (tokenClass, share);
    }

    /// <summary>The group with weights up to the given one; null without any token.</summary>
    public TokenGroup? ToGroup(string word, double weight)
        => tokens.Count == 0 ? null : new TokenGroup(word, [.. tokens
            .Select(t => new TokenAlternative(t.Key, t.Value.Class, Math.Clamp((int)Math.Round(weight * t.Value.Share), 1, 100)))
            .OrderByDescending(t => t.Weight).ThenBy(t => t.Token, StringComparer.Ordinal).Take(SearchQuery.MaxAlternatives)]);
}

/// <summary>One typed word read widely: as it is, corrected, by its parts, by what it names.</summary>
internal sealed class NearWord
{
    /// <summary>Shares of the word's weight for words written apart and for groups of a classification.</summary>
    public const double OfJoined = 0.9, OfGroup = 0.45;

    private const double OnePart = 0.7, Stretch = 0.85, SharedRoot = 0.4, Substitute = 0.85, Narrower = 0.9, Related = 0.8, Above = 0.25, NearTypo = 0.7, FarTypo = 0.5, SaysLittle = 0.4, NewWord = 0.4, Last = 0.9;
    private readonly Lexicon lexicon;
    private readonly Word word;
    private readonly Alternatives whole = new();
    private readonly IReadOnlyList<string> units;

    public NearWord(Lexicon lexicon, Word word)
    {
        (this.lexicon, this.word, Meant) = (lexicon, word, word);
        Stands(word.Stem, 1);
        if (!lexicon.Knows(word.Stem))
        {
            var typos = lexicon.Slips(word.Stem);
            var isNew = lexicon.IsNewWord(word.Stem);
            foreach (var (candidate, distance) in typos)
                Stands(candidate, (distance == 1 ? NearTypo : FarTypo) * (isNew ? NewWord : 1), TokenClass.Fuzzy);
            if (typos.Count > 0 && !isNew)
                Meant = word with { Surface = typos[0].Word, Stem = typos[0].Word };
        }
        units = lexicon.UnitsOf([Meant]);
    }

    /// <summary>The word as corrected.</summary>
    public Word Meant { get; }

    /// <summary>The token stands for the whole word.</summary>
    public void Stands(string token, double share, TokenClass tokenClass = TokenClass.Exact) => whole.Add(token, tokenClass, share);

    /// <summary>The word, or a row of words that it stands in, names this concept.</summary>
    public void Names(Guid concept)
    {
        Stands(GermanText.ConceptToken(concept), 1);
        Stands(GermanText.BroaderToken(concept), Narrower, TokenClass.Broader);
        if (lexicon.Find(concept) is not { } row)
            return;
        foreach (var related in row.Related)
            Stands(GermanText.ConceptToken(related.ConceptId), Related * related.Percent / 100, TokenClass.Broader);
        foreach (var above in row.Broader)
            Stands(GermanText.BroaderToken(above), Above, TokenClass.Broader);
    }

    /// <summary>One group for each part of the word; a rare part weighs more, and the last one a little less: many more names share it than say the same.</summary>
    public IEnumerable<TokenGroup> Groups(double weight)
    {
        foreach (var unit in units)
        {
            var alternatives = new Alternatives(whole);
            if (units.Count > 1)
            {
                alternatives.Add(unit, TokenClass.Part, OnePart);
                foreach (var stretch in lexicon.Parts.Of(Meant.Stem).Where(p => p.Token != unit && p.Token.Contains(unit, StringComparison.Ordinal)))
                    alternatives.Add(stretch.Token, TokenClass.Part, Stretch);
            }
            // A typing error in one part of a compound: Metalbau.
            if (units.Count > 1 && !lexicon.Parts.IsPart(unit))
            {
                foreach (var (candidate, _) in lexicon.Typos.Near(unit))
                    alternatives.Add(candidate, TokenClass.Part, OnePart * NearTypo);
            }
            if (WordRoots.Of(unit) is { } root)
                alternatives.Add(root, TokenClass.Part, SharedRoot);
            foreach (var (part, strength) in lexicon.Substitutes.Of(unit))
                alternatives.Add(part, TokenClass.Part, Substitute * Math.Sqrt(strength));
            var place = unit == units[^1] ? Last : 1;
            yield return alternatives.ToGroup(word.Typed, weight * place * lexicon.Rarity(unit) * (GermanWords.Generic.Contains(unit) ? SaysLittle : 1))!;
        }
    }
}
