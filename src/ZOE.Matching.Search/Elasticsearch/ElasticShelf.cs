namespace ZOE.Matching.Search.Elasticsearch;

/// <summary>All indexes of one kind: the live one behind its alias, and at times one being built behind another alias. Several portals may share them.</summary>
internal sealed class ElasticShelf(SearchKind kind, ElasticClient client, ElasticsearchOptions options, string owner, TimeProvider clock)
{
    /// <summary>A rebuild of another portal that has not moved for this long is given up.</summary>
    public static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(5);

    private int rebuilding;

    public SearchKind Kind => kind;

    public ElasticClient Client => client;

    public ElasticsearchOptions Options => options;

    /// <summary>Alias that is searched and written.</summary>
    public string Name { get; } = $"{options.IndexPrefix}-{kind}".ToLowerInvariant();

    /// <summary>Alias of the index that is being built.</summary>
    public string BuildingName => Name + "-building";

    public DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    public async Task<ElasticState> StateAsync(TimeSpan within, CancellationToken cancellation)
    {
        var all = await client.IndicesAsync(Name + "-g*", within, cancellation);
        return new ElasticState(all.FirstOrDefault(i => i.Aliases.Contains(Name)), all.FirstOrDefault(i => i.Aliases.Contains(BuildingName)), all);
    }

    /// <summary>The state with a live index, made when there is none; its name is fixed, so that two portals cannot both make one.</summary>
    public async Task<ElasticState> ReadyAsync(CancellationToken cancellation)
    {
        var state = await StateAsync(options.WriteTimeout, cancellation);
        if (state.Live is not null)
            return state;
        if (!await client.CreateAsync(Name + "-g0", Name, kind, Marks(false), cancellation)
            && (await StateAsync(options.WriteTimeout, cancellation)).Live is null)
            await client.AliasesAsync([("add", Name + "-g0", Name)], cancellation);
        return await StateAsync(options.WriteTimeout, cancellation);
    }

    public ElasticMarks Marks(bool complete) => new(ElasticFields.Format(kind), complete, owner, clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Whether a rebuild runs, here or in another portal.</summary>
    public bool IsRebuilding(ElasticState state) => Volatile.Read(ref rebuilding) == 1 || state.Building is { } other && !IsAbandoned(other);

    public async Task<IRebuildSession> BeginRebuildAsync(CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref rebuilding, 1) == 1)
            throw Running();
        try
        {
            var state = await ReadyAsync(cancellation);
            if (state.Building is { } left && !IsAbandoned(left))
                throw Running();
            foreach (var old in state.All.Where(i => i.Index != state.Live?.Index))
                await client.DeleteAsync(old.Index, cancellation);
            var index = $"{Name}-g{Guid.NewGuid():N}";
            await client.CreateAsync(index, BuildingName, kind, Marks(false), cancellation);
            var session = new ElasticRebuild(this, index);
            try
            {
                if ((await StateAsync(options.WriteTimeout, cancellation)).All.Count(i => i.Aliases.Contains(BuildingName)) > 1)
                    throw Running();
                await session.CarryMarkersAsync(cancellation);
            }
            catch
            {
                await session.DisposeAsync();
                throw;
            }
            return session;
        }
        catch
        {
            RebuildEnded();
            throw;
        }
    }

    public void RebuildEnded() => Volatile.Write(ref rebuilding, 0);

    private bool IsAbandoned(ElasticGeneration building)
        => building.Marks is not { } marks || marks.Owner == owner
            || clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(marks.Beat) > Abandoned;

    private InvalidOperationException Running() => new($"A rebuild of {kind} is already running.");
}
