namespace ZOE.Matching.Web.Texts;

/// <summary>Texts of the inbox, the same for employers, Träger and staff.</summary>
public sealed class InboxTexts;
