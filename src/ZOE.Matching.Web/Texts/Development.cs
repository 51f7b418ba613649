namespace ZOE.Matching.Web.Texts;

/// <summary>Texts of the demo page (clock, mails, sign-ins); shown in Development only.</summary>
public sealed class Development;
