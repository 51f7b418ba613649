namespace ZOE.Matching.Web.Tests.FrontEnd;

/// <summary>The web project's own files, for tests that read them.</summary>
internal static class Sources
{
    public static string Web { get; } = Path.Combine(Root(), "src", "ZOE.Matching.Web");

    public static IReadOnlyList<string> Views { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Web, "Features"), "*.cshtml", SearchOption.AllDirectories)];

    /// <summary>The web project's code.</summary>
    public static IReadOnlyList<string> Code { get; } = CodeOf(Web);

    /// <summary>The code of all projects under src.</summary>
    public static IReadOnlyList<string> AllCode { get; } = CodeOf(Path.Combine(Root(), "src"));

    private static List<string> CodeOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Migrations"))];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ZOE.Matching.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
