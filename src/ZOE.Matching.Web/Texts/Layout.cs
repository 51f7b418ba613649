namespace ZOE.Matching.Web.Texts;

/// <summary>Texts of the frame around every page.</summary>
public sealed class Layout;
