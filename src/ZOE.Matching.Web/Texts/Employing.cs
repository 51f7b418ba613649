namespace ZOE.Matching.Web.Texts;

/// <summary>Texts of the employers' area and of the vacancy form, which coaches use too.</summary>
public sealed class Employing;
