using ZOE.Matching.Search;
using ZOE.Matching.Web.Jobs;
using ZOE.Matching.Web.Settings;

namespace ZOE.Matching.Web.Projections;

/// <summary>Registers the search engine and what keeps it up to date.</summary>
public static class ProjectionSetup
{
    /// <exception cref="ConfigurationRefused">A setting of the engine cannot work.</exception>
    public static void AddProjections(this IServiceCollection services, PortalSettings settings)
    {
        try
        {
            services.AddSearch(settings.Search);
        }
        catch (InvalidOperationException refused)
        {
            throw new ConfigurationRefused(refused.Message);
        }

        services.AddSingleton<IndexRebuilds>();
        services.AddScoped<SearchDocuments>();
        services.AddScoped<SearchProjection>();
        services.AddScoped<CardProjector>();
        services.AddSingleton<IndexMetrics>();
        services.AddScoped<IndexStatus>();
        services.AddScoped<ProjectionWork>();
    }

    /// <summary>Opens the index, so that a folder in use stops the start with a sentence.</summary>
    /// <exception cref="ConfigurationRefused">Another process holds the folder.</exception>
    public static void OpenIndex(this IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<ISearchIndex>();
        }
        catch (IndexInUseException taken)
        {
            throw new ConfigurationRefused(taken.Message);
        }
    }
}
