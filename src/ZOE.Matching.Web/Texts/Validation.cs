namespace ZOE.Matching.Web.Texts;

/// <summary>Error messages and the words of the form fields.</summary>
public sealed class Validation;
