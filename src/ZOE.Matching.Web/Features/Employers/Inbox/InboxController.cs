using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ZOE.Matching.Web.Features.Shared;
using ZOE.Matching.Web.Inbox;
using ZOE.Matching.Web.Security;

namespace ZOE.Matching.Web.Features.Employers.Inbox;

/// <summary>The employer's messages.</summary>
[Area("Employers")]
[Route("employers/inbox")]
[Authorize(Policy = Policies.Employer)]
public sealed class InboxController(InboxReader inbox) : OwnInboxController(inbox, "/employers/inbox");
