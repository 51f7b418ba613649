namespace ZOE.Matching.Search.Tests;

/// <summary>What every engine promises. Each engine derives and gives a fresh, empty index.</summary>
public abstract partial class SearchIndexContract : IDisposable
{
    private const SearchKind Vacancies = SearchKind.Vacancies;
    private ISearchIndex? index;

    protected abstract ISearchIndex Create();

    protected ISearchIndex Index => index ??= Create();

    protected Microsoft.Extensions.Time.Testing.FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Apply_SameDocumentTwice_IsThereOnce()
    {
        (await Apply(Sample.Put(1, 1, "koch")))[0].Outcome.Should().Be(ChangeOutcome.Applied);
        var again = (await Apply(Sample.Put(1, 1, "koch")))[0];
        again.Outcome.Should().Be(ChangeOutcome.Stale);
        again.IsDone.Should().BeTrue();
        (await Index.CountAsync(Vacancies)).Should().Be(1);
        (await Search("koch")).Total.Should().Be(1);
    }

    [Fact]
    public async Task Apply_OlderVersion_ChangesNothing()
    {
        await Apply(Sample.Put(1, 5, "koch"));
        (await Apply(Sample.Put(1, 4, "maler")))[0].Outcome.Should().Be(ChangeOutcome.Stale);
        (await Search("koch")).Total.Should().Be(1);
        (await Search("maler")).Total.Should().Be(0);
    }

    [Fact]
    public async Task Apply_NewerVersion_ReplacesWholeDocument()
    {
        await Apply(Sample.Put(1, 1, "koch", "kantine"), Sample.Put(1, 2, "maler"));
        (await Search("kantine")).Total.Should().Be(0);
        (await Ids("maler")).Should().Equal(Sample.Id(1));
        (await Versions()).Should().ContainSingle().Which.Version.Should().Be(2);
    }

    [Fact]
    public async Task Apply_VersionsOutOfOrderInOneBatch_NewestWins()
    {
        var results = await Apply(Sample.Put(1, 3, "maler"), Sample.Put(1, 2, "koch"), Sample.Put(2, 1, "koch"));
        results.Select(r => r.Outcome).Should().Equal(ChangeOutcome.Applied, ChangeOutcome.Stale, ChangeOutcome.Applied);
        results.Select(r => (r.Id, r.Version)).Should().Equal((Sample.Id(1), 3L), (Sample.Id(1), 2L), (Sample.Id(2), 1L));
        (await Ids("koch")).Should().Equal(Sample.Id(2));
    }

    [Fact]
    public async Task Delete_ThenLateOlderWrite_DoesNotRevive()
    {
        await Apply(Sample.Put(1, 3, "koch"));
        (await Apply(IndexChange.Delete(Sample.Id(1), 5)))[0].Outcome.Should().Be(ChangeOutcome.Applied);
        (await Apply(Sample.Put(1, 4, "koch")))[0].Outcome.Should().Be(ChangeOutcome.Stale);
        (await Search("koch")).Total.Should().Be(0);
        (await Index.SearchAsync(Vacancies, new SearchQuery())).Total.Should().Be(0);
        (await Index.CountAsync(Vacancies)).Should().Be(0);
        (await Versions()).Should().BeEmpty();
        (await Health(Vacancies)).Markers.Should().Be(1);
    }

    [Fact]
    public async Task Delete_UnknownId_StillStopsLateWrite()
    {
        await Apply(IndexChange.Delete(Sample.Id(1), 5));
        (await Apply(Sample.Put(1, 5, "koch")))[0].Outcome.Should().Be(ChangeOutcome.Stale);
        (await Search("koch")).Total.Should().Be(0);
    }

    [Fact]
    public async Task Delete_ThenNewerWrite_IsThereAgain()
    {
        await Apply(Sample.Put(1, 1, "koch"), IndexChange.Delete(Sample.Id(1), 2), Sample.Put(1, 3, "koch"));
        (await Search("koch")).Total.Should().Be(1);
        (await Health(Vacancies)).Markers.Should().Be(0);
    }

