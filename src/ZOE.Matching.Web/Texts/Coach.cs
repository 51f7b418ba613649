namespace ZOE.Matching.Web.Texts;

/// <summary>Texts of the coach's area.</summary>
public sealed class Coach;
