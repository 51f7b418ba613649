using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;
using ZOE.Matching.Data;
using ZOE.Matching.Web.Clients;
using ZOE.Matching.Web.Clock;
using ZOE.Matching.Web.Features;
using ZOE.Matching.Web.Features.Coaching;
using ZOE.Matching.Web.Features.Employers;
using ZOE.Matching.Web.FrontEnd;
using ZOE.Matching.Web.Guards;
using ZOE.Matching.Web.Jobs;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Mail;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Notes;
using ZOE.Matching.Web.Placements;
using ZOE.Matching.Web.Projections;
using ZOE.Matching.Web.Proposals;
using ZOE.Matching.Web.Referrals;
using ZOE.Matching.Web.Searches;
using ZOE.Matching.Web.Searching;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Settings;
using ZOE.Matching.Web.Start;
using ZOE.Matching.Web.Vacancies;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web;

/// <summary>Puts the portal together: what it needs (AddPortal) and in which order a request passes (UsePortal).</summary>
public static class WebSetup
{
    /// <summary>Largest request body in bytes; no form needs more.</summary>
    public const long LargestBody = 256 * 1024;

    public static void AddPortal(this WebApplicationBuilder builder)
    {
        var settings = PortalSettings.Read(builder.Configuration, builder.Environment);
        var services = builder.Services;
        services.AddSingleton(settings);
        var folderLock = DataFolderLock.Take(settings.DataFolder);
        services.AddSingleton(_ => folderLock);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });

        services.AddSingleton<PortalClock>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<PortalClock>());
        services.AddData(settings.DatabaseEngine, settings.DatabaseConnection);
        services.AddSignIn(builder.Environment);
        builder.AddGuards(settings);
        if (settings.Demo) services.AddScoped<Features.Dev.DemoClock>();
        services.AddScoped<LinkDesk>();
        services.AddScoped<Outbox>();
        services.AddScoped<ConsentDesk>();
        services.AddScoped<ClientViews>();
        services.AddScoped<TaskReader>();
        services.AddCoaching();
        services.AddScoped<Organisations.ApprovalDesk>();
        services.AddScoped<EvidenceDesk>();
        services.AddScoped<ProposalDesk>();
        services.AddScoped<ProposeAndRefer>();
        services.AddSingleton<NoteWriter>();
        services.AddScoped<ReferralDesk>();
        services.AddScoped<PlacementDesk>();
        services.AddScoped<FollowUpDesk>();
        services.AddPlacementPages();
        services.AddScoped<Courses.CourseDesk>();
        services.AddMail(settings, builder.Configuration, builder.Environment);
        services.AddMatching();
        services.AddProjections(settings);
        services.AddJobs(settings, jobs => jobs.Add<SendMailJob>().Add<FollowUpJob>().Add<ExpiryJob>().Add<ProjectJob>().Add<NightlyJob>().Add<SavedSearchJob>());
        services.AddSavedSearches();
        services.AddSearching();
        services.AddVacancies();
        services.AddEmployers();
        services.AddScoped<Inbox.InboxReader>();
        AddPages(services);
    }

    public static void UsePortal(this WebApplication app)
    {
        // Held from here to the end of the process.
        app.Services.GetRequiredService<DataFolderLock>();
        app.UseTrustedProxies();
        app.UseJobDashboardPolicy();
        app.UseFrontEnd();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapControllers().WithStaticAssets();
        app.MapJobDashboard();
        EndpointRule.Check(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddControllersWithViews(mvc =>
        {
            mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            mvc.ModelBinderProviders.Insert(0, new Forms.CleanTextBinder.Provider());
        }).AddDataAnnotationsLocalization();
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
}
