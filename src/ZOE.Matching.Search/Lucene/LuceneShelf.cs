using Lucene.Net.Store;

namespace ZOE.Matching.Search.Lucene;

/// <summary>All generations of one kind: the current one that answers, and at times a new one that is being built beside it.</summary>
internal sealed class LuceneShelf : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly SearchKind kind;
    private readonly string folder;
    private readonly TimeProvider clock;
    private LuceneStore current;
    private LuceneRebuild? rebuild;
    private string? trouble;

    public LuceneShelf(SearchKind kind, string folder, TimeProvider clock)
    {
        (this.kind, this.folder, this.clock) = (kind, folder, clock);
        System.IO.Directory.CreateDirectory(folder);
        current = OpenCurrent();
    }

    private string Pointer => Path.Combine(folder, "current");

    private DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<ChangeResult>> ApplyAsync(IReadOnlyList<IndexChange> changes, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        using var neutral = NeutralCulture.Enter();
        try
        {
            var results = Write(changes);
            rebuild?.Follow(changes, NowUtc);
            return results;
        }
        finally
        {
            gate.Release();
        }
    }

    public T Read<T>(Func<LuceneView, T> read)
    {
        using var neutral = NeutralCulture.Enter();
        while (true)
        {
            var store = Volatile.Read(ref current);
            LuceneView view;
            try
            {
                view = store.View();
            }
            catch (ObjectDisposedException) when (store != Volatile.Read(ref current))
            {
                continue; // swapped between the two lines: ask the new one
            }
            using (view)
                return read(view);
        }
    }

    public async Task<IRebuildSession> BeginRebuildAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        using var neutral = NeutralCulture.Enter();
        try
        {
            if (rebuild is not null)
                throw new InvalidOperationException($"A rebuild of {kind} is already running.");
            var name = NewName();
            var store = LuceneStore.Open(kind, Path.Combine(folder, name));
            store.AddMarkers(Read(v => v.Markers().ToArray()));
            return rebuild = new LuceneRebuild(kind, name, store, this);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Runs a step of the rebuild while no other write happens.</summary>
    public async Task<T> StepAsync<T>(Func<DateTime, T> step, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        using var neutral = NeutralCulture.Enter();
        try
        {
            return step(NowUtc);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The finished rebuild becomes the current generation. Called within <see cref="StepAsync"/>.</summary>
    public void Take(LuceneRebuild finished)
    {
        finished.Store.Complete();
        PointTo(finished.Name);
        var old = Interlocked.Exchange(ref current, finished.Store);
        (rebuild, trouble) = (null, null);
        old.Dispose();
        Sweep(finished.Name);
    }

    /// <summary>The rebuild was given up. Called within <see cref="StepAsync"/>.</summary>
    public void Drop(LuceneRebuild given)
    {
        rebuild = null;
        given.Store.Dispose();
        Delete(Path.Combine(folder, given.Name));
    }

    public Task<int> PurgeAsync(DateTime markedBeforeUtc, CancellationToken cancellation)
        => StepAsync(_ => current.Purge(markedBeforeUtc), cancellation);

    public IndexHealth Health()
    {
        try
        {
            var (documents, markers) = Read(v => (v.CountLive(), v.CountMarkers()));
            var complete = Volatile.Read(ref current).IsComplete;
            return new IndexHealth(kind, true, documents, markers, !complete, rebuild is not null,
                complete ? null : trouble ?? "The index is new, or of an older format, and was not filled yet.");
        }
        catch (Exception problem)
        {
            return new IndexHealth(kind, false, 0, 0, true, rebuild is not null, problem.GetType().Name + ": " + problem.Message);
        }
    }

    public void Dispose()
    {
        rebuild?.Store.Dispose();
        current.Dispose();
        gate.Dispose();
    }

    private ChangeResult[] Write(IReadOnlyList<IndexChange> changes)
    {
        try
        {
            return current.Apply(changes, NowUtc, durable: true);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // After a failed write the writer's memory and the disk may differ: go back to the last commit, the outbox will repeat the batch.
            current.Dispose();
            Volatile.Write(ref current, OpenCurrent());
            throw;
        }
    }

    private LuceneStore OpenCurrent()
    {
        var name = File.Exists(Pointer) ? File.ReadAllText(Pointer).Trim() : "";
        if (name.Length > 0 && System.IO.Directory.Exists(Path.Combine(folder, name)))
        {
            try
            {
                var store = LuceneStore.Open(kind, Path.Combine(folder, name));
                Sweep(name);
                return store;
            }
            catch (Exception problem) when (problem is not LockObtainFailedException)
            {
                trouble = "The index was damaged and has been set aside: " + problem.GetType().Name;
            }
        }
        else if (name.Length > 0)
        {
            trouble = "The folder of the index is missing.";
        }
        var fresh = NewName();
        var empty = LuceneStore.Open(kind, Path.Combine(folder, fresh));
        PointTo(fresh);
        Sweep(fresh);
        return empty;
    }

    private static string NewName() => "g" + Guid.NewGuid().ToString("N");

    private void PointTo(string name)
    {
        using (var file = new FileStream(Pointer + ".new", FileMode.Create, FileAccess.Write))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(name));
            file.Flush(flushToDisk: true);
        }
        File.Move(Pointer + ".new", Pointer, overwrite: true);
    }

    private void Sweep(string keep)
    {
        foreach (var generation in System.IO.Directory.GetDirectories(folder, "g*"))
        {
            if (Path.GetFileName(generation) != keep && generation != Path.Combine(folder, rebuild?.Name ?? keep))
                Delete(generation);
        }
    }

    private static void Delete(string generation)
    {
        try
        {
            System.IO.Directory.Delete(generation, recursive: true);
        }
        catch (IOException)
        {
            // A reader may still hold a file on Windows; the next sweep takes it.
        }
    }
}
