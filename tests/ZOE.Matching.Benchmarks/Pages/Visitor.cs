using System.Text.RegularExpressions;
using ZOE.Matching.Seed;

namespace ZOE.Matching.Benchmarks.Pages;

/// <summary>One user who has signed in: cookies, forms, and the clock from the request to the last byte of the page.</summary>
internal sealed partial class Visitor(HttpClient client)
{
    private readonly Dictionary<string, string> _cookies = [];
    private string _token = "";

    public static async Task<Visitor> SignInAsync(HttpClient client, string email)
    {
        var visitor = new Visitor(client);
        await visitor.GetAsync("/account/sign-in");
        var (status, _) = await visitor.SendAsync(visitor.Form("/account/sign-in", ("Email", email), ("Password", DemoAccounts.Password)));
        return status is 302 ? visitor : throw new InvalidOperationException($"{email} cannot sign in: {status}.");
    }

    public async Task<string> GetAsync(string path)
    {
        var (status, text) = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        if (TokenPattern().Match(text) is { Success: true } token) _token = token.Groups[1].Value;
        return status == 200 ? text : throw new InvalidOperationException($"{path} answered {status}.");
    }

    /// <summary>Asks for a page and says how many milliseconds it took; a wrong page gives no figure.</summary>
    public async Task<double> TimeAsync(PageRequest page)
    {
        using var request = page.Words is { } words ? Form(page.Path, ("words", words)) : new HttpRequestMessage(HttpMethod.Get, page.Path);
        var from = TimeProvider.System.GetTimestamp();
        var (status, text) = await SendAsync(request);
        var took = TimeProvider.System.GetElapsedTime(from);
        if (status != 200 || !text.Contains(page.MustHold, StringComparison.Ordinal) || text.Contains("kern-alert--warning", StringComparison.Ordinal))
            throw new InvalidOperationException($"{page.Path} {page.Words} answered {status} without what it must hold.");
        return took.TotalMilliseconds;
    }

    private HttpRequestMessage Form(string path, params (string Name, string Value)[] fields) => new(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", _token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
    };

    private async Task<(int Status, string Text)> SendAsync(HttpRequestMessage request)
    {
        if (_cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        using var response = await client.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }

        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenPattern();
}
