using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Inbox;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Providers.Inbox;

/// <summary>The Träger's messages.</summary>
[Area("Providers")]
[Route("providers/inbox")]
[Authorize(Policy = Policies.Provider)]
public sealed class InboxController(InboxReader inbox) : OwnInboxController(inbox, "/providers/inbox");
