using System.Runtime.CompilerServices;

namespace ZOE.Matching.Search.Tests;

/// <summary>The oracle: the port's rules written down as plainly as possible, slow, in memory. It shares only the schema, weights and cursor with the engines.</summary>
internal sealed class ReferenceSearchIndex(TimeProvider clock) : ISearchIndex
{
    private readonly Dictionary<SearchKind, Generation> shelves = Enum.GetValues<SearchKind>().ToDictionary(k => k, _ => new Generation());
    private readonly Dictionary<SearchKind, Session> sessions = [];

    public Task<IReadOnlyList<ChangeResult>> ApplyAsync(SearchKind kind, IReadOnlyList<IndexChange> changes, CancellationToken cancellation = default)
    {
        lock (shelves)
        {
            SearchSchema.Of(kind);
            var results = Apply(kind, shelves[kind], changes);
            if (sessions.TryGetValue(kind, out var session))
                Apply(kind, session.Built, changes);
            return Task.FromResult(results);
        }
    }

    public Task<SearchPage> SearchAsync(SearchKind kind, SearchQuery query, CancellationToken cancellation = default)
    {
        SearchSchema.Of(kind).Check(query);
        var after = SearchCursor.Read(query.Cursor, query.Sort);
        lock (shelves)
        {
            var matches = query.FindsNothing ? [] : Live(kind).Select(d => (Document: d, Reasons: Match(d, query))).Where(m => m.Reasons is not null)
                .Where(m => query.DayFloors.All(f => m.Document.Days.TryGetValue(f.Field, out var day) && day >= f.NotBefore.DayNumber)).ToList();
            var hits = matches.Where(m => query.Filters.All(f => Passes(m.Document, f)))
                .Select(m => (Hit: new SearchHit(m.Document.Id, m.Reasons!.Sum(r => r.Points), m.Reasons!), Key: Key(m.Document, m.Reasons!, query.Sort))).ToList();
            var facets = query.Facets.Distinct().ToDictionary(f => f, f => (IReadOnlyList<FacetValue>)[.. matches
                .Where(m => query.Filters.Where(x => x.Field != f).All(x => Passes(m.Document, x)))
                .SelectMany(m => m.Document.Keywords.GetValueOrDefault(f, []))
                .GroupBy(v => v).Select(g => new FacetValue(g.Key, g.Count())).OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal)]);
            var rest = hits.Where(h => after is null || h.Key < after.Value.Key || (h.Key == after.Value.Key && h.Hit.Id.CompareTo(after.Value.Id) > 0))
                .OrderByDescending(h => h.Key).ThenBy(h => h.Hit.Id).ToList();
            var page = rest.Take(query.PageSize).ToList();
            var next = page.Count > 0 && rest.Count > page.Count ? new SearchCursor(page[^1].Key, page[^1].Hit.Id).Write(query.Sort) : null;
            return Task.FromResult(new SearchPage([.. page.Select(p => p.Hit)], hits.Count, facets, next));
        }
    }

    public Task<int> CountAsync(SearchKind kind, CancellationToken cancellation = default)
    {
        SearchSchema.Of(kind);
        lock (shelves)
            return Task.FromResult(Live(kind).Count());
    }

    public async IAsyncEnumerable<IndexedVersion> VersionsAsync(SearchKind kind, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        IndexedVersion[] versions;
        lock (shelves)
            versions = [.. Live(kind).Select(d => new IndexedVersion(d.Id, d.Version, d.Fingerprint)).OrderBy(v => v.Id)];
        foreach (var version in versions)
            yield return version;
    }

    public Task<IRebuildSession> BeginRebuildAsync(SearchKind kind, CancellationToken cancellation = default)
    {
        lock (shelves)
        {
            if (sessions.ContainsKey(kind))
                throw new InvalidOperationException("A rebuild is already running.");
            var built = new Generation();
            foreach (var (id, entry) in shelves[kind].Entries.Where(e => e.Value.Document is null))
                built.Entries[id] = entry;
            return Task.FromResult<IRebuildSession>(sessions[kind] = new Session(this, kind, built));
        }
    }

    public Task<int> PurgeAsync(SearchKind kind, DateTime markedBeforeUtc, CancellationToken cancellation = default)
    {
        lock (shelves)
        {
            var old = shelves[kind].Entries.Where(e => e.Value.Document is null && e.Value.AtUtc < markedBeforeUtc).Select(e => e.Key).ToList();
            old.ForEach(id => shelves[kind].Entries.Remove(id));
            return Task.FromResult(old.Count);
        }
    }

    public Task<IReadOnlyList<IndexHealth>> HealthAsync(CancellationToken cancellation = default)
    {
        lock (shelves)
            return Task.FromResult<IReadOnlyList<IndexHealth>>([.. shelves.OrderBy(s => s.Key).Select(s => new IndexHealth(
                s.Key, true, Live(s.Key).Count(), s.Value.Entries.Count - Live(s.Key).Count(), !s.Value.Complete, sessions.ContainsKey(s.Key), s.Value.Complete ? null : "new"))]);
    }

    private IReadOnlyList<ChangeResult> Apply(SearchKind kind, Generation into, IReadOnlyList<IndexChange> changes)
    {
        var results = new List<ChangeResult>();
        foreach (var change in changes)
        {
            var outcome = change.Document is { } d && d.Kind != kind ? ChangeOutcome.Refused
                : into.Entries.TryGetValue(change.Id, out var known) && known.Version >= change.Version ? ChangeOutcome.Stale
                : ChangeOutcome.Applied;
            if (outcome == ChangeOutcome.Applied)
                into.Entries[change.Id] = (change.Version, change.Document, clock.GetUtcNow().UtcDateTime);
            results.Add(new ChangeResult(change.Id, change.Version, outcome, outcome == ChangeOutcome.Refused ? "wrong kind" : null));
        }
        return results;
    }

    private IEnumerable<SearchDocument> Live(SearchKind kind) => shelves[kind].Entries.Values.Select(e => e.Document).OfType<SearchDocument>();

    private static bool Passes(SearchDocument document, KeywordFilter filter)
        => document.Keywords.GetValueOrDefault(filter.Field, []).Any(filter.Values.Contains);

    private static long Key(SearchDocument document, List<Contribution> reasons, SearchSort sort)
        => sort.DayField is null ? reasons.Sum(r => r.Points)
            : !document.Days.TryGetValue(sort.DayField, out var day) ? -int.MaxValue
            : sort.Descending ? day : -day;

    private static List<Contribution>? Match(SearchDocument document, SearchQuery query)
    {
        bool Carries(TokenGroup group) => group.Alternatives.Any(a => document.Tokens.Any(t => t.Text == a.Token));
        if (query.Demand is { } demand && demand.Groups.Count(Carries) < Math.Clamp(demand.Minimum, 1, demand.Groups.Count))
            return null;
        if (query.Groups.Count == 0)
            return [];
        var reasons = new List<Contribution>();
        int counted = 0, demanded = query.Groups.Count(g => !g.Optional);
        foreach (var group in query.Groups)
        {
            var best = (from alternative in @group.Alternatives
                        from token in document.Tokens
                        where token.Text == alternative.Token
                        let points = alternative.Weight * token.Weight
                        orderby points descending, token.Field, token.Class, token.Text
                        select new Contribution(@group.Word, token.Text, token.Field, token.Class, alternative.Class, points)).FirstOrDefault();
            if (best is null)
                continue;
            reasons.Add(best);
            if (!group.Optional)
                counted++;
        }
        var enough = query.Demand is not null || (demanded == 0 ? reasons.Count > 0 : counted >= Math.Clamp(query.MinimumGroups, 1, demanded));
        return enough && reasons.Sum(r => r.Points) >= query.MinimumPoints ? reasons : null;
    }

    private sealed class Generation
    {
        public Dictionary<Guid, (long Version, SearchDocument? Document, DateTime AtUtc)> Entries { get; } = [];

        public bool Complete { get; set; }
    }

    private sealed class Session(ReferenceSearchIndex index, SearchKind kind, Generation built) : IRebuildSession
    {
        private bool over;

        public SearchKind Kind => kind;

        public Generation Built => built;

        public Task<IReadOnlyList<ChangeResult>> ApplyAsync(IReadOnlyList<IndexChange> changes, CancellationToken cancellation = default)
        {
            lock (index.shelves)
                return over ? throw new InvalidOperationException("Over.") : Task.FromResult(index.Apply(kind, built, changes));
        }

        public Task SwapAsync(CancellationToken cancellation = default)
        {
            lock (index.shelves)
            {
                if (over)
                    throw new InvalidOperationException("Over.");
                over = built.Complete = true;
                index.shelves[kind] = built;
                index.sessions.Remove(kind);
                return Task.CompletedTask;
            }
        }

        public ValueTask DisposeAsync()
        {
            lock (index.shelves)
            {
                if (!over)
                    index.sessions.Remove(kind);
                over = true;
                return ValueTask.CompletedTask;
            }
        }
    }
}
