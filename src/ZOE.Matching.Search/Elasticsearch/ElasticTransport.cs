using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>Sends one request within one deadline to the first address that can be reached. It repeats nothing that a server has taken.</summary>
internal sealed class ElasticTransport : IDisposable
{
    private static readonly TimeSpan ProbePause = TimeSpan.FromMilliseconds(500);
    private readonly HttpClient client;
    private readonly IReadOnlyList<Uri> addresses;
    private readonly ElasticBreaker breaker;
    private int preferred;

    public ElasticTransport(ElasticsearchOptions options, HttpMessageHandler? handler = null)
    {
        addresses = options.Check();
        client = new HttpClient(handler ?? Handler(options)) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (!string.IsNullOrEmpty(options.ApiKey))
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("ApiKey", options.ApiKey);
        else if (!string.IsNullOrEmpty(options.User))
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}")));
        breaker = new ElasticBreaker(ProbeAsync, ProbePause);
    }

    /// <summary>As <see cref="SendAsync"/>, but fails at once while the server is known not to answer.</summary>
    public Task<ElasticAnswer> SendQuicklyAsync(HttpMethod method, string path, ElasticBody? body, TimeSpan within, CancellationToken cancellation)
    {
        breaker.ThrowIfOpen();
        return SendAsync(method, path, body, within, cancellation);
    }

    /// <summary>The server's answer, good or bad.</summary>
    /// <exception cref="SearchUnavailableException">No server answered in time.</exception>
    public async Task<ElasticAnswer> SendAsync(HttpMethod method, string path, ElasticBody? body, TimeSpan within, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(within);
        var first = Volatile.Read(ref preferred);
        for (var attempt = 0; ; attempt++)
        {
            var at = (first + attempt) % addresses.Count;
            var isLast = attempt + 1 >= addresses.Count;
            try
            {
                var answer = await AskAsync(addresses[at], method, path, body, deadline.Token);
                if (!isLast && answer.Status is 502 or 504)
                {
                    answer.Dispose();
                    continue;
                }
                Volatile.Write(ref preferred, at);
                breaker.Close();
                return answer;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception) when (!isLast && !deadline.IsCancellationRequested)
            {
                // Not reached, or broken off: every request may be repeated, so the next address gets it.
            }
            catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException or JsonException)
            {
                // One that takes requests and never answers must not be asked first again.
                Volatile.Write(ref preferred, (at + 1) % addresses.Count);
                breaker.Open();
                throw new SearchUnavailableException(
                    deadline.IsCancellationRequested ? "The search server did not answer in time." : "The search server cannot be reached.", problem);
            }
        }
    }

    public void Dispose()
    {
        breaker.Dispose();
        client.Dispose();
    }

    private async Task<ElasticAnswer> AskAsync(Uri address, HttpMethod method, string path, ElasticBody? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path)) { Content = body?.ToContent() };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        if (!isJson && response.IsSuccessStatusCode)
            throw new JsonException("The address answers, but not as Elasticsearch does.");
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        return new ElasticAnswer((int)response.StatusCode, isJson ? await JsonDocument.ParseAsync(stream, cancellationToken: cancellation) : null);
    }

    private async Task<bool> ProbeAsync(CancellationToken cancellation)
    {
        try
        {
            // Asks through the normal way, which closes the breaker on any answer.
            using var answer = await SendAsync(HttpMethod.Get, "_cluster/health?filter_path=status", null, TimeSpan.FromSeconds(2), cancellation);
            return true;
        }
        catch (SearchUnavailableException)
        {
            return false;
        }
    }

    private static SocketsHttpHandler Handler(ElasticsearchOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = options.ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        if (options.Authorities() is { } authorities)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.AddRange(authorities);
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }
        return handler;
    }
}
