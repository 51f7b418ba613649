namespace ZOE.Matching.Search.German;

/// <summary>
/// The wide reading of a typed search: every word and word part asks for itself and, at less weight, for what the vocabulary says is near it;
/// one group more asks for the names that are most like the whole. It ranks; what it finds beyond the strict reading is shown as similar.
/// </summary>
internal static class NearQuery
{
    // Shares of the weight of a word, in percent; tuned on the small evaluation set.
    private const int MostWords = 8, MostNames = 24, LeastLikeness = 30, FloorPercent = 10, WholeName = 60;
    private const double UnitWeight = 50, NameWeight = 100, OfGroup = 0.6, OfRelated = 0.8;

    /// <summary>The query; it finds nothing when no word means anything.</summary>
    public static SearchQuery Of(Lexicon lexicon, List<Word> all)
    {
        var words = all.Where(w => !GermanWords.Stop.Contains(w.Surface)).DistinctBy(w => w.Stem).Take(MostWords).ToList();
        if (words.Count == 0)
            return new SearchQuery { FindsNothing = true };
        var drafts = words.Select(w => new NearWord(lexicon, w)).ToList();
        for (var i = 1; i < words.Count; i++)
        {
            var whole = words[i - 1].Surface + words[i].Stem;
            if (whole.Length > SearchToken.MaxLength || !(words[i].Joined || lexicon.Knows(whole)))
                continue;
            drafts[i - 1].Stands(whole, NearWord.OfJoined);
            drafts[i].Stands(whole, NearWord.OfJoined);
        }
        List<Word> meant = [.. drafts.Select(d => d.Meant)];
        AddConcepts(lexicon, drafts, meant);
        List<TokenGroup> groups = [.. drafts.SelectMany(d => d.Groups(UnitWeight)).Take(SearchQuery.MaxGroups - 2)];
        var full = groups.Sum(g => g.Alternatives.Max(a => a.Weight)) * SearchWeights.Of(SearchField.Title, TokenClass.Exact);
        var typed = string.Join(' ', words.Select(w => w.Typed));
        if (Names(lexicon, meant, typed) is { } names)
            groups.Add(names);
        if (GermanText.NameToken(meant) is { } name)
            groups.Add(new TokenGroup(typed, [new TokenAlternative(name, TokenClass.Exact, WholeName)], Optional: true));
        return new SearchQuery { Groups = groups, MinimumPoints = full * FloorPercent / 100 };
    }

    private static void AddConcepts(Lexicon lexicon, List<NearWord> drafts, List<Word> meant)
    {
        foreach (var (from, count, concepts) in QueryGroups.Spans(lexicon, meant))
        {
            foreach (var draft in drafts.GetRange(from, count))
            {
                foreach (var concept in concepts)
                    draft.Names(concept);
            }
        }
        foreach (var (from, count, group) in lexicon.GroupSpans(meant))
        {
            foreach (var draft in drafts.GetRange(from, count))
                draft.Stands(GermanText.BroaderToken(group), NearWord.OfGroup, TokenClass.Broader);
        }
    }

    // Names like the typed one, what they mean, and what means nearly the same.
    private static TokenGroup? Names(Lexicon lexicon, List<Word> meant, string typed)
    {
        var near = new Alternatives();
        foreach (var (name, likeness) in lexicon.NearNames.Near([.. meant.Select(m => m.Stem)], MostNames, LeastLikeness / 100f))
        {
            near.Add(name.Token, TokenClass.Exact, likeness);
            foreach (var concept in name.Concepts)
            {
                near.Add(GermanText.ConceptToken(concept), TokenClass.Exact, 0.95 * likeness);
                foreach (var related in lexicon.Find(concept)?.Related ?? [])
                    near.Add(GermanText.ConceptToken(related.ConceptId), TokenClass.Broader, OfRelated * likeness * related.Percent / 100);
            }
            foreach (var group in name.Groups)
                near.Add(GermanText.BroaderToken(group), TokenClass.Broader, OfGroup * likeness);
        }
        return near.ToGroup(typed, NameWeight);
    }
}
