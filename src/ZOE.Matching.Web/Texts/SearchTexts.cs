namespace ZOE.Matching.Web.Texts;

/// <summary>Texts of the search pages.</summary>
public sealed class SearchTexts;
