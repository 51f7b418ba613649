using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Search.Elasticsearch;

namespace ZOE.Matching.Search.Tests.Elasticsearch;

/// <summary>Settings that cannot work stop the start with a sentence that names the key.</summary>
public sealed class ElasticsearchSettingsTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    [Fact]
    public void Addresses_Missing() => Refused(o => o.Addresses = [], "Search:Elasticsearch:Addresses is empty*");

    [Theory]
    [InlineData("search.example.org:9200")]
    [InlineData("ftp://search.example.org")]
    [InlineData("https://user:secret@search.example.org")]
    [InlineData("https://search.example.org/?x=1")]
    public void Addresses_NoAddress(string address) => Refused(o => o.Addresses = [address], "Search:Elasticsearch:Addresses holds something*");

    [Fact]
    public void Login_Missing() => Refused(o => o.ApiKey = null, "*ApiKey is empty*must ask for a login*");

    [Fact]
    public void Login_Twice() => Refused(o => (o.User, o.Password) = ("zoe", "x"), "*both set*");

    [Fact]
    public void Login_WithoutPassword() => Refused(o => (o.ApiKey, o.User) = (null, "zoe"), "*belong together*");

    [Fact]
    public void Login_KeyWithALineBreak() => Refused(o => o.ApiKey = "abc\n", "*ApiKey holds characters*");

    [Fact]
    public void Address_OfAnotherMachineWithoutTls() => Refused(o => o.Addresses = ["http://search.example.org:9200"], "*must begin with https*");

    [Fact]
    public void Prefix_Bad() => Refused(o => o.IndexPrefix = "ZOE_1", "*IndexPrefix is \"ZOE_1\"*");

    [Fact]
    public void Timeout_Zero() => Refused(o => o.SearchTimeout = TimeSpan.Zero, "*SearchMilliseconds*above zero*");

    [Fact]
    public void CaFile_Missing() => Refused(o => o.CaFile = file + ".none", "*CaFile*cannot be read*");

    [Fact]
    public void CaFile_WithoutCertificate() => Refused(o => o.CaFile = file, "*CaFile*");

    [Fact]
    public void Development_NeedsNoLogin()
    {
        var add = () => Add(o => (o.ApiKey, o.RequireLogin, o.Addresses) = (null, false, ["http://search.example.org:9200"]));
        add.Should().NotThrow();
    }

    [Fact]
    public async Task Sound_TheStartNeedsNoServer()
    {
        await using var provider = Add(o => o.Addresses = ["http://127.0.0.1:1"]).BuildServiceProvider();
        var health = await provider.GetRequiredService<ISearchIndex>().HealthAsync();
        health.Should().HaveCount(3).And.OnlyContain(h => !h.Answers);
    }

    public void Dispose() => File.Delete(file);

    private static void Refused(Action<ElasticsearchOptions> spoil, string sentence)
    {
        var add = () => Add(spoil);
        add.Should().Throw<InvalidOperationException>().WithMessage(sentence);
    }

    private static IServiceCollection Add(Action<ElasticsearchOptions> change)
    {
        var options = new ElasticsearchOptions { Addresses = ["https://search.example.org:9200"], ApiKey = "a2V5" };
        change(options);
        return new ServiceCollection().AddSearch(new SearchOptions { Engine = "elasticsearch", Elasticsearch = options });
    }
}
