namespace ZOE.Matching.Web.Texts;

/// <summary>Texts of the notes to copy into VerBIS.</summary>
public sealed class Notes;
