using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ZOE.Matching.Search.Lucene;

namespace ZOE.Matching.Search;

/// <summary>Settings of the section "Search".</summary>
public sealed class SearchOptions
{
    /// <summary>Which engine; allowed: Lucene.</summary>
    public string Engine { get; set; } = "Lucene";

    /// <summary>Folder of the embedded index; one process at a time.</summary>
    public string Folder { get; set; } = "";
}

/// <summary>Registers the search engine that the configuration names.</summary>
public static class SearchSetup
{
    /// <summary>Allowed words for <see cref="SearchOptions.Engine"/>.</summary>
    public static IReadOnlyList<string> Engines { get; } = ["Lucene"];

    /// <summary>Adds <see cref="ISearchIndex"/> as a singleton. An unknown engine or a missing folder throws here; a folder in use throws <see cref="IndexInUseException"/> at the first resolve.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services, SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!Engines.Contains(options.Engine, StringComparer.OrdinalIgnoreCase))
            throw new InvalidOperationException($"Search:Engine is '{options.Engine}'. Allowed: {string.Join(", ", Engines)}.");
        if (string.IsNullOrWhiteSpace(options.Folder))
            throw new InvalidOperationException("Search:Folder is missing: the embedded engine needs a folder for its index.");
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ISearchIndex>(p => new LuceneSearchIndex(options.Folder, p.GetRequiredService<TimeProvider>()));
        return services;
    }
}
