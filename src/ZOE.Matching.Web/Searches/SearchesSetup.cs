namespace ZOE.Matching.Web.Searches;

/// <summary>Registers saved searches and reported demand.</summary>
public static class SearchesSetup
{
    public static void AddSavedSearches(this IServiceCollection services)
    {
        services.AddScoped<SearchLook>();
        services.AddScoped<CriteriaState>();
        services.AddScoped<CriteriaWords>();
        services.AddScoped<SavedSearchDesk>();
        services.AddScoped<DemandDesk>();
    }
}
