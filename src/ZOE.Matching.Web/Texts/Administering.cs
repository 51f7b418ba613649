namespace ZOE.Matching.Web.Texts;

/// <summary>Texts of the administrators' area: organisations, users, search index, background jobs.</summary>
public sealed class Administering;
