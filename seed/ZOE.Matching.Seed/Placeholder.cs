namespace ZOE.Matching.Seed;

internal static class Placeholder;
