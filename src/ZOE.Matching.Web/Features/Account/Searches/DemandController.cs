using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ZOE.Matching.Domain.Searches;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Searches;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Features.Account.Searches;

/// <summary>A search that found too little, to be reported.</summary>
public sealed class DemandForm
{
    [Required]
    public SavedSearchKind? Kind { get; set; }

    [StringLength(CriteriaState.Longest)]
    public string? State { get; set; }
}

/// <summary>Reports a demand (Bedarf melden) from an empty search.</summary>
[Area("Account")]
[Authorize(Policy = Policies.SignedIn)]
[Route("/account/demand")]
public sealed class DemandController(DemandDesk desk, CriteriaState states, CurrentUser user, IStringLocalizer<SavedSearches> texts) : PortalController
{
    [HttpPost("")]
    public async Task<IActionResult> Report(DemandForm form, CancellationToken stop)
    {
        if (!ModelState.IsValid || form.Kind is not { } kind || !Enum.IsDefined(kind)) return NotFound();
        if ((await desk.ReportAsync(kind, await states.ReadAsync(kind, form.State, stop), stop)).Refusal is { } refusal) Problem(refusal);
        else Notice(texts["Demand.Thanks"]);
        return LocalRedirect(user.Role is { } role ? StartPages.Of(role) : "/");
    }
}
