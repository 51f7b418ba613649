namespace ZOE.Matching.Web.Texts;

/// <summary>Texts of saved searches and reported demand.</summary>
public sealed class SavedSearches;
