using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Inbox;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Coaching.Inbox;

/// <summary>The coach's messages.</summary>
[Area("Coaching")]
[Route("coaching/inbox")]
[Authorize(Policy = Policies.Coaching)]
public sealed class InboxController(InboxReader inbox) : OwnInboxController(inbox, "/coaching/inbox");
