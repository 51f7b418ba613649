namespace ZOE.Matching.Web.Texts;

/// <summary>Texts of the team lead's figures.</summary>
public sealed class SteeringTexts;
