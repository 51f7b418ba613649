namespace ZOE.Matching.Web.Texts;

/// <summary>Labels of enum values (key EnumType.Member) and of form fields that several areas share.</summary>
public sealed class Labels;
