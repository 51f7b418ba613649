using System.Globalization;

namespace ZOE.Matching.Search.Tests;

public abstract partial class SearchIndexContract
{
    [Fact]
    public async Task NewIndex_AsksForRebuild_UntilOneIsSwappedIn()
    {
        (await Health(Vacancies)).NeedsRebuild.Should().BeTrue();
        await using (var session = await Index.BeginRebuildAsync(Vacancies))
        {
            (await Health(Vacancies)).Rebuilding.Should().BeTrue();
            await session.ApplyAsync([Sample.Put(1, 1, "koch")]);
            (await Search("koch")).Total.Should().Be(0, "the new index is not shown before the swap");
            await session.SwapAsync();
        }
        var health = await Health(Vacancies);
        health.Should().Be(new IndexHealth(Vacancies, true, 1, 0, false, false, null));
        (await Health(SearchKind.Courses)).NeedsRebuild.Should().BeTrue("every kind is rebuilt by itself");
        (await Search("koch")).Total.Should().Be(1);
    }

    [Fact]
    public async Task Rebuild_DropsWhatTheDatabaseNoLongerHas_KeepsMarkers()
    {
        await Apply(Sample.Put(1, 1, "koch"), Sample.Put(2, 1, "koch"), Sample.Put(3, 1, "koch"), IndexChange.Delete(Sample.Id(3), 7));
        await using var session = await Index.BeginRebuildAsync(Vacancies);
        var results = await session.ApplyAsync([Sample.Put(2, 1, "koch"), Sample.Put(3, 6, "koch")]);
        results.Select(r => r.Outcome).Should().Equal(ChangeOutcome.Applied, ChangeOutcome.Stale);
        await session.SwapAsync();
        (await Ids("koch")).Should().Equal(Sample.Id(2));
        (await Apply(Sample.Put(3, 6, "koch")))[0].Outcome.Should().Be(ChangeOutcome.Stale);
    }

    [Fact]
    public async Task Rebuild_ChangesMeanwhile_AreInTheNewIndexToo()
    {
        await Apply(Sample.Put(1, 1, "koch"), Sample.Put(2, 1, "koch"));
        await using var session = await Index.BeginRebuildAsync(Vacancies);
        await Apply(Sample.Put(1, 2, "maler"), IndexChange.Delete(Sample.Id(2), 2), Sample.Put(3, 1, "gipser"));
        await session.ApplyAsync([Sample.Put(1, 1, "koch"), Sample.Put(2, 1, "koch")]);
        await session.SwapAsync();
        (await Search("koch")).Total.Should().Be(0, "the snapshot was older than the changes");
        (await Ids("maler")).Should().Equal(Sample.Id(1));
        (await Ids("gipser")).Should().Equal(Sample.Id(3));
    }

