using System.Globalization;
using ZOE.Matching.Search;
using ZOE.Matching.Search.Elasticsearch;

namespace ZOE.Matching.Web.Settings;

/// <summary>Reads the keys Search:*; the engine itself says what cannot work.</summary>
public static class SearchSettings
{
    private const string Section = "Search:Elasticsearch:";

    /// <exception cref="ConfigurationRefused">A number is none.</exception>
    public static SearchOptions Read(IConfiguration configuration, IHostEnvironment environment, SearchEngine engine, string folder)
    {
        var usual = new ElasticsearchOptions();
        return new SearchOptions
        {
            Engine = engine.ToString(),
            Folder = folder,
            PageMilliseconds = (int)Number(configuration, "Search:PageMilliseconds", new SearchOptions().PageMilliseconds),
            Elasticsearch = new ElasticsearchOptions
            {
                Addresses = Addresses(configuration),
                ApiKey = configuration[Section + "ApiKey"],
                User = configuration[Section + "User"],
                Password = configuration[Section + "Password"],
                CaFile = configuration[Section + "CaFile"],
                IndexPrefix = configuration[Section + "IndexPrefix"] ?? usual.IndexPrefix,
                ConnectTimeout = TimeSpan.FromMilliseconds(Number(configuration, Section + "ConnectMilliseconds", usual.ConnectTimeout.TotalMilliseconds)),
                SearchTimeout = TimeSpan.FromMilliseconds(Number(configuration, Section + "SearchMilliseconds", usual.SearchTimeout.TotalMilliseconds)),
                WriteTimeout = TimeSpan.FromSeconds(Number(configuration, Section + "WriteSeconds", usual.WriteTimeout.TotalSeconds)),
                RequireLogin = !environment.IsDevelopment(),
            },
        };
    }

    /// <summary>One key with commas, or one key per address.</summary>
    private static string[] Addresses(IConfiguration configuration)
    {
        var listed = configuration.GetSection(Section + "Addresses").GetChildren().Select(c => c.Value);
        var written = configuration[Section + "Addresses"]?.Split(',') ?? [];
        return [.. written.Concat(listed).OfType<string>().Select(a => a.Trim()).Where(a => a.Length > 0)];
    }

    private static double Number(IConfiguration configuration, string key, double usual)
    {
        var text = configuration[key];
        if (string.IsNullOrWhiteSpace(text)) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ConfigurationRefused($"The setting {key} is \"{text}\", which is no whole number.");
    }
}
