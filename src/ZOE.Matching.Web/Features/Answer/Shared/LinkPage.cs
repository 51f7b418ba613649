using Microsoft.AspNetCore.Mvc;
using ZOE.Matching.Web.Features.Shared;

namespace ZOE.Matching.Web.Features.Answer.Shared;

/// <summary>Why a link cannot be answered; the key of its texts in Placing.resx.</summary>
public enum LinkEnd
{
    /// <summary>Nobody has sent this address, or the mail program has cut it.</summary>
    Unknown,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>The proposal was taken back; why is nobody's business.</summary>
    Withdrawn,

    /// <summary>The question needs no answer any more.</summary>
    NotNeeded,
}

/// <summary>What the pages behind one-click links share.</summary>
public abstract class LinkPage : PortalController
{
    /// <summary>A friendly page that says what to do; 404 for addresses that nobody has sent, else 410.</summary>
    protected ViewResult Over(LinkEnd end)
    {
        Response.StatusCode = end == LinkEnd.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        return View("Over", end);
    }
}
