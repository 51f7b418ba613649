namespace ZOE.Matching.Domain;

internal static class Placeholder;
