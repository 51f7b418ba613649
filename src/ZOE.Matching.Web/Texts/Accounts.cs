namespace ZOE.Matching.Web.Texts;

/// <summary>Texts of the account area: sign-in, password, registration, taking over a record.</summary>
public sealed class Accounts;
