using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;
using ZOE.Matching.Web.FrontEnd;

namespace ZOE.Matching.Web;

/// <summary>Puts the portal together: what it needs (AddPortal) and in which order a request passes (UsePortal).</summary>
public static class WebSetup
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        services.AddControllersWithViews().AddDataAnnotationsLocalization();
        services.AddFrontEnd();
        services.Configure<RazorViewEngineOptions>(razor =>
        {
            razor.AreaViewLocationFormats.Clear();
            razor.AreaViewLocationFormats.Add("/Features/{2}/{1}/{0}.cshtml");
            razor.AreaViewLocationFormats.Add("/Features/{2}/Shared/{0}.cshtml");
            razor.AreaViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
            razor.ViewLocationFormats.Clear();
            razor.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
            razor.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
        });
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    public static void UsePortal(this WebApplication app)
    {
        app.UseFrontEnd();
        app.UseRouting();
        app.MapStaticAssets();
        app.MapControllers().WithStaticAssets();
    }
}