    [Fact]
    public async Task Rebuild_GivenUp_LeavesTheOldOne_AndASecondCanStart()
    {
        await Apply(Sample.Put(1, 1, "koch"));
        await using (var session = await Index.BeginRebuildAsync(Vacancies))
        {
            await session.ApplyAsync([Sample.Put(2, 1, "koch")]);
            await FluentActions.Awaiting(() => Index.BeginRebuildAsync(Vacancies)).Should().ThrowAsync<InvalidOperationException>();
        }
        (await Ids("koch")).Should().Equal(Sample.Id(1));
        await using var second = await Index.BeginRebuildAsync(Vacancies);
        await second.SwapAsync();
        (await Index.CountAsync(Vacancies)).Should().Be(0);
        await FluentActions.Awaiting(() => second.SwapAsync()).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Rebuild_WhileSearching_NoSearchFailsOrMissesTheCanary()
    {
        var documents = Enumerable.Range(1, 300).Select(i => Sample.Put(i, 1, i == 150 ? "kanarie" : "koch")).ToArray();
        await Index.ApplyAsync(Vacancies, documents);
        var ready = false;
        var searches = 0;
        var searching = Task.Run(async () =>
        {
            while (!Volatile.Read(ref ready))
            {
                (await Ids("kanarie")).Should().Equal(Sample.Id(150));
                (await Search("koch")).Total.Should().Be(299);
                Interlocked.Increment(ref searches);
            }
        });
        for (var round = 0; round < 3; round++)
        {
            await using var session = await Index.BeginRebuildAsync(Vacancies);
            foreach (var batch in documents.Chunk(100))
            {
                await session.ApplyAsync(batch);
                var before = Volatile.Read(ref searches);
                while (Volatile.Read(ref searches) == before && !searching.IsCompleted)
                    await Task.Yield();
            }
            await session.SwapAsync();
        }
        Volatile.Write(ref ready, true);
        await searching;
        searches.Should().BeGreaterThan(8);
    }

    [Fact]
    public async Task Rebuild_OfFiveThousand_WhileSearchingAndChanging_NoSearchFailsOrMissesACanary()
    {
        var documents = Enumerable.Range(1, 5000).Select(i => Sample.Put(i, 1, i % 1000 == 0 ? ["kanarie", "koch"] : ["koch"])).ToArray();
        Guid[] canaries = [.. Enumerable.Range(1, 5).Select(i => Sample.Id(i * 1000))];
        foreach (var batch in documents.Chunk(1000))
            await Index.ApplyAsync(Vacancies, batch);
        var ready = false;
        var searches = 0;
        var searching = Task.Run(async () =>
        {
            while (!Volatile.Read(ref ready))
            {
                var page = await Index.SearchAsync(Vacancies, Sample.Words("kanarie") with { Facets = [VacancyFields.Kind] });
                page.Hits.Select(h => h.Id).Should().Equal(canaries);
                (await Search("koch")).Total.Should().Be(5000);
                Interlocked.Increment(ref searches);
            }
        });
        await using (var session = await Index.BeginRebuildAsync(Vacancies))
        {
            foreach (var batch in documents.Chunk(500))
            {
                (await session.ApplyAsync(batch)).Should().OnlyContain(r => r.IsDone);
                (await Apply(Sample.Put(9000, 1 + searches, "neu")))[0].IsDone.Should().BeTrue();
                var before = Volatile.Read(ref searches);
                while (Volatile.Read(ref searches) == before && !searching.IsCompleted)
                    await Task.Yield();
            }
            await session.SwapAsync();
        }
        var swapped = Volatile.Read(ref searches);
        while (Volatile.Read(ref searches) < swapped + 3 && !searching.IsCompleted)
            await Task.Yield();
        Volatile.Write(ref ready, true);
        await searching;
        searches.Should().BeGreaterThan(12);
        (await Ids("neu")).Should().Equal(Sample.Id(9000));
        (await Health(Vacancies)).Should().Be(new IndexHealth(Vacancies, true, 5001, 0, false, false, null));
    }

    [Fact]
    public async Task Paging_WithTies_NeitherSkipsNorRepeats()
    {
        await Apply([.. Enumerable.Range(1, 100).Select(i => Sample.Put(i * 7919 % 1009, 1, i % 5 == 0 ? ["koch", "kantine"] : ["koch"]))]);
        var query = Sample.Words("koch", "kantine") with { PageSize = 7 };
        var seen = await AllPages(query, _ => Task.CompletedTask);
        seen.Should().HaveCount(100).And.OnlyHaveUniqueItems();
        seen.Take(20).Should().BeInAscendingOrder();
        seen.Skip(20).Should().BeInAscendingOrder();
    }

    [Fact]
    public async Task Paging_WhileOthersChange_ShowsUntouchedHitsExactlyOnce()
    {
        await Apply([.. Enumerable.Range(1, 100).Select(i => Sample.Put(i, 1, "koch"))]);
        var round = 0;
        var seen = await AllPages(Sample.Words("koch") with { PageSize = 9 }, async _ =>
        {
            round++;
            await Apply(IndexChange.Delete(Sample.Id(round), 2), Sample.Put(1000 + round, 1, "koch", "neu"), Sample.Put(60 + round, 2, "koch", "anders"));
        });
        seen.Should().OnlyHaveUniqueItems();
        seen.Should().Contain(Enumerable.Range(13, 88).Select(Sample.Id));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public async Task ForeignCulture_ChangesNothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            for (var i = 1; i <= 40; i++)
                await Apply(Sample.Put(i, 1, "imbiss", "title"), Sample.Put(i, 2, "imbiss", "filiale"));
            var page = await Index.SearchAsync(Vacancies, Sample.Words("imbiss", "filiale") with { PageSize = 30, Sort = SearchSort.Newest(VacancyFields.StartsOn) });
            page.Hits.Should().HaveCount(30).And.OnlyContain(h => h.Score == 3200);
            var next = await Index.SearchAsync(Vacancies, Sample.Words("imbiss") with { PageSize = 30, Sort = SearchSort.Newest(VacancyFields.StartsOn), Cursor = page.NextCursor });
            next.Hits.Should().HaveCount(10);
            await Index.PurgeAsync(Vacancies, Clock.GetUtcNow().UtcDateTime);
            (await Index.CountAsync(Vacancies)).Should().Be(40);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private async Task<List<Guid>> AllPages(SearchQuery query, Func<SearchPage, Task> between)
    {
        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await Index.SearchAsync(Vacancies, query with { Cursor = cursor });
            seen.AddRange(page.Hits.Select(h => h.Id));
            cursor = page.NextCursor;
            await between(page);
        }
        while (cursor is not null);
        return seen;
    }
}
