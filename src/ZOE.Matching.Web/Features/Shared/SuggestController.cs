using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Shared;

/// <summary>Words of the vocabulary while someone types; nothing of people or records.</summary>
[Route("suggest/words")]
[Authorize(Policy = Policies.SignedIn)]
public sealed class SuggestController(VocabularyCache vocabulary) : PortalController
{
    /// <summary>Most words of an answer.</summary>
    public const int Most = 8;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, CancellationToken stop) =>
        Json(q is { Length: > 1 and <= 60 } ? (await vocabulary.GetAsync(stop)).Text.Lexicon.StartingWith(q, Most) : []);
}
