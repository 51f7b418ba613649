namespace ZOE.Matching.Data;

internal static class Placeholder;
