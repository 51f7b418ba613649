using ZOE.Matching.Data;
using ZOE.Matching.Search;

namespace ZOE.Matching.Web.Settings;

/// <summary>Where background jobs keep their clockwork.</summary>
public enum JobStorage
{
    /// <summary>In memory; nothing is lost with it, since all work is rows in the database.</summary>
    InMemory,

    Postgres,

    /// <summary>No background jobs in this process (tests run them on call).</summary>
    None,
}

/// <summary>How mail leaves the house.</summary>
public enum MailEngine
{
    /// <summary>.eml files in a folder.</summary>
    Folder,

    Smtp,
}

/// <summary>Which engine searches.</summary>
public enum SearchEngine
{
    /// <summary>In this process, its index in the data folder.</summary>
    Lucene,

    /// <summary>A server of its own, for production.</summary>
    Elasticsearch,
}

/// <summary>Everything that is configured, read once at the start. README lists the keys.</summary>
public sealed class PortalSettings
{
    public required DatabaseEngine DatabaseEngine { get; init; }

    /// <summary>SQLite: path of the file; PostgreSQL: connection string.</summary>
    public required string DatabaseConnection { get; init; }

    public required SearchEngine SearchEngine { get; init; }

    /// <summary>How the engine is set up.</summary>
    public required SearchOptions Search { get; init; }

    public required JobStorage JobStorage { get; init; }

    public required MailEngine MailEngine { get; init; }

    /// <summary>Folder of everything that this process keeps (database file, index, mails, lock).</summary>
    public required string DataFolder { get; init; }

    /// <summary>Address of the portal as users know it, without a slash at the end; stands in mails.</summary>
    public required string PublicAddress { get; init; }

    /// <summary>Demo data, demo sign-ins, clock and mail page. Development only.</summary>
    public required bool Demo { get; init; }

    /// <summary>Folder of the public vocabularies for the administrator's import; null when none is set.</summary>
    public string? VocabularyFolder { get; init; }

    public string IndexFolder => Path.Combine(DataFolder, "index");

    public string MailFolder => Path.Combine(DataFolder, "mail");

    public static PortalSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var folder = Path.GetFullPath(configuration["Data:Folder"] ?? Path.Combine(environment.ContentRootPath, "App_Data"));
        var engine = configuration.Word("Database:Engine", DatabaseEngine.Sqlite);
        var connection = configuration["Database:Connection"];
        if (engine == DatabaseEngine.Postgres && string.IsNullOrWhiteSpace(connection))
            throw new ConfigurationRefused("Database:Engine is Postgres, but Database:Connection is empty. Set the connection string.");
        var demo = configuration.GetValue("Demo:Enabled", environment.IsDevelopment());
        if (demo && !environment.IsDevelopment())
            throw new ConfigurationRefused("Demo:Enabled is true, but demo data, demo sign-ins, the clock page and the mail page exist in Development only.");
        var search = configuration.Word("Search:Engine", SearchEngine.Lucene);
        return new PortalSettings
        {
            DatabaseEngine = engine,
            DatabaseConnection = engine == DatabaseEngine.Sqlite ? connection ?? Path.Combine(folder, "zoe-matching.db") : connection!,
            SearchEngine = search,
            Search = SearchSettings.Read(configuration, environment, search, Path.Combine(folder, "index")),
            JobStorage = configuration.Word("Jobs:Storage", JobStorage.InMemory),
            MailEngine = configuration.Word("Mail:Engine", MailEngine.Folder),
            DataFolder = folder,
            PublicAddress = (configuration["Portal:PublicAddress"] ?? "http://localhost:5080").TrimEnd('/'),
            Demo = demo,
            VocabularyFolder = configuration["Vocabulary:Folder"] is { Length: > 0 } vocabulary ? Path.GetFullPath(vocabulary, environment.ContentRootPath) : null,
        };
    }
}
