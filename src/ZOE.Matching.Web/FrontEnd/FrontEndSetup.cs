using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.Extensions.Options;
using ZOE.Matching.Web.Forms;

namespace ZOE.Matching.Web.FrontEnd;

/// <summary>Language, forms, headers and error pages of the portal, in two calls.</summary>
public static class FrontEndSetup
{
    /// <summary>The most a request may send, in bytes: the portal takes forms, no files.</summary>
    public const long BodyLimit = 1024 * 1024;

    /// <summary>Texts, German formats, field rendering and error messages.</summary>
    public static IServiceCollection AddFrontEnd(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<MvcDataAnnotationsLocalizationOptions>(options => options.DataAnnotationLocalizerProvider = FormTexts.For);
        services.AddSingleton<IPostConfigureOptions<MvcOptions>, BindingTexts>();
        services.AddSingleton<Navigation>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            // Formats stay German (numbers are read as they are shown). The language follows the user's own choice (cookie),
            // not the browser: English texts are not complete.
            options.SetDefaultCulture("de-DE");
            options.AddSupportedCultures("de-DE");
            options.AddSupportedUICultures("de-DE", "en");
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
        return services;
    }

    /// <summary>Goes first in the pipeline: headers on every answer, friendly error pages, language.</summary>
    public static void UseFrontEnd(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRequestLocalization();
        app.Use(RefuseOversizedBody);
    }

    private static Task RefuseOversizedBody(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentLength > BodyLimit)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = BodyLimit;
        return next(context);
    }
}
