using CsCheck;
using ZOE.Matching.Search.Lucene;

namespace ZOE.Matching.Search.Tests;

/// <summary>The embedded engine: the contract, what only a folder on disk can suffer, and the same answers as the oracle.</summary>
public sealed class LuceneSearchIndexTests : SearchIndexContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("zoe-search-").FullName;

    protected override ISearchIndex Create() => Open();

    [Fact]
    public async Task Reopen_KeepsDocumentsMarkersAndCompleteness()
    {
        using (var first = Open())
            await Fill(first);
        using var second = Open();
        (await second.SearchAsync(SearchKind.Vacancies, Sample.Words("koch"))).Total.Should().Be(50);
        var health = (await second.HealthAsync())[0];
        health.Should().Be(new IndexHealth(SearchKind.Vacancies, true, 50, 1, false, false, null));
        (await second.ApplyAsync(SearchKind.Vacancies, [Sample.Put(99, 4, "koch")]))[0].Outcome.Should().Be(ChangeOutcome.Stale);
    }

    [Fact]
    public void SecondOpen_SameFolder_IsRefusedWithASentence()
    {
        using var first = Open();
        var second = () => Open();
        second.Should().Throw<IndexInUseException>().WithMessage($"*'{folder}' is in use by another process*Search:Folder*");
    }

    [Fact]
    public void AfterDispose_TheFolderIsFree_AndALeftOverLockFileIsHarmless()
    {
        Open().Dispose();
        foreach (var kind in Directory.GetDirectories(folder).SelectMany(Directory.GetDirectories))
            File.WriteAllText(Path.Combine(kind, "write.lock"), "");
        var again = () => Open().Dispose();
        again.Should().NotThrow();
    }

    [Fact]
    public async Task DamagedFile_Truncated_IsFoundAtOpen() => await DamageEachFile(bytes => bytes[..(bytes.Length / 2)]);

    [Fact]
    public async Task DamagedFile_OneByteFlipped_IsFoundAtOpen()
        => await DamageEachFile(bytes =>
        {
            bytes[bytes.Length / 2] ^= 0x20;
            return bytes;
        });

    [Fact]
    public async Task DamagedFile_Missing_IsFoundAtOpen() => await DamageEachFile(_ => null);

    [Fact]
    public async Task CrashDuringRebuild_TheOldIndexAnswers_AndTheHalfOneIsSweptAway()
    {
        using (var first = Open())
        {
            await Fill(first);
            var session = await first.BeginRebuildAsync(SearchKind.Vacancies);
            await session.ApplyAsync([Sample.Put(1, 1, "maler")]);
        }
        Generations().Should().HaveCount(2);
        using var second = Open();
        (await second.SearchAsync(SearchKind.Vacancies, Sample.Words("koch"))).Total.Should().Be(50);
        Generations().Should().HaveCount(1);
    }

    [Fact]
    public async Task Search_MoreDocumentsThanAreScoredTogether_EqualsTheOracle()
    {
        const int documents = 2 * ScoreBoard.Size + 1_000;
        ReferenceSearchIndex oracle = new(TimeProvider.System);
        using var index = Open();
        // The last document of a board and the first of the next carry a word of their own.
        int[] borders = [0, ScoreBoard.Size - 1, ScoreBoard.Size, 2 * ScoreBoard.Size - 1, 2 * ScoreBoard.Size, documents - 1];
        // One field with few values or none, one with more than a byte holds, one with several values of a document.
        (string, string)[] Facts(int i) => [.. i % 11 == 0 ? Array.Empty<(string, string)>() : [(VacancyFields.Place, $"p{i % 5}")], (VacancyFields.Employer, $"e{i % 300}"), (VacancyFields.Competence, $"c{i % 3}"), (VacancyFields.Competence, $"c{i % 4}")];
        string[] WordsOf(int i) => ["koch", .. i % 7 == 0 ? ["maler"] : Array.Empty<string>(), .. borders.Contains(i) ? ["grenze"] : Array.Empty<string>()];
        var changes = Enumerable.Range(0, documents).Select(i => IndexChange.Put(Sample.Vacancy(i, 1, WordsOf(i).Select(Sample.Title), Facts(i)))).ToList();
        IndexChange[] deleted = [.. borders.Skip(1).Take(2).Select(i => IndexChange.Delete(Sample.Id(i), 2))];
        foreach (var engine in (ISearchIndex[])[oracle, index])
        {
            await using var session = await engine.BeginRebuildAsync(SearchKind.Vacancies);
            foreach (var batch in changes.Chunk(5_000)) await session.ApplyAsync(batch);
            await session.SwapAsync();
            await engine.ApplyAsync(SearchKind.Vacancies, deleted);
        }

        SearchQuery[] queries =
        [
            Sample.Words("grenze"), Sample.Words("koch"), Sample.Words("koch", "maler"), Sample.Words("maler", "grenze"),
            Sample.Words("koch", "maler", "grenze") with { MinimumGroups = 2 },
            Sample.Words("maler", "grenze") with { MinimumGroups = 1, Demand = new Demand([Sample.Group("grenze"), Sample.Group("maler")], 1) },
            Sample.Words("maler") with { Filters = [new(VacancyFields.Employer, ["e7", "e299", "none"]), new(VacancyFields.Place, ["p1", "p2"])] },
            Sample.Words("koch") with { Filters = [new(VacancyFields.Competence, ["c2"]), new(VacancyFields.Employer, [.. Enumerable.Range(0, 290).Select(i => $"e{i}")])] },
        ];
        foreach (var query in queries.Select(q => q with { Facets = [VacancyFields.Place, VacancyFields.Employer, VacancyFields.Competence] }))
        {
            var (right, found) = (await oracle.SearchAsync(SearchKind.Vacancies, query), await index.SearchAsync(SearchKind.Vacancies, query));
            (found.Total, found.NextCursor).Should().Be((right.Total, right.NextCursor));
            found.Hits.Select(h => (h.Id, h.Score)).Should().Equal(right.Hits.Select(h => (h.Id, h.Score)));
            foreach (var (field, counts) in right.Facets) found.Facets[field].Should().Equal(counts);
        }

        (await index.SearchAsync(SearchKind.Vacancies, queries[0])).Hits.Select(h => h.Id).Should().Equal(borders.Except(borders[1..3]).Select(Sample.Id));
    }

    [Fact]
    public async Task Purge_DeletedWords_LeaveNoByteInAnyFile()
    {
        using (var index = Open())
        {
            await Fill(index);
            await index.ApplyAsync(SearchKind.Vacancies, [Sample.Put(200, 1, "geheimeswort")]);
            FilesHolding("geheimeswort").Should().NotBeEmpty("else the scan proves nothing");
            await index.ApplyAsync(SearchKind.Vacancies, [IndexChange.Delete(Sample.Id(200), 2)]);
            await index.PurgeAsync(SearchKind.Vacancies, Clock.GetUtcNow().UtcDateTime);
        }
        FilesHolding("geheimeswort").Should().BeEmpty();
    }

    [Fact]
    public void RandomQueries_AnswerLikeTheOracle()
        => Gen.Select(Documents.Array[1, 60], Queries.Array[1, 6], Gen.Int[1, 4]).Sample(
            sample =>
            {
                var (documents, queries, batches) = sample;
                var path = Directory.CreateTempSubdirectory("zoe-search-").FullName;
                using (var lucene = new LuceneSearchIndex(path, Clock))
                {
                    var oracle = new ReferenceSearchIndex(Clock);
                    foreach (var batch in documents.Chunk(1 + documents.Length / batches))
                    {
                        var mine = lucene.ApplyAsync(SearchKind.Vacancies, batch).GetAwaiter().GetResult();
                        var right = oracle.ApplyAsync(SearchKind.Vacancies, batch).GetAwaiter().GetResult();
                        mine.Select(r => r.Outcome).Should().Equal(right.Select(r => r.Outcome));
                    }
                    foreach (var query in queries)
                        SamePages(lucene, oracle, query);
                }
                Directory.Delete(path, true);
            },
            iter: 60, threads: 1);

    public override void Dispose()
    {
        base.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static readonly string[] Vocabulary = ["koch", "maler", "k:1", "k:2", "lager", "mag"];

    private static readonly Gen<IndexChange> Documents =
        from id in Gen.Int[1, 25]
        from version in Gen.Long[1, 6]
        from delete in Gen.Int[0, 5]
        from tokens in Gen.Select(Gen.Enum<SearchField>(), Gen.Int[0, 2], Gen.Int[0, 5].Select(i => Vocabulary[i])).Array[0, 6]
        from kind in OneOf("Job", "Internship").Array[0, 2]
        from place in OneOf("p1", "p2", "p3")
        from day in Gen.Int[0, 3]
        select delete == 0
            ? IndexChange.Delete(Sample.Id(id), version)
            : IndexChange.Put(Sample.Vacancy(id, version, tokens.Select(t => new SearchToken(t.Item1, (TokenClass)t.Item2, t.Item3)),
                [.. kind.Select(k => (VacancyFields.Kind, k)), (VacancyFields.Place, place)],
                day == 0 ? [] : [(VacancyFields.StartsOn, new DateOnly(2026, 1, day))]));

    private static readonly Gen<TokenGroup> Groups =
        from tokens in Gen.Select(Gen.Int[0, 5].Select(i => Vocabulary[i]), Gen.Enum<TokenClass>(), Gen.Int[1, 100]).Array[1, 3]
        from optional in Gen.Bool
        select new TokenGroup("w", [.. tokens.DistinctBy(t => t.Item1).Select(t => new TokenAlternative(t.Item1, t.Item2, t.Item3))], optional);

    private static readonly Gen<SearchQuery> Queries =
        from groups in Groups.Array[0, 4]
        from demanded in Groups.Array[0, 2]
        from minimum in Gen.Int[1, 4]
        from places in OneOf("p1", "p2", "p9").Array[0, 2]
        from kinds in OneOf("Job", "Internship").Array[1, 1]
        from filters in Gen.Int[0, 3]
        from floor in Gen.Int[0, 3]
        from sort in Gen.Int[0, 2]
        from points in Gen.OneOf(Gen.Const(0), Gen.Int[1, 2000])
        from size in Gen.Int[1, 7]
        select new SearchQuery
        {
            Groups = groups,
            MinimumGroups = minimum,
            Demand = demanded.Length > 0 ? new Demand(demanded, minimum) : null,
            MinimumPoints = points,
            Filters = filters switch { 0 => [], 1 => [new(VacancyFields.Place, places)], 2 => [new(VacancyFields.Kind, kinds)], _ => [new(VacancyFields.Place, places), new(VacancyFields.Kind, kinds)] },
            DayFloors = floor == 0 ? [] : [new DayFloor(VacancyFields.StartsOn, new DateOnly(2026, 1, floor))],
            Facets = [VacancyFields.Kind, VacancyFields.Place],
            Sort = sort switch { 0 => SearchSort.ByScore, 1 => SearchSort.Soonest(VacancyFields.StartsOn), _ => SearchSort.Newest(VacancyFields.StartsOn) },
            PageSize = size,
        };

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static void SamePages(ISearchIndex mine, ISearchIndex right, SearchQuery query)
    {
        string? cursor = null;
        do
        {
            var a = mine.SearchAsync(SearchKind.Vacancies, query with { Cursor = cursor }).GetAwaiter().GetResult();
            var b = right.SearchAsync(SearchKind.Vacancies, query with { Cursor = cursor }).GetAwaiter().GetResult();
            a.Total.Should().Be(b.Total);
            a.Hits.Select(h => (h.Id, h.Score)).Should().Equal(b.Hits.Select(h => (h.Id, h.Score)));
            a.Hits.SelectMany(h => h.Contributions).Select(c => c.Points).Should().Equal(b.Hits.SelectMany(h => h.Contributions).Select(c => c.Points));
            a.Hits.Should().OnlyContain(h => h.Score == h.Contributions.Sum(c => c.Points));
            foreach (var facet in query.Facets)
                a.Facets[facet].Should().Equal(b.Facets[facet]);
            a.NextCursor.Should().Be(b.NextCursor);
            cursor = a.NextCursor;
        }
        while (cursor is not null);
    }

    private static async Task Fill(LuceneSearchIndex index)
    {
        await using var session = await index.BeginRebuildAsync(SearchKind.Vacancies);
        await session.ApplyAsync([.. Enumerable.Range(1, 50).Select(i => IndexChange.Put(Sample.Vacancy(i, 1, [Sample.Title("koch"), Sample.Text("wort" + i)], [(VacancyFields.Kind, "Job")])))]);
        await session.SwapAsync();
        await index.ApplyAsync(SearchKind.Vacancies, [Sample.Put(7, 2, "koch"), IndexChange.Delete(Sample.Id(99), 5)]);
    }

    private async Task DamageEachFile(Func<byte[], byte[]?> damage)
    {
        using (var index = Open())
            await Fill(index);
        var source = Generations().Single();
        var copy = folder + "-copy";
        foreach (var name in Directory.GetFiles(source).Select(Path.GetFileName).Where(n => n != "write.lock"))
        {
            CopyAll(folder, copy);
            var file = Path.Combine(copy, Path.GetRelativePath(folder, source), name!);
            if (damage(File.ReadAllBytes(file)) is { } bytes)
                File.WriteAllBytes(file, bytes);
            else
                File.Delete(file);
            using (var opened = new LuceneSearchIndex(copy, Clock))
            {
                var health = (await opened.HealthAsync())[0];
                if (name == "segments.gen" && !health.NeedsRebuild)
                    health.Documents.Should().Be(50, "segments.gen is only a hint");
                else
                    health.NeedsRebuild.Should().BeTrue("{0} was damaged", name);
                (await opened.ApplyAsync(SearchKind.Vacancies, [Sample.Put(500, 1, "wieder")]))[0].Outcome.Should().Be(ChangeOutcome.Applied);
                (await opened.SearchAsync(SearchKind.Vacancies, Sample.Words("wieder"))).Total.Should().Be(1);
            }
            Directory.Delete(copy, true);
        }
    }

    private static void CopyAll(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private string[] Generations() => Directory.GetDirectories(Path.Combine(folder, "vacancies"));

    private string[] FilesHolding(string word)
        => [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "in-use").Where(f => Read(f).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(word)) >= 0)];

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private LuceneSearchIndex Open() => new(folder, Clock);
}
