namespace ZOE.Matching.Web.Texts;

/// <summary>Words for reasons and gaps of a match.</summary>
public sealed class MatchTexts;
