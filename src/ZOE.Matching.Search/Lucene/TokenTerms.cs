using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace ZOE.Matching.Search.Lucene;

/// <summary>Gives Lucene the finished tokens of a document as the terms of one field: one field of three hundred terms costs a fraction of three hundred fields.</summary>
internal sealed class TokenTerms : TokenStream
{
    private static readonly FieldType Type = Frozen(new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY });

    private readonly IReadOnlyList<SearchToken> tokens;
    private readonly ICharTermAttribute term;
    private int at;

    private TokenTerms(IReadOnlyList<SearchToken> tokens)
    {
        this.tokens = tokens;
        term = AddAttribute<ICharTermAttribute>();
    }

    public static Field FieldOf(IReadOnlyList<SearchToken> tokens) => new(LuceneDocuments.Tokens, new TokenTerms(tokens), Type);

    public override void Reset() => at = 0;

    public override bool IncrementToken()
    {
        if (at == tokens.Count)
            return false;
        var token = tokens[at++];
        term.SetEmpty().Append(token.Text).Append(' ').Append(LuceneDocuments.SlotLetter(token.Field, token.Class));
        return true;
    }

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
