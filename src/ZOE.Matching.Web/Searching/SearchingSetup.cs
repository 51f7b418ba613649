namespace ZOE.Matching.Web.Searching;

/// <summary>Registers the search of vacancies and courses.</summary>
public static class SearchingSetup
{
    public static void AddSearching(this IServiceCollection services)
    {
        services.AddScoped<FoundRecords>();
        services.AddScoped<DatabaseSearch>();
        services.AddScoped<SearchFacets>();
        services.AddScoped<SearchWords>();
        services.AddScoped<BoundedSearch>();
        services.AddScoped<RecordSearch>();
    }
}
