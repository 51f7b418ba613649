using System.Collections.Concurrent;

namespace ZOE.Matching.Search.German;

/// <summary>Remembers what was computed for a key, up to a number of keys; a full memory is emptied. For several threads at once.</summary>
internal sealed class BoundedMemo<TKey, TValue>(int most, Func<TKey, TValue> compute, IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> known = new(comparer);
    private int count;

    public TValue Of(TKey key)
    {
        if (known.TryGetValue(key, out var value))
            return value;
        value = compute(key);
        if (known.TryAdd(key, value) && Interlocked.Increment(ref count) > most)
        {
            known.Clear();
            Volatile.Write(ref count, 0);
        }
        return value;
    }
}
