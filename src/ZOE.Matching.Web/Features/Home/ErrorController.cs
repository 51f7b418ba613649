using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace ZOE.Matching.Web.Features.Home;

/// <summary>Says in plain words what went wrong and what to do next; takes every method because a failed POST is run again here.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorController : Controller
{
    private static readonly int[] Known = [400, 403, 404, 409, 413, 429, 500];

    /// <summary>Whatever no other route takes: without this, visitors who are not signed in would be sent to sign in for a page that does not exist.</summary>
    [Route("/{**path}", Order = int.MaxValue)]
    public IActionResult Nothing() => NotFound();

    [Route("/error/{code:int}")]
    public IActionResult Show()
    {
        // Not bound as a parameter: binding reads the form, and that form may be what failed.
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        // After an exception the status is set already and may differ from the address (a body that was too large).
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is not null) code = Response.StatusCode;
        if (code is < 400 or > 599) code = StatusCodes.Status404NotFound;
        Response.StatusCode = code;
        var shown = Known.Contains(code) ? code : code < 500 ? 400 : 500;
        return View("~/Features/Home/Error.cshtml", shown);
    }
}
