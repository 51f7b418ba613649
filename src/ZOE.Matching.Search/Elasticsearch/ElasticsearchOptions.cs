using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>Settings of the section "Search:Elasticsearch".</summary>
public sealed class ElasticsearchOptions
{
    /// <summary>Addresses of the nodes; when one cannot be reached the next is asked.</summary>
    public IReadOnlyList<string> Addresses { get; set; } = [];

    /// <summary>API key as the server hands it out ("encoded"); instead of user and password.</summary>
    public string? ApiKey { get; set; }

    /// <summary>User; needs <see cref="Password"/>.</summary>
    public string? User { get; set; }

    /// <summary>Password of the user.</summary>
    public string? Password { get; set; }

    /// <summary>PEM file of the authorities that the server's certificate must come from; empty: those of the system.</summary>
    public string? CaFile { get; set; }

    /// <summary>Start of all index names, so that several portals can share a cluster.</summary>
    public string IndexPrefix { get; set; } = "zoe";

    /// <summary>Longest wait for a connection to one address.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Longest wait for one search, over all addresses.</summary>
    public TimeSpan SearchTimeout { get; set; } = TimeSpan.FromMilliseconds(800);

    /// <summary>Longest wait for one write or one step of a rebuild.</summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Refuse to start without a login, or with one that would travel unencrypted; false in Development only.</summary>
    public bool RequireLogin { get; set; } = true;

    internal bool HasLogin => !string.IsNullOrEmpty(ApiKey) || !string.IsNullOrEmpty(User);

    /// <summary>The addresses, once everything is sound.</summary>
    /// <exception cref="InvalidOperationException">A setting cannot work; the message is a sentence for the operator.</exception>
    internal IReadOnlyList<Uri> Check()
    {
        if (Addresses.Count == 0)
            throw Refuse("Addresses is empty. Name at least one address, e.g. https://search.example.org:9200; several with commas between them.");
        var addresses = Addresses.Select(Address).ToArray();
        if (!string.IsNullOrEmpty(ApiKey) && !string.IsNullOrEmpty(User))
            throw Refuse("ApiKey and Search:Elasticsearch:User are both set. Choose one login.");
        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
            throw Refuse("User and Search:Elasticsearch:Password belong together. Set both, or an ApiKey instead.");
        if (ApiKey is { Length: > 0 } key && key.Any(c => c is <= ' ' or > '~'))
            throw Refuse("ApiKey holds characters that no key has. Copy the field \"encoded\" of the server's answer.");
        if (RequireLogin && !HasLogin)
            throw Refuse("ApiKey is empty and there is no User either. Outside Development the server must ask for a login.");
        if (RequireLogin && addresses.FirstOrDefault(a => a.Scheme == Uri.UriSchemeHttp && !a.IsLoopback) is { } open)
            throw Refuse($"Addresses holds \"{open}\". Outside Development an address of another machine must begin with https.");
        if (IndexPrefix.Length is < 1 or > 40 || !char.IsAsciiLetterLower(IndexPrefix[0]) || !IndexPrefix.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw Refuse($"IndexPrefix is \"{IndexPrefix}\". Allowed: 1 to 40 of a-z, 0-9 and -, beginning with a letter.");
        if (ConnectTimeout <= TimeSpan.Zero || SearchTimeout <= TimeSpan.Zero || WriteTimeout <= TimeSpan.Zero || WriteTimeout > TimeSpan.FromHours(1))
            throw Refuse("ConnectMilliseconds, SearchMilliseconds and WriteSeconds must be above zero, the last at most 3600.");
        Authorities();
        return addresses;
    }

    /// <summary>The authorities of the CA file; null when there is none.</summary>
    internal X509Certificate2Collection? Authorities()
    {
        if (string.IsNullOrWhiteSpace(CaFile))
            return null;
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(CaFile);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw Refuse($"CaFile \"{CaFile}\" cannot be read as a PEM file of certificates.", problem);
        }
        return authorities.Count > 0 ? authorities : throw Refuse($"CaFile \"{CaFile}\" holds no certificate in PEM form.");
    }

    private static Uri Address(string text)
        => Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address is { UserInfo: "", Query: "", Fragment: "" }
            ? new Uri(address.AbsoluteUri.TrimEnd('/') + "/")
            : throw Refuse("Addresses holds something that is no address like https://search.example.org:9200 (no login in it, no question mark).");

    private static InvalidOperationException Refuse(string sentence, Exception? inner = null) => new("Search:Elasticsearch:" + sentence, inner);
}
