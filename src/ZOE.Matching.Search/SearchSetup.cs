using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ZOE.Matching.Search.Elasticsearch;
using ZOE.Matching.Search.Lucene;

namespace ZOE.Matching.Search;

/// <summary>Settings of the section "Search".</summary>
public sealed class SearchOptions
{
    /// <summary>Which engine; allowed: Lucene, Elasticsearch.</summary>
    public string Engine { get; set; } = "Lucene";

    /// <summary>How long a page waits for the engine before the database answers, in milliseconds, 100 to 60,000.</summary>
    public int PageMilliseconds { get; set; } = 1200;

    /// <summary>Folder of the embedded index; one process at a time.</summary>
    public string Folder { get; set; } = "";

    /// <summary>How to reach Elasticsearch.</summary>
    public ElasticsearchOptions Elasticsearch { get; set; } = new();
}

/// <summary>Registers the search engine that the configuration names.</summary>
public static class SearchSetup
{
    /// <summary>Allowed words for <see cref="SearchOptions.Engine"/>.</summary>
    public static IReadOnlyList<string> Engines { get; } = ["Lucene", "Elasticsearch"];

    /// <summary>Adds <see cref="ISearchIndex"/> as a singleton. An unknown engine or a setting that cannot work throws <see cref="InvalidOperationException"/> here; a folder in use throws <see cref="IndexInUseException"/> at the first resolve.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services, SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!Engines.Contains(options.Engine, StringComparer.OrdinalIgnoreCase))
            throw new InvalidOperationException($"Search:Engine is '{options.Engine}'. Allowed: {string.Join(", ", Engines)}.");
        services.TryAddSingleton(TimeProvider.System);
        if (string.Equals(options.Engine, "Elasticsearch", StringComparison.OrdinalIgnoreCase))
        {
            options.Elasticsearch.Check();
            services.AddSingleton<ISearchIndex>(p => new ElasticSearchIndex(options.Elasticsearch, Owner(options), p.GetRequiredService<TimeProvider>()));
            return services;
        }
        if (string.IsNullOrWhiteSpace(options.Folder))
            throw new InvalidOperationException("Search:Folder is missing: the embedded engine needs a folder for its index.");
        services.AddSingleton<ISearchIndex>(p => new LuceneSearchIndex(options.Folder, p.GetRequiredService<TimeProvider>()));
        return services;
    }

    // The same portal after a restart: its data folder is held by one process at a time, so what it left half-built may go.
    private static string Owner(SearchOptions options)
        => string.IsNullOrWhiteSpace(options.Folder) ? Guid.NewGuid().ToString("N") : $"{Environment.MachineName} {Path.GetFullPath(options.Folder)}";
}
