namespace ZOE.Matching.Search;

/// <summary>Which of several matching alternatives of a group gives the reason, the same in every engine: most points first; among equals the first field, class, token and alternative.</summary>
/// <param name="At">Place of the alternative in its group.</param>
internal readonly record struct ReasonRank(int Points, SearchField Field, TokenClass InDocument, string Token, int At) : IComparable<ReasonRank>
{
    public int CompareTo(ReasonRank other)
        => Points != other.Points ? other.Points.CompareTo(Points)
            : Field != other.Field ? Field.CompareTo(other.Field)
            : InDocument != other.InDocument ? InDocument.CompareTo(other.InDocument)
            : string.CompareOrdinal(Token, other.Token) is not 0 and var order ? order : At.CompareTo(other.At);
}
