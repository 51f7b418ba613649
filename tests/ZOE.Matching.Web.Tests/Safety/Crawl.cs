using System.Net;
using ZOE.Matching.Web.Tests.Hosting;

namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>Visits every page that a user can reach by links, and some addresses more.</summary>
internal static class Crawl
{
    private const int MostPages = 400;

    /// <summary>All pages by address; each answered without an error and has a heading.</summary>
    public static async Task<IReadOnlyDictionary<string, PortalPage>> AllAsync(PortalBrowser browser, IEnumerable<string> starts)
    {
        Dictionary<string, PortalPage> seen = [];
        var open = new Queue<string>(starts);
        while (open.Count > 0 && seen.Count < MostPages)
        {
            var address = open.Dequeue();
            if (seen.ContainsKey(address)) continue;
            var page = await browser.GetAsync(address);
            seen[address] = page;
            if (page.Location is { } next && next.OriginalString.StartsWith('/')) open.Enqueue(next.OriginalString);
            if (page.Status != HttpStatusCode.OK) continue;
            foreach (var link in page.Document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!))
                if (link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal)) open.Enqueue(link.Split('#')[0]);
        }

        seen.Count.Should().BeLessThan(MostPages);
        seen.Where(p => p.Value.Status >= HttpStatusCode.BadRequest).Select(p => $"{p.Key}: {p.Value.Status}").Should().BeEmpty("every link leads somewhere");
        return seen;
    }
}
