using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.Extensions.Options;
using ZOE.Matching.Web.Forms;

namespace ZOE.Matching.Web.FrontEnd;

/// <summary>Language, forms, headers and error pages of the portal, in two calls.</summary>
public static class FrontEndSetup
{
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

    /// <summary>Says no before the form is read: a form reader that meets the server's limit would turn it into a plain bad request.</summary>
    private static async Task RefuseOversizedBody(HttpContext context, RequestDelegate next)
    {
        var isErrorPage = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!isErrorPage && context.Request.ContentLength > WebSetup.LargestBody)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        // Without a declared length only reading tells; what was read is kept for the form reader.
        if (!isErrorPage && context.Request is { ContentLength: null, HasFormContentType: true })
        {
            try
            {
                await context.Request.ReadFormAsync(context.RequestAborted);
            }
            catch (BadHttpRequestException refused)
            {
                context.Response.StatusCode = refused.StatusCode;
                return;
            }
            catch (InvalidDataException)
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }
        }

        await next(context);
    }
}