    [Fact]
    public async Task Purge_DropsOnlyOldMarkers()
    {
        await Apply(IndexChange.Delete(Sample.Id(1), 2), Sample.Put(3, 1, "koch"));
        Clock.Advance(TimeSpan.FromHours(25));
        await Apply(IndexChange.Delete(Sample.Id(2), 2));
        (await Index.PurgeAsync(Vacancies, Clock.GetUtcNow().UtcDateTime.AddHours(-24))).Should().Be(1);
        (await Health(Vacancies)).Markers.Should().Be(1);
        (await Search("koch")).Total.Should().Be(1);
        (await Apply(Sample.Put(2, 1, "koch")))[0].Outcome.Should().Be(ChangeOutcome.Stale);
    }

    [Fact]
    public async Task Apply_DocumentOfAnotherKind_IsRefusedAndTheRestWritten()
    {
        var card = new SearchDocument(SearchKind.Cards, Sample.Id(9), 1, [Sample.Title("koch")], [], []);
        var results = await Apply(IndexChange.Put(card), Sample.Put(1, 1, "koch"));
        results.Select(r => r.Outcome).Should().Equal(ChangeOutcome.Refused, ChangeOutcome.Applied);
        results[0].Reason.Should().NotBeNullOrEmpty();
        (await Search("koch")).Total.Should().Be(1);
        (await Index.CountAsync(SearchKind.Cards)).Should().Be(0);
    }

    [Fact]
    public async Task Kinds_AreApart()
    {
        await Apply(Sample.Put(1, 1, "koch"));
        var course = new SearchDocument(SearchKind.Courses, Sample.Id(1), 1, [Sample.Title("koch")], [], []);
        await Index.ApplyAsync(SearchKind.Courses, [IndexChange.Put(course)]);
        await Index.ApplyAsync(SearchKind.Courses, [IndexChange.Delete(Sample.Id(1), 2)]);
        (await Search("koch")).Total.Should().Be(1);
    }

    [Fact]
    public async Task UnknownKind_Throws()
    {
        _ = Index; // where there is no server the test is skipped here, not within an assertion
        var unknown = (SearchKind)99;
        await FluentActions.Awaiting(() => Index.SearchAsync(unknown, new SearchQuery())).Should().ThrowAsync<ArgumentOutOfRangeException>();
        await FluentActions.Awaiting(() => Index.ApplyAsync(unknown, [])).Should().ThrowAsync<ArgumentOutOfRangeException>();
        await FluentActions.Awaiting(() => Index.CountAsync(unknown)).Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task Versions_CarryVersionAndFingerprint_ByAscendingId()
    {
        var document = Sample.Vacancy(7, 4, [Sample.Title("koch")]);
        await Apply(Sample.Put(300, 2, "koch"), IndexChange.Put(document), Sample.Put(2, 9, "koch"));
        (await Versions()).Select(v => v.Id).Should().Equal(Sample.Id(2), Sample.Id(7), Sample.Id(300));
        (await Versions())[1].Should().Be(new IndexedVersion(Sample.Id(7), 4, document.Fingerprint));
    }

    public virtual void Dispose()
    {
        (index as IDisposable)?.Dispose();
        GC.SuppressFinalize(this);
    }

    private Task<IReadOnlyList<ChangeResult>> Apply(params IndexChange[] changes) => Index.ApplyAsync(Vacancies, changes);

    private Task<SearchPage> Search(params string[] words) => Index.SearchAsync(Vacancies, Sample.Words(words));

    private async Task<Guid[]> Ids(params string[] words) => [.. (await Search(words)).Hits.Select(h => h.Id)];

    private async Task<List<IndexedVersion>> Versions() => await Index.VersionsAsync(Vacancies).ToListAsync();

    private async Task<IndexHealth> Health(SearchKind kind) => (await Index.HealthAsync()).Single(h => h.Kind == kind);
}
