using Bogus;

namespace ZOE.Matching.Benchmarks.Pages;

/// <summary>What users feel: whole search pages over HTTP, sign-in, database gate and audit included, one user at a time.</summary>
internal static class PageSuite
{
    private const int WarmUp = 2, Requests = 150, LargeRequests = 50, QuickRequests = 30;

    public static Task RunAsync(Options options, Report report) => RunAsync(options, report, "S2", new PortalSize(3_700, 5_000, 800));

    public static Task RunLargeAsync(Options options, Report report) => RunAsync(options, report, "S4", new PortalSize(options.Large, options.Large, 800));

    private static async Task RunAsync(Options options, Report report, string id, PortalSize size)
    {
        var folder = options.Keep is null ? Directory.CreateTempSubdirectory("zoe-speed-").FullName : Path.Combine(options.Keep, $"{size.Profiles}-{size.Vacancies}-{size.Courses}");
        try
        {
            foreach (var (engine, settings) in Engines(options))
            {
                Console.WriteLine($"{id}: preparing {size} on {engine}");
                var content = await new FilledPortal(folder, size, options).PrepareAsync(settings);
                Console.WriteLine($"{id}: {content.Cards} cards, {content.OwnVacancies.Count} own vacancies");
                using var portal = await PortalProcess.StartAsync(folder, settings);
                await MeasureAsync(options, report, id, $"{engine}, {size}", portal, content);
            }
        }
        finally
        {
            if (options.Keep is null) Directory.Delete(folder, true);
        }
    }

    private static IEnumerable<(string Engine, IReadOnlyList<string> Settings)> Engines(Options options)
    {
        yield return ("Lucene.NET", ["--Search:Engine=Lucene"]);
        if (options.Elasticsearch is { } address) yield return ("Elasticsearch", ["--Search:Engine=Elasticsearch", $"--Search:Elasticsearch:Addresses={address}", "--Search:Elasticsearch:IndexPrefix=zoe-speed"]);
        else Console.WriteLine("Elasticsearch is left out: ZOE_SPEED_ELASTICSEARCH names no server.");
    }

    /// <summary>In each round every page is asked for, the pages in random order, the requests rotated.</summary>
    private static async Task MeasureAsync(Options options, Report report, string id, string subject, PortalProcess portal, PortalContent content)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = portal.Address };
        var count = options.Quick ? QuickRequests : id == "S4" ? LargeRequests : Requests;
        var pages = new List<(SearchedPage Page, Visitor Visitor)>();
        foreach (var page in SearchedPage.All(content, count, options.Seed))
        {
            var visitor = await Visitor.SignInAsync(client, page.Email);
            await visitor.GetAsync(page.Form);
            for (var i = 0; i < WarmUp * count; i++) await visitor.TimeAsync(page.Requests[i % count]);
            pages.Add((page, visitor));
        }

        var random = new Randomizer(options.Seed);
        var load = new ForeignLoad([portal.Id, .. options.Servers]);
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var (page, visitor) in random.Shuffle(pages))
            {
                load.Percent();
                var cpu = portal.CpuTime;
                var times = new List<double>();
                foreach (var request in random.Shuffle(page.Requests)) times.Add(await visitor.TimeAsync(request));
                times.Sort();
                var foreign = load.Percent();
                report.Add("pages", id, $"{page.Name}: {subject}", "p50", "ms", round, Statistics.Median(times), foreign);
                report.Add("pages", id, $"{page.Name}: {subject}", "p95", "ms", round, Statistics.Percentile(times, 95), foreign);
                report.Add("pages", id, $"{page.Name}: {subject}", "processor time of the portal for a page", "ms", round, (portal.CpuTime - cpu).TotalMilliseconds / times.Count, foreign);
            }
        }
    }
}
