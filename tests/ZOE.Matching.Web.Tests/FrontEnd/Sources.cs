namespace ZOE.Matching.Web.Tests.FrontEnd;

/// <summary>The web project's own files, for tests that read them.</summary>
internal static class Sources
{
    public static string Web { get; } = Path.Combine(Root(), "src", "ZOE.Matching.Web");

    public static IReadOnlyList<string> Views { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Web, "Features"), "*.cshtml", SearchOption.AllDirectories)];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ZOE.Matching.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
