using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Suggestions.Concepts;

/// <summary>Names of the vocabulary while somebody types. They say nothing about any person.</summary>
[Area("Suggestions")]
[Authorize(Policy = Policies.SignedIn)]
[Route("/suggestions/concepts")]
public sealed class ConceptsController(VocabularyCache vocabulary) : PortalController
{
    private const int Most = 8;
    private const int LongestText = 80;

    [HttpGet]
    public async Task<IActionResult> Show(string? kind, string? q, CancellationToken stop)
    {
        ConceptKind? wanted = Enum.TryParse<ConceptKind>(kind, out var word) && Enum.IsDefined(word) && word.ToString() == kind ? word : null;
        return Json((await vocabulary.GetAsync(stop)).Names.Find(q?.Length <= LongestText ? q : null, wanted, Most));
    }
}
