using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Data.Vocabulary;
using ZOE.Matching.Domain.Vocabulary;
using ZOE.Matching.Seed.Vocabulary;
using ZOE.Matching.Web.Matches;
using ZOE.Matching.Web.Tests.Hosting;
using ZOE.Matching.Web.Vocabulary;

namespace ZOE.Matching.Web.Tests.Seed.Vocabularies;

/// <summary>The real public files, which are not part of the repository.</summary>
public sealed class PublicVocabularyTests(ITestOutputHelper output)
{
    [Fact]
    public void Read_PublicFiles_HaveNoBadRow()
    {
        var content = VocabularyFiles.Read(PublicFiles.Folder());

        foreach (var file in content.Files) output.WriteLine($"{file.File}: {file.Rows} rows, {file.Skipped} skipped");
        foreach (var kind in content.Concepts.CountBy(c => c.Kind)) output.WriteLine($"{kind.Key}: {kind.Value}");
        foreach (var kind in content.Concepts.SelectMany(c => c.Labels).CountBy(c => c.Kind)) output.WriteLine($"label {kind.Key}: {kind.Value}");
        foreach (var kind in content.Relations.CountBy(r => r.Kind)) output.WriteLine($"{kind.Key}: {kind.Value}");
        output.WriteLine($"{content.Concepts.Count} concepts, {content.LabelCount} labels, {content.Relations.Count} relations, {content.Postcodes.Count} postcodes, {content.Took.TotalMilliseconds:0} ms");
        content.BadRows.Should().BeEmpty();
        content.Missing.Should().BeEmpty();
        content.Concepts.Count(c => c.Key.StartsWith("esco:o:", StringComparison.Ordinal)).Should().BeGreaterThanOrEqualTo(3039);
        content.Concepts.Where(c => c.Kind == ConceptKind.Competence && c.Codes.Exists(x => x.Scheme == CodeSchemes.Dkz) && c.Codes.Exists(x => x.Scheme == CodeSchemes.Esco)).Should().HaveCountGreaterThan(1000);
        content.Concepts.Should().OnlyContain(c => c.Labels.Count > 0);
    }

    [Fact]
    public async Task Import_PublicFiles_TakesLessThanTwoMinutes()
    {
        FullTests.Require("half a minute of both cores");
        var folder = PublicFiles.Folder();
        await using var portal = new PortalFactory();
        await portal.InitializeAsync();
        var started = TimeProvider.System.GetTimestamp();

        var import = (await portal.Services.GetRequiredService<VocabularyImports>().RunAsync(folder, TestContext.Current.CancellationToken))!;

        output.WriteLine(import.Report!);
        import.State.Should().Be(ImportState.Done, import.Report);
        TimeProvider.System.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromMinutes(2));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        started = TimeProvider.System.GetTimestamp();
        var words = await portal.Services.GetRequiredService<VocabularyCache>().GetAsync(TestContext.Current.CancellationToken);
        output.WriteLine($"loaded into memory in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1_000_000} MB");
        started = TimeProvider.System.GetTimestamp();
        var names = words.Names.Find("schweiß", ConceptKind.Occupation, 8);
        output.WriteLine($"suggested in {TimeProvider.System.GetElapsedTime(started).TotalMilliseconds:0.0} ms: {string.Join(", ", names)}");
        names.Should().HaveCount(8);
        words.Text.Should().NotBeNull();
    }
}

/// <summary>Where the public files lie beside the repository; in CI they must be there.</summary>
internal static class PublicFiles
{
    public static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "ZOE.Matching.sln"))) root = root.Parent;
        var folder = Path.GetFullPath(Path.Combine(root?.FullName ?? ".", "..", "shared", "data"));
        Assert.SkipUnless(Directory.Exists(folder), "Needs the public vocabularies in ../shared/data beside the repository.");
        return folder;
    }
}
