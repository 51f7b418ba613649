using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ZOE.Matching.Web.Tests.Hosting;

/// <summary>A page as it came back.</summary>
public sealed record PortalPage(HttpStatusCode Status, Uri? Location, string Text, IHtmlDocument Document, string Path)
{
    /// <summary>All headers of the answer and of its body, values joined by line breaks.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Text of the main part, white space folded.</summary>
    public string Main => string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A user's browser without JavaScript: cookies, pages, forms with all their fields (antiforgery token included).</summary>
public sealed class PortalBrowser(HttpClient client, string? session)
{
    private static readonly HtmlParser Parser = new();
    private readonly Dictionary<string, string> _cookies = session?.Split('=', 2) is [var name, var value] ? new() { [name] = value } : [];

    public HttpClient Client => client;

    /// <summary>Gets a page; redirects are not followed.</summary>
    public Task<PortalPage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), path);

    /// <summary>Gets a page and follows redirects, at most ten.</summary>
    public async Task<PortalPage> VisitAsync(string path)
    {
        var page = await GetAsync(path);
        return await FollowAsync(page);
    }

    /// <summary>Fills in a form of the page and sends it, as a user would: fields that are not named keep what stands in them.</summary>
    /// <param name="form">CSS selector of the form; the first with method post when null.</param>
    /// <param name="fields">Values by field name; null takes the field out; several values by repeating the name.</param>
    public Task<PortalPage> SubmitAsync(PortalPage page, IEnumerable<(string Name, string? Value)> fields, string? form = null)
    {
        var element = (form is null
                ? page.Document.QuerySelectorAll("main form").OfType<IHtmlFormElement>().FirstOrDefault(f => f.Method.Equals("post", StringComparison.OrdinalIgnoreCase))
                : page.Document.QuerySelector(form) as IHtmlFormElement)
            ?? throw new InvalidOperationException($"No form {form} on {page.Path} ({page.Status}).");
        var given = fields.ToLookup(f => f.Name, f => f.Value);
        var values = FieldsOf(element).Where(f => !given.Contains(f.Key)).ToList();
        values.AddRange(given.SelectMany(g => g.Where(v => v is not null).Select(v => KeyValuePair.Create(g.Key, v!))));
        var action = element.GetAttribute("action") is { Length: > 0 } target ? target : page.Path;
        return PostAsync(action, values);
    }

    /// <summary>Submits and follows the redirect.</summary>
    public async Task<PortalPage> SubmitAndFollowAsync(PortalPage page, IEnumerable<(string Name, string? Value)> fields, string? form = null) =>
        await FollowAsync(await SubmitAsync(page, fields, form));

    public Task<PortalPage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> values) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(values) }, path);

    private async Task<PortalPage> FollowAsync(PortalPage page)
    {
        for (var hop = 0; hop < 10 && page.Location is { } next; hop++)
            page = await GetAsync(next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString);
        return page;
    }

    /// <summary>Sends any request as this user.</summary>
    public Task<PortalPage> SendAsync(HttpRequestMessage request) => SendAsync(request, request.RequestUri!.OriginalString);

    private async Task<PortalPage> SendAsync(HttpRequestMessage request, string path)
    {
        if (_cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        using var response = await client.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set) Keep(cookie);
        var text = await response.Content.ReadAsStringAsync();
        return new PortalPage(response.StatusCode, response.Headers.Location, text, Parser.ParseDocument(text), path)
        {
            Headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join('\n', h.Value), StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>Takes a Set-Cookie header; one that has expired is dropped.</summary>
    private void Keep(string header)
    {
        var parts = header.Split(';');
        var pair = parts[0].Split('=', 2);
        var gone = parts.Any(p => p.Trim().StartsWith("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase));
        if (gone || pair[1].Length == 0) _cookies.Remove(pair[0]);
        else _cookies[pair[0]] = pair[1];
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name.Length: > 0 } input when input.Type is "checkbox" or "radio":
                    if (input.IsChecked) yield return KeyValuePair.Create(input.Name!, input.Value);
                    break;
                case IHtmlInputElement { Name.Length: > 0 } input when input.Type is not ("submit" or "button"):
                    yield return KeyValuePair.Create(input.Name!, input.Value);
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select:
                    foreach (var option in select.SelectedOptions) yield return KeyValuePair.Create(select.Name!, option.GetAttribute("value") ?? option.TextContent);
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    yield return KeyValuePair.Create(area.Name!, area.Value);
                    break;
            }
        }
    }
}
