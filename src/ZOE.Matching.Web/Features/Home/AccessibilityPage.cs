namespace ZOE.Matching.Web.Features.Home;

/// <summary>What the statement on accessibility shows: the page a barrier is reported for, and the address that takes reports.</summary>
public sealed record AccessibilityPage(string? ReportedPage, string? Mail);
