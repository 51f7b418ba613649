namespace ZOE.Matching.Web.Features.Shared;

/// <summary>What _Empty.cshtml shows when a list has no rows: a title, an explanation, and the next thing to do. Texts are finished.</summary>
public sealed record EmptyNote(string Title, string? Text = null, string? Href = null, string? Action = null);
