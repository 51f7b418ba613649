namespace ZOE.Matching.Search;

/// <summary>The search index cannot answer at the moment; the caller may try again later or take the database instead.</summary>
public sealed class SearchUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
