using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Search;
using ZOE.Matching.Search.Documents;
using ZOE.Matching.Search.Elasticsearch;
using ZOE.Matching.Search.German;

namespace ZOE.Matching.Relevance;

/// <summary>Indexes the documents as vacancies, asks every query, and writes what a search page shows for it.</summary>
internal static class SearchRun
{
    private const int Batch = 500;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var vocabulary = Vocabulary.Load(arguments);
        var folder = Directory.CreateTempSubdirectory("relevance-");
        var options = Options(arguments, folder.FullName);
        try
        {
            await using var services = new ServiceCollection().AddSearch(options).BuildServiceProvider();
            var index = services.GetRequiredService<ISearchIndex>();
            var names = await FillAsync(index, arguments, vocabulary);
            var rows = new List<RunRow>();
            foreach (var query in Tables.Read(arguments.Required("--queries")))
            {
                if (string.IsNullOrWhiteSpace(query["query"])) continue;
                var hits = await FindAsync(index, vocabulary.Text, query["query"]);
                rows.AddRange(hits.Select(h => new RunRow(query["qid"], names[h.Hit.Id], h.Hit.Score)));
            }
            Tables.Write(arguments.Required("--out"), rows);
            return 0;
        }
        finally
        {
            await ForgetAsync(options.Elasticsearch);
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What the first page of a search shows, as long as a run reaches: the hits and the similar ones, nearest first.</summary>
    private static async Task<IEnumerable<RankedHit>> FindAsync(ISearchIndex index, GermanText text, string typed)
    {
        var words = text.ForWords(typed);
        var hits = await index.SearchAsync(SearchKind.Vacancies, words.Hits(anyWord: false) with { PageSize = Tables.MostPerQuery });
        var near = await index.SearchAsync(SearchKind.Vacancies, words.Near with { PageSize = Tables.MostPerQuery });
        return words.FirstPage(hits, near, Tables.MostPerQuery).Take(Tables.MostPerQuery);
    }

    private static SearchOptions Options(Arguments arguments, string folder)
    {
        var options = new SearchOptions { Engine = arguments.Optional("--engine") ?? "lucene", Folder = folder };
        if (arguments.Optional("--address") is { } address)
            options.Elasticsearch = new ElasticsearchOptions
            {
                Addresses = [address],
                RequireLogin = false,
                IndexPrefix = $"relevance{Guid.NewGuid():N}"[..20],
                ConnectTimeout = TimeSpan.FromSeconds(5), // what is found is measured here, not how fast
                SearchTimeout = TimeSpan.FromSeconds(20),
            };
        return options;
    }

    /// <summary>The index of this run goes from the server again.</summary>
    private static async Task ForgetAsync(ElasticsearchOptions options)
    {
        if (options.Addresses.Count == 0) return;
        using var transport = new ElasticTransport(options);
        var client = new ElasticClient(transport, options);
        foreach (var index in await client.IndicesAsync(options.IndexPrefix + "-*", TimeSpan.FromSeconds(10), CancellationToken.None))
            await client.DeleteAsync(index.Index, CancellationToken.None);
    }

    private static async Task<Dictionary<Guid, string>> FillAsync(ISearchIndex index, Arguments arguments, Vocabulary vocabulary)
    {
        var withheld = Vocabulary.Withheld(arguments).SelectMany(row => row.List("remove_from_doc")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<Guid, string>();
        var changes = new List<IndexChange>();
        foreach (var row in Tables.Read(arguments.Required("--documents")))
        {
            // Ids break ties: one that is a GUID stays what it is.
            var id = Guid.TryParse(row["id"], out var own) ? own : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(row["id"])).AsSpan(0, 16));
            names[id] = row["id"];
            changes.Add(IndexChange.Put(VacancyDocument.Build(Input(id, row, withheld), vocabulary.Text)));
        }
        await using var session = await index.BeginRebuildAsync(SearchKind.Vacancies);
        foreach (var batch in changes.Chunk(Batch))
        {
            var refused = (await session.ApplyAsync(batch)).FirstOrDefault(r => r.Outcome == ChangeOutcome.Refused);
            if (refused is not null)
                throw new InvalidDataException($"{names[refused.Id]}: {refused.Reason}");
        }
        await session.SwapAsync();
        return names;
    }

    private static VacancyInput Input(Guid id, TableRow row, HashSet<string> withheld) => new()
    {
        VacancyId = id,
        Version = 1,
        EmployerId = id,
        Title = row["title"],
        AlternativeTitles = [.. row.List("alternatives").Where(a => !withheld.Contains(a))],
        Description = row["text"],
        Requirements = [.. row.List("skills").Select(s => new NamedConcept(s, null))],
        Kind = PlacementKind.Job,
        Status = "Published",
        PlaceAgs = "03241001",
        HoursPerWeek = 39,
    };
}
