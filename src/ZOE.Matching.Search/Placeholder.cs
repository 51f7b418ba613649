namespace ZOE.Matching.Search;

internal static class Placeholder;
