namespace ZOE.Matching.Web.Texts;

/// <summary>Texts of the start page, the legal pages and the error pages.</summary>
public sealed class Welcome;
