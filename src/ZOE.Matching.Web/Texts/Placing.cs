namespace ZOE.Matching.Web.Texts;

/// <summary>Texts of answers by link, of placements and of follow-ups, for employers and coaches.</summary>
public sealed class Placing;
