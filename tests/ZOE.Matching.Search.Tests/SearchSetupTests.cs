using Microsoft.Extensions.DependencyInjection;

namespace ZOE.Matching.Search.Tests;

/// <summary>The one switch between engines.</summary>
public sealed class SearchSetupTests
{
    [Theory]
    [InlineData("Solr")]
    [InlineData("")]
    public void AddSearch_UnknownEngine_NamesTheAllowedWords(string engine)
    {
        var add = () => new ServiceCollection().AddSearch(new SearchOptions { Engine = engine, Folder = "x" });
        add.Should().Throw<InvalidOperationException>().WithMessage("Search:Engine is*Allowed: Lucene, Elasticsearch*");
    }

    [Fact]
    public void AddSearch_WithoutFolder_SaysSo()
    {
        var add = () => new ServiceCollection().AddSearch(new SearchOptions { Engine = "lucene" });
        add.Should().Throw<InvalidOperationException>().WithMessage("Search:Folder*");
    }

    [Fact]
    public async Task AddSearch_Lucene_GivesOneIndexThatFreesItsFolder()
    {
        var folder = Directory.CreateTempSubdirectory("zoe-search-").FullName;
        for (var start = 0; start < 2; start++)
        {
            await using var provider = new ServiceCollection().AddSearch(new SearchOptions { Folder = folder }).BuildServiceProvider();
            var index = provider.GetRequiredService<ISearchIndex>();
            provider.GetRequiredService<ISearchIndex>().Should().BeSameAs(index);
            (await index.HealthAsync()).Should().HaveCount(3).And.OnlyContain(h => h.Answers && h.NeedsRebuild);
        }
        Directory.Delete(folder, true);
    }

    [Fact]
    public void PublicTypes_NameNoEngine()
    {
        var types = typeof(ISearchIndex).Assembly.GetExportedTypes();
        types.Should().NotBeEmpty();
        types.SelectMany(t => t.GetMethods().SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)))
            .Should().NotContain(t => t.Assembly.GetName().Name!.StartsWith("Lucene"));
    }
}
