namespace ZOE.Matching.Search.German;

/// <summary>Typed words that name something of the vocabulary.</summary>
/// <param name="Typed">The words as typed.</param>
/// <param name="Concepts">At most three concepts that bear the name.</param>
/// <param name="IsTerm">They are words of the field (<see cref="FieldTerms"/>), which no person carries.</param>
public sealed record MeantName(string Typed, IReadOnlyList<Guid> Concepts, bool IsTerm);

/// <summary>A typed word that belongs to no name.</summary>
/// <param name="Near">At most three concepts whose names are most like it, best first.</param>
public sealed record MeantRest(string Typed, IReadOnlyList<Guid> Near);

/// <summary>What typed words mean where only the vocabulary counts and no text is searched.</summary>
/// <param name="Names">Names found, in the order of typing; typing mistakes mended.</param>
/// <param name="Rest">Words that belong to no name.</param>
public sealed record MeantNames(IReadOnlyList<MeantName> Names, IReadOnlyList<MeantRest> Rest)
{
    private const int MostNear = 3;

    /// <summary>Less alike is no guess.</summary>
    private const float LeastLike = 0.2f;

    internal static MeantNames Of(Lexicon lexicon, List<Word> all)
    {
        var words = all.Where(w => !GermanWords.Stop.Contains(w.Surface)).DistinctBy(w => w.Stem).Take(SearchQuery.MaxGroups).ToList();
        var mended = words.ConvertAll(w => Mended(lexicon, w));
        var names = new List<MeantName>();
        var named = new bool[words.Count];
        foreach (var (from, count, concepts) in lexicon.Names.Spans(mended))
        {
            Array.Fill(named, true, from, count);
            names.Add(new MeantName(string.Join(' ', words.Skip(from).Take(count).Select(w => w.Typed)), concepts, concepts.All(lexicon.IsTerm)));
        }
        return new MeantNames(names, [.. words.Where((_, i) => !named[i]).Select(w => new MeantRest(w.Typed, Near(lexicon, w)))]);
    }

    private static List<Guid> Near(Lexicon lexicon, Word word) =>
        [.. lexicon.NearNames.Near([word.Stem], 2 * MostNear, LeastLike).SelectMany(n => n.Name.Concepts).Where(c => !lexicon.IsTerm(c)).Distinct().Take(MostNear)];

    private static Word Mended(Lexicon lexicon, Word word)
    {
        if (lexicon.Knows(word.Stem) || lexicon.Slips(word.Stem) is not [var nearest, ..])
            return word;
        return word with { Surface = nearest.Word, Stem = nearest.Word };
    }
}
