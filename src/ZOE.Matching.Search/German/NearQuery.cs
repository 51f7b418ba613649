namespace ZOE.Matching.Search.German;

/// <summary>
/// The wide reading of a typed search: every word and word part asks for itself and, at less weight, for what the vocabulary says is near it;
/// one group more asks for the names that are most like the whole, and one for the groups of the classifications in which such names stand. It ranks; what it finds beyond the strict reading is shown as similar.
/// </summary>
internal static class NearQuery
{
    // Shares of the weight of a word, in percent; tuned on the small evaluation set.
    private const int MostWords = 8, MostNames = 24, LeastLikeness = 30, MostVoters = 40, FloorPercent = 10, WholeName = 60;
    private const double UnitWeight = 60, NameWeight = 100, VoteWeight = 60, OfGroup = 0.6, OfRelated = 0.9;

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
        List<TokenGroup> groups = [.. drafts.SelectMany(d => d.Groups(UnitWeight)).Take(SearchQuery.MaxGroups - 3)];
        var full = groups.Sum(g => g.Alternatives.Max(a => a.Weight)) * SearchWeights.Of(SearchField.Title, TokenClass.Exact);
        var typed = string.Join(' ', words.Select(w => w.Typed));
        // Twice as like counts four times: the names far down the list are mostly noise.
        var near = lexicon.NearNames.Near([.. meant.Select(m => m.Stem)], MostVoters, LeastLikeness / 100f).ConvertAll(n => (n.Name, Likeness: (double)n.Likeness * n.Likeness));
        if (Names(lexicon, near.Take(MostNames), typed) is { } names)
            groups.Add(names);
        if (Votes(lexicon, near, typed) is { } votes)
            groups.Add(votes);
        if (GermanText.NameToken(meant) is { } name)
            groups.Add(new TokenGroup(typed, [new TokenAlternative(name, TokenClass.Exact, WholeName)], Optional: true));
        return new SearchQuery { Groups = groups, MinimumPoints = full * FloorPercent / 100 };
    }

    private static void AddConcepts(Lexicon lexicon, List<NearWord> drafts, List<Word> meant)
    {
        foreach (var (from, count, concepts) in lexicon.Names.Spans(meant))
        {
            foreach (var draft in drafts.GetRange(from, count))
            {
                foreach (var concept in concepts)
                    draft.Names(concept);
            }
        }
        foreach (var (from, count, group) in lexicon.Names.GroupSpans(meant))
        {
            foreach (var draft in drafts.GetRange(from, count))
                draft.Stands(GermanText.BroaderToken(group), NearWord.OfGroup, TokenClass.Broader);
        }
    }

    // Names like the typed one, what they mean, and what means nearly the same.
    private static TokenGroup? Names(Lexicon lexicon, IEnumerable<(VocabularyName Name, double Likeness)> found, string typed)
    {
        var near = new Alternatives();
        foreach (var (name, likeness) in found)
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

    // Each concept with a name like the typed one votes once for the groups above it and above what means nearly the same; the best group counts fully.
    private static TokenGroup? Votes(Lexicon lexicon, IEnumerable<(VocabularyName Name, double Likeness)> found, string typed)
    {
        var votes = new Dictionary<Guid, double>();
        var voters = new HashSet<Guid>();
        foreach (var (name, likeness) in found)
        {
            foreach (var concept in name.Concepts.Where(voters.Add))
            {
                var row = lexicon.Find(concept);
                Vote((row?.Related ?? []).SelectMany(r => lexicon.Find(r.ConceptId)?.Broader ?? []).Concat(row?.Broader ?? []).Distinct(), likeness);
            }
            Vote(name.Groups.Where(voters.Add), likeness);
        }
        var most = votes.Count == 0 ? 1 : Math.Max(1, votes.Values.Max());
        var alternatives = new Alternatives();
        foreach (var (group, vote) in votes)
            alternatives.Add(GermanText.BroaderToken(group), TokenClass.Broader, vote / most);
        return alternatives.ToGroup(typed, VoteWeight) is { } voted ? voted with { Optional = true } : null;

        void Vote(IEnumerable<Guid> groups, double likeness)
        {
            foreach (var group in groups)
                votes[group] = votes.GetValueOrDefault(group) + (likeness * likeness);
        }
    }
}
