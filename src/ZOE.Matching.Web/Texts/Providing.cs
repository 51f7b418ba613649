namespace ZOE.Matching.Web.Texts;

/// <summary>Texts of the Träger's area: courses, referrals, attendance, results.</summary>
public sealed class Providing;
