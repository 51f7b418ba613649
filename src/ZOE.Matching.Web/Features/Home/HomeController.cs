using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ZOE.Matching.Web.Features.Home;

/// <summary>The start page and the pages the law asks for.</summary>
[AllowAnonymous]
public sealed class HomeController(IConfiguration configuration) : Controller
{
    [HttpGet("/")]
    public IActionResult Start() => View();

    [HttpGet("/imprint")]
    public IActionResult Imprint() => View();

    [HttpGet("/privacy")]
    public IActionResult Privacy() => View();

    /// <summary>The statement on accessibility; the page a barrier was met on comes along from the footer.</summary>
    [HttpGet("/accessibility")]
    public IActionResult Accessibility(string? page)
    {
        var isOwnPage = page is { Length: > 0 and <= 200 } && Url.IsLocalUrl(page);
        return View(new AccessibilityPage(isOwnPage ? page : null, configuration["Operator:AccessibilityMail"]));
    }

    /// <summary>Browsers ask for this address when an answer is no page.</summary>
    [HttpGet("/favicon.ico")]
    public IActionResult Favicon() => RedirectPermanent("~/favicon.svg");
}
