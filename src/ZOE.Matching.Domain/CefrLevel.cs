namespace ZOE.Matching.Domain;

/// <summary>Language level of the Common European Framework (GER); None = no level or unknown.</summary>
public enum CefrLevel
{
    None = 0,
    A1 = 1,
    A2 = 2,
    B1 = 3,
    B2 = 4,
    C1 = 5,
    C2 = 6,
}
