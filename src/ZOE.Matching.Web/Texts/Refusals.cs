namespace ZOE.Matching.Web.Texts;

/// <summary>Marker of Refusals.resx: what the portal says when Domain refuses; the key is the refusal's code.</summary>
public sealed class Refusals;
