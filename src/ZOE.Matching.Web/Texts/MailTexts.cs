namespace ZOE.Matching.Web.Texts;

/// <summary>Subjects and texts of mails, by kind.</summary>
public sealed class MailTexts;
