using ZOE.Matching.Domain.Searches;

namespace ZOE.Matching.Web.Features.Shared;

/// <summary>What the partials _SaveSearch and _ReportDemand need of a search page.</summary>
/// <param name="State">The query string of the page, with or without "?".</param>
public sealed record SaveSearch(SavedSearchKind Kind, string? State);
