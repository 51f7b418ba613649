using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZOE.Matching.Search.Elasticsearch;

namespace ZOE.Matching.Search.Tests.Elasticsearch;

/// <summary>API key and own authority against a stub that speaks TLS; the servers for tests offer neither.</summary>
public sealed class TlsStubTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("zoe-tls-").FullName;
    private readonly List<string> logins = [];
    private WebApplication stub = null!;
    private string address = "";

    public async ValueTask InitializeAsync()
    {
        using var authority = Authority("CN=Right", "right.pem");
        using var other = Authority("CN=Other", "other.pem");
        var certificate = ServerCertificate(authority);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(certificate)));
        stub = builder.Build();
        stub.Run(async context =>
        {
            var login = context.Request.Headers.Authorization.ToString();
            logins.Add(login);
            context.Response.StatusCode = login == "ApiKey cmlnaHQ=" ? 200 : 401;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(login == "ApiKey cmlnaHQ="
                ? """{"timed_out":false,"hits":{"total":{"value":7},"hits":[]}}"""
                : """{"error":{"type":"security_exception"},"status":401}""");
        });
        await stub.StartAsync();
        var port = new Uri(stub.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
        address = $"https://127.0.0.1:{port}";
    }

    [Fact]
    public async Task ApiKeyAndAuthority_AreUsed()
    {
        (await Search("right.pem", "cmlnaHQ=")).Should().Be(7);
        logins.Should().Equal("ApiKey cmlnaHQ=");
    }

    [Fact]
    public async Task WrongApiKey_SaysThatTheLoginWasRefused()
        => (await FluentActions.Awaiting(() => Search("right.pem", "d3Jvbmc=")).Should().ThrowAsync<SearchUnavailableException>()).WithMessage("*refused the login*401*");

    [Theory]
    [InlineData("other.pem")]
    [InlineData(null)]
    public async Task CertificateOfAnUnknownAuthority_IsRefused_BeforeTheKeyIsSent(string? ca)
    {
        await FluentActions.Awaiting(() => Search(ca, "cmlnaHQ=")).Should().ThrowAsync<SearchUnavailableException>();
        logins.Should().BeEmpty();
    }

    [Fact]
    public async Task CertificateOfAnotherName_IsRefused()
    {
        address = address.Replace("127.0.0.1", "localhost");
        await FluentActions.Awaiting(() => Search("right.pem", "cmlnaHQ=")).Should().ThrowAsync<SearchUnavailableException>();
        logins.Should().BeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await stub.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<int> Search(string? ca, string key)
    {
        var options = new ElasticsearchOptions
        {
            Addresses = [address],
            ApiKey = key,
            CaFile = ca is null ? null : Path.Combine(folder, ca),
            ConnectTimeout = TimeSpan.FromSeconds(10),
            SearchTimeout = TimeSpan.FromSeconds(10),
        };
        using var index = new ElasticSearchIndex(options, "this portal", TimeProvider.System);
        return (await index.SearchAsync(SearchKind.Vacancies, new SearchQuery())).Total;
    }

    private X509Certificate2 Authority(string name, string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        var authority = request.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(30));
        File.WriteAllText(Path.Combine(folder, file), authority.ExportCertificatePem());
        return authority;
    }

    private static X509Certificate2 ServerCertificate(X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=stub", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(authority, Now.AddDays(-1), Now.AddDays(20), [1, 2, 3, 4]);
        using var whole = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}
