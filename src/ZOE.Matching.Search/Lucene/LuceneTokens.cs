using Lucene.Net.Index;
using Lucene.Net.Util;

namespace ZOE.Matching.Search.Lucene;

/// <summary>A group of the query, its tokens as the beginnings of the terms they stand in.</summary>
internal sealed record PreparedGroup(TokenGroup Group, BytesRef[] Beginnings)
{
    public static PreparedGroup[] Of(IEnumerable<TokenGroup> groups)
        => [.. groups.Select(g => new PreparedGroup(g, [.. g.Alternatives.Select(a => new BytesRef(LuceneDocuments.TokenBeginning(a.Token)))]))];
}

/// <summary>A term of a segment that satisfies a group, and the points it gives.</summary>
/// <param name="At">Place of the alternative in its group.</param>
internal readonly record struct FoundTerm(int Points, SearchField Field, TokenClass InDocument, TokenAlternative Alternative, int At, BytesRef Term, TermState State)
{
    private ReasonRank Rank => new(Points, Field, InDocument, Alternative.Token, At);

    /// <summary>The term that gives the reason comes first, so that reasons do not change from run to run or between engines.</summary>
    public static int Order(FoundTerm a, FoundTerm b) => a.Rank.CompareTo(b.Rank);
}

/// <summary>Looks up tokens in one segment. A token stands once per field and class it occurs with, side by side: one look-up finds them all.</summary>
internal sealed class SegmentTokens(AtomicReader reader)
{
    private readonly TermsEnum? terms = reader.GetTerms(LuceneDocuments.Tokens)?.GetEnumerator();
    private readonly List<FoundTerm> found = [];
    private DocsEnum? docs;

    /// <summary>The terms of a group, best first; the list holds until the next call.</summary>
    public List<FoundTerm> Of(PreparedGroup group)
    {
        found.Clear();
        if (terms is null)
            return found;
        for (var i = 0; i < group.Beginnings.Length; i++)
        {
            var (beginning, alternative) = (group.Beginnings[i], group.Group.Alternatives[i]);
            var status = terms.SeekCeil(beginning);
            while (status != TermsEnum.SeekStatus.END && StringHelper.StartsWith(terms.Term, beginning))
            {
                var (field, tokenClass) = LuceneDocuments.SlotOf(terms.Term);
                found.Add(new FoundTerm(alternative.Weight * SearchWeights.Of(field, tokenClass), field, tokenClass, alternative, i, BytesRef.DeepCopyOf(terms.Term), terms.GetTermState()));
                if (!terms.MoveNext())
                    break;
            }
        }
        found.Sort(FoundTerm.Order);
        return found;
    }

    /// <summary>Documents of a term that are not deleted, ascending.</summary>
    /// <param name="untilNext">Valid until the next call only.</param>
    public DocsEnum Documents(FoundTerm term, bool untilNext)
    {
        terms!.SeekExact(term.Term, term.State);
        return docs = terms.Docs(reader.LiveDocs, untilNext ? docs : null, DocsFlags.NONE);
    }
}
