using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using ZOE.Matching.Web.Projections;
using ZOE.Matching.Web.Settings;

namespace ZOE.Matching.Web.Tests.Start;

/// <summary>The keys Search:* reach the engine, and what cannot work stops the start.</summary>
public sealed class SearchSettingsTests
{
    [Fact]
    public void Elasticsearch_EveryKey_IsRead()
    {
        var search = Read("Production",
            ("Addresses", "https://one.example:9200, https://two.example:9200"), ("User", "zoe"), ("Password", "geheim"), ("CaFile", "/ca.pem"),
            ("IndexPrefix", "jobbuero"), ("ConnectMilliseconds", "200"), ("SearchMilliseconds", "700"), ("WriteSeconds", "20")).Search;

        search.Engine.Should().Be("Elasticsearch");
        var options = search.Elasticsearch;
        options.Addresses.Should().Equal("https://one.example:9200", "https://two.example:9200");
        (options.User, options.Password, options.CaFile, options.IndexPrefix, options.ApiKey).Should().Be(("zoe", "geheim", "/ca.pem", "jobbuero", null));
        (options.ConnectTimeout, options.SearchTimeout, options.WriteTimeout).Should().Be((TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(0.7), TimeSpan.FromSeconds(20)));
        options.RequireLogin.Should().BeTrue();
        Read("Development", ("Addresses:0", "http://one.example:9200"), ("ApiKey", "key")).Search.Elasticsearch.Should()
            .Match<ZOE.Matching.Search.Elasticsearch.ElasticsearchOptions>(o => !o.RequireLogin && o.ApiKey == "key" && o.Addresses.Single() == "http://one.example:9200");
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void Elasticsearch_WithoutLoginOutsideDevelopment_StopsTheStart(string environment)
    {
        var add = () => new ServiceCollection().AddProjections(Read(environment, ("Addresses", "https://one.example:9200")));

        add.Should().Throw<ConfigurationRefused>().WithMessage("*ApiKey is empty*must ask for a login*");
    }

    [Fact]
    public void Elasticsearch_WithoutLoginInDevelopment_Starts()
    {
        var add = () => new ServiceCollection().AddProjections(Read("Development", ("Addresses", "http://127.0.0.1:9200")));

        add.Should().NotThrow();
    }

    [Fact]
    public void Elasticsearch_NumberThatIsNone_NamesTheKey()
    {
        var read = () => Read("Development", ("Addresses", "http://127.0.0.1:9200"), ("SearchMilliseconds", "schnell"));

        read.Should().Throw<ConfigurationRefused>().WithMessage("*Search:Elasticsearch:SearchMilliseconds*no whole number*");
    }

    private static PortalSettings Read(string environment, params (string Key, string Value)[] settings) => PortalSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection([new("Search:Engine", "elasticsearch"), .. settings.Select(s => new KeyValuePair<string, string?>("Search:Elasticsearch:" + s.Key, s.Value))]).Build(),
        new Place(environment));

    private sealed record Place(string EnvironmentName) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = EnvironmentName;

        public string ApplicationName { get; set; } = "test";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
