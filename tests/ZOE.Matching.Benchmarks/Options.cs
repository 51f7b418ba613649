using System.Globalization;

namespace ZOE.Matching.Benchmarks;

/// <summary>What the command was asked for.</summary>
internal sealed record Options
{
    public const string Usage = "infra/speed [--quick] [--only pages|large|engine|rebuild] [--million] [--large N] [--rounds R] [--keep FOLDER] [--out FOLDER]";

    /// <summary>Few requests and one round: to see that it works, not how fast.</summary>
    public bool Quick { get; private init; }

    /// <summary>One suite; null = all.</summary>
    public string? Only { get; private init; }

    /// <summary>Profiles and vacancies of the pages at the large size.</summary>
    public int Large { get; private init; } = 100_000;

    /// <summary>The engine with a million vacancies too.</summary>
    public bool Million { get; private init; }

    public int Rounds { get; private init; } = 7;

    /// <summary>Folder in which filled portals stay for the next run; null = they are thrown away.</summary>
    public string? Keep { get; private init; }

    /// <summary>Folder of speed.md and speed.csv.</summary>
    public required string Out { get; init; }

    /// <summary>Seed of all random choices.</summary>
    public int Seed { get; } = 20161024;

    /// <summary>Address of a running Elasticsearch; null = it is left out, and the table says so.</summary>
    public string? Elasticsearch { get; } = Environment.GetEnvironmentVariable("ZOE_SPEED_ELASTICSEARCH") is { Length: > 0 } address ? address : null;

    /// <summary>Connection string of a running PostgreSQL; null = it is left out, and the table says so.</summary>
    public string? Postgres { get; } = Environment.GetEnvironmentVariable("ZOE_SPEED_POSTGRES") is { Length: > 0 } connection ? connection : null;

    /// <summary>Process numbers of the servers that were started for the run: their load is not foreign.</summary>
    public int[] Servers { get; } = [.. (Environment.GetEnvironmentVariable("ZOE_SPEED_SERVERS") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => int.Parse(p, CultureInfo.InvariantCulture))];

    /// <summary>Folder of the public vocabularies; null = the seed vocabulary alone.</summary>
    public string? Vocabulary { get; } = Repository.SharedData;

    public static Options Read(string[] arguments)
    {
        var options = new Options { Out = Path.Combine(Repository.Folder, "infra") };
        for (var i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--quick" => options with { Quick = true, Rounds = 1 },
                "--only" => options with { Only = Next() is "pages" or "large" or "engine" or "rebuild" ? arguments[i] : throw new ArgumentException(Usage) },
                "--million" => options with { Million = true },
                "--large" => options with { Large = int.Parse(Next(), CultureInfo.InvariantCulture) },
                "--rounds" => options with { Rounds = int.Parse(Next(), CultureInfo.InvariantCulture) },
                "--keep" => options with { Keep = Path.GetFullPath(Next()) },
                "--out" => options with { Out = Path.GetFullPath(Next()) },
                _ => throw new ArgumentException(Usage),
            };

            string Next() => ++i < arguments.Length ? arguments[i] : throw new ArgumentException(Usage);
        }

        return options;
    }

    /// <summary>The large pages take half an hour to fill and run by name only.</summary>
    public bool Runs(string suite) => Only is null ? suite != "large" : Only == suite;
}

/// <summary>Where things lie.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    /// <summary>Folder of the portal's project.</summary>
    public static string Web { get; } = Path.Combine(Folder, "src", "ZOE.Matching.Web");

    public static string? SharedData { get; } = Directory.Exists(Path.Combine(Folder, "..", "shared", "data")) ? Path.GetFullPath(Path.Combine(Folder, "..", "shared", "data")) : null;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ZOE.Matching.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The benchmarks run from their build folder only.");
    }
}
