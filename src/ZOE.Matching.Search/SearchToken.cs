namespace ZOE.Matching.Search;

/// <summary>Where in a document a token stands; decides together with <see cref="TokenClass"/> how much a match weighs.</summary>
public enum SearchField
{
    /// <summary>Title of the vacancy or course, occupation of the card.</summary>
    Title,

    /// <summary>Competences, certificates and licences.</summary>
    Competence,

    /// <summary>A title of one or two word parts, beside the title itself: a short name that matches says more than a long one.</summary>
    Brief,

    /// <summary>Running text, and marks that only rank (working time, month).</summary>
    Text,
}

/// <summary>How closely a token stands for what was written.</summary>
public enum TokenClass
{
    /// <summary>The word or concept itself, folded and stemmed.</summary>
    Exact,

    /// <summary>A part of a compound word.</summary>
    Part,

    /// <summary>A broader concept than the one written.</summary>
    Broader,

    /// <summary>A word within typing distance; in queries only.</summary>
    Fuzzy,
}

/// <summary>One finished token of a document. It carries no text beyond itself and is never stored for display.</summary>
/// <param name="Field">Where it stands.</param>
/// <param name="Class">How closely it stands for the written word; never <see cref="TokenClass.Fuzzy"/>.</param>
/// <param name="Text">The token, 1 to 64 characters without white space.</param>
public readonly record struct SearchToken(SearchField Field, TokenClass Class, string Text)
{
    /// <summary>Longest token, in characters.</summary>
    public const int MaxLength = 64;

    /// <summary>Points per unit of query weight, 1 to 18.</summary>
    public int Weight => SearchWeights.Of(Field, Class);
}
